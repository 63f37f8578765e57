// @ts-check
// How Node runs the api. Requests live for a whole group commit, so with the default young generation (16 MB) thousands of them a
// second are copied twice before they die; a larger one halves the time spent collecting garbage under load.
export const API_NODE_OPTIONS = ['--max-semi-space-size=64']
