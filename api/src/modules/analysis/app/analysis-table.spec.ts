import type { Locale } from '@thiso/contracts/vocab'
import { pdfLines } from '../../../platform/documents/pdf/pdf-text.comparison.js'
import { pdfStream } from '../../../platform/files/pdf-table.js'
import type { FullItem } from '../../item-bank/index.js'
import { CollectedAnswers } from '../domain/collected-answers.js'
import { analysisTable } from './analysis-table.js'
import { analyseRound } from './round-analysis.js'

const AT = new Date('2026-11-23T08:00:00Z')
const STEMS = [
  [
    'Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, mục tiêu đến năm 2030 về quy mô kinh tế số là bao nhiêu?',
    'By Resolution 57-NQ/TW of 22 December 2024, how large shall the digital economy be by 2030?',
  ],
  ['Cơ quan nào quản lý Cổng Dịch vụ công quốc gia?', 'Which office runs the National Public Service Portal?'],
  ['Chữ ký số được cấp cho ai?', 'Who is given a digital signature?'],
] as const
const OPTIONS = [
  ['Tối thiểu 30% GDP', 'Tối thiểu 20% GDP', 'Tối thiểu 15% GDP, tính cả kinh tế số ngành và lĩnh vực', 'Trên 50% GDP'],
  ['Văn phòng Chính phủ', 'Bộ Công an', 'Bộ Khoa học và Công nghệ', 'Bộ Nội vụ'],
  ['Cá nhân và tổ chức', 'Chỉ doanh nghiệp', 'Chỉ cơ quan nhà nước', 'Không ai cả'],
] as const

const item = (index: number): FullItem =>
  ({
    item: { code: `NP-00${index + 1}`, type: 'single-choice', topic: 'national-policy', level: 'recall' },
    version: {
      id: `v${index}`,
      question: {
        stem: STEMS[index]?.[0],
        options: OPTIONS[index],
        choices: [],
        translations: { en: { stem: STEMS[index]?.[1], options: ['One', 'Two', 'Three', 'Four'], choices: [] } },
      },
    },
    key: { key: { type: 'single-choice', option: 0 } },
  }) as unknown as FullItem

async function analysis() {
  const answers = new CollectedAnswers()
  const ids = STEMS.map((_, index) => `v${index}`)
  for (let person = 0; person < 60; person++)
    answers.add({
      name: `a${person}`,
      itemVersionIds: ids,
      points: null,
      penalties: { wrongPenalty: 0, blankPenalty: 0 },
      log: ids.map((_, place) => `${place + 1}\t${place + 1}\t[${(person * (place + 2)) % (place + 3)}]`).join('\n'),
    })
  return analyseRound(
    answers,
    STEMS.map((_, index) => item(index)),
  )
}

async function pdfOf(locale: Locale): Promise<Buffer> {
  const { title, columns, rows } = analysisTable(await analysis(), 'counted', locale)
  const pages = (async function* () {
    yield rows
  })()
  const chunks: Buffer[] = []
  for await (const chunk of pdfStream(`${title} Đợt 1`, columns, pages, AT, locale, { isCompressed: false }))
    chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const PDF = {
  vi: [
    'Phân tích câu hỏi Đợt 1',
    'Độ dễ',
    '33,3333',
    'Tối thiểu 30% GDP (đáp án):',
    'Văn phòng Chính phủ (đáp án):',
    'Bỏ trống: 0%',
    'Trang 1',
  ],
  en: ['Item analysis Đợt 1', 'Facility', '33.3333', 'One (key): 20%', 'Three: 25%', 'Blank: 0%', 'Page 1'],
}

describe('IA-7 the table of items on paper', () => {
  it.each(['vi', 'en'] as const)('says in %s what the sheet says', async (locale) => {
    const [page = [], ...others] = pdfLines(await pdfOf(locale))
    expect(others).toEqual([])
    const text = page.join('\n')
    for (const words of [...PDF[locale], 'NP-001', 'NP-002', 'NP-003']) expect(text).toContain(words)
    // Every word of every stem, in whichever lines it is broken.
    const words = new Set(text.split(/\s+/))
    for (const [vi, en] of STEMS)
      for (const word of (locale === 'vi' ? vi : en).split(' ')) expect([...words]).toContain(word)
  })
})
