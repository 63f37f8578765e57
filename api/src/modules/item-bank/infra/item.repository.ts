import type { ItemKey, ItemQuestion, Topic } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { ItemEntity, ItemKeyEntity, ItemVersionEntity, type StoredCitation } from './item.entities.js'

export interface DeliveryItem {
  itemVersionId: string
  topic: Topic
  question: ItemQuestion
}

export interface KeyRow {
  itemVersionId: string
  key: ItemKey
  explanation: { vi: string; en: string }
  /** Titles and addresses of documents of the register as they stand there now. */
  citations: StoredCitation[]
}

export interface ItemRecord {
  item: Omit<ItemEntity, 'updatedAt'>
  version: Omit<ItemVersionEntity, 'createdAt'>
  key: ItemKeyEntity
}

export interface FullItem {
  item: ItemEntity
  version: ItemVersionEntity
  key: ItemKeyEntity
}

/** Which codes items have already. */
export interface CodesInUse {
  /** The highest number among the codes of a prefix. */
  lastNumber: (prefix: string) => Promise<number>
  taken: (codes: readonly string[]) => Promise<ReadonlySet<string>>
}

const UNIQUE_VIOLATION = '23505'
const CHUNK = 200

/** Rows of whole items: written together, found by id, delivered without a key. */
@Injectable()
export class ItemRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What a paper shows; no key. */
  deliver(itemVersionIds: readonly string[]): Promise<DeliveryItem[]> {
    return this.dataSource.query(
      `SELECT v.id AS "itemVersionId", i.topic, v.question FROM item_version v JOIN item i ON i.id = v.item_id
       WHERE v.id = ANY($1::uuid[])`,
      [itemVersionIds],
    )
  }

  /** Keys, for scoring on the server and for reviews after a round has closed. */
  keys(itemVersionIds: readonly string[], manager: EntityManager = this.dataSource.manager): Promise<KeyRow[]> {
    return manager.query(
      `SELECT k.item_version_id AS "itemVersionId", k.key, k.explanation, (
         SELECT coalesce(jsonb_agg(CASE WHEN d.id IS NULL THEN c ELSE c || jsonb_build_object(
           'title', CASE WHEN d.number = '' THEN d.title ELSE d.number || ' – ' || d.title END, 'url', d.url) END ORDER BY n), '[]')
         FROM jsonb_array_elements(k.citations) WITH ORDINALITY AS t(c, n)
         LEFT JOIN source_document d ON d.id = (c->>'documentId')::uuid) AS citations
       FROM item_key k WHERE k.item_version_id = ANY($1::uuid[])`,
      [itemVersionIds],
    )
  }

  async find(itemId: string, manager: EntityManager = this.dataSource.manager): Promise<FullItem | null> {
    const item = await manager.getRepository(ItemEntity).findOneBy({ id: itemId })
    if (!item) return null
    const version = await manager.getRepository(ItemVersionEntity).findOneByOrFail({ itemId, version: item.version })
    const key = await manager.getRepository(ItemKeyEntity).findOneByOrFail({ itemVersionId: version.id })
    return { item, version, key }
  }

  /** Current versions of many items, in the order of their codes. */
  async findMany(itemIds: readonly string[]): Promise<FullItem[]> {
    return this.whole(`i.id = ANY($1::uuid[]) AND v.version = i.version`, [itemIds])
  }

  /** Items as they were when these versions were made, in the order of the ids. */
  async findVersions(itemVersionIds: readonly string[]): Promise<FullItem[]> {
    const found = await this.whole(`v.id = ANY($1::uuid[])`, [itemVersionIds])
    const byId = new Map(found.map((full) => [full.version.id, full]))
    return itemVersionIds.flatMap((id) => byId.get(id) ?? [])
  }

  private async whole(condition: string, values: unknown[]): Promise<FullItem[]> {
    const rows: { item_id: string; version_id: string }[] = await this.dataSource.query(
      `SELECT i.id AS item_id, v.id AS version_id FROM item i JOIN item_version v ON v.item_id = i.id
       WHERE ${condition} ORDER BY i.code`,
      values,
    )
    const chunks: FullItem[] = []
    for (let from = 0; from < rows.length; from += CHUNK) {
      const part = rows.slice(from, from + CHUNK)
      const ids = { items: part.map((row) => row.item_id), versions: part.map((row) => row.version_id) }
      const [items, versions, keys] = await Promise.all([
        this.dataSource
          .getRepository(ItemEntity)
          .createQueryBuilder('i')
          .where('i.id = ANY(:ids)', { ids: ids.items })
          .getMany(),
        this.dataSource
          .getRepository(ItemVersionEntity)
          .createQueryBuilder('v')
          .where('v.id = ANY(:ids)', { ids: ids.versions })
          .getMany(),
        this.dataSource
          .getRepository(ItemKeyEntity)
          .createQueryBuilder('k')
          .where('k.itemVersionId = ANY(:ids)', { ids: ids.versions })
          .getMany(),
      ])
      const itemBy = new Map(items.map((item) => [item.id, item]))
      const versionBy = new Map(versions.map((version) => [version.id, version]))
      const keyBy = new Map(keys.map((key) => [key.itemVersionId, key]))
      for (const row of part) {
        const [item, version, key] = [itemBy.get(row.item_id), versionBy.get(row.version_id), keyBy.get(row.version_id)]
        if (item && version && key) chunks.push({ item, version, key })
      }
    }
    return chunks
  }

  versionsOf(itemId: string): Promise<(ItemVersionEntity & { authorName: string | null; isUsed: boolean })[]> {
    return this.dataSource.query(
      `SELECT v.id, v.item_id AS "itemId", v.version, v.question, v.valid_from AS "validFrom", v.valid_to AS "validTo",
                v.author_id AS "authorId", v.created_at AS "createdAt", a.full_name AS "authorName", ${IS_USED} AS "isUsed"
         FROM item_version v LEFT JOIN account a ON a.id = v.author_id WHERE v.item_id = $1 ORDER BY v.version DESC`,
      [itemId],
    )
  }

  /** Is this version in a round's pool, on a printed paper, practised or played in class? Then it is frozen. */
  async isVersionUsed(itemVersionId: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const [row]: { isUsed: boolean }[] = await manager.query(
      `SELECT ${IS_USED} AS "isUsed" FROM item_version v WHERE v.id = $1`,
      [itemVersionId],
    )
    return row?.isUsed ?? false
  }

  /** The highest number among the codes of a prefix. */
  async lastNumber(prefix: string, manager: EntityManager = this.dataSource.manager): Promise<number> {
    const [row]: { last: number | null }[] = await manager.query(
      `SELECT max(substring(code from '[0-9]{1,9}$')::int) AS last FROM item WHERE code LIKE $1`,
      [`${prefix}-%`],
    )
    return row?.last ?? 0
  }

  /** Which of these codes are taken. */
  async takenCodes(codes: readonly string[], manager: EntityManager = this.dataSource.manager): Promise<Set<string>> {
    const rows: { code: string }[] = await manager.query(`SELECT code FROM item WHERE code = ANY($1::text[])`, [codes])
    return new Set(rows.map((row) => row.code))
  }

  /**
   * Writes one item (row, current version, key) in one transaction; rows of the same ids are replaced.
   * @returns false when another item has taken the code meanwhile; nothing is written then
   */
  async save(
    { item, version, key }: ItemRecord,
    alongside: (manager: EntityManager) => Promise<void>,
  ): Promise<boolean> {
    return this.unlessTaken(() =>
      this.dataSource.transaction(async (manager) => {
        await manager.getRepository(ItemEntity).upsert({ ...item, updatedAt: () => 'clock_timestamp()' }, ['id'])
        await manager
          .getRepository(ItemVersionEntity)
          .upsert({ ...version, createdAt: () => 'clock_timestamp()' }, ['id'])
        await manager.getRepository(ItemKeyEntity).upsert(key, ['itemVersionId'])
        await alongside(manager)
      }),
    )
  }

  /**
   * Writes new items by the thousand, all or none, in one transaction. Codes are given under a lock, so two imports do not meet.
   * @param chunks makes the records part by part; it is told which codes are in use
   * @param onWritten how many stand in the transaction so far
   * @returns the items' ids; null when another item has taken a code meanwhile, nothing is written then
   */
  async insertMany(
    chunks: (manager: EntityManager, codes: CodesInUse) => AsyncIterable<readonly ItemRecord[]>,
    onWritten: (count: number) => void | Promise<void>,
    finish: (manager: EntityManager, itemIds: readonly string[]) => Promise<void>,
  ): Promise<string[] | null> {
    const ids: string[] = []
    const isWritten = await this.unlessTaken(() =>
      this.dataSource.transaction(async (manager) => {
        await manager.query(`SELECT pg_advisory_xact_lock(hashtext('item codes'))`)
        const codes = {
          lastNumber: (prefix: string) => this.lastNumber(prefix, manager),
          taken: (own: readonly string[]) => this.takenCodes(own, manager),
        }
        for await (const records of chunks(manager, codes)) {
          for (let from = 0; from < records.length; from += CHUNK) {
            const part = records.slice(from, from + CHUNK)
            await insertRows(
              manager,
              'item',
              ITEM_COLUMNS,
              part.map(({ item }) => item),
            )
            await insertRows(
              manager,
              'item_version',
              VERSION_COLUMNS,
              part.map(({ version }) => version),
            )
            await insertRows(
              manager,
              'item_key',
              KEY_COLUMNS,
              part.map(({ key }) => key),
            )
            for (const { item } of part) ids.push(item.id)
            await onWritten(ids.length)
          }
        }
        await finish(manager, ids)
      }),
    )
    return isWritten ? ids : null
  }

  async setState(itemIds: readonly string[], state: ItemEntity['state']): Promise<void> {
    await this.dataSource.query(
      `UPDATE item SET state = $2, updated_at = clock_timestamp() WHERE id = ANY($1::uuid[])`,
      [itemIds, state],
    )
  }

  /** Moves one item on, if it is still as it was read (to the millisecond). @returns false when somebody else was faster */
  async moveState(
    manager: EntityManager,
    item: Pick<ItemEntity, 'id' | 'state' | 'version' | 'updatedAt'>,
    to: ItemEntity['state'],
  ): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(
      `UPDATE item SET state = $3, updated_at = clock_timestamp()
       WHERE id = $1 AND state = $2 AND version = $4 AND date_trunc('milliseconds', updated_at) = $5`,
      [item.id, item.state, to, item.version, item.updatedAt],
    )
    return count > 0
  }

  async setCitations(
    manager: EntityManager,
    itemVersionId: string,
    itemId: string,
    citations: readonly StoredCitation[],
  ): Promise<void> {
    const basis = citations.flatMap(({ documentId, role }) => (documentId && role === 'basis' ? [documentId] : []))
    await manager.query(`UPDATE item_key SET citations = $2 WHERE item_version_id = $1`, [
      itemVersionId,
      JSON.stringify(citations),
    ])
    await manager.query(
      `UPDATE item SET basis_document_ids = $2::uuid[], updated_at = clock_timestamp() WHERE id = $1`,
      [itemId, basis],
    )
  }

  /**
   * Takes the items of an import away again: those that nobody has used, changed or talked about since.
   * @param importedAt a draft that was changed in place later stays
   * @param finish what else belongs to it, in the same transaction
   * @returns how many are gone and how many stay
   */
  async removeBatch(
    batchId: string,
    importedAt: Date,
    finish: (manager: EntityManager, counts: { removedCount: number; keptCount: number }) => Promise<void>,
  ): Promise<{ removedCount: number; keptCount: number }> {
    return this.dataSource.transaction(async (manager) => {
      const [, removedCount]: [unknown, number] = await manager.query(
        `DELETE FROM item i WHERE i.batch_id = $1 AND i.version = 1 AND i.updated_at <= $2 AND i.state IN ('draft', 'in_review')
           AND NOT EXISTS (SELECT 1 FROM item_version v WHERE v.item_id = i.id AND (${IS_USED} OR v.version > 1))
           AND NOT EXISTS (SELECT 1 FROM item_comment c WHERE c.item_id = i.id)`,
        // Dates here end at milliseconds, those of the database go on.
        [batchId, new Date(importedAt.getTime() + 1)],
      )
      const [row]: { kept: number }[] = await manager.query(`SELECT count(*) AS kept FROM item WHERE batch_id = $1`, [
        batchId,
      ])
      const counts = { removedCount, keptCount: row?.kept ?? 0 }
      await finish(manager, counts)
      return counts
    })
  }

  private async unlessTaken(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write()
      return true
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
      throw error
    }
  }
}

