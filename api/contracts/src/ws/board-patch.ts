import type { BoardPatch, BoardRowData, BoardSnapshotData } from './events.js'

/** What changed between two snapshots of the same round; small when little moved. */
export function patchBetween(before: BoardSnapshotData, after: BoardSnapshotData): BoardPatch {
  const known = new Map(before.rows.map((row) => [row.rowId, row]))
  return {
    roundId: after.roundId,
    fromVersion: before.version,
    version: after.version,
    participantCount: after.participantCount,
    frozenAt: after.frozenAt,
    final: after.final,
    ...(after.tables ? { tables: after.tables } : {}),
    order: after.rows.map((row) => row.rowId),
    changed: after.rows.filter((row) => !isSame(known.get(row.rowId), row)),
  }
}

/**
 * The board after a patch; the same board when the patch is old news; null when it does not follow on what is at hand, and the whole
 * board has to be asked for.
 */
export function applyPatch(before: BoardSnapshotData, patch: BoardPatch): BoardSnapshotData | null {
  if (patch.roundId !== before.roundId) return null
  if (patch.version <= before.version) return before
  if (patch.fromVersion !== before.version) return null
  const known = new Map([...before.rows, ...patch.changed].map((row) => [row.rowId, row]))
  const rows = patch.order.map((rowId) => known.get(rowId))
  if (rows.some((row) => row === undefined)) return null
  return {
    roundId: before.roundId,
    version: patch.version,
    participantCount: patch.participantCount,
    frozenAt: patch.frozenAt,
    final: patch.final,
    ...(patch.tables ? { tables: patch.tables } : {}),
    rows: rows as BoardRowData[],
  }
}

function isSame(a: BoardRowData | undefined, b: BoardRowData): boolean {
  return (
    a !== undefined &&
    a.rank === b.rank &&
    a.isTied === b.isTied &&
    a.name === b.name &&
    a.unitName === b.unitName &&
    a.points === b.points &&
    a.rightCount === b.rightCount &&
    a.timeUsedS === b.timeUsedS &&
    a.submittedAt === b.submittedAt &&
    a.attemptCount === b.attemptCount &&
    a.predictionError === b.predictionError &&
    a.drawOrder === b.drawOrder &&
    a.table === b.table
  )
}
