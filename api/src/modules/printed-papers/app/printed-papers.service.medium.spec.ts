import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import * as rows from '../../../../../test/support/item-rows'
import { addPerson } from '../../../../../test/support/people'
import type { ProblemError } from '../../../kernel/problem-error.js'
import { createDataSource } from '../../../platform/db/database.js'
import { DbClock } from '../../../platform/db/db-clock.js'
import { schema } from '../../../schema.js'
import { AuditService } from '../../audit/index.js'
import { AuditRepository } from '../../audit/infra/audit.repository.js'
import { type Author, BanksService, ItemsService, MediaService } from '../../item-bank/index.js'
import { BankRepository } from '../../item-bank/infra/bank.repository.js'
import { ItemListRepository } from '../../item-bank/infra/item-list.repository.js'
import { ItemRepository } from '../../item-bank/infra/item.repository.js'
import { MediaRepository } from '../../item-bank/infra/media.repository.js'
import { filesOf } from '../domain/paper-files.js'
import { PrintedPaperRepository } from '../infra/printed-paper.repository.js'
import { PaperRenderer } from './paper-renderer.js'
import { type PaperIn, PrintedPapersService } from './printed-papers.service.js'

let database: TestDatabase
let dataSource: DataSource
let clock: DbClock
let papers: PrintedPapersService
let repository: PrintedPaperRepository
let media: MediaService
let items: ItemRepository
let organizer: Author
let teacher: Author

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  clock = new DbClock(dataSource)
  await clock.start()
  const audit = new AuditService(new AuditRepository(dataSource))
  const banks = new BanksService(new BankRepository(dataSource), audit)
  items = new ItemRepository(dataSource)
  const reading = new ItemsService(items, new ItemListRepository(dataSource), banks, audit, clock)
  media = new MediaService(new MediaRepository(dataSource))
  repository = new PrintedPaperRepository(dataSource)
  papers = new PrintedPapersService(repository, reading, banks, new PaperRenderer(reading, media), audit, clock)
  organizer = { accountId: (await addPerson(database.pool, 'organizer')).accountId, role: 'organizer' }
  teacher = { accountId: (await addPerson(database.pool, 'teacher')).accountId, role: 'teacher' }
})
afterAll(async () => {
  clock?.stop()
  await dataSource?.destroy()
  await database?.drop()
})

const addBank = () => rows.addBank(database.pool, false)
const addItem = (bankId: string, row?: rows.ItemRow) => rows.addItem(database.pool, bankId, row)
const addItems = async (bankId: string, count: number, row?: rows.ItemRow) => {
  const added = []
  for (let n = 0; n < count; n++) added.push(await addItem(bankId, row))
  return added
}
const addOwnBank = async () => {
  const bankId = await addBank()
  await database.pool.query(`UPDATE item_bank SET owner_id = $2 WHERE id = $1`, [bankId, teacher.accountId])
  return bankId
}

const input = (bankId: string, change: Partial<PaperIn> = {}): PaperIn => ({
  title: 'Kiểm tra giữa kỳ',
  organizer: 'Trường THPT Trần Quý Cáp',
  subject: 'Môn: Tin học',
  durationMinutes: 45,
  bankIds: [bankId],
  blueprint: [],
  itemIds: [],
  codeCount: 2,
  isShuffled: true,
  ...change,
})
const recall = (count: number) => ({ blueprint: [{ topic: 'concepts' as const, level: 'recall' as const, count }] })

const problemOf = async (work: Promise<unknown>): Promise<ProblemError> => {
  try {
    await work
  } catch (error) {
    return error as ProblemError
  }
  throw new Error('this should have been refused')
}

const stored = async (paperId: string) =>
  (await repository.find(paperId)) as NonNullable<Awaited<ReturnType<typeof repository.find>>>
const keyReadings = async () => {
  const { rows: found } = await database.pool.query(
    `SELECT detail FROM audit_entry WHERE act = 'item.keys_read' ORDER BY at`,
  )
  return found as { detail: { count: number } }[]
}

