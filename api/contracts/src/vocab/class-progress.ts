/** CR-72: how a pupil of a class goes through its lessons; the same figures on screen, in sheets and in documents. */

/** Right answers of those asked, in one lesson; null where the pupil was not there. */
export type ProgressCell = { rightCount: number; askedCount: number } | null

export type ProgressTrend = 'up' | 'down' | 'even' | 'unknown'

/** As many lessons as are compared on each side. */
const SPAN = 3
/** Less than this apart is the chance of one item more or less. */
const EVEN = 0.1

/** Share of right answers, 0 to 1; null for an absence and for a lesson that asked nothing. */
export function progressShare(cell: ProgressCell): number | null {
  return cell && cell.askedCount > 0 ? cell.rightCount / cell.askedCount : null
}

/** Of all items asked, so that a lesson with three items weighs less than one with thirty; null where nothing was asked. */
export function progressMean(cells: readonly ProgressCell[]): number | null {
  return progressShare(progressSum(cells))
}

/** Everything right of everything asked. */
export function progressSum(cells: readonly ProgressCell[]): NonNullable<ProgressCell> {
  const sum = { rightCount: 0, askedCount: 0 }
  for (const cell of cells) {
    sum.rightCount += cell?.rightCount ?? 0
    sum.askedCount += cell?.askedCount ?? 0
  }
  return sum
}

/**
 * Where a pupil goes: the mean share of the latest lessons against that of as many before them, at most three on each side.
 * @param cells from the first lesson to the last; absences are left out
 * @returns unknown with fewer than two lessons that asked something
 */
export function progressTrend(cells: readonly ProgressCell[]): ProgressTrend {
  const shares = cells.flatMap((cell) => progressShare(cell) ?? [])
  if (shares.length < 2) return 'unknown'
  const span = Math.min(SPAN, Math.floor(shares.length / 2))
  const late = mean(shares.slice(-span))
  const early = mean(shares.slice(-2 * span, -span))
  const change = late - early
  // The slack keeps a difference of exactly a tenth from depending on how its decimals are stored.
  return Math.abs(change) < EVEN - 1e-9 ? 'even' : change > 0 ? 'up' : 'down'
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
