/**
 * PE-8: the least time in which a person can take in an item. An answer that comes faster is saved and counts like any other; that it was
 * faster than reading is a thing to look at, among others, and nothing more.
 */

/** The fastest readers skim at about three times the pace by which reading times are reckoned (IB-12), and need this long to find and tap. */
const SKIMMING = 3
const TAP_MS = 400

/** @param readingS the reading time of the item (IB-12), in seconds @returns in ms */
export function leastHumanMs(readingS: number): number {
  return TAP_MS + (Math.max(0, readingS) * 1_000) / SKIMMING
}

/** The first answer to a place: how long after the start (or, of a one-way paper, after its opening) it came. */
export interface FirstAnswer {
  /** In ms. */
  afterMs: number
  /** Reading time of the item, in seconds. */
  readingS: number
}

/**
 * Of a paper whose places are all open nobody knows when an item was read, only that everything answered by a moment was read before it. So
 * an answer is faster than reading when the least times of all items answered until then are longer than the time since the start: whoever
 * reads everything first and answers then is never among them.
 * @param answers of one attempt, in any order
 * @returns how many of them came faster than a person can read
 */
export function fasterThanReading(answers: readonly FirstAnswer[]): number {
  let needed = 0
  let count = 0
  for (const { afterMs, readingS } of [...answers].sort((a, b) => a.afterMs - b.afterMs)) {
    needed += leastHumanMs(readingS)
    if (needed > afterMs) count++
  }
  return count
}

/** Of a one-way paper each place has its own time: `afterMs` counts from its opening. */
export function fasterThanReadingOneWay(answers: readonly FirstAnswer[]): number {
  return answers.filter(({ afterMs, readingS }) => leastHumanMs(readingS) > afterMs).length
}