describe('PP-1: what may be printed', () => {
  it('a blueprint takes approved items that are true today, of the banks that were named', async () => {
    const [bank, other] = [await addBank(), await addBank()]
    const good = await addItems(bank, 3)
    await addItems(other, 3)
    for (const state of ['draft', 'in_review', 'retired']) await addItem(bank, { state })
    await addItem(bank, { validTo: '2020-01-01' })
    const paper = await papers.create(organizer, input(bank, recall(3)))
    expect(paper).toMatchObject({
      itemCount: 3,
      maxPoints: 3,
      title: 'Kiểm tra giữa kỳ',
      authorId: organizer.accountId,
    })
    expect((await stored(paper.id)).itemVersionIds.sort()).toEqual(
      good.map(({ itemVersionId }) => itemVersionId).sort(),
    )
    const refused = await problemOf(papers.create(organizer, input(bank, recall(5))))
    expect([refused.code, refused.params]).toEqual(['PAPER.BANK_TOO_SMALL', { missing: 2 }])
  })

  it('items that exclude each other, and variants of one question, never stand on one paper', async () => {
    const bank = await addBank()
    await addItems(bank, 4, { variantGroup: 'v' })
    const [first, second] = await addItems(bank, 3)
    await database.pool.query(`UPDATE item SET exclusion_group = 'x' WHERE id = ANY($1)`, [
      [first?.itemId, second?.itemId],
    ])
    for (let n = 0; n < 10; n++) {
      const paper = await papers.create(organizer, input(bank, recall(3)))
      const { rows: groups } = await database.pool.query(
        `SELECT i.variant_group || i.exclusion_group AS name FROM item i JOIN item_version v ON v.item_id = i.id WHERE v.id = ANY($1)`,
        [(await stored(paper.id)).itemVersionIds],
      )
      expect(groups.map(({ name }) => name).sort()).toEqual(['', 'v', 'x'])
    }
    expect((await problemOf(papers.create(organizer, input(bank, recall(4))))).params).toEqual({ missing: 1 })
  })

  it('items picked by hand come all and in their order, or the refusal names which cannot', async () => {
    const bank = await addBank()
    const picked = await addItems(bank, 4)
    const ids = picked.map(({ itemId }) => itemId).reverse()
    const paper = await papers.create(organizer, input(bank, { itemIds: ids, isShuffled: false }))
    const { itemVersionIds, forms } = await stored(paper.id)
    expect(itemVersionIds).toEqual(picked.map(({ itemVersionId }) => itemVersionId).reverse())
    for (const { places } of forms.codes)
      expect(places.map(({ itemVersionId }) => itemVersionId)).toEqual(itemVersionIds)

    const draft = await addItem(bank, { state: 'draft' })
    const elsewhere = await addItem(await addBank())
    const refused = await problemOf(
      papers.create(organizer, input(bank, { itemIds: [...ids, draft.itemId, elsewhere.itemId] })),
    )
    expect(refused.code).toBe('REQUEST.INVALID')
    expect(refused.fields?.[0]?.path).toBe('itemIds')
    // The code of an item made here is its id.
    for (const { itemId } of [draft, elsewhere]) expect(refused.fields?.[0]?.messages.vi).toContain(itemId)

    const twins = await addItems(bank, 2, { variantGroup: 'twins' })
    const clash = await problemOf(papers.create(organizer, input(bank, { itemIds: twins.map(({ itemId }) => itemId) })))
    for (const { itemId } of twins) expect(clash.fields?.[0]?.messages.vi).toContain(itemId)
  })

  it('an empty blueprint without items is refused, and so is a paper that is too long', async () => {
    const bank = await addBank()
    for (const change of [{}, recall(0)])
      expect((await problemOf(papers.create(organizer, input(bank, change)))).fields?.[0]?.path).toBe('blueprint')
    const many = (['recall', 'understand', 'apply'] as const).map((level) => ({
      topic: 'concepts' as const,
      level,
      count: 100,
    }))
    expect((await problemOf(papers.create(organizer, input(bank, { blueprint: many })))).fields?.[0]?.path).toBe(
      'blueprint',
    )
  })

  it('a teacher prints from banks in reach only, and nothing that is kept for a round; an organizer may', async () => {
    const [own, foreign] = [await addOwnBank(), await addBank()]
    await addItem(foreign)
    expect((await problemOf(papers.create(teacher, input(foreign, recall(1))))).code).toBe('BANK.NOT_FOUND')
    const kept = await addItems(own, 2)
    await rows.addRoundOf(database.pool, kept, {})
    expect((await problemOf(papers.create(teacher, input(own, recall(1))))).code).toBe('PAPER.BANK_TOO_SMALL')
    const byHand = input(own, { itemIds: kept.map(({ itemId }) => itemId) })
    expect((await problemOf(papers.create(teacher, byHand))).fields?.[0]?.path).toBe('itemIds')
    expect((await papers.create(organizer, byHand)).itemCount).toBe(2)
    await addItem(own)
    expect((await papers.create(teacher, input(own, recall(1)))).itemCount).toBe(1)
  })

  it('is not kept when somebody has edited one of its items since it was read', async () => {
    const bank = await addBank()
    const [one] = await addItems(bank, 2)
    const paper = await stored((await papers.create(organizer, input(bank, recall(2)))).id)
    const { createdAt: _, ...columns } = paper
    expect(await repository.insert({ ...columns, id: randomUUID() })).toBe(true)
    await database.pool.query(`UPDATE item SET state = 'draft' WHERE id = $1`, [one?.itemId])
    expect(await repository.insert({ ...columns, id: randomUUID() })).toBe(false)
    await database.pool.query(`UPDATE item SET state = 'approved', version = 2 WHERE id = $1`, [one?.itemId])
    expect(await repository.insert({ ...columns, id: randomUUID() })).toBe(false)
  })
})

