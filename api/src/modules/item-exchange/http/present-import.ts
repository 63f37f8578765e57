import type { StoredRow } from '../infra/import-row.repository.js'
import type { ListedBatch } from '../infra/import.repository.js'

/** Imports as the panel gets them. */
export function presentBatch({ bankOwnerId: _, importedAt: __, ...batch }: ListedBatch) {
  return { ...batch, createdAt: batch.createdAt.toISOString() }
}

export function presentRow({ batchId: _, ...row }: StoredRow) {
  return row
}
