import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import type { AddedItem } from '../../../../../test/support/item-rows'
import type { Author } from '../../item-bank/index.js'
import { filesOf } from '../domain/paper-files.js'
import { PaperStage, paperInput, problemOf, recall } from './papers.sample.js'

const stage = new PaperStage()
beforeAll(() => stage.open())
afterAll(() => stage.close())

describe('PP-6: the files of a paper', () => {
  it('IB-3: standing on a paper freezes the version, and the paper is the same again whatever becomes of the item', async () => {
    const bank = await stage.addBank()
    const [item] = (await stage.addItems(bank, 1)) as [AddedItem]
    expect(await stage.items.isVersionUsed(item.itemVersionId)).toBe(false)
    const paper = await stage.papers.create(stage.organizer, paperInput(bank, recall(1)))
    expect(await stage.items.isVersionUsed(item.itemVersionId)).toBe(true)
    const [code] = paper.codes
    const before = await stage.papers.file(stage.organizer, paper.id, `de-${code}.pdf`)
    await stage.database.pool.query(`UPDATE item SET points = 5, state = 'retired', level = 'apply' WHERE id = $1`, [
      item.itemId,
    ])
    const after = await stage.papers.file(stage.organizer, paper.id, `de-${code}.pdf`)
    expect(after.bytes.equals(before.bytes)).toBe(true)
    expect((await stage.papers.demand(stage.organizer, paper.id)).maxPoints).toBe(1)
  })

  it('every file that is named can be had, as what its name says', async () => {
    const bank = await stage.addBank()
    const picture = await stage.media.keep(
      null,
      await sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
        .png()
        .toBuffer(),
    )
    await stage.addItem(bank, { question: { stem: `Nhìn hình <img src="media:${picture.id}" alt="Ô trắng"> và chọn` } })
    await stage.addItem(bank, {
      question: { type: 'matching', options: ['p', 'q'], choices: ['x', 'y', 'z'] },
      key: { type: 'matching', choiceOf: [2, 0], grading: 'partial' },
    })
    await stage.addItem(bank, {
      question: { type: 'ordering', options: ['a', 'b', 'c'] },
      key: { type: 'ordering', order: [2, 0, 1], grading: 'partial' },
    })
    await stage.addItem(bank, {
      question: { type: 'number', options: [], unit: 'km' },
      key: { type: 'number', value: 2.5, tolerance: 0.1 },
    })
    const paper = await stage.papers.create(stage.organizer, paperInput(bank, recall(4)))
    const names = filesOf(paper.codes).map(({ name }) => name)
    expect(names).toHaveLength(2 * 2 + 6)
    for (const name of names) {
      const file = await stage.papers.file(stage.organizer, paper.id, name)
      expect(file.name).toBe(name)
      expect(file.keptName).toContain('Kiểm tra giữa kỳ')
      expect(file.bytes.subarray(0, 4).toString('latin1')).toBe(name.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004')
      const pictures = name.endsWith('.docx')
        ? Object.keys(unzipSync(file.bytes)).filter((part) => part.startsWith('word/media/'))
        : []
      if (/^de-\d+\.docx$|^de-goc/.test(name)) expect(pictures).toHaveLength(1)
    }
    for (const name of ['de-000.pdf', '../dap-an.pdf', 'dap-an.zip', ''])
      expect((await problemOf(stage.papers.file(stage.organizer, paper.id, name))).code).toBe('REQUEST.NOT_FOUND')
  })

  it('the master copy explains and names its sources', async () => {
    const bank = await stage.addBank()
    const item = await stage.addItem(bank)
    await stage.database.pool.query(`UPDATE item_key SET citations = $2 WHERE item_version_id = $1`, [
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
    const paper = await stage.papers.create(stage.organizer, paperInput(bank, recall(1)))
    const { bytes } = await stage.papers.file(stage.organizer, paper.id, 'de-goc.docx')
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
    const bank = await stage.addBank()
    await stage.addItems(bank, 3)
    const paper = await stage.papers.create(stage.organizer, paperInput(bank, recall(3)))
    const before = (await stage.keyReadings()).length
    for (const name of [`de-${paper.codes[0]}.pdf`, `de-${paper.codes[0]}.docx`, 'de-tat-ca.pdf', 'phieu-tra-loi.pdf'])
      await stage.papers.file(stage.organizer, paper.id, name)
    expect(await stage.keyReadings()).toHaveLength(before)
    for (const name of ['dap-an.pdf', 'dap-an.docx', 'dap-an.xlsx', 'de-goc.docx'])
      await stage.papers.file(stage.organizer, paper.id, name)
    const readings = (await stage.keyReadings()).slice(before)
    expect(readings.map(({ detail }) => detail.count)).toEqual([3, 3, 3, 3])
  })

  it('a teacher sees the own papers only, an organizer all', async () => {
    const bank = await stage.addOwnBank()
    await stage.addItem(bank)
    const own = await stage.papers.create(stage.teacher, paperInput(bank, recall(1)))
    const other = await stage.papers.create(stage.organizer, paperInput(bank, recall(1)))
    const seen = async (actor: Author) => (await stage.papers.list(actor)).map(({ id }) => id)
    expect(await seen(stage.teacher)).toContain(own.id)
    expect(await seen(stage.teacher)).not.toContain(other.id)
    expect(await seen(stage.organizer)).toEqual(expect.arrayContaining([own.id, other.id]))
    expect((await problemOf(stage.papers.demand(stage.teacher, other.id))).code).toBe('PAPER.NOT_FOUND')
    expect((await problemOf(stage.papers.file(stage.teacher, other.id, 'dap-an.pdf'))).code).toBe('PAPER.NOT_FOUND')
    expect((await problemOf(stage.papers.demand(stage.organizer, randomUUID()))).code).toBe('PAPER.NOT_FOUND')
  })
})
