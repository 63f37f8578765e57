import type { BoardPatch } from '@thiso/contracts'
import type { BoardSnapshotData } from '../../../lib/shapes'

/**
 * The board after a patch; the same board when the patch is old news; null when it does not fit what is at hand, and
 * the whole board has to be asked for.
 */
export function applyPatch(board: BoardSnapshotData, patch: BoardPatch): BoardSnapshotData | null {
  if (patch.version <= board.version) return board
  if (patch.fromVersion !== board.version) return null
  const known = new Map(board.rows.map((row) => [row.rowId, row]))
  for (const row of patch.changed) known.set(row.rowId, row)
  const rows = []
  for (const rowId of patch.order) {
    const row = known.get(rowId)
    if (!row) return null
    rows.push(row)
  }
  return { roundId: board.roundId, version: patch.version, participantCount: patch.participantCount, rows }
}
