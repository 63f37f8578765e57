import type { CognitiveLevel, ItemFlag, ItemState, ItemType, Topic } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Ground } from '../domain/validity.js'

/** Which banks somebody may see: all, or those of a teacher. */
export type Reach = { bankIds: readonly string[] } | null

export interface ItemFilter {
  /** A `tsquery`; null for everything. */
  query: string | null
  reach: Reach
  bankId?: string | undefined
  type?: ItemType | undefined
  topic?: Topic | undefined
  subtopicId?: string | undefined
  level?: CognitiveLevel | undefined
  state?: ItemState | undefined
  tag?: string | undefined
  competence?: string | undefined
  documentId?: string | undefined
  fact?: string | undefined
  language?: 'en' | undefined
  /** Only those whose documents or units end before this day, or whose own time is over. */
  endedBefore?: string | undefined
  authorId?: string | undefined
  batchId?: string | undefined
}

export interface ListedItem {
  id: string
  code: string
  bankId: string
  type: ItemType
  topic: Topic
  subtopicId: string | null
  level: CognitiveLevel
  state: ItemState
  stemText: string
  version: number
  tags: string[]
  hasEnglish: boolean
  useCount: number
  validFrom: string | null
  validTo: string | null
  flag: ItemFlag | null
  authorName: string
  updatedAt: Date
}

export interface PoolRow {
  itemVersionId: string
  itemId: string
  type: ItemType
  topic: Topic
  level: CognitiveLevel
  state: ItemState
  validFrom: string | null
  validTo: string | null
  exclusionGroup: string
  variantGroup: string
  bankId: string
  /** The author's expected share of right answers, in percent. */
  intendedDifficulty: number | null
  grounds: Ground[]
}

/** Documents that end, or have not begun, and units that end: few, so they are looked up first and matched by id. */
const ENDED_DOCUMENTS = `(SELECT coalesce(array_agg(id), '{}') FROM source_document WHERE in_force_to < DAY::date)`
const ENDED_UNITS = `(SELECT coalesce(array_agg(id), '{}') FROM unit WHERE valid_to < DAY::date)`

/** IB-17: a ruling was about the current version of item `i`, and nobody has approved that version again since. */
const IS_RULED = `EXISTS (SELECT FROM item_comment r WHERE r.item_id = i.id AND r.version = i.version AND r.act LIKE 'ruled-%'
  AND NOT EXISTS (SELECT FROM item_comment a WHERE a.item_id = i.id AND a.version = i.version AND a.act = 'approve' AND a.at > r.at))`

