import { randomUUID } from 'node:crypto'
import type { ItemKey, ItemQuestion, Topic } from '@thiso/contracts/vocab'
import type { Pool } from 'pg'
import { addRound } from './rows'

/** Banks and items straight into the tables, for specs that look at one module on a real database. */

export async function addBank(pool: Pool, isOpenForPractice = true): Promise<string> {
  const id = randomUUID()
  await pool.query(`INSERT INTO item_bank (id, name, is_open_for_practice) VALUES ($1, $2, $3)`, [
    id,
    `Ngân hàng ${id}`,
    isOpenForPractice,
  ])
  return id
}

export interface AddedItem {
  itemId: string
  itemVersionId: string
}

export interface ItemRow {
  question?: Partial<ItemQuestion>
  key?: ItemKey
  topic?: Topic
  state?: string
  validTo?: string | null
  variantGroup?: string
}

/** An item of single choice (một, hai, ba, bốn) whose key is "hai", unless told otherwise. */
export async function addItem(pool: Pool, bankId: string, row: ItemRow = {}): Promise<AddedItem> {
  const { topic = 'concepts', state = 'approved', validTo = null, variantGroup = '' } = row
  const [itemId, itemVersionId] = [randomUUID(), randomUUID()]
  const question = {
    type: 'single-choice',
    stem: `Câu ${itemId}`,
    options: ['một', 'hai', 'ba', 'bốn'],
    choices: [],
    unit: '',
    translations: {},
    ...row.question,
  }
  const key = row.key ?? { type: 'single-choice', option: 1 }
  await pool.query(
    `INSERT INTO item (id, bank_id, code, type, topic, level, state, version, stem_text, search_folded, points, variant_group)
     VALUES ($1, $2, $1::uuid::text, $3, $4, 'recall', $5, 1, $6, '', 1, $7)`,
    [itemId, bankId, question.type, topic, state, question.stem, variantGroup],
  )
  await pool.query(`INSERT INTO item_version (id, item_id, version, question, valid_to) VALUES ($1, $2, 1, $3, $4)`, [
    itemVersionId,
    itemId,
    JSON.stringify(question),
    validTo,
  ])
  await pool.query(
    `INSERT INTO item_key (item_version_id, key, explanation, citations) VALUES ($1, $2, '{"vi":"Vì vậy","en":""}', '[]')`,
    [itemVersionId, JSON.stringify(key)],
  )
  return { itemId, itemVersionId }
}

/** Puts items into the pool of a published round of their own. */
export async function addRoundOf(
  pool: Pool,
  items: readonly AddedItem[],
  when: { opensInS?: number; closesInS?: number } = {},
): Promise<string> {
  const roundId = await addRound(pool, when)
  for (const { itemVersionId } of items)
    await pool.query(
      `INSERT INTO round_item (round_id, item_version_id, topic, level, option_count) VALUES ($1, $2, 'concepts', 'recall', 4)`,
      [roundId, itemVersionId],
    )
  return roundId
}
