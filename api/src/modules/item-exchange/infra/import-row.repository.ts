import { Injectable } from '@nestjs/common'
import type { CognitiveLevel, ItemDraft, ItemProblem, Topic } from '@thiso/contracts/vocab'
import { DataSource, type EntityManager } from 'typeorm'
import type { Duplicate, ImportRowEntity } from './import.entities.js'
import { IS_WARNED } from './import-sql.js'
import type { Job } from './import.repository.js'

export type StoredRow = Omit<ImportRowEntity, 'stemBands'>
export type NewRow = Omit<ImportRowEntity, 'batchId' | 'itemId'>

export type RowFilter = 'all' | 'good' | 'faulty' | 'warned' | 'duplicate'
export type RowChoice = 'good' | 'good_and_new' | 'none'

const CONDITIONS: Record<RowFilter, string> = {
  all: 'true',
  good: 'NOT is_faulty',
  faulty: 'is_faulty',
  warned: IS_WARNED,
  duplicate: `duplicates <> '[]'`,
}
const CHOICES: Record<RowChoice, string> = {
  good: 'NOT is_faulty',
  good_and_new: `NOT is_faulty AND duplicates = '[]'`,
  none: 'false',
}
const COLUMNS = `batch_id AS "batchId", ordinal, place, draft, problems, duplicates, is_faulty AS "isFaulty", is_chosen AS "isChosen",
  item_id AS "itemId"`
/** Rows that an import would take. */
const TAKEN = `is_chosen AND NOT is_faulty AND item_id IS NULL`