/** In a pool of a round, on a printed paper, answered in practice, or played in a lesson: `v` is an item version. */
const IS_USED = `(EXISTS (SELECT 1 FROM round_item r WHERE r.item_version_id = v.id)
  OR EXISTS (SELECT 1 FROM printed_paper p WHERE v.id = ANY(p.item_version_ids))
  OR EXISTS (SELECT 1 FROM practice_answer a WHERE a.item_version_id = v.id)
  OR EXISTS (SELECT 1 FROM lesson l WHERE l.places @> jsonb_build_array(jsonb_build_object('itemVersionId', v.id))))`

type Columns = Record<string, [property: string, type: string]>

const ITEM_COLUMNS: Columns = {
  id: ['id', 'uuid'],
  bank_id: ['bankId', 'uuid'],
  code: ['code', 'text'],
  type: ['type', 'text'],
  topic: ['topic', 'text'],
  subtopic_id: ['subtopicId', 'uuid'],
  level: ['level', 'text'],
  state: ['state', 'text'],
  version: ['version', 'integer'],
  stem_text: ['stemText', 'text'],
  search_folded: ['searchFolded', 'text'],
  points: ['points', 'double precision'],
  intended_difficulty: ['intendedDifficulty', 'smallint'],
  tags: ['tags', 'text[]'],
  competences: ['competences', 'text[]'],
  facts: ['facts', 'text[]'],
  unit_ids: ['unitIds', 'uuid[]'],
  document_ids: ['documentIds', 'uuid[]'],
  basis_document_ids: ['basisDocumentIds', 'uuid[]'],
  exclusion_group: ['exclusionGroup', 'text'],
  variant_group: ['variantGroup', 'text'],
  has_english: ['hasEnglish', 'boolean'],
  stem_bands: ['stemBands', 'integer[]'],
  author_id: ['authorId', 'uuid'],
  batch_id: ['batchId', 'uuid'],
}
const VERSION_COLUMNS: Columns = {
  id: ['id', 'uuid'],
  item_id: ['itemId', 'uuid'],
  version: ['version', 'integer'],
  question: ['question', 'jsonb'],
  valid_from: ['validFrom', 'date'],
  valid_to: ['validTo', 'date'],
  author_id: ['authorId', 'uuid'],
}
const KEY_COLUMNS: Columns = {
  item_version_id: ['itemVersionId', 'uuid'],
  key: ['key', 'jsonb'],
  explanation: ['explanation', 'jsonb'],
  citations: ['citations', 'jsonb'],
}

/** One statement for many rows: the rows travel as one JSON document. */
async function insertRows(
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly object[],
): Promise<void> {
  const names = Object.keys(columns)
  const definitions = names.map((name) => `"${columns[name]?.[0]}" ${columns[name]?.[1]}`)
  const read = names.map((name) => `"${columns[name]?.[0]}"`)
  await manager.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${read.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS t(${definitions.join(', ')})`,
    [JSON.stringify(rows)],
  )
}
