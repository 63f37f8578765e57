import type { BoardPatch, BoardRowData, BoardSnapshotData } from '@thiso/contracts'

/** What changed between two snapshots of the same round; small when little moved. */
export function patchBetween(before: BoardSnapshotData, after: BoardSnapshotData): BoardPatch {
  const known = new Map(before.rows.map((row) => [row.rowId, row]))
  return {
    roundId: after.roundId,
    fromVersion: before.version,
    version: after.version,
    participantCount: after.participantCount,
    order: after.rows.map((row) => row.rowId),
    changed: after.rows.filter((row) => !isSame(known.get(row.rowId), row)),
  }
}

/** Applies a patch; null when it does not follow on the snapshot, and the snapshot must be asked for again. */
export function applyPatch(before: BoardSnapshotData, patch: BoardPatch): BoardSnapshotData | null {
  if (patch.roundId !== before.roundId || patch.fromVersion !== before.version) return null
  const rows = new Map([...before.rows, ...patch.changed].map((row) => [row.rowId, row]))
  const ordered = patch.order.map((rowId) => rows.get(rowId))
  if (ordered.some((row) => row === undefined)) return null
  return {
    roundId: before.roundId,
    version: patch.version,
    participantCount: patch.participantCount,
    rows: ordered as BoardRowData[],
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
    a.timeUsedS === b.timeUsedS &&
    a.submittedAt === b.submittedAt
  )
}
