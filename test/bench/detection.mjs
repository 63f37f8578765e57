// @ts-check
// What the search for signals finds of what was planted in simulated rounds, and whom it troubles for nothing. Without server or database;
// two threads. The thresholds shipped are those in api/src/modules/detection/domain/thresholds.ts.
import { Worker } from 'node:worker_threads'
import { build } from '../../api/launch/build.mjs'
import { CONTESTS, OVERLAPS } from './detection/contests.mjs'
import { printHonest, printOverlaps, printPlanted } from './detection/tables.mjs'

/** Of honest people at most so many ever reach a reviewer. */
const MOST_REVIEWED = 1 / 1000
/** Rings of four on a common paper of thirty; bots that are rapid and right; leaked items: at least so many found. */
const LEAST = { ring: 3 / 5, bot: 9 / 10, leak: 9 / 10 }

export async function run(
  /** @type {Record<string, number>} */ { threads = 2, seed = 1 },
  /** @type {(line: string) => void} */ say,
) {
  await build({ only: 'server' })
  const { STATED } = await import('../../api/dist/modules/detection/domain/stated-rates.js')
  const started = performance.now()
  const contests = [...CONTESTS, ...OVERLAPS]
  const jobs = contests.flatMap((contest, place) =>
    Array.from({ length: contest.seeds }, (_, index) => {
      const { units, pool, paper, plants } = contest
      return { contest, shape: { seed: seed * 1000 + place * 100 + index, units, pool, paper }, plants }
    }),
  )
  const results = await work(jobs, threads)
  const sums = new Map(contests.map((contest) => [contest.name, nothing()]))
  for (const [index, result] of results.entries())
    add(/** @type {any} */ (sums.get(jobs[index]?.contest.name ?? '')), result.measured)
  const realistic = CONTESTS.map(({ name }) => ({ name, sum: /** @type {Sum} */ (sums.get(name)) }))
  const all = nothing()
  for (const { sum } of realistic) add(all, sum)
  printHonest(say, realistic, all, STATED)
  printPlanted(say, realistic)
  printOverlaps(
    say,
    OVERLAPS.map(({ name, paper, pool }) => ({ paper, pool, sum: /** @type {Sum} */ (sums.get(name)) })),
  )
  const common = /** @type {Sum} */ (sums.get('common-30'))
  const recall = {
    ring: share(common, 'ring', 'same-answers-and-times'),
    bot: least(realistic, ({ sum }) => share(sum, 'bot', 'rapid-right')),
    leak: least(
      realistic.filter(({ name }) => name !== '20-of-300'),
      ({ sum }) => share(sum, 'leaked-item', 'leaked-item'),
    ),
  }
  const reviewedShare = all.reviewed / all.honest
  const above = Object.entries(STATED).filter(([kind, rate]) => (all.byKind.get(kind) ?? 0) / all.honest > rate)
  for (const [kind] of above) say(`${kind} troubles more honest people than is stated`)
  return {
    seconds: Math.round((performance.now() - started) / 100) / 10,
    rounds: jobs.length,
    honestPeople: all.honest,
    honestReviewed: all.reviewed,
    honestReviewedShare: reviewedShare,
    ringsFound: recall.ring,
    rapidRightBotsFound: recall.bot,
    leakedItemsFound: recall.leak,
    falseLeakShare: all.falseLeaks / all.items,
    ratesAboveStated: above.map(([kind]) => kind),
    isPassed:
      reviewedShare <= MOST_REVIEWED &&
      recall.ring >= LEAST.ring &&
      recall.bot >= LEAST.bot &&
      recall.leak >= LEAST.leak &&
      above.length === 0,
  }
}

/**
 * @typedef {{ honest: number, reviewed: number, falseLeaks: number, items: number, byKind: Map<string, number>, byFamily: Map<string, number>,
 *   reviewedBy: Map<string, number>, planted: Map<string, { count: number, reviewed: number, byKind: Map<string, number> }> }} Sum
 */

/** @returns {Sum} */
function nothing() {
  return {
    honest: 0,
    reviewed: 0,
    falseLeaks: 0,
    items: 0,
    byKind: new Map(),
    byFamily: new Map(),
    reviewedBy: new Map(),
    planted: new Map(),
  }
}

function add(/** @type {Sum} */ sum, /** @type {Sum} */ more) {
  sum.honest += more.honest
  sum.reviewed += more.reviewed
  sum.falseLeaks += more.falseLeaks
  sum.items += more.items
  addCounts(sum.byKind, more.byKind)
  addCounts(sum.byFamily, more.byFamily)
  addCounts(sum.reviewedBy, more.reviewedBy)
  for (const [kind, line] of more.planted) {
    const known = sum.planted.get(kind) ?? { count: 0, reviewed: 0, byKind: new Map() }
    sum.planted.set(kind, known)
    known.count += line.count
    known.reviewed += line.reviewed
    addCounts(known.byKind, line.byKind)
  }
}

function addCounts(/** @type {Map<string, number>} */ sum, /** @type {Map<string, number>} */ more) {
  for (const [name, count] of more) sum.set(name, (sum.get(name) ?? 0) + count)
}

function share(/** @type {Sum} */ sum, /** @type {string} */ planted, /** @type {string} */ kind) {
  const line = sum.planted.get(planted)
  return line ? (line.byKind.get(kind) ?? 0) / line.count : 0
}

/** @template T @param {T[]} list @param {(one: T) => number} of */
function least(list, of) {
  return Math.min(...list.map(of))
}

/** Each thread takes the next job when it has done one. */
async function work(/** @type {{ shape: unknown, plants: unknown }[]} */ jobs, /** @type {number} */ threads) {
  /** @type {{ measured: Sum, searchMs: number, pairCount: number }[]} */
  const results = []
  let next = 0
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL('./detection/worker.mjs', import.meta.url))
      try {
        while (next < jobs.length) {
          const index = next++
          const { shape, plants } = jobs[index] ?? {}
          results[index] = await new Promise((resolve, reject) => {
            worker.once('message', resolve)
            worker.once('error', reject)
            worker.postMessage({ index, shape, plants })
          })
          worker.removeAllListeners('error')
        }
      } finally {
        await worker.terminate()
      }
    }),
  )
  return results
}
