import { type ProgressCell, progressMean, progressShare } from '@thiso/contracts/vocab'

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

/**
 * CR-72: a pupil's shares right before a lesson and in it.
 * @param cells of the pupil, the oldest lesson first; null: was not there
 * @param at which of them the lesson is
 * @returns shares 0 to 1: `before` is of all items asked in earlier lessons, as the share of the year is
 */
export function progressAt(
  cells: readonly ProgressCell[],
  at: number,
): { before: number | null; now: number | null; change: number | null } {
  const before = progressMean(cells.slice(0, Math.max(0, at)))
  const now = progressShare(cells[at] ?? null)
  return { before, now, change: before === null || now === null ? null : now - before }
}
