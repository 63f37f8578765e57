import type { BoardRowData, BoardSnapshotData } from '../../../lib/shapes'

/**
 * Places won between two versions, within the table. Losses are left out: one newcomer at the top pushes everybody down by one, and a
 * hundred arrows say less than none. Whoever the visitor is (`mineId`) hears of both.
 */
export function movesBetween(from: BoardSnapshotData, to: BoardSnapshotData, mineId?: string) {
  const before = new Map(from.rows.map((row) => [keyOf(row), row.rank]))
  const moves = new Map<string, number>()
  for (const row of to.rows) {
    const won = (before.get(keyOf(row)) ?? row.rank) - row.rank
    if (won > 0 || (won < 0 && row.rowId === mineId)) moves.set(row.rowId, won)
  }
  return moves
}

const keyOf = ({ rowId, table = '' }: BoardRowData) => `${rowId} ${table}`
