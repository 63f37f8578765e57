import type { Locale } from '@thiso/contracts/vocab'
import { pdfLines } from '../../../platform/documents/pdf/pdf-text.comparison.js'
import { documentPdf } from '../../../platform/documents/pdf/document-pdf.js'
import { type ReportFacts, reportOf } from './contest-report'

const facts = (locale: Locale, roster: number | null): ReportFacts => ({
  locale,
  at: new Date('2026-11-23T08:00:00Z'),
  day: '2026-11-23',
  place: 'Quảng Nam',
  organizer: 'Tỉnh đoàn Quảng Nam',
  contest: 'Tìm hiểu chuyển đổi số',
  people: 30,
  attempts: 40,
  units: [
    { name: 'Thành phố Tam Kỳ', participants: 20, roster, attempts: 25, meanShare: 0.71 },
    { name: 'Huyện Núi Thành', participants: 10, roster: null, attempts: 15, meanShare: 0.4567 },
  ],
  days: [{ day: '2026-11-20', participants: 30, attempts: 40 }],
  rounds: [
    { name: 'Tuần 1', tenths: [0, 0, 1, 2, 3, 4, 5, 6, 7, 2] },
    { name: 'Tuần 2', tenths: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
  ],
  topics: [
    { topic: 'concepts', name: 'Khái niệm', share: 0.71, byUnit: [0.8, 0.5] },
    { topic: 'cyber-safety', name: 'An toàn mạng', share: 0.5, byUnit: [0.5, 0.5] },
  ],
})
const textOf = async (locale: Locale, roster: number | null) =>
  pdfLines(await documentPdf(reportOf(facts(locale, roster)), false))
    .flat()
    .join('\n')

describe('WN-16 the report of a contest', () => {
  it('writes every share with one decimal and the sign close to it', async () => {
    const text = await textOf('vi', null)
    expect(text).toContain('71,0%')
    expect(text).not.toMatch(/\d\s%/)
    expect(text).not.toMatch(/\b71\b(?!,0)/)
    expect(text).toContain('45,7')
  })

  it('says of a round without attempts that there are none, without an empty chart', async () => {
    const text = await textOf('vi', null)
    expect(text).toContain('Tuần 2: chưa có lượt thi nào được nộp.')
    expect(text).not.toContain('Tuần 2: số người')
    expect(text).toContain('Tuần 1: số người')
  })

  it('has columns of rosters and rates only where a unit has a roster', async () => {
    expect(await textOf('vi', null)).not.toMatch(/Sĩ số|Tỷ lệ \(%\)/)
    const text = await textOf('vi', 50)
    expect(text).toMatch(/Sĩ số/)
    expect(text).toContain('40,0')
  })

  it('keeps each word of a head in one piece', async () => {
    for (const roster of [null, 50]) {
      const words = (await textOf('en', roster)).split(/\s+/)
      // In the sentence above the table a comma follows the word.
      expect(words).toEqual(expect.arrayContaining(['People', 'Attempts', 'First', 'attempts']))
    }
  })
})