/** Reads lists of items; nothing here reads a key. */
@Injectable()
export class ItemListRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    filter: ItemFilter,
    today: string,
    page: number,
    size: number,
  ): Promise<{ rows: ListedItem[]; total: number }> {
    const { condition, values } = conditionOf(filter)
    const bind = (value: unknown) => `$${values.push(value)}`
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM item i WHERE ${condition}`,
      values,
    )
    const day = bind(today)
    const rows: ListedItem[] = await this.dataSource.query(
      `WITH page AS (
         SELECT i.* FROM item i WHERE ${condition}
         ORDER BY i.code LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)})
       SELECT i.id, i.code, i.bank_id AS "bankId", i.type, i.topic, i.subtopic_id AS "subtopicId", i.level, i.state,
              i.stem_text AS "stemText", i.version, i.tags, i.has_english AS "hasEnglish", i.updated_at AS "updatedAt",
              v.valid_from AS "validFrom", v.valid_to AS "validTo", coalesce(a.full_name, '') AS "authorName",
              (SELECT count(*) FROM round_item r JOIN item_version w ON w.id = r.item_version_id WHERE w.item_id = i.id) AS "useCount",
              CASE WHEN i.state = 'retired' THEN NULL
                   WHEN ${IS_RULED} THEN 'ruled'
                   WHEN i.basis_document_ids && ${ENDED_DOCUMENTS.replace('DAY', day)} THEN 'document_ended'
                   WHEN i.unit_ids && ${ENDED_UNITS.replace('DAY', day)} THEN 'unit_ended'
                   WHEN v.valid_to < ${day}::date THEN 'own_validity' END AS flag
       FROM page i JOIN item_version v ON v.item_id = i.id AND v.version = i.version
       LEFT JOIN account a ON a.id = i.author_id ORDER BY i.code`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  /** Ids of everything that a filter finds, in the order of the codes. */
  async ids(filter: ItemFilter, limit: number): Promise<string[]> {
    const { condition, values } = conditionOf(filter)
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT i.id FROM item i WHERE ${condition} ORDER BY i.code LIMIT $${values.push(limit)}`,
      values,
    )
    return rows.map((row) => row.id)
  }

  /** Every item of the banks, or of those the named ones, with what decides whether it may be drawn; no key. */
  async pool(bankIds: readonly string[], type?: ItemType, itemIds?: readonly string[]): Promise<PoolRow[]> {
    const rows: (Omit<PoolRow, 'grounds'> & { basisDocumentIds: string[]; unitIds: string[] })[] =
      await this.dataSource.query(
        `SELECT v.id AS "itemVersionId", i.id AS "itemId", i.type, i.topic, i.level, i.state, i.bank_id AS "bankId",
                v.valid_from AS "validFrom", v.valid_to AS "validTo", i.exclusion_group AS "exclusionGroup",
                i.variant_group AS "variantGroup", i.intended_difficulty AS "intendedDifficulty", i.basis_document_ids AS "basisDocumentIds", i.unit_ids AS "unitIds"
         FROM item i JOIN item_version v ON v.item_id = i.id AND v.version = i.version
         WHERE i.bank_id = ANY($1::uuid[]) AND ($2::text IS NULL OR i.type = $2)
           AND ($3::uuid[] IS NULL OR i.id = ANY($3::uuid[])) ORDER BY v.id`,
        [bankIds, type ?? null, itemIds ?? null],
      )
    const grounds = await this.groundsOf(
      [...new Set(rows.flatMap((row) => row.basisDocumentIds))],
      [...new Set(rows.flatMap((row) => row.unitIds))],
    )
    return rows.map(({ basisDocumentIds, unitIds, ...row }) => ({
      ...row,
      grounds: [...basisDocumentIds, ...unitIds].flatMap((id) => grounds.get(id) ?? []),
    }))
  }

  /** What the items of those ids rest on, by id. */
  async groundsOf(documentIds: readonly string[], unitIds: readonly string[]): Promise<Map<string, Ground>> {
    if (documentIds.length + unitIds.length === 0) return new Map()
    const rows: (Ground & { id: string })[] = await this.dataSource.query(
      `SELECT id, 'document' AS kind, CASE WHEN number = '' THEN title ELSE number END AS name,
              in_force_from AS "from", in_force_to AS "to" FROM source_document WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id, 'unit', name, valid_from, valid_to FROM unit WHERE id = ANY($2::uuid[])`,
      [documentIds, unitIds],
    )
    return new Map(rows.map(({ id, ...ground }) => [id, ground]))
  }

  /** In how many rounds, printed papers and practice answers an item was, and how many saw it in rounds that are counted. */
  async exposureOf(
    itemId: string,
  ): Promise<{ roundCount: number; shownCount: number; practiceCount: number; printedCount: number }> {
    const [row] = await this.dataSource.query(
      `WITH versions AS (SELECT id FROM item_version WHERE item_id = $1)
       SELECT (SELECT count(*) FROM round_item WHERE item_version_id IN (SELECT id FROM versions)) AS "roundCount",
              (SELECT coalesce(sum(shown_count), 0)::int FROM round_item WHERE item_version_id IN (SELECT id FROM versions)) AS "shownCount",
              (SELECT count(*) FROM practice_answer WHERE item_version_id IN (SELECT id FROM versions)) AS "practiceCount",
              (SELECT count(*) FROM printed_paper WHERE item_version_ids && (SELECT coalesce(array_agg(id), '{}') FROM versions)) AS "printedCount"`,
      [itemId],
    )
    return row
  }

  /**
   * IB-11: items that stay out of practice and classes, with the moment when the last round that holds them has closed and its grace is
   * over: every item of a published round that is open or coming, in whatever version, and its variants.
   * @param at the server's clock
   */
  async embargoes(at: Date, itemIds?: readonly string[]): Promise<Map<string, Date>> {
    const rows: { itemId: string; until: Date }[] = await this.dataSource.query(
      `WITH held AS (
         SELECT v.item_id, max(r.closes_at + make_interval(secs => r.grace_ms / 1000.0)) AS until
         FROM round r JOIN round_item p ON p.round_id = r.id JOIN item_version v ON v.id = p.item_version_id
         WHERE r.published_at IS NOT NULL AND r.closes_at + make_interval(secs => r.grace_ms / 1000.0) > $1
         GROUP BY v.item_id),
       groups AS (
         SELECT i.bank_id, i.variant_group, max(h.until) AS until FROM held h JOIN item i ON i.id = h.item_id
         WHERE i.variant_group <> '' GROUP BY 1, 2)
       SELECT i.id AS "itemId", greatest(h.until, g.until) AS until
       FROM item i LEFT JOIN held h ON h.item_id = i.id
       LEFT JOIN groups g ON g.bank_id = i.bank_id AND g.variant_group = i.variant_group
       WHERE (h.until IS NOT NULL OR g.until IS NOT NULL) AND ($2::uuid[] IS NULL OR i.id = ANY($2::uuid[]))`,
      [at, itemIds ?? null],
    )
    return new Map(rows.map((row) => [row.itemId, row.until]))
  }

  /** Which item each version is of. */
  async itemsOfVersions(itemVersionIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; itemId: string }[] = await this.dataSource.query(
      `SELECT id, item_id AS "itemId" FROM item_version WHERE id = ANY($1::uuid[])`,
      [itemVersionIds],
    )
    return new Map(rows.map(({ id, itemId }) => [id, itemId]))
  }

  /** Items whose stems may be nearly the same as these bands tell, with their stems. */
  async nearCandidates(
    bankIds: readonly string[] | null,
    bands: readonly number[],
    limit: number,
  ): Promise<{ id: string; code: string; stemText: string }[]> {
    if (bands.length === 0) return []
    return this.dataSource.query(
      `SELECT id, code, stem_text AS "stemText" FROM item
       WHERE stem_bands && $1::int[] AND ($2::uuid[] IS NULL OR bank_id = ANY($2::uuid[])) AND state <> 'retired' LIMIT $3`,
      [bands, bankIds, limit],
    )
  }

  /** Stems of a bank in the order of the ids, part by part; retired items are left out. */
  async stemsAfter(
    bankId: string,
    afterId: string | null,
    limit: number,
  ): Promise<{ id: string; code: string; stemText: string }[]> {
    return this.dataSource.query(
      `SELECT id, code, stem_text AS "stemText" FROM item
       WHERE bank_id = $1 AND ($2::uuid IS NULL OR id > $2) AND state <> 'retired' ORDER BY id LIMIT $3`,
      [bankId, afterId, limit],
    )
  }

  /** Other items of the same exclusion or variant group. */
  siblingsOf(item: {
    id: string
    bankId: string
    exclusionGroup: string
    variantGroup: string
  }): Promise<{ id: string; code: string; group: 'exclusion' | 'variant' }[]> {
    return this.dataSource.query(
      `SELECT id, code, CASE WHEN $4 <> '' AND variant_group = $4 THEN 'variant' ELSE 'exclusion' END AS "group"
       FROM item WHERE bank_id = $2 AND id <> $1
         AND (($3 <> '' AND exclusion_group = $3) OR ($4 <> '' AND variant_group = $4)) ORDER BY code LIMIT 50`,
      [item.id, item.bankId, item.exclusionGroup, item.variantGroup],
    )
  }
}

