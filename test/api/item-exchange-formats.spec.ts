import { crc32, deflateSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import type { ApiBody, ApiOutput } from '@thiso/contracts'
import { type ExportLoss, ITEM_FORMATS, type ItemBody, type ItemFormat, plainText } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { rowsOf, runImport, sendFile, sendImport } from '../support/uploads'

type Item = ApiOutput<'item'>
type ItemIn = ApiBody<'createItem'>

const stage = useStage()
let organizer: Client
let bankId: string
let originals: Item[]

const PLAIN: Omit<ItemIn, 'bankId' | 'body'> = {
  topic: 'concepts',
  level: 'recall',
  explanation: 'Vì đó là <b>đúng</b>.',
  validFrom: null,
  validTo: null,
}

const BODIES: ItemBody[] = [
  { type: 'single-choice', stem: 'Thủ đô nước ta?', options: ['Huế', 'Hà Nội', 'Vinh'], key: 1 },
  {
    type: 'multiple-choice',
    stem: 'Số nào chia hết cho ba?',
    options: ['Sáu', 'Bảy', 'Chín', 'Mười'],
    keys: [0, 2],
    grading: 'partial',
  },
  { type: 'true-false', stem: 'Mặt trời mọc ở phía đông.', isTrue: true },
  {
    type: 'true-false-group',
    stem: 'Về biển đảo, ý nào đúng?',
    statements: [
      { text: 'Hoàng Sa là quần đảo.', isTrue: true },
      { text: 'Cù Lao Chàm ở Quảng Nam.', isTrue: true },
      { text: 'Phú Quốc ở miền Bắc.', isTrue: false },
      { text: 'Lý Sơn là một con sông.', isTrue: false },
    ],
    grading: 'stepped',
  },
  { type: 'short-text', stem: 'Ứng dụng định danh tên gì?', accepted: ['VNeID', 'VNEID'], ignoresDiacritics: true },
  { type: 'number', stem: 'Một thế kỷ có bao nhiêu năm?', value: 100, tolerance: 0.5, unit: 'năm' },
  {
    type: 'ordering',
    stem: 'Xếp từ bé đến lớn.',
    entries: ['Byte', 'Kilôbyte', 'Mêgabyte', 'Gigabyte'],
    grading: 'all-or-nothing',
  },
  {
    type: 'matching',
    stem: 'Nối tỉnh với đặc sản.',
    pairs: [
      { prompt: 'Quảng Nam', choice: 'Mì Quảng' },
      { prompt: 'Huế', choice: 'Bún bò' },
      { prompt: 'Hà Nội', choice: 'Phở' },
    ],
    distractors: ['Hủ tiếu'],
    grading: 'partial',
  },
]

beforeAll(async () => {
  organizer = await stage.client('organizer')
  bankId = (await organizer.get('createBank', { body: { name: 'Nguồn' } })).id
  const document = await organizer.get('createDocument', {
    body: {
      number: '20/2023/QH15',
      kind: 'law',
      title: 'Luật Giao dịch điện tử',
      issuer: 'Quốc hội',
      issuedOn: '2023-06-22',
      inForceFrom: '2024-07-01',
      inForceTo: null,
      replacedById: null,
      url: 'https://vanban.chinhphu.vn/20-2023-QH15',
    },
  })
  const picture = (await (await sendFile(organizer, 'uploadMedia', { name: 'h.png', content: png() })).json()) as {
    id: string
  }
  const rich: ItemIn = {
    ...PLAIN,
    bankId,
    body: {
      type: 'single-choice',
      stem: `<p>Hình <b>vuông</b> cạnh \\(a\\) có diện tích nào?</p><p><img src="media:${picture.id}" alt="Hình vuông"></p>`,
      options: ['\\(a^2\\)', '\\(\\frac{a}{2}\\)', 'H<sub>2</sub>O'],
      key: 0,
    },
    explanation: 'Vì \\(a \\cdot a = a^2\\).',
    translations: {
      en: { stem: 'Which area has a square?', texts: ['a²', 'a/2', 'Water'], explanation: 'Side times side.' },
    },
    citations: [
      { documentId: document.id, title: '', url: '', locator: 'Điều 3', role: 'basis' },
      { documentId: null, title: 'Báo Quảng Nam', url: 'https://baoquangnam.vn/so', locator: '', role: 'reference' },
    ],
    points: 1.5,
    intendedDifficulty: 40,
    tags: ['hình học', 'lớp 8'],
    competences: ['1.1', '6.3'],
    facts: ['F-12'],
    exclusionGroup: 'hinh-vuong',
    variantGroup: 'dien-tich',
    validFrom: '2025-01-01',
    validTo: '2030-12-31',
  }
  const { id: subtopicId } = await organizer.get('createSubtopic', {
    body: { topic: 'concepts', parentId: null, name: { vi: 'Đồng hồ', en: 'Clocks' } },
  })
  // Its places in our own trees are what only our own file carries.
  const placed: ItemIn = {
    ...PLAIN,
    bankId,
    subtopicId,
    unitIds: stage.units.communes.slice(0, 1),
    body: { type: 'true-false', stem: 'Đồng hồ Tam Kỳ chạy theo giờ Việt Nam.', isTrue: true },
  }
  const inputs = [...BODIES.map((body): ItemIn => ({ ...PLAIN, bankId, body })), rich, placed]
  originals = []
  for (const [index, input] of inputs.entries())
    originals.push(
      await organizer.get('createItem', { body: { ...input, tags: [...(input.tags ?? []), `số ${index}`] } }),
    )
})

const check = (format: ItemFormat, query: object = {}) =>
  organizer.get('checkExport', { query: { format, bankId, ...query } })
async function download(format: ItemFormat, query = `bankId=${bankId}`) {
  const response = await organizer.send('GET', `/api/admin/exports/items?format=${format}&${query}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (response.status !== 200) throw new Error(`${format}: ${response.status} ${bytes.toString('utf8').slice(0, 300)}`)
  const name = /^attachment; filename="(cau-hoi-\d{4}-\d\d-\d\d\.[\w.]+)"$/.exec(
    response.headers.get('content-disposition') ?? '',
  )?.[1]
  expect(name).toBeDefined()
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { name: name as string, content: bytes }
}

/** What of an item must come back, after what the format has told as lost. */
function kept(item: Item, losses: readonly ExportLoss[]) {
  const has = (...some: ExportLoss[]) => some.some((loss) => losses.includes(loss))
  const isPlain = has('rich_text_lost', 'formula_lost', 'media_lost', 'text_cut', 'options_cut')
  const { body } = item
  const withoutGrading = { ...body, grading: '', tolerance: 0, ignoresDiacritics: false, unit: '', distractors: [] }
  return {
    // Pictures come back under ids of their own.
    body: isPlain ? { type: body.type } : has('grading_lost', 'metadata_lost') ? strip(withoutGrading) : strip(body),
    explanation: isPlain || has('explanation_lost') ? '' : item.explanation,
    translations: isPlain || has('translations_lost') ? {} : item.translations,
    citations: has('sources_lost') ? [] : item.citations,
    validity: has('validity_lost') ? [] : [item.validFrom, item.validTo],
    rest: has('metadata_lost')
      ? {}
      : {
          topic: item.topic,
          level: item.level,
          points: item.points,
          intendedDifficulty: item.intendedDifficulty,
          tags: item.tags,
          competences: item.competences,
          facts: item.facts,
          exclusionGroup: item.exclusionGroup,
          variantGroup: item.variantGroup,
          subtopicId: item.subtopicId,
          unitIds: item.unitIds,
        },
  }
}

function strip(value: object): unknown {
  return JSON.parse(JSON.stringify(value).replace(/media:[\w-]+/g, 'media:x'))
}

describe.each(ITEM_FORMATS)('IX-2: items that go out as %s', (format) => {
  it('come in again as the same items, but for what was told before as lost', async () => {
    const told = await check(format)
    expect(told.itemCount).toBe(originals.length)
    const file = await download(format)
    const target = (await organizer.get('createBank', { body: { name: `Đích ${format}` } })).id
    const batch = await sendImport(organizer, target, file)
    expect(batch).toMatchObject({ state: 'ready', format, error: null, rowCount: told.carriedCount, faultyCount: 0 })
    await organizer.get('chooseImportRows', { params: { batchId: batch.id }, body: { choose: 'good' } })
    expect(await runImport(organizer, batch.id)).toMatchObject({ state: 'imported', importedCount: told.carriedCount })
    const { rows } = await organizer.get('items', { query: { bankId: target, size: 50 } })
    const copies = await Promise.all(rows.map(({ id }) => organizer.get('item', { params: { itemId: id } })))

    let carriedCount = 0
    for (const [index, original] of originals.entries()) {
      const { losses } = await check(format, { tag: `số ${index}` })
      const lost = losses.map(({ loss }) => loss)
      if (lost.includes('type_not_carried')) {
        expect(lost).toEqual(['type_not_carried'])
        continue
      }
      carriedCount++
      const beginning = plainText(original.body.stem).slice(0, 12)
      const copy = copies.find(({ body }) => plainText(body.stem).startsWith(beginning))
      expect({ format, beginning, isThere: copy !== undefined }).toEqual({ format, beginning, isThere: true })
      expect(kept(copy as Item, lost)).toEqual(kept(original, lost))
    }
    expect(told.carriedCount).toBe(carriedCount)

    const before = await organizer.get('bankReport', { params: { bankId } })
    expect(await organizer.get('undoImport', { params: { batchId: batch.id } })).toMatchObject({ keptCount: 0 })
    expect((await organizer.get('items', { query: { bankId: target } })).total).toBe(0)
    expect(await organizer.get('bankReport', { params: { bankId } })).toEqual(before)
  })
})

describe('exports', () => {
  it('leave one trace, and a look at what would be lost leaves none', async () => {
    const auditor = await stage.client('organizer')
    const entries = async () =>
      (await auditor.get('auditEntries', { query: { q: 'export:items', size: 200 } })).rows.filter(
        ({ act }) => act === 'item.keys_read',
      ).length
    const before = await entries()
    await check('gift')
    expect(await entries()).toBe(before)
    await download('gift')
    expect(await entries()).toBe(before + 1)
  })

  it('hold what the list shows and nothing else', async () => {
    const one = await check('json', { tag: 'số 3' })
    expect(one).toEqual({ itemCount: 1, carriedCount: 1, losses: [] })
    const { content } = await download('json', `bankId=${bankId}&type=matching`)
    expect(content.toString('utf8')).toContain('Mì Quảng')
    expect(content.toString('utf8')).not.toContain('Thủ đô')
    expect((await check('json', { tag: 'không có' })).itemCount).toBe(0)
  })

  it('of a teacher hold the own banks only', async () => {
    const teacher = await stage.client('teacher')
    expect(await teacher.get('checkExport', { query: { format: 'json' } })).toMatchObject({ itemCount: 0 })
    const file = await teacher.send('GET', `/api/admin/exports/items?format=json&bankId=${bankId}`)
    expect(await file.text()).not.toContain('Thủ đô')
    expect(await (await stage.client('contestant')).refusal('exportItems', { query: { format: 'json' } })).toBe(
      'AUTH.NOT_ALLOWED',
    )
  })
})

describe('the sheet to fill in', () => {
  it('has an example of each type, and what is copied from them is read without a fault', async () => {
    const response = await organizer.send('GET', '/api/admin/imports/template.xlsx')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="mau-cau-hoi.xlsx"')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await response.arrayBuffer())
    const [empty, examples] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
    const target = (await organizer.get('createBank', { body: { name: 'Từ mẫu' } })).id
    const send = async () =>
      sendImport(organizer, target, { name: 'mau.xlsx', content: new Uint8Array(await book.xlsx.writeBuffer()) })
    // As it comes there is nothing to read but the examples.
    expect(await send()).toMatchObject({ state: 'ready', rowCount: BODIES.length, faultyCount: 0 })
    const heads = (sheet: ExcelJS.Worksheet) => {
      const places = new Map<string, number>()
      sheet.getRow(1).eachCell((cell, at) => places.set(cell.text, at))
      return places
    }
    const places = heads(empty)
    examples.eachRow((row, number) => {
      if (number === 1) return
      for (const [name, at] of heads(examples))
        empty.getRow(number).getCell(places.get(name) as number).value = row.getCell(at).value
    })
    // What was filled in is read, and the examples are not any more.
    const batch = await send()
    const rows = await rowsOf(organizer, batch.id)
    expect(batch).toMatchObject({ state: 'ready', rowCount: BODIES.length, faultyCount: 0, duplicateCount: 0 })
    expect(rows.every(({ place }) => place.startsWith(empty.name))).toBe(true)
    expect(rows.map(({ draft }) => draft.body.type)).toEqual(BODIES.map(({ type }) => type))
  })
})

/** A small picture that a drawing program might have made. */
function png(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length, 0)
    head.write(type, 4, 'latin1')
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])), 0)
    return Buffer.concat([head, data, sum])
  }
  const size = 40
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const lines = Buffer.alloc(size * (1 + 3 * size), 0x90)
  for (let y = 0; y < size; y++) lines[y * (1 + 3 * size)] = 0
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
