// @ts-check
// All pairs of a hundred thousand random papers, searched for equal answers on two cores, in threads outside of any server. Drawing the papers
// and estimating the items is part of the time. Beside it: on a sample, that the quick search finds exactly what looking at every pair finds.
import { Worker } from 'node:worker_threads'
import { build } from '../../api/launch/build.mjs'

const MOST_SECONDS = 60

export async function run(
  /** @type {Record<string, number>} */ {
    papers = 100_000,
    size = 20,
    pool = 300,
    threads = 2,
    seed = 1,
    bound = 1e-8,
  },
  /** @type {(line: string) => void} */ say,
) {
  await build({ only: 'server' })
  const shape = { seed, papers, size, pool }
  const started = performance.now()
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, index) => searched({ shape, bound, part: { index, of: threads } })),
  )
  const seconds = Math.round((performance.now() - started) / 10) / 100
  const sum = (/** @type {'counted' | 'compared'} */ name) => parts.reduce((total, part) => total + part[name], 0)
  const counted = sum('counted')
  say(`${papers} papers of ${size} from ${pool}: ${counted} pairs in ${seconds} s on ${threads} threads`)
  for (const { drawnMs, searchMs } of parts)
    say(`  drawn and estimated in ${Math.round(drawnMs)} ms, searched in ${Math.round(searchMs)} ms`)
  const sample = await lossless({ seed, papers: Math.min(papers, 3_000), size, pool })
  say(`sample: looking at all ${sample.pairs} pairs finds ${sample.direct}, the search finds ${sample.quick}`)
  return {
    papers,
    size,
    pool,
    threads,
    seconds,
    pairs: counted,
    lookedAt: sum('compared'),
    found: parts.reduce((total, { found }) => total + found.length, 0),
    memoryMb: Math.round(Math.max(...parts.map(({ rss }) => rss)) / 2 ** 20),
    samplePairs: sample.pairs,
    sampleFound: sample.direct,
    isLossless: sample.isSame,
    isPassed: seconds <= MOST_SECONDS && counted === (papers * (papers - 1)) / 2 && sample.isSame,
  }
}

/** @typedef {{ found: { first: number, second: number, tail: number }[], counted: number, compared: number, drawnMs: number, searchMs: number, rss: number }} Part */

/** @returns {Promise<Part>} */
function searched(/** @type {unknown} */ workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./similarity/worker.mjs', import.meta.url), { workerData })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** At a bound so high that there is something to lose. */
async function lossless(/** @type {{ seed: number, papers: number, size: number, pool: number }} */ shape) {
  const { comparePairs, searchPairs } = await import('../../api/dist/modules/detection/domain/pair-search.js')
  const { drawnPapers } = await import('./similarity/papers.mjs')
  const { models, papers } = drawnPapers(shape)
  const name = (/** @type {{ first: number, second: number }} */ { first, second }) => `${first} ${second}`
  const direct = comparePairs(models, papers, 1e-3)
  const quick = searchPairs(models, papers, 1e-3)
  const known = new Set(direct.found.map(name))
  return {
    pairs: direct.counted,
    direct: direct.found.length,
    quick: quick.found.length,
    isSame: known.size > 0 && quick.found.length === known.size && quick.found.every((pair) => known.has(name(pair))),
  }
}