function conditionOf(filter: ItemFilter): { condition: string; values: unknown[] } {
  const where = ['true']
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  if (filter.reach) where.push(`i.bank_id = ANY(${bind(filter.reach.bankIds)}::uuid[])`)
  if (filter.query) where.push(`to_tsvector('simple'::regconfig, i.search_folded) @@ ${bind(filter.query)}::tsquery`)
  if (filter.bankId) where.push(`i.bank_id = ${bind(filter.bankId)}`)
  if (filter.type) where.push(`i.type = ${bind(filter.type)}`)
  if (filter.topic) where.push(`i.topic = ${bind(filter.topic)}`)
  if (filter.subtopicId)
    where.push(`i.subtopic_id IN (WITH RECURSIVE tree AS (SELECT id FROM subtopic WHERE id = ${bind(filter.subtopicId)}
      UNION SELECT s.id FROM subtopic s JOIN tree t ON s.parent_id = t.id) SELECT id FROM tree)`)
  if (filter.level) where.push(`i.level = ${bind(filter.level)}`)
  if (filter.state) where.push(`i.state = ${bind(filter.state)}`)
  if (filter.tag) where.push(`i.tags @> ARRAY[${bind(filter.tag)}]::text[]`)
  if (filter.competence) where.push(`i.competences @> ARRAY[${bind(filter.competence)}]::text[]`)
  if (filter.documentId) where.push(`i.document_ids @> ARRAY[${bind(filter.documentId)}]::uuid[]`)
  if (filter.fact) where.push(`i.facts @> ARRAY[${bind(filter.fact)}]::text[]`)
  if (filter.language === 'en') where.push('i.has_english')
  if (filter.authorId) where.push(`i.author_id = ${bind(filter.authorId)}`)
  if (filter.batchId) where.push(`i.batch_id = ${bind(filter.batchId)}`)
  if (filter.endedBefore) {
    const day = bind(filter.endedBefore)
    // A union, not alternatives: each part has its index, and few items are in any of them.
    where.push(`i.state <> 'retired' AND i.id IN (
      SELECT id FROM item WHERE basis_document_ids && ${ENDED_DOCUMENTS.replace('DAY', day)}
      UNION SELECT id FROM item WHERE unit_ids && ${ENDED_UNITS.replace('DAY', day)}
      UNION SELECT c.id FROM item_version v JOIN item c ON c.id = v.item_id AND c.version = v.version WHERE v.valid_to < ${day}::date
      UNION SELECT i.id FROM item_comment c JOIN item i ON i.id = c.item_id WHERE c.act LIKE 'ruled-%' AND ${IS_RULED})`)
  }
  return { condition: where.join(' AND '), values }
}
