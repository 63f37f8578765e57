import type { BoardSnapshotData } from '../../../lib/shapes'

/**
 * Places won between two versions. Losses are left out: one newcomer at the top pushes everybody down by one, and a
 * hundred arrows say less than none. Whoever the visitor is (`mineId`) hears of both.
 */
export function movesBetween(from: BoardSnapshotData, to: BoardSnapshotData, mineId?: string) {
  const before = new Map(from.rows.map((row) => [row.rowId, row.rank]))
  const moves = new Map<string, number>()
  for (const row of to.rows) {
    const won = (before.get(row.rowId) ?? row.rank) - row.rank
    if (won > 0 || (won < 0 && row.rowId === mineId)) moves.set(row.rowId, won)
  }
  return moves
}
