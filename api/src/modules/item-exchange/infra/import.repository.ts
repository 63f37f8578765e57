import { Injectable } from '@nestjs/common'
import type { ItemFormat } from '@thiso/contracts/vocab'
import { DataSource, type EntityManager } from 'typeorm'
import { ImportBatchEntity } from './import.entities.js'
import { IS_WARNED } from './import-sql.js'

export type BatchError = NonNullable<ImportBatchEntity['error']>

export interface ListedBatch extends Omit<ImportBatchEntity, 'sha256' | 'jobId' | 'beatAt'> {
  bankName: string
  /** The teacher whose bank it is; null for the province's. */
  bankOwnerId: string | null
  authorName: string
}

/** A job that may still be working: the batch that it works on is its own. */
export interface Job {
  batchId: string
  jobId: string
}

const OPEN = `(state IN ('ready', 'undone') OR (state = 'failed' AND row_count > 0))`

/** Imports as such; what they hold stands in `import_row`. */
@Injectable()
export class ImportRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(batch: Pick<ImportBatchEntity, 'id' | 'bankId' | 'authorId' | 'fileName' | 'format' | 'jobId'>) {
    await this.dataSource.getRepository(ImportBatchEntity).insert({ ...batch, state: 'reading' })
  }

  async find(id: string): Promise<ListedBatch | null> {
    return (await this.select(`WHERE b.id = $1`, [id]))[0] ?? null
  }

  /**
   * Newest first.
   * @param bankIds only those of these banks; null for all
   * @param isStaff also what others have brought into banks of the province
   */
  async list(
    accountId: string,
    bankIds: readonly string[] | null,
    isStaff: boolean,
    page: number,
    size: number,
  ): Promise<{ rows: ListedBatch[]; total: number }> {
    const condition = `WHERE (b.author_id = $1 OR ($3 AND k.owner_id IS NULL)) AND ($2::uuid[] IS NULL OR b.bank_id = ANY($2::uuid[]))`
    const values = [accountId, bankIds, isStaff]
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM import_batch b JOIN item_bank k ON k.id = b.bank_id ${condition}`,
      values,
    )
    const rows = await this.select(`${condition} ORDER BY b.created_at DESC, b.id LIMIT $4 OFFSET $5`, [
      ...values,
      size,
      (page - 1) * size,
    ])
    return { rows, total: count?.total ?? 0 }
  }

  /** A sign of life of a job, with how far it has come. @returns false when the batch is no longer its own */
  async beat({ batchId, jobId }: Job, percent: number): Promise<boolean> {
    const [, count]: [unknown, number] = await this.dataSource.query(
      `UPDATE import_batch SET beat_at = clock_timestamp(), progress_percent = greatest(progress_percent, $3)
       WHERE id = $1 AND job_id = $2 AND state IN ('reading', 'importing')`,
      [batchId, jobId, percent],
    )
    return count > 0
  }

  async tellFile(
    { batchId, jobId }: Job,
    file: { format: ItemFormat; sha256: string; encoding: string | null },
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE import_batch SET format = $3, encoding = $4, sha256 = decode($5, 'hex') WHERE id = $1 AND job_id = $2`,
      [batchId, jobId, file.format, file.encoding, file.sha256],
    )
  }

  /** All rows are there: people may look at them. @returns false when the batch is no longer the job's own */
  async finishReading({ batchId, jobId }: Job): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [, count]: [unknown, number] = await manager.query(
        `UPDATE import_batch SET state = 'ready', progress_percent = 100, job_id = NULL
         WHERE id = $1 AND job_id = $2 AND state = 'reading'`,
        [batchId, jobId],
      )
      if (count > 0) await recount(manager, batchId)
      return count > 0
    })
  }

  /** Ends a job without success; what was read of a file goes, what was to be imported stays. */
  async fail({ batchId, jobId }: Job, error: BatchError): Promise<void> {
    await this.failWhere(`id = $2 AND job_id = $3`, error, [batchId, jobId])
  }

  /** Ends the jobs that have not given a sign of life for so long: their process is gone. @returns how many */
  async failSilent(silentSeconds: number, error: BatchError): Promise<number> {
    return this.failWhere(`beat_at < clock_timestamp() - make_interval(secs => $2)`, error, [silentSeconds])
  }

  private async failWhere(condition: string, error: BatchError, values: unknown[]): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const [rows]: [{ id: string; rowCount: number }[]] = await manager.query(
        `UPDATE import_batch SET state = 'failed', error = $1, job_id = NULL
         WHERE ${condition} AND state IN ('reading', 'importing') RETURNING id, row_count AS "rowCount"`,
        [JSON.stringify(error), ...values],
      )
      const unread = rows.filter(({ rowCount }) => rowCount === 0).map(({ id }) => id)
      await manager.query(`DELETE FROM import_row WHERE batch_id = ANY($1::uuid[])`, [unread])
      return rows.length
    })
  }

  /**
   * Works on a batch whose rows may be changed, while nobody else does and no import begins.
   * @returns null when it is not open (any more)
   */
  async whileOpen<T>(id: string, work: (manager: EntityManager) => Promise<T>): Promise<T | null> {
    return this.dataSource.transaction(async (manager) => {
      const open: unknown[] = await manager.query(`SELECT 1 FROM import_batch WHERE id = $1 AND ${OPEN} FOR UPDATE`, [
        id,
      ])
      if (open.length === 0) return null
      const result = await work(manager)
      await recount(manager, id)
      return result
    })
  }

  /** Begins an import within `whileOpen`. */
  async beginImport(manager: EntityManager, { batchId, jobId }: Job): Promise<void> {
    await manager.query(
      `UPDATE import_batch SET state = 'importing', error = NULL, progress_percent = 0, kept_count = 0, job_id = $2,
              beat_at = clock_timestamp() WHERE id = $1`,
      [batchId, jobId],
    )
  }

  /** The last step of an import, in the transaction that writes its items. @returns false when the batch is no longer the job's own */
  async finishImport(
    manager: EntityManager,
    { batchId, jobId }: Job,
    ordinals: readonly number[],
    itemIds: readonly string[],
  ): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(
      `UPDATE import_batch SET state = 'imported', progress_percent = 100, job_id = NULL, imported_at = clock_timestamp()
       WHERE id = $1 AND job_id = $2 AND state = 'importing'`,
      [batchId, jobId],
    )
    if (count === 0) return false
    await manager.query(
      `UPDATE import_row r SET item_id = t.item_id FROM unnest($2::int[], $3::uuid[]) AS t(ordinal, item_id)
       WHERE r.batch_id = $1 AND r.ordinal = t.ordinal`,
      [batchId, ordinals, itemIds],
    )
    await recount(manager, batchId)
    return true
  }

  /** The last step of an undoing, in the transaction that removes the items. @returns false when it is undone already */
  async finishUndo(manager: EntityManager, id: string, keptCount: number): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(
      `UPDATE import_batch SET state = 'undone', kept_count = $2 WHERE id = $1 AND state = 'imported'`,
      [id, keptCount],
    )
    if (count > 0) await recount(manager, id)
    return count > 0
  }

  /** @returns false while its items are being written */
  async remove(id: string): Promise<boolean> {
    const [, count]: [unknown, number] = await this.dataSource.query(
      `DELETE FROM import_batch WHERE id = $1 AND state <> 'importing'`,
      [id],
    )
    return count > 0
  }

  private select(rest: string, values: unknown[]): Promise<ListedBatch[]> {
    return this.dataSource.query(
      `SELECT b.id, b.bank_id AS "bankId", k.name AS "bankName", k.owner_id AS "bankOwnerId", b.author_id AS "authorId",
              a.full_name AS "authorName", b.file_name AS "fileName", b.format, b.state, b.error,
              b.progress_percent AS "progressPercent", b.row_count AS "rowCount", b.good_count AS "goodCount",
              b.faulty_count AS "faultyCount", b.warned_count AS "warnedCount", b.duplicate_count AS "duplicateCount",
              b.chosen_count AS "chosenCount", b.imported_count AS "importedCount", b.kept_count AS "keptCount", b.encoding,
              b.created_at AS "createdAt", b.imported_at AS "importedAt"
       FROM import_batch b JOIN item_bank k ON k.id = b.bank_id JOIN account a ON a.id = b.author_id ${rest}`,
      values,
    )
  }
}

/** Counts the rows of a batch anew. */
async function recount(manager: EntityManager, batchId: string): Promise<void> {
  await manager.query(
    `UPDATE import_batch b SET row_count = c.all_rows, good_count = c.good, faulty_count = c.all_rows - c.good,
            warned_count = c.warned, duplicate_count = c.duplicate, chosen_count = c.chosen, imported_count = c.imported
     FROM (SELECT count(*) AS all_rows, count(*) FILTER (WHERE NOT is_faulty) AS good,
                  count(*) FILTER (WHERE ${IS_WARNED}) AS warned,
                  count(*) FILTER (WHERE duplicates <> '[]') AS duplicate,
                  count(*) FILTER (WHERE is_chosen) AS chosen, count(item_id) AS imported
           FROM import_row WHERE batch_id = $1) c
     WHERE b.id = $1`,
    [batchId],
  )
}
