/** Figures of reports beyond what answers give at once. */

/**
 * CR-70: the order of difficulty: 1 is the item with the lowest share right; equal shares have equal numbers, and the next counts them all.
 * @param shares of each item, 0 to 1; null: nothing to say
 */
export function difficultyOrder(shares: readonly (number | null)[]): (number | null)[] {
  return shares.map((share) =>
    share === null ? null : 1 + shares.filter((other) => other !== null && other < share).length,
  )
}

export interface ProgressCell {
  rightCount: number
  askedCount: number
}

/**
 * CR-72: a pupil's shares right before a lesson and in it.
 * @param cells of the pupil, the oldest lesson first; null: was not there
 * @param at which of them the lesson is
 * @returns shares 0 to 1: `before` is the mean of the shares of earlier lessons, so that a long lesson counts no more than a short one
 */
export function progressAt(
  cells: readonly (ProgressCell | null)[],
  at: number,
): { before: number | null; now: number | null; change: number | null } {
  const share = (cell: ProgressCell | null | undefined) =>
    cell && cell.askedCount > 0 ? cell.rightCount / cell.askedCount : null
  const before = meanOf(cells.slice(0, Math.max(0, at)).map(share))
  const now = share(cells[at])
  return { before, now, change: before === null || now === null ? null : now - before }
}

/** The mean of what is there; null when nothing is. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const there = values.filter((value): value is number => value !== null)
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length
}
