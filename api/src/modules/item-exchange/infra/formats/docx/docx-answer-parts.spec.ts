import { readDocx } from '../docx-read.js'
import { raw, wordFile, WordWriter } from './word-file.sample.js'

const w = new WordWriter('libreoffice')
const p = (...texts: Parameters<typeof w.p>[0][]) => texts.map((text) => w.p(text)).join('')
const read = async (body: string) => (await readDocx(wordFile({ body }))).rows

describe('keys by parts, each part on a line of its own', () => {
  it('are found behind the heading of the part, statement by statement, and typed', async () => {
    const rows = await read(
      p('PHẦN I. Mỗi câu hỏi chỉ chọn một phương án.', 'Câu 1. Một?', 'A. a', 'B. b', 'C. c', 'D. d', 'Câu 2. Hai?') +
        p('A. e', 'B. f', 'C. g', 'D. h', 'PHẦN II. Trong mỗi ý a), b), c), d), thí sinh chọn đúng hoặc sai.') +
        p('Câu 1. Về chữ ký số:', 'a) Một.', 'b) Hai.', 'c) Ba.', 'd) Bốn.', 'Câu 2. Về mật khẩu:') +
        p('a) Năm.', 'b) Sáu.', 'c) Bảy.', 'd) Tám.', 'PHẦN III. Trả lời ngắn.', 'Câu 1. Mấy?', 'Câu 2. Năm nào?') +
        p('HƯỚNG DẪN CHẤM', 'PHẦN I: 1.A 2.D', 'PHẦN II', 'Câu 1: a) S b) Đ c) S d) Đ', 'Câu 2: ĐĐSĐ') +
        p('PHẦN III: Câu 1: 12,5; Câu 2: 2020'),
    )
    expect(rows.map(({ draft: { body } }) => body)).toMatchObject([
      { type: 'single-choice', key: 0 },
      { type: 'single-choice', key: 3 },
      { type: 'true-false-group', statements: [false, true, false, true].map((isTrue) => ({ isTrue })) },
      { type: 'true-false-group', statements: [true, true, false, true].map((isTrue) => ({ isTrue })) },
      { type: 'number', value: 12.5 },
      { type: 'number', value: 2020 },
    ])
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  })
})

it('text that is raised or lowered by hand is super- or subscript', async () => {
  const lowered = raw('<w:r><w:rPr><w:position w:val="-2"/><w:sz w:val="19"/></w:rPr><w:t>2</w:t></w:r>')
  const raised = raw('<w:r><w:rPr><w:position w:val="8"/><w:sz w:val="19"/></w:rPr><w:t>3</w:t></w:r>')
  const [row] = await read(p(['Câu 1: H', lowered, 'O và x', raised, ' là gì?'], 'A. một', 'B. hai', 'Đáp án: A'))
  expect(row?.draft.body.stem).toBe('H<sub>2</sub>O và x<sup>3</sup> là gì?')
})
