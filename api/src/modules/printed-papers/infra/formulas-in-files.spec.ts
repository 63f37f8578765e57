import { unzipSync } from 'fflate'
import { printedCodes } from '../domain/printed-code.js'
import { paperDocx } from './docx/paper-docx.js'
import { type PaperFile, paperPdf } from './pdf/paper-pdf.js'
import { pdfLines } from '../../../platform/documents/pdf/pdf-text.comparison.js'

const FORMULAS = [
  '\\frac{a+b}{2}',
  'x_1^2',
  '\\sqrt[3]{x}',
  '\\left\\{\\begin{matrix}1&2\\\\3&4\\end{matrix}\\right\\}',
  '\\sum_{i=1}^{n} i \\le \\int_0^1 x\\,dx',
  '\\lim_{x\\to\\infty} \\alpha',
  '\\widehat{ABC} \\ne \\overline{AB}',
  '\\binom{n}{k}',
  '\\frac{1}',
]

const FILE: PaperFile = {
  heading: { title: 'Đề thử', organizer: '', subject: '', durationMinutes: 15 },
  author: 'Thi Số',
  at: new Date('2026-11-01T00:00:00Z'),
  pictures: new Map(),
}

const question = {
  type: 'single-choice' as const,
  stem: `<p>Cho ${FORMULAS.map((latex) => `\\(${latex.replace(/</g, '&lt;').replace(/&(?!lt;)/g, '&amp;')}\\)`).join(', ')}</p><table><caption>Bảng</caption><tr><th rowspan="2">Gộp</th><td>một</td></tr><tr><td>☐ hai → ba</td></tr></table><ul><li>H<sub>2</sub>O</li><li><b>đậm</b> <u>gạch chân</u> <s>bỏ</s> <code>mã</code></li></ul><p>Hiện riêng: \\[\\lim_{x\\to 0} y\\]</p><blockquote>lời trích</blockquote><audio src="media:a" title="Bài hát"></audio><img src="media:b" alt="Sơ đồ">`,
  options: ['x', 'y'],
  choices: [],
  unit: '',
  translations: {},
}
const [code] = printedCodes(
  [{ code: '204', places: [{ itemVersionId: 'v', optionOrder: [1, 0], choiceOrder: [] }] }],
  new Map([['v', { question, points: 1 }]]),
) as [ReturnType<typeof printedCodes>[0]]

describe('PP-7: rich text in files', () => {
  it('a PDF shows every kind of formula, signs that the font has not, lists, tables, quotes; media that are not there by their names', async () => {
    const text = pdfLines(await paperPdf(FILE, [code], false))
      .flat()
      .join('\n')
    expect(text).not.toContain('\ufffd')
    const words = [
      'lim',
      '∞',
      'α',
      '≤',
      '≠',
      '∑',
      '∫',
      '\\frac{1}',
      'Bảng',
      'Gộp',
      'hai → ba',
      '•',
      'lời trích',
      'Âm thanh: Bài hát',
      'Hình: Sơ đồ',
      'gạch chân',
    ]
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  })

  it('a Word file has formulas as formulas, so that they can be edited there, and is sound XML', async () => {
    const parts = unzipSync(await paperDocx(FILE, code))
    const xml = new TextDecoder().decode(parts['word/document.xml'])
    expect(xml.match(/<m:oMath>/g)).toHaveLength(FORMULAS.length)
    const wanted = [
      ...['f', 'sSubSup', 'rad', 'm', 'd', 'limLow', 'acc', 'bar'].map((name) => `<m:${name}>`),
      '<m:type m:val="noBar"/>',
      '\\frac{1}',
      '<w:vertAlign w:val="subscript"/>',
      '<w:strike/>',
      '<w:u w:val="single"/>',
      '<w:vMerge',
    ]
    expect(wanted.filter((piece) => !xml.includes(piece))).toEqual([])
    const open: string[] = []
    for (const [, slash, name, , selfClosing] of xml.matchAll(/<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
      if (selfClosing) continue
      if (slash) expect(open.pop()).toBe(name)
      else open.push(name as string)
    }
    expect(open).toEqual([])
  })
})
