import { createApplication, readSettings, servicesOf } from '@thiso/api/seeding'
import { freshDatabase, type TestDatabase } from '../../test/support/databases'
import { readDocuments, readItems, readSubtopics } from './content/read-content.js'
import { practiceCodes } from './content/two-banks.js'
import { BANK_NAME, PRACTICE_BANK_NAME } from './demo/contest.js'
import { layContent } from './ground.js'

const items = readItems()
const practice = practiceCodes(items)

describe('laying the content', () => {
  let database: TestDatabase
  let app: Awaited<ReturnType<typeof createApplication>>
  let bankId: string

  beforeAll(async () => {
    database = await freshDatabase()
    const settings = readSettings({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      SESSION_SECRET: 'only for this spec, thirty-two and more',
      LOG_LEVEL: 'silent',
    })
    app = await createApplication(settings)
    bankId = await layContent(servicesOf(app))
  })
  afterAll(async () => {
    await app?.close()
    await database?.drop()
  })

  async function rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await database.pool.query(sql, values)).rows
  }

  it('writes every item once, approved, into the bank that it belongs to; one bank is open for practice', async () => {
    const banks = await rows<{ id: string; name: string; open: boolean; codes: string[] }>(
      `SELECT b.id, b.name, b.is_open_for_practice AS open, array_agg(i.code) AS codes
       FROM item_bank b JOIN item i ON i.bank_id = b.id AND i.state = 'approved' GROUP BY b.id`,
    )
    const byName = new Map(banks.map((bank) => [bank.name, bank]))
    expect(byName.get(BANK_NAME)?.id).toBe(bankId)
    expect(byName.get(BANK_NAME)?.open).toBe(false)
    expect(byName.get(PRACTICE_BANK_NAME)?.open).toBe(true)
    expect(new Set(byName.get(PRACTICE_BANK_NAME)?.codes)).toEqual(practice)
    expect(banks.flatMap(({ codes }) => codes).sort()).toEqual(items.map(({ code }) => code).sort())
  })

  it('IB-2 ties items to the documents that they rest on, and keeps what is no longer in force out of draws', async () => {
    const [ended] = await rows<{ to: string; successor: string }>(
      `SELECT d.in_force_to::text AS to, s.number AS successor FROM source_document d JOIN source_document s ON s.id = d.replaced_by_id
       WHERE d.number = '13/2023/NĐ-CP'`,
    )
    expect(ended).toEqual({ to: '2025-12-31', successor: '91/2025/QH15' })
    const rest = await rows<{ code: string }>(
      `SELECT i.code FROM item i JOIN source_document d ON d.id = ANY(i.basis_document_ids) WHERE d.number = '13/2023/NĐ-CP' ORDER BY 1`,
    )
    expect(rest.map(({ code }) => code)).toEqual(
      items
        .filter(({ sources }) => sources.some((source) => source.document === 'ND13-2023' && source.role === 'basis'))
        .map(({ code }) => code)
        .sort(),
    )
    const [{ count } = { count: 0 }] = await rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM source_document`,
    )
    expect(count).toBe(Object.keys(readDocuments()).length)
  })

  it('lays the topic tree, and every item in its branch', async () => {
    const tree = await rows<{ topic: string; name: string; parent: string | null; codes: string[] }>(
      `SELECT s.topic, s.name->>'vi' AS name, p.name->>'vi' AS parent,
              (SELECT array_agg(i.code ORDER BY i.code) FROM item i WHERE i.subtopic_id = s.id AND i.topic = s.topic) AS codes
       FROM subtopic s LEFT JOIN subtopic p ON p.id = s.parent_id ORDER BY s.name->>'vi' COLLATE "C"`,
    )
    const content = readSubtopics()
    const nameOf = (code: string | null) => content.find((subtopic) => subtopic.code === code)?.name.vi ?? null
    const expected = content.map(({ code, topic, parentCode, name }) => ({
      topic,
      name: name.vi,
      parent: nameOf(parentCode),
      codes: items
        .filter(({ subtopic }) => subtopic === code)
        .map((item) => item.code)
        .sort(),
    }))
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect(tree.sort(byName)).toEqual(expected.sort(byName))
  })

  it('changes nothing when it runs again: neither items, nor a document or a subtopic that somebody has changed', async () => {
    const [first] = readSubtopics()
    await rows(`UPDATE subtopic SET name = '{"vi": "Tên mới", "en": "New name"}' WHERE name->>'vi' = $1`, [
      first?.name.vi,
    ])
    await rows(`UPDATE source_document SET in_force_to = '2026-10-31' WHERE number = '749/QĐ-TTg'`)
    await rows(`UPDATE item_bank SET is_open_for_practice = false`)
    const before = await rows(`SELECT id, code, version, updated_at FROM item ORDER BY code`)
    expect(await layContent(servicesOf(app))).toBe(bankId)
    expect(await rows(`SELECT id, code, version, updated_at FROM item ORDER BY code`)).toEqual(before)
    expect(await rows(`SELECT in_force_to::text AS to FROM source_document WHERE number = '749/QĐ-TTg'`)).toEqual([
      { to: '2026-10-31' },
    ])
    const names = await rows<{ name: string }>(`SELECT name->>'vi' AS name FROM subtopic`)
    expect(names.map(({ name }) => name).sort()).toEqual(
      ['Tên mới', ...readSubtopics().flatMap(({ name }) => (name.vi === first?.name.vi ? [] : name.vi))].sort(),
    )
    expect(await rows(`SELECT DISTINCT is_open_for_practice AS open FROM item_bank`)).toEqual([{ open: false }])
  })

  it('takes up what a broken-off run has left', async () => {
    await rows(`DELETE FROM item WHERE code = ANY($1)`, [['CN-001', [...practice][0]]])
    await layContent(servicesOf(app))
    const [{ count } = { count: 0 }] = await rows<{ count: number }>(`SELECT count(*)::int AS count FROM item`)
    expect(count).toBe(items.length)
  })
})
