import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { csvLosses, guarded, readCsv, unguarded, writeCsv } from './csv.js'
import { bareDraft } from './draft-texts.js'
import { itemDraft } from './item-draft.arbitrary.js'
import { expectRoundTrip } from './round-trip.sample.js'

const read = async (text: string) => readCsv(new TextEncoder().encode(text))
const folder = path.resolve(__dirname, '../../../../../../test/data/items/csv')

describe('a list parted by commas', () => {
  it('comes back as it was, but for what was declared lost', async () => {
    const csv = { write: writeCsv, read: readCsv, losses: csvLosses }
    const items = fc.array(itemDraft(), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(items, fc.constantFrom('vi' as const, 'en' as const), (drafts, locale) =>
        expectRoundTrip(drafts, csv, locale),
      ),
      { numRuns: 150 },
    )
  })

  it.each([',', ';', '\t', '|'])('may be parted by %j', async (delimiter) => {
    const lines = [
      ['Câu hỏi', 'A', 'B', 'Đáp án'],
      ['"Một, hai; ba?"', 'a', 'b', 'B'],
    ]
    const { rows } = await read(lines.map((line) => line.join(delimiter)).join('\n'))
    expect(rows.map(({ place, draft }) => [place, draft.body])).toEqual([
      ['A2', { type: 'single-choice', stem: 'Một, hai; ba?', options: ['a', 'b'], key: 1 }],
    ])
  })

  it('may name its delimiter', async () => {
    const { rows } = await read('sep=;\r\nCâu hỏi;A;B;Đáp án\r\nMột?;a;b;A\r\n')
    expect(rows[0]).toMatchObject({ place: 'A3', draft: { body: { stem: 'Một?', key: 0 } } })
  })

  it.each([
    ['a quotation mark within', 'Câu hỏi,A,B,Đáp án\nMàn hình 24" là gì?,a,b,A', 'Màn hình 24" là gì?'],
    ['doubled quotation marks', 'Câu hỏi,A,B,Đáp án\n"Từ ""số"" là gì?",a,b,A', 'Từ "số" là gì?'],
    ['line breaks within', 'Câu hỏi,A,B,Đáp án\n"Một\nhai",a,b,A', 'Một<br>hai'],
    ['lines of different lengths', 'Câu hỏi,A,B,Đáp án\nMột,a,b,A,,,\n', 'Một'],
    ['empty lines', '\n\nCâu hỏi,A,B,Đáp án\n\n,,,\nMột,a,b,A\n\n', 'Một'],
    ['signs of HTML', 'Câu hỏi,A,B,Đáp án\n<b>x</b> & y,a,b,A', '&lt;b&gt;x&lt;/b&gt; &amp; y'],
    ['old Macintosh line ends', 'Câu hỏi,A,B,Đáp án\rMột,a,b,A', 'Một'],
  ])('may have %s', async (_, text, stem) => {
    expect((await read(text)).rows.map(({ draft }) => draft.body)).toMatchObject([{ stem, key: 0 }])
  })

  it.each([
    ['utf-8.csv', null],
    ['utf-16le-tabs.csv', 'utf-16le'],
    ['windows-1258-semicolons.csv', 'windows-1258'],
    ['tcvn3.csv', 'tcvn3'],
    ['vni.csv', 'vni'],
  ])('is read in its encoding: %s', async (file, encoding) => {
    const { rows, encoding: found } = await readCsv(readFileSync(path.join(folder, file)))
    expect(found).toBe(encoding)
    expect(rows.map(({ draft }) => draft)).toMatchObject([
      {
        level: 'recall',
        body: {
          type: 'single-choice',
          stem: 'Chuyển đổi số là gì?',
          options: ['Số hóa giấy tờ', 'Thay đổi toàn diện', 'Mua máy tính', 'Lập trang web'],
          key: 1,
        },
      },
      { level: 'understand', body: { type: 'single-choice', stem: 'Mật khẩu mạnh gồm những gì?', key: 3 } },
    ])
  })

  it('without a head of a sheet of items says so', async () => {
    await expect(read('Họ tên,Lớp\nAn,10A')).rejects.toThrow('UPLOAD.NO_ITEMS')
  })

  it('that never ends a quotation says where', async () => {
    await expect(read('Câu hỏi,A,B,Đáp án\n"Một,a,b,A\n')).rejects.toThrow('UPLOAD.UNREADABLE')
  })
})

describe('WN-3: texts never become formulas', () => {
  it.each(['=1+1', '+84', '-5', '@x', '\t=x', "'=x", '=cmd|" /C calc"!A0'])(
    '%j is guarded and comes back',
    async (text) => {
      const draft = bareDraft({ type: 'short-text', stem: 'x', accepted: [text.trim()], ignoresDiacritics: true })
      const written = await writeCsv({ items: [{ ...draft, code: text.trim() }], media: new Map(), locale: 'vi' })
      const cells = new TextDecoder().decode(written.bytes).split('\r\n')[1]?.split(',') ?? []
      expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([])
      expect((await readCsv(written.bytes)).rows[0]?.draft).toEqual({ ...draft, code: text.trim() })
    },
  )

  it('the guard is taken away again, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `'=${text}`),
          fc.string().map((text) => `-${text}`),
        ),
        (text) => {
          expect(unguarded(guarded(text))).toBe(text)
          expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/)
        },
      ),
    )
  })

  it('a negative key stays a number', async () => {
    const draft = bareDraft({ type: 'number', stem: 'x', value: -5, tolerance: 0, unit: '' })
    const { bytes } = await writeCsv({ items: [draft], media: new Map(), locale: 'vi' })
    expect(new TextDecoder().decode(bytes)).toContain(',-5,')
  })
})
