/**
 * LB-1: the order of a board is points (more first), then time used in whole seconds (less first), then the second of the
 * submission (earlier first); whoever is equal in all three shares a place. The whole order in one number that a double
 * holds exactly (hundredths of points × seconds used × seconds since the round opened stays below 2^53), so that memory, Redis sorted
 * sets and SQL compare the same thing.
 */
export interface RankedResult {
  points: number
  timeUsedS: number
  /** ms since 1970 */
  submittedAtMs: number
}

/** Papers of up to 248 points, limits of up to 6 hours, rounds of up to 194 days. */
const HUNDREDTHS_MAX = 24_800
const TIME_MAX = 21_600
const SECOND_MAX = 2 ** 24 - 1

/** What one hundredth of a point weighs in a key. */
export const HUNDREDTH_WEIGHT = (TIME_MAX + 1) * (SECOND_MAX + 1)

/**
 * Greater is better. Values beyond what fits count as the largest that does.
 * @param opensAtMs when the round opened; it does not move once anybody has taken part
 */
export function rankingKey(result: RankedResult, opensAtMs: number): number {
  const hundredths = clamp(Math.round(result.points * 100), HUNDREDTHS_MAX)
  const time = clamp(result.timeUsedS, TIME_MAX)
  const second = clamp(Math.floor(result.submittedAtMs / 1000) - Math.floor(opensAtMs / 1000), SECOND_MAX)
  return hundredths * HUNDREDTH_WEIGHT + (TIME_MAX - time) * (SECOND_MAX + 1) + (SECOND_MAX - second)
}

/** The three values behind a key. */
export function resultOfKey(key: number, opensAtMs: number): RankedResult {
  const second = SECOND_MAX - (key % (SECOND_MAX + 1))
  const rest = Math.floor(key / (SECOND_MAX + 1))
  return {
    points: pointsOfKey(key),
    timeUsedS: TIME_MAX - (rest % (TIME_MAX + 1)),
    submittedAtMs: (second + Math.floor(opensAtMs / 1000)) * 1000,
  }
}

export function pointsOfKey(key: number): number {
  return Math.floor(key / HUNDREDTH_WEIGHT) / 100
}

/** The same order as a comparator; negative when `a` is better. */
export function compareResults(a: RankedResult, b: RankedResult): number {
  return (
    b.points - a.points ||
    a.timeUsedS - b.timeUsedS ||
    Math.floor(a.submittedAtMs / 1000) - Math.floor(b.submittedAtMs / 1000)
  )
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(Math.floor(value), 0), max)
}