/** The items of imports. */
@Injectable()
export class ImportRowRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param json an array of `NewRow`; it goes to the database as it is
   * @returns false when the batch is no longer the job's own
   */
  async insert({ batchId, jobId }: Job, json: string): Promise<boolean> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `WITH written AS (INSERT INTO import_row (batch_id, ordinal, place, draft, problems, duplicates, stem_bands, is_faulty, is_chosen)
       SELECT b.id, t.ordinal, t.place, t.draft, t.problems, t.duplicates, t."stemBands", t."isFaulty", t."isChosen"
       FROM import_batch b, jsonb_to_recordset($3::jsonb) AS t(ordinal int, place text, draft jsonb, problems jsonb,
         duplicates jsonb, "stemBands" int[], "isFaulty" boolean, "isChosen" boolean)
       WHERE b.id = $1 AND b.job_id = $2 AND b.state = 'reading' RETURNING 1)
       SELECT count(*) AS count FROM written`,
      [batchId, jobId, json],
    )
    return (row?.count ?? 0) > 0
  }

  async list(
    batchId: string,
    show: RowFilter,
    page: number,
    size: number,
  ): Promise<{ rows: StoredRow[]; total: number }> {
    const condition = `batch_id = $1 AND ${CONDITIONS[show]}`
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM import_row WHERE ${condition}`,
      [batchId],
    )
    const rows: StoredRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM import_row WHERE ${condition} ORDER BY ordinal LIMIT $2 OFFSET $3`,
      [batchId, size, (page - 1) * size],
    )
    return { rows: rows.map(revived), total: count?.total ?? 0 }
  }

  async find(
    batchId: string,
    ordinal: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredRow | null> {
    const rows: StoredRow[] = await manager.query(
      `SELECT ${COLUMNS} FROM import_row WHERE batch_id = $1 AND ordinal = $2`,
      [batchId, ordinal],
    )
    return rows[0] ? revived(rows[0]) : null
  }

  /** Rows after an ordinal that an import takes. */
  async taken(
    manager: EntityManager,
    batchId: string,
    after: number,
    limit: number,
  ): Promise<{ ordinal: number; draft: ItemDraft }[]> {
    return manager.query(
      `SELECT ordinal, draft FROM import_row WHERE batch_id = $1 AND ordinal > $2 AND ${TAKEN} ORDER BY ordinal LIMIT $3`,
      [batchId, after, limit],
    )
  }

  /** How many rows an import would take, and how many of them say no topic or level while none is given. */
  async countTaken(
    manager: EntityManager,
    batchId: string,
    given: { topic: Topic | null; level: CognitiveLevel | null },
  ): Promise<{ takenCount: number; unclassedCount: number }> {
    const [row] = await manager.query(
      `SELECT count(*) AS "takenCount", count(*) FILTER (WHERE ($2::text IS NULL AND draft->>'topic' IS NULL)
         OR ($3::text IS NULL AND draft->>'level' IS NULL)) AS "unclassedCount"
       FROM import_row WHERE batch_id = $1 AND ${TAKEN}`,
      [batchId, given.topic, given.level],
    )
    return row
  }

  async choose(manager: EntityManager, batchId: string, choice: RowChoice): Promise<void> {
    await manager.query(
      `UPDATE import_row SET is_chosen = (${CHOICES[choice]}) WHERE batch_id = $1 AND is_chosen <> (${CHOICES[choice]})`,
      [batchId],
    )
  }

  /** Other rows that share a band with these, or are told to be like the one of that ordinal. */
  async neighbours(
    manager: EntityManager,
    batchId: string,
    ordinal: number,
    bands: readonly number[],
  ): Promise<{ ordinal: number; place: string; draft: ItemDraft; duplicates: Duplicate[] }[]> {
    return manager.query(
      `SELECT ordinal, place, draft, duplicates FROM import_row
       WHERE batch_id = $1 AND ordinal <> $2
         AND (stem_bands && $3::int[] OR duplicates @> jsonb_build_array(jsonb_build_object('ordinal', $2::int)))`,
      [batchId, ordinal, bands],
    )
  }

  async hasCode(manager: EntityManager, batchId: string, ordinal: number, code: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM import_row WHERE batch_id = $1 AND ordinal <> $2 AND draft->>'code' = $3 LIMIT 1`,
      [batchId, ordinal, code],
    )
    return rows.length > 0
  }

  async update(
    manager: EntityManager,
    batchId: string,
    row: Pick<NewRow, 'ordinal' | 'draft' | 'problems' | 'duplicates' | 'stemBands' | 'isFaulty' | 'isChosen'>,
  ): Promise<void> {
    await manager.query(
      `UPDATE import_row SET draft = $3, problems = $4, duplicates = $5, stem_bands = $6, is_faulty = $7, is_chosen = $8
       WHERE batch_id = $1 AND ordinal = $2`,
      [
        batchId,
        row.ordinal,
        JSON.stringify(row.draft),
        JSON.stringify(row.problems),
        JSON.stringify(row.duplicates),
        row.stemBands,
        row.isFaulty,
        row.isChosen,
      ],
    )
  }

  async setDuplicates(
    manager: EntityManager,
    batchId: string,
    ordinal: number,
    duplicates: readonly Duplicate[],
  ): Promise<void> {
    await manager.query(`UPDATE import_row SET duplicates = $3 WHERE batch_id = $1 AND ordinal = $2`, [
      batchId,
      ordinal,
      JSON.stringify(duplicates),
    ])
  }

  async setChosen(manager: EntityManager, batchId: string, ordinal: number, isChosen: boolean): Promise<void> {
    await manager.query(`UPDATE import_row SET is_chosen = $3 AND NOT is_faulty WHERE batch_id = $1 AND ordinal = $2`, [
      batchId,
      ordinal,
      isChosen,
    ])
  }

  /** Rows after an ordinal of which something is to be said, without what the items themselves hold. */
  async withProblems(
    batchId: string,
    after: number,
    limit: number,
  ): Promise<{ ordinal: number; place: string; stem: string; problems: ItemProblem[]; duplicates: Duplicate[] }[]> {
    return this.dataSource.query(
      `SELECT ordinal, place, draft->'body'->>'stem' AS stem, problems, duplicates FROM import_row
       WHERE batch_id = $1 AND ordinal > $2 AND (problems <> '[]' OR duplicates <> '[]') ORDER BY ordinal LIMIT $3`,
      [batchId, after, limit],
    )
  }
}

/** JSON has no word for "no number yet". */
function revived(row: StoredRow): StoredRow {
  const { body } = row.draft
  if (body.type !== 'number' || body.value !== null) return row
  return { ...row, draft: { ...row.draft, body: { ...body, value: Number.NaN } } }
}
