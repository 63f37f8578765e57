// @ts-check
// How Node runs the api. Requests live for a whole group commit, so with the default young generation (16 MB) thousands of them a
// second are copied twice before they die; a larger one halves the time spent collecting garbage under load. A bound on the old
// generation makes it collect when it has grown by two thirds instead of fourfold: a class of 2,000 takes 270 MB instead of 790, and
// what is read at once is bounded far below it (large tables are read in pages, files in threads of their own).
export const API_NODE_OPTIONS = ['--max-semi-space-size=32', '--max-old-space-size=1024']
