import { bareDraft } from './draft-texts.js'
import { makeZip, openZip } from './safe-zip.js'
import { book, read, type Value } from './sheet/workbook.sample.js'
import { readXlsx, writeXlsx } from './xlsx.js'

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

  it('with pictures on them show these', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const bytes = await book(
      [
        ['Câu hỏi', 'A', 'B', 'Đáp án'],
        ['Hình nào?', 'a', '', 'A'],
      ],
      (sheet, workbook) => {
        const id = workbook.addImage({ buffer: png as never, extension: 'png' })
        sheet.addImage(id, { tl: { col: 2, row: 1 }, ext: { width: 10, height: 10 } })
      },
    )
    const { rows, media } = await readXlsx(bytes)
    expect(rows[0]?.draft.body).toMatchObject({ options: ['a', '<img src="media:image1.png" alt="">'], key: 0 })
    expect(Buffer.from(media.get('image1.png') ?? []).equals(png)).toBe(true)
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
    const parts = openZip(await book([['Câu hỏi', 'A', 'B', 'Đáp án']]))
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
