import fc from 'fast-check'
import { ProblemError } from '../../../../../kernel/problem-error.js'
import { readDocx } from '../docx-read.js'
import { escapeXml } from '../safe-xml.js'
import { openZip, makeZip } from '../safe-zip.js'
import { question } from './paper.sample.js'
import { wordFile, WordWriter } from './word-file.sample.js'

const w = new WordWriter('word')

/** Lines of which papers are made, in any order and number. */
const LINES = [
  'Câu 1: Một?',
  'Câu 2.',
  'Câu',
  '3) Ba?',
  '1. Một',
  'Bài 4',
  'A. a',
  'B. b',
  'C. c',
  'D. d',
  'a) x',
  'b) y',
  '(A) z',
  'A. a  B. b  C. c',
  '*C. c',
  'Đáp án: A',
  'Đáp án:',
  'ĐÁP ÁN',
  'BẢNG ĐÁP ÁN',
  '1.A 2.B 3.C',
  'Chọn B',
  'a) Đ b) S',
  'ĐSĐS',
  'Lời giải',
  'Giải thích: vì',
  'PHẦN I. Trắc nghiệm',
  'PHẦN II. Đúng sai',
  'PHẦN III. Trả lời ngắn',
  'Mức độ: NB',
  'Chủ đề: Kinh tế số',
  'NHẬN BIẾT',
  'Câu 1: A',
  '--- HẾT ---',
  'Trang 1/2',
  '',
  '   ',
  'chữ thường',
  'Đọc đoạn sau và trả lời câu 1 đến 3',
  'Mã đề 101',
  '12,5',
  'Câu 1 (NB): [TH] (0,5 điểm) x',
  '\t',
  'x\ny\tz',
  '=> C',
]
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
)
const look = fc.record({ b: fc.boolean(), u: fc.boolean(), color: fc.constantFrom('FF0000', '000000') })
const paragraph = fc
  .tuple(line, look, fc.boolean())
  .map(([text, own, isPlain]) => (isPlain ? w.p(text) : w.p({ text, look: own })))
const table = fc
  .array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((rows) => w.table(rows))
const body = fc
  .array(fc.oneof({ weight: 8, arbitrary: paragraph }, { weight: 1, arbitrary: table }), { maxLength: 40 })
  .map((parts) => parts.join(''))

/** Reads, or is refused by a sentence that people understand. */
async function readOrRefused(bytes: Uint8Array) {
  try {
    return (await readDocx(bytes)).rows
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError)
    return []
  }
}

describe('any file at all', () => {
  it('of lines in any order gives rows that are whole', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (xml) => {
        for (const row of await readOrRefused(wordFile({ body: xml }))) {
          const { draft } = row
          expect(row.place).not.toBe('')
          expect(typeof draft.body.stem).toBe('string')
          if (draft.body.type === 'single-choice')
            expect(draft.body.key).toBeLessThan(Math.max(draft.body.options.length, 1))
          // A row without a problem has a key.
          if (row.problems.length === 0 && draft.body.type === 'single-choice')
            expect(draft.body.key).toBeGreaterThanOrEqual(0)
          expect(JSON.stringify(row)).not.toContain('\ufffc')
        }
      }),
      { numRuns: 150 },
    )
  })

  it('with its XML cut, doubled or changed is read or refused, never a failure', async () => {
    const whole = wordFile({ body: question(1) + question(2) })
    const parts = openZip(whole)
    const document = new TextDecoder().decode(parts.get('word/document.xml'))
    const change = fc.record({
      at: fc.nat(document.length),
      length: fc.nat(200),
      put: fc.constantFrom(
        '',
        '<w:p>',
        '</w:tbl>',
        '&x;',
        '<w:t>Câu 9: x</w:t>',
        '<w:tbl><w:tr/></w:tbl>',
        ']]>',
        '\u0001',
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const text = changes.reduce(
          (xml, { at, length, put }) => xml.slice(0, at) + put + xml.slice(at + length),
          document,
        )
        parts.set('word/document.xml', new TextEncoder().encode(text))
        await readOrRefused(makeZip(parts))
      }),
      { numRuns: 150 },
    )
  })

  it('with bytes changed is read or refused, never a failure', async () => {
    const whole = wordFile({ body: question(1) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole)
          for (const [at, value] of changes) bytes[at] = value
          await readOrRefused(bytes)
        },
      ),
    )
  })

  it.each([
    ['spaces', ' '.repeat(90_000)],
    ['points', '.'.repeat(90_000)],
    ['words', 'chuyển đổi số '.repeat(6_500)],
    ['labels', 'A. x B. y '.repeat(9_000)],
    ['keys', '1.A 2.B '.repeat(11_000)],
    ['brackets', '([<{'.repeat(22_000)],
    ['truths', 'a) Đ b) S '.repeat(9_000)],
    ['stars', '* '.repeat(45_000)],
  ])(
    'a line of 90,000 letters takes no longer than a paper: %s',
    async (_, text) => {
      const xml = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r></w:p>`
      const since = performance.now()
      const rows = await readOrRefused(
        wordFile({
          body: xml(`Câu 1: ${text}`) + xml(`A. ${text}`) + xml(`B. ${text}`) + xml(`Đáp án: ${text}`) + xml(text),
        }),
      )
      expect(rows.length).toBeGreaterThan(0)
      expect(performance.now() - since).toBeLessThan(8_000)
    },
    20_000,
  )

  it('2,000 questions are read in seconds', async () => {
    const xml = Array.from({ length: 2_000 }, (_, at) => question(at + 1)).join('')
    const since = performance.now()
    expect(await readOrRefused(wordFile({ body: xml }))).toHaveLength(2_000)
    expect(performance.now() - since).toBeLessThan(15_000)
  }, 30_000)
})
