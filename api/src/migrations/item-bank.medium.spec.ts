import { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../test/support/databases'
import { createDataSource } from '../platform/db/database.js'
import { migrate } from '../platform/db/migrate.js'
import { schema } from '../schema.js'
import { FirstTables1795400000000 } from './1795400000000-first-tables.js'

/** A database of the first release, with people's work in it, comes along to the tables of the item bank. */

const BANK = '00000000-0000-4000-8000-000000000001'
const ITEM = '00000000-0000-4000-8000-000000000002'
const VERSION = '00000000-0000-4000-8000-000000000003'

let database: TestDatabase
let after: DataSource

beforeAll(async () => {
  database = await freshDatabase('template0')
  const before = await createDataSource(database.ownerUrl, {
    entities: [],
    migrations: [FirstTables1795400000000],
  }).initialize()
  await migrate(before)
  const { pool } = database
  await pool.query(`INSERT INTO item_bank (id, name) VALUES ($1, 'Cũ')`, [BANK])
  await pool.query(
    `INSERT INTO item (id, bank_id, code, topic, level, state, version, search_folded)
     VALUES ($1, $2, 'CN-001', 'concepts', 'recall', 'approved', 1, 'cn-001 a < b')`,
    [ITEM, BANK],
  )
  await pool.query(
    `INSERT INTO item_version (id, item_id, version, stem, options) VALUES ($1, $2, 1, 'a < b & c?', $3)`,
    [VERSION, ITEM, JSON.stringify(['1 < 2', 'hai', 'ba', 'bốn'])],
  )
  await pool.query(
    `INSERT INTO item_key (item_version_id, key, explanation, sources) VALUES ($1, 2, 'Vì 1 < 2.', $2)`,
    [
      VERSION,
      JSON.stringify([
        { title: 'Luật', url: 'https://vanban.chinhphu.vn' },
        { title: 'Sách', url: null },
      ]),
    ],
  )
  await before.destroy()
  after = await createDataSource(database.ownerUrl, schema).initialize()
  await migrate(after)
})
afterAll(async () => {
  await after?.destroy()
  await database?.drop()
})

it('keeps items, keys and sources, plain text as rich text', async () => {
  const { rows } = await database.pool.query(
    `SELECT i.type, i.state, i.points, v.question, k.key, k.explanation, k.citations
     FROM item i JOIN item_version v ON v.item_id = i.id JOIN item_key k ON k.item_version_id = v.id`,
  )
  expect(rows).toEqual([
    {
      type: 'single-choice',
      state: 'approved',
      points: 1,
      question: {
        type: 'single-choice',
        stem: 'a &lt; b &amp; c?',
        options: ['1 &lt; 2', 'hai', 'ba', 'bốn'],
        choices: [],
        unit: '',
        translations: {},
      },
      key: { type: 'single-choice', option: 2 },
      explanation: { vi: 'Vì 1 &lt; 2.', en: '' },
      citations: [
        { documentId: null, title: 'Luật', url: 'https://vanban.chinhphu.vn', locator: '', role: 'reference' },
        { documentId: null, title: 'Sách', url: '', locator: '', role: 'reference' },
      ],
    },
  ])
})
