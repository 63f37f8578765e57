import type { CommentAct } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { BulkEditEntity, ItemCommentEntity, ItemViewEntity } from './work.entities.js'

/** Columns that a bulk edit may change, with the names of their properties and types. */
const BULK_COLUMNS = {
  topic: ['topic', 'text'],
  subtopicId: ['subtopic_id', 'uuid'],
  level: ['level', 'text'],
  bankId: ['bank_id', 'uuid'],
  tags: ['tags', 'text[]'],
  competences: ['competences', 'text[]'],
  state: ['state', 'text'],
} as const
export type BulkRow = { id: string } & Record<keyof typeof BULK_COLUMNS, unknown>

/** Comments, saved views, bulk edits. */
@Injectable()
export class WorkRepository {
  constructor(private readonly dataSource: DataSource) {}

  async addComment(
    comment: {
      id: string
      itemId: string
      version: number
      authorId: string | null
      text: string
      act: CommentAct | null
    },
    transaction: Transaction = this.dataSource.manager,
  ): Promise<void> {
    await transaction.getRepository(ItemCommentEntity).insert(comment)
  }

  /** Whose a version is: its item, and who wrote it and the item's current version. */
  async ownersOf(
    transaction: Transaction,
    itemVersionId: string,
  ): Promise<{ itemId: string; code: string; version: number; authorIds: string[] } | null> {
    const rows: { itemId: string; code: string; version: number; authorIds: (string | null)[] }[] =
      await transaction.query(
        `SELECT i.id AS "itemId", i.code, v.version, ARRAY[v.author_id, i.author_id] AS "authorIds"
         FROM item_version v JOIN item i ON i.id = v.item_id WHERE v.id = $1`,
        [itemVersionId],
      )
    const [row] = rows
    if (!row) return null
    return { ...row, authorIds: [...new Set(row.authorIds.flatMap((id) => id ?? []))] }
  }

  /** Oldest first. */
  commentsOf(
    itemId: string,
  ): Promise<{ id: string; version: number; authorName: string; text: string; act: CommentAct | null; at: Date }[]> {
    return this.dataSource.query(
      `SELECT c.id, c.version, coalesce(a.full_name, '') AS "authorName", c.text, c.act, c.at
       FROM item_comment c LEFT JOIN account a ON a.id = c.author_id WHERE c.item_id = $1 ORDER BY c.at, c.id`,
      [itemId],
    )
  }

  /** Newest first: who read the key, who changed what. */
  traceOf(itemId: string): Promise<{ at: Date; actorName: string; act: string; detail: Record<string, unknown> }[]> {
    return this.dataSource.query(
      `SELECT e.at, coalesce(a.full_name, '') AS "actorName", e.act, e.detail FROM audit_entry e
       LEFT JOIN account a ON a.id = e.actor_id WHERE e.subject = $1 ORDER BY e.id DESC LIMIT 500`,
      [`item:${itemId}`],
    )
  }

  viewsOf(accountId: string): Promise<{ id: string; name: string; query: string }[]> {
    return this.dataSource
      .getRepository(ItemViewEntity)
      .find({ where: { accountId }, order: { name: 'ASC' }, select: { id: true, name: true, query: true } })
  }

  /** A view of that name is replaced. */
  async saveView(view: { id: string; accountId: string; name: string; query: string }): Promise<string> {
    const rows: { id: string }[] = await this.dataSource.query(
      `INSERT INTO item_view (id, account_id, name, query) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id, name) DO UPDATE SET query = excluded.query RETURNING id`,
      [view.id, view.accountId, view.name, view.query],
    )
    return rows[0]?.id ?? view.id
  }

  async deleteView(accountId: string, id: string): Promise<void> {
    await this.dataSource.getRepository(ItemViewEntity).delete({ accountId, id })
  }

  /** Those of the ids that lie in reach, with what a bulk edit may change, and who wrote them. */
  rowsForEdit(
    itemIds: readonly string[],
    bankIds: readonly string[] | null,
  ): Promise<(BulkRow & { code: string; authorId: string | null; version: number })[]> {
    return this.dataSource.query(
      `SELECT id, code, author_id AS "authorId", version, topic, subtopic_id AS "subtopicId", level, bank_id AS "bankId",
              tags, competences, state FROM item
       WHERE id = ANY($1::uuid[]) AND ($2::uuid[] IS NULL OR bank_id = ANY($2::uuid[])) ORDER BY code`,
      [itemIds, bankIds],
    )
  }

  /** Writes the new values and the record of the edit together. */
  async applyEdit(
    edit: Omit<BulkEditEntity, 'at' | 'undoneAt'>,
    after: readonly BulkRow[],
    alongside: (manager: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(UPDATE_ROWS, [JSON.stringify(after)])
      await manager.getRepository(BulkEditEntity).insert(edit as never)
      await alongside(manager)
    })
  }

  /**
   * Puts back what an edit changed, once. Items that somebody has changed since stay as they are: their old state, an approval perhaps,
   * was given to something else. They are noted as refused, for `reason`.
   * @returns false when it was undone already
   */
  async undoEdit(
    id: string,
    before: readonly BulkRow[],
    reason: { vi: string; en: string },
    alongside: (manager: Transaction) => Promise<void>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [rows]: [{ at: Date }[], number] = await manager.query(
        `UPDATE bulk_edit SET undone_at = clock_timestamp() WHERE id = $1 AND undone_at IS NULL RETURNING at`,
        [id],
      )
      if (rows.length === 0) return false
      const changed: { itemId: string; code: string }[] = await manager.query(
        `SELECT i.id AS "itemId", i.code FROM item i JOIN bulk_edit e ON e.id = $1
         WHERE i.id = ANY($2::uuid[]) AND i.updated_at > e.at ORDER BY i.code FOR UPDATE OF i`,
        [id, before.map((row) => row.id)],
      )
      const left = new Set(changed.map(({ itemId }) => itemId))
      await manager.query(UPDATE_ROWS, [JSON.stringify(before.filter((row) => !left.has(row.id)))])
      await manager.query(`UPDATE bulk_edit SET refused = refused || $2::jsonb WHERE id = $1`, [
        id,
        JSON.stringify(changed.map((item) => ({ ...item, reason }))),
      ])
      await alongside(manager)
      return true
    })
  }

  editsOf(accountId: string): Promise<(BulkEditEntity & { authorName: string })[]> {
    return this.edits(`e.author_id = $1 ORDER BY e.at DESC LIMIT 30`, [accountId])
  }

  async findEdit(accountId: string, id: string): Promise<(BulkEditEntity & { authorName: string }) | null> {
    return (await this.edits(`e.author_id = $1 AND e.id = $2`, [accountId, id]))[0] ?? null
  }

  private edits(condition: string, values: unknown[]): Promise<(BulkEditEntity & { authorName: string })[]> {
    return this.dataSource.query(
      `SELECT e.id, e.author_id AS "authorId", e.at, e.change, e.before, e.refused, e.undone_at AS "undoneAt",
              a.full_name AS "authorName" FROM bulk_edit e JOIN account a ON a.id = e.author_id WHERE ${condition}`,
      values,
    )
  }
}

const NAMES = Object.entries(BULK_COLUMNS)
const UPDATE_ROWS = `UPDATE item i SET ${NAMES.map(([property, [column]]) => `${column} = t."${property}"`).join(', ')},
  updated_at = clock_timestamp()
  FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, ${NAMES.map(([property, [, type]]) => `"${property}" ${type}`).join(', ')})
  WHERE i.id = t.id`
