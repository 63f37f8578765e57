import ExcelJS from 'exceljs'
import { bareDraft } from './draft-texts.js'
import { makeZip, openZip } from './safe-zip.js'
import { readXlsx, writeXlsx } from './xlsx.js'

type Value = ExcelJS.CellValue | undefined

async function book(rows: Value[][], change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => {}) {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Câu hỏi')
  for (const row of rows) sheet.addRow(row)
  change(sheet, workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
const read = async (rows: Value[][], change?: Parameters<typeof book>[1]) =>
  (await readXlsx(await book(rows, change))).rows
const HEAD = [
  'Mã',
  'Loại',
  'Chủ đề',
  'Mức độ',
  'Câu hỏi',
  'A',
  'B',
  'C',
  'D',
  'Đáp án',
  'Chấm',
  'Giải thích',
  'Nguồn',
  'Hiệu lực từ',
  'Điểm',
  'Độ khó',
]

describe('our sheet', () => {
  it('reads every type', async () => {
    const rows = await read([
      HEAD,
      [
        'M1',
        'Một lựa chọn',
        'Khái niệm',
        'Nhận biết',
        'Một?',
        'a',
        'b',
        'c',
        'd',
        'B',
        '',
        'Vì thế',
        '749/QĐ-TTg | Điều 1',
        '01/07/2026',
        0.5,
        60,
      ],
      ['M2', 'Nhiều lựa chọn', 'An toàn mạng', 'VD', 'Hai?', 'a', 'b', 'c', 'd', 'A, C', 'Tính điểm từng phần'],
      ['M3', 'Đúng – sai', '', '', 'Ba.', '', '', '', '', 'Sai'],
      ['M4', 'Nhóm ý đúng – sai', '', '', 'Bốn.', 'w', 'x', 'y', 'z', 'Đ, S, S, Đ'],
      ['M5', 'Trả lời ngắn', '', '', 'Năm?', '', '', '', '', 'VNeID; vneid', 'Xét dấu'],
      ['M6', 'Điền số', '', '', 'Sáu?', '', '', '', '', 12.5, '± 0,5'],
      ['M7', 'Sắp thứ tự', '', '', 'Bảy?', 'một', 'hai', 'ba'],
      ['M8', 'Ghép đôi', '', '', 'Tám?', 'p1 => c1', 'p2 => c2', '=> c3'],
    ])
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
    expect(rows.map(({ place }) => place)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((row) => `Câu hỏi!E${row}`))
    expect(rows.map(({ draft }) => draft.body)).toEqual([
      { type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c', 'd'], key: 1 },
      { type: 'multiple-choice', stem: 'Hai?', options: ['a', 'b', 'c', 'd'], keys: [0, 2], grading: 'partial' },
      { type: 'true-false', stem: 'Ba.', isTrue: false },
      {
        type: 'true-false-group',
        stem: 'Bốn.',
        statements: [
          { text: 'w', isTrue: true },
          { text: 'x', isTrue: false },
          { text: 'y', isTrue: false },
          { text: 'z', isTrue: true },
        ],
        grading: 'stepped',
      },
      { type: 'short-text', stem: 'Năm?', accepted: ['VNeID', 'vneid'], ignoresDiacritics: false },
      { type: 'number', stem: 'Sáu?', value: 12.5, tolerance: 0.5, unit: '' },
      { type: 'ordering', stem: 'Bảy?', entries: ['một', 'hai', 'ba'], grading: 'all-or-nothing' },
      {
        type: 'matching',
        stem: 'Tám?',
        pairs: [
          { prompt: 'p1', choice: 'c1' },
          { prompt: 'p2', choice: 'c2' },
        ],
        distractors: ['c3'],
        grading: 'partial',
      },
    ])
    expect(rows[0]?.draft).toMatchObject({
      code: 'M1',
      topic: 'concepts',
      level: 'recall',
      explanation: 'Vì thế',
      sources: [{ document: '749/QĐ-TTg', locator: 'Điều 1', url: '', role: 'reference' }],
      validFrom: '2026-07-01',
      points: 0.5,
      intendedDifficulty: 60,
    })
    expect(rows[1]?.draft).toMatchObject({ topic: 'cyber-safety', level: 'apply' })
  })

  it.each([
    [
      'any order, other columns and empty ones between',
      ['Ghi chú của tôi', 'Đáp án', '', 'D', 'C', 'B', 'A', 'Câu hỏi'],
      ['x', 'B', '', 'd', 'c', 'b', 'a', 'Một?'],
    ],
    ['no marks, other case', ['CAU HOI', 'a', 'b', 'c', 'd', 'DAP AN'], ['Một?', 'a', 'b', 'c', 'd', 'b']],
    [
      'English',
      ['Question', 'Option A', 'Option B', 'Option C', 'Option D', 'Correct answer'],
      ['Một?', 'a', 'b', 'c', 'd', 'B'],
    ],
    [
      'English, numbered',
      ['Question text', 'Option 1', 'Option 2', 'Option 3', 'Option 4', 'Correct answer'],
      ['Một?', 'a', 'b', 'c', 'd', 2],
    ],
    [
      'words of others',
      ['STT', 'Nội dung câu hỏi', 'Phương án A', 'Phương án B', 'Phương án C', 'Phương án D', 'Đáp án đúng'],
      [1, 'Một?', 'a', 'b', 'c', 'd', 'B.'],
    ],
    [
      'answers named Đáp án A …',
      ['Câu hỏi', 'Đáp án A', 'Đáp án B', 'Đáp án C', 'Đáp án D', 'Đáp án đúng'],
      ['Một?', 'a', 'b', 'c', 'd', 'B'],
    ],
    [
      'notes in brackets and stars',
      ['Câu hỏi (*)', 'A', 'B', 'C', 'D', 'Đáp án (A, B, C hoặc D)'],
      ['Một?', 'a', 'b', 'c', 'd', 'B'],
    ],
    [
      'the key as the words of the option',
      ['Câu hỏi', 'A', 'B', 'C', 'D', 'Đáp án'],
      ['Một?', 'a', 'b', 'c', 'd', 'B. '],
    ],
  ] as [string, Value[], Value[]][])('finds its columns: %s', async (_, head, row) => {
    const rows = await read([head, row])
    expect(rows.map(({ draft }) => draft.body)).toEqual([
      { type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c', 'd'], key: 1 },
    ])
    expect(rows[0]?.problems).toEqual([])
  })

  it('has titles above its head and empty rows within', async () => {
    const rows = await read([
      ['NGÂN HÀNG CÂU HỎI'],
      [],
      ['Tổ Tin học'],
      HEAD,
      [],
      ['', '', '', '', 'Một?', 'a', 'b', '', '', 'A'],
      [],
      ['', '', '', '', 'Hai?', 'a', 'b', '', '', 'B'],
    ])
    expect(rows.map(({ place }) => place)).toEqual(['Câu hỏi!E6', 'Câu hỏi!E8'])
  })

  it('may have no head at all', async () => {
    const rows = await read([
      [1, 'Một?', 'a', 'b', 'c', 'd', 'B'],
      [2, 'Hai?', 'e', 'f', 'g', 'h', 'D'],
    ])
    expect(rows.map(({ draft }) => draft.body)).toEqual([
      { type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c', 'd'], key: 1 },
      { type: 'single-choice', stem: 'Hai?', options: ['e', 'f', 'g', 'h'], key: 3 },
    ])
  })

  it('of several sheets reads those with items, and not the hidden ones nor the examples', async () => {
    const add = (name: string, stem: string) => (_: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => {
      const sheet = workbook.addWorksheet(name)
      sheet.addRow(['Câu hỏi', 'A', 'B', 'Đáp án'])
      sheet.addRow([stem, 'a', 'b', 'A'])
      if (name === 'Ẩn') sheet.state = 'hidden'
    }
    const rows = await read(
      [
        ['Câu hỏi', 'A', 'B', 'Đáp án'],
        ['Một?', 'a', 'b', 'A'],
      ],
      (sheet, workbook) => {
        for (const [name, stem] of [
          ['Ví dụ', 'ví dụ'],
          ['Ẩn', 'ẩn'],
          ['Tuần 2', 'Hai?'],
          ['Danh mục', 'x'],
        ] as const)
          add(name, stem)(sheet, workbook)
        workbook.addWorksheet('Hướng dẫn').addRow(['Cách điền'])
      },
    )
    expect(rows.map(({ place, draft }) => [place, draft.body.stem])).toEqual([
      ['Câu hỏi!A2', 'Một?'],
      ['Tuần 2!A2', 'Hai?'],
    ])
  })
})

describe('cells', () => {
  const one = async (stem: Value, change?: Parameters<typeof book>[1]) =>
    (
      await read(
        [
          ['Câu hỏi', 'A', 'B', 'Đáp án'],
          [stem, 'a', 'b', 'A'],
        ],
        change,
      )
    )[0]

  it.each([
    [
      'bold and a power',
      {
        richText: [
          { text: 'x' },
          { text: '2', font: { vertAlign: 'superscript' } },
          { text: ' là ' },
          { text: 'gì', font: { bold: true, italic: true } },
        ],
      },
      'x<sup>2</sup> là <b><i>gì</i></b>',
    ],
    ['signs of HTML', '<b>x</b> & y', '&lt;b&gt;x&lt;/b&gt; &amp; y'],
    ['lines', 'một\nhai', 'một<br>hai'],
    ['a list', 'chọn:\n• một\n• hai', 'chọn:<ul><li>một</li><li>hai</li></ul>'],
    ['a formula of LaTeX', 'Tính \\(x^2\\)', 'Tính \\(x^2\\)'],
    ['decomposed letters', 'Việt'.normalize('NFD'), 'Việt'],
    ['a number', 2026, '2026'],
    ['a number with decimals', 3.25, '3,25'],
    ['a day', new Date(Date.UTC(2026, 9, 10)), '10/10/2026'],
    ['a truth', true, 'TRUE'],
    ['a link', { text: 'trang', hyperlink: 'https://x.vn' }, 'trang'],
    ['an equals sign in a text', '\u200b=1+1'.slice(1), '=1+1'],
  ] as [string, Value, string][])('with %s', async (_, value, html) => {
    expect((await one(value))?.draft.body.stem).toBe(html)
  })

  it('with a percentage', async () => {
    const row = await one(0.6, (sheet) => {
      sheet.getCell('A2').numFmt = '0%'
    })
    expect(row?.draft.body.stem).toBe('60%')
  })

  it('in an old font', async () => {
    const row = await one('ThÕ nµo lµ sè?', (sheet) => {
      sheet.getCell('A2').font = { name: '.VnTime', size: 12 }
    })
    expect(row?.draft.body.stem).toBe('Thế nào là số?')
  })

  it('with a formula are never computed', async () => {
    const row = await one({ formula: 'HYPERLINK("http://x","y")', result: 'y' })
    expect(row?.draft.body).toMatchObject({ stem: '', key: 0 })
    expect(row?.problems).toEqual([{ code: 'formula_cell', detail: 'Câu hỏi!A2' }])
  })

  it('of the key with a formula', async () => {
    const rows = await read([
      ['Câu hỏi', 'A', 'B', 'Đáp án'],
      ['x', 'a', 'b', { formula: 'B2', result: 'A' }],
    ])
    expect(rows[0]?.problems).toEqual([{ code: 'formula_cell', detail: 'Câu hỏi!D2' }])
    expect(rows[0]?.draft.body).toMatchObject({ key: -1 })
  })

  it.each([
    ['a day as a day', new Date(Date.UTC(2026, 6, 1))],
    ['a day as text', '01/07/2026'],
    ['a day the other way round', '2026-07-01'],
    ['a day with points', '1.7.2026'],
  ])('of validity hold %s', async (_, value) => {
    const rows = await read([
      ['Câu hỏi', 'A', 'B', 'Đáp án', 'Hiệu lực từ'],
      ['x', 'a', 'b', 'A', value],
    ])
    expect(rows[0]?.draft.validFrom).toBe('2026-07-01')
  })

  it.each([
    ['a number as a number', 0.5, 0.5],
    ['a number as text', '0,5', 0.5],
    ['a number as English text', '0.5', 0.5],
  ])('of points hold %s', async (_, value, points) => {
    expect(
      (
        await read([
          ['Câu hỏi', 'A', 'B', 'Đáp án', 'Điểm'],
          ['x', 'a', 'b', 'A', value],
        ])
      )[0]?.draft.points,
    ).toBe(points)
  })
})

describe('rows', () => {
  it.each([
    ['no key', ['x', '', '', 'a', 'b', '', '', ''], ['key_missing']],
    ['a key beyond', ['x', '', '', 'a', 'b', '', '', 'D'], ['key_out_of_range']],
    ['an option left out', ['x', '', '', 'a', '', 'c', '', 'A'], ['option_empty']],
    ['no stem', ['', '', '', 'a', 'b', '', '', 'A'], ['stem_missing']],
    ['an unknown topic', ['x', 'Bóng đá', '', 'a', 'b', '', '', 'A'], ['topic_unknown']],
    ['an unknown level', ['x', '', 'Siêu cấp', 'a', 'b', '', '', 'A'], ['level_unknown']],
    ['a level that is only how hard it is', ['x', '', 'Khó', 'a', 'b', '', '', 'A'], ['level_assumed']],
  ])('with %s say so', async (_, cells, codes) => {
    const rows = await read([['Câu hỏi', 'Chủ đề', 'Mức độ', 'A', 'B', 'C', 'D', 'Đáp án'], cells])
    expect(rows[0]?.problems.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['several keys make several right options', ['a', 'b', 'c'], 'A, C', { type: 'multiple-choice', keys: [0, 2] }],
    ['Đúng and Sai as options make a statement', ['Đúng', 'Sai'], 'B', { type: 'true-false', isTrue: false }],
    ['no options and a number', [], '12,5', { type: 'number', value: 12.5 }],
    ['no options and a word', [], 'VNeID', { type: 'short-text', accepted: ['VNeID'] }],
    ['no options and Đúng', [], 'Đúng', { type: 'true-false', isTrue: true }],
    ['four truths', ['w', 'x', 'y', 'z'], 'ĐSĐS', { type: 'true-false-group', grading: 'stepped' }],
    ['the words of an option', ['Hà Nội', 'Huế'], 'huế', { type: 'single-choice', key: 1 }],
  ] as [string, string[], string, object][])('without a type: %s', async (_, options, key, body) => {
    const rows = await read([
      ['Câu hỏi', 'A', 'B', 'C', 'D', 'Đáp án'],
      ['x', ...[0, 1, 2, 3].map((at) => options[at] ?? ''), key],
    ])
    expect(rows[0]?.draft.body).toMatchObject(body)
    expect(rows[0]?.problems).toEqual([])
  })

  it('several keys of an item with one right option', async () => {
    const rows = await read([
      ['Loại', 'Câu hỏi', 'A', 'B', 'Đáp án'],
      ['Một lựa chọn', 'x', 'a', 'b', 'A, B'],
    ])
    expect(rows[0]?.problems).toEqual([{ code: 'several_keys', detail: 'A, B' }])
  })

  it('of an unknown type', async () => {
    const rows = await read([
      ['Loại', 'Câu hỏi', 'A', 'B', 'Đáp án'],
      ['Tự luận', 'x', '', '', ''],
    ])
    expect(rows[0]?.problems.map(({ code, detail }) => [code, detail])).toEqual([
      ['type_unknown', 'Tự luận'],
      ['key_missing', ''],
    ])
  })
})

describe('files', () => {
  it.each(['=cmd|x', '+1', '-2', '@SUM(A1)', "'=x", '\t=1', '=HYPERLINK("x")'])(
    'the text %s stays text',
    async (text) => {
      const draft = bareDraft({
        type: 'short-text',
        stem: `${text}`.trim(),
        accepted: [text.trim()],
        ignoresDiacritics: true,
      })
      const { bytes } = await writeXlsx({ items: [draft], media: new Map(), locale: 'vi' })
      expect((await readXlsx(bytes)).rows[0]?.draft).toEqual(draft)
      const sheet = Buffer.from(openZip(bytes).get('xl/worksheets/sheet1.xml') ?? []).toString()
      expect(sheet).not.toMatch(/<f>|<f /)
      expect(Buffer.from(openZip(bytes).get('xl/styles.xml') ?? []).toString()).toContain('quotePrefix="1"')
    },
  )

  it('without any item say so', async () => {
    await expect(
      read([
        ['Họ tên', 'Lớp'],
        ['An', '10A'],
      ]),
    ).rejects.toThrow('UPLOAD.NO_ITEMS')
  })

  it.each([
    ['no workbook', makeZip([['a.txt', new Uint8Array(3)]]), 'UPLOAD.UNREADABLE'],
    ['a workbook with macros', makeZip([['xl/vbaProject.bin', new Uint8Array(3)]]), 'UPLOAD.MACROS'],
    ['no archive', Buffer.from('a,b,c'), 'UPLOAD.UNREADABLE'],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(readXlsx(bytes)).rejects.toThrow(code)
  })

  it('a sheet with a DTD is refused', async () => {
    const parts = openZip(await book([HEAD]))
    const evil = new TextEncoder().encode('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')
    parts.set('xl/worksheets/sheet1.xml', evil)
    await expect(readXlsx(makeZip(parts))).rejects.toThrow('UPLOAD.ENTITIES')
  })

  it('10,000 rows take seconds, not minutes', async () => {
    const items = Array.from({ length: 10_000 }, (_, at) =>
      bareDraft({
        type: 'single-choice',
        stem: `Câu số ${at} về chuyển đổi số là gì?`,
        options: [`một ${at}`, `hai ${at}`, `ba ${at}`, `bốn ${at}`],
        key: at % 4,
      }),
    )
    const { bytes } = await writeXlsx({ items, media: new Map(), locale: 'vi' })
    const since = performance.now()
    const { rows } = await readXlsx(bytes)
    expect(performance.now() - since).toBeLessThan(10_000)
    expect(rows).toHaveLength(10_000)
    expect(rows.at(-1)?.draft.body).toMatchObject({ key: 3 })
  }, 30_000)
})
