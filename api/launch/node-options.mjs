// @ts-check
// How Node runs the api: by the launcher, in the container (api/Dockerfile says the same, test/guards/start-modules.spec.ts compares) and
// in the benches. A process is to hold a class of 2,000 in 250 MB (docs/adr/0018-lessons.md).
// - Two halves of 16 MB for young objects. 32 MB each cost 32 MB of memory that are never given back.
// - The old generation is collected when it has grown by three tenths. Left to itself it grows by two thirds under this bound, and
//   fourfold under none: what joining has left behind stood beside a class for as long as it lasted.
// - The bound itself stays wide: what is read at once is far below it (large tables are read in pages, files in threads of their own).
export const API_NODE_OPTIONS = ['--max-semi-space-size=16', '--max-old-space-size=1024', '--heap-growing-percent=30']

/**
 * What the environment of the api says to glibc's malloc: two arenas instead of eight for each core. Buffers are freed by other threads
 * than took them, and each arena keeps what was freed in it. Other systems do not read it. What a person has set goes before it.
 */
export const API_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' }
