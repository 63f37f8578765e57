/**
 * LB-1: the order of a board is points (more first), then time used in whole seconds (less first), then the second of the
 * submission (earlier first); whoever is equal in all three shares a place. The whole order in one number that a double
 * holds exactly (10 + 15 + 28 = 53 bits), so that memory, Redis sorted sets and SQL compare the same thing.
 */
export interface RankedResult {
  points: number
  timeUsedS: number
  /** ms since 1970 */
  submittedAtMs: number
}

const POINTS_MAX = 2 ** 10 - 1
const TIME_MAX = 2 ** 15 - 1
const SECOND_MAX = 2 ** 28 - 1
/** 2024-01-01T00:00:00Z; 2^28 s reach into 2032. */
const EPOCH_S = 1_704_067_200

/** Greater is better. Values beyond their bits count as the largest that fits. */
export function rankingKey(result: RankedResult): number {
  const points = clamp(result.points, POINTS_MAX)
  const time = clamp(result.timeUsedS, TIME_MAX)
  const second = clamp(Math.floor(result.submittedAtMs / 1000) - EPOCH_S, SECOND_MAX)
  return (points * (TIME_MAX + 1) + (TIME_MAX - time)) * (SECOND_MAX + 1) + (SECOND_MAX - second)
}

/** The three values behind a key. */
export function resultOfKey(key: number): RankedResult {
  const second = SECOND_MAX - (key % (SECOND_MAX + 1))
  const rest = Math.floor(key / (SECOND_MAX + 1))
  return {
    points: Math.floor(rest / (TIME_MAX + 1)),
    timeUsedS: TIME_MAX - (rest % (TIME_MAX + 1)),
    submittedAtMs: (second + EPOCH_S) * 1000,
  }
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