describe('PP-6: the files of a paper', () => {
  it('IB-3: standing on a paper freezes the version, and the paper is the same again whatever becomes of the item', async () => {
    const bank = await addBank()
    const [item] = (await addItems(bank, 1)) as [rows.AddedItem]
    expect(await items.isVersionUsed(item.itemVersionId)).toBe(false)
    const paper = await papers.create(organizer, input(bank, recall(1)))
    expect(await items.isVersionUsed(item.itemVersionId)).toBe(true)
    const [code] = paper.codes
    const before = await papers.file(organizer, paper.id, `de-${code}.pdf`)
    await database.pool.query(`UPDATE item SET points = 5, state = 'retired', level = 'apply' WHERE id = $1`, [
      item.itemId,
    ])
    const after = await papers.file(organizer, paper.id, `de-${code}.pdf`)
    expect(after.bytes.equals(before.bytes)).toBe(true)
    expect((await papers.demand(organizer, paper.id)).maxPoints).toBe(1)
  })

  it('every file that is named can be had, as what its name says', async () => {
    const bank = await addBank()
    const picture = await media.keep(
      null,
      await sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
        .png()
        .toBuffer(),
    )
    await addItem(bank, { question: { stem: `Nhìn hình <img src="media:${picture.id}" alt="Ô trắng"> và chọn` } })
    await addItem(bank, {
      question: { type: 'matching', options: ['p', 'q'], choices: ['x', 'y', 'z'] },
      key: { type: 'matching', choiceOf: [2, 0], grading: 'partial' },
    })
    await addItem(bank, {
      question: { type: 'ordering', options: ['a', 'b', 'c'] },
      key: { type: 'ordering', order: [2, 0, 1], grading: 'partial' },
    })
    await addItem(bank, {
      question: { type: 'number', options: [], unit: 'km' },
      key: { type: 'number', value: 2.5, tolerance: 0.1 },
    })
    const paper = await papers.create(organizer, input(bank, recall(4)))
    const names = filesOf(paper.codes).map(({ name }) => name)
    expect(names).toHaveLength(2 * 2 + 6)
    for (const name of names) {
      const file = await papers.file(organizer, paper.id, name)
      expect(file.name).toBe(name)
      expect(file.keptName).toContain('Kiểm tra giữa kỳ')
      expect(file.bytes.subarray(0, 4).toString('latin1')).toBe(name.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004')
      const pictures = name.endsWith('.docx')
        ? Object.keys(unzipSync(file.bytes)).filter((part) => part.startsWith('word/media/'))
        : []
      if (/^de-\d+\.docx$|^de-goc/.test(name)) expect(pictures).toHaveLength(1)
    }
    for (const name of ['de-000.pdf', '../dap-an.pdf', 'dap-an.zip', ''])
      expect((await problemOf(papers.file(organizer, paper.id, name))).code).toBe('REQUEST.NOT_FOUND')
  })

  it('the master copy explains and names its sources', async () => {
    const bank = await addBank()
    const item = await addItem(bank)
    await database.pool.query(`UPDATE item_key SET citations = $2 WHERE item_version_id = $1`, [
      item.itemVersionId,
      JSON.stringify([
        {
          documentId: null,
          title: 'Quyết định 749/QĐ-TTg',
          url: 'https://example.vn/749',
          locator: 'Điều 1',
          role: 'basis',
        },
      ]),
    ])
    const paper = await papers.create(organizer, input(bank, recall(1)))
    const { bytes } = await papers.file(organizer, paper.id, 'de-goc.docx')
    const text = new TextDecoder()
      .decode(unzipSync(bytes)['word/document.xml'])
      .replace(/<[^>]+>/g, '')
      .replace(/\u00a0/g, ' ')
    for (const piece of [
      'Đáp án: B',
      'Vì vậy',
      'Quyết định 749/QĐ-TTg, Điều 1',
      'https://example.vn/749',
      item.itemId,
      `${paper.codes[0]}: 1`,
    ])
      expect(text).toContain(piece)
  })

  it('IB-4: whoever reads keys leaves a trace, whoever reads papers leaves none', async () => {
    const bank = await addBank()
    await addItems(bank, 3)
    const paper = await papers.create(organizer, input(bank, recall(3)))
    const before = (await keyReadings()).length
    for (const name of [`de-${paper.codes[0]}.pdf`, `de-${paper.codes[0]}.docx`, 'de-tat-ca.pdf', 'phieu-tra-loi.pdf'])
      await papers.file(organizer, paper.id, name)
    expect(await keyReadings()).toHaveLength(before)
    for (const name of ['dap-an.pdf', 'dap-an.docx', 'dap-an.xlsx', 'de-goc.docx'])
      await papers.file(organizer, paper.id, name)
    const readings = (await keyReadings()).slice(before)
    expect(readings.map(({ detail }) => detail.count)).toEqual([3, 3, 3, 3])
  })

  it('a teacher sees the own papers only, an organizer all', async () => {
    const bank = await addOwnBank()
    await addItem(bank)
    const own = await papers.create(teacher, input(bank, recall(1)))
    const other = await papers.create(organizer, input(bank, recall(1)))
    const seen = async (actor: Author) => (await papers.list(actor)).map(({ id }) => id)
    expect(await seen(teacher)).toContain(own.id)
    expect(await seen(teacher)).not.toContain(other.id)
    expect(await seen(organizer)).toEqual(expect.arrayContaining([own.id, other.id]))
    expect((await problemOf(papers.demand(teacher, other.id))).code).toBe('PAPER.NOT_FOUND')
    expect((await problemOf(papers.file(teacher, other.id, 'dap-an.pdf'))).code).toBe('PAPER.NOT_FOUND')
    expect((await problemOf(papers.demand(organizer, randomUUID()))).code).toBe('PAPER.NOT_FOUND')
  })
})
