import { type ContentItem, readItems, readSubtopics } from './read-content.js'
import { contentReport, findingsOf } from './report.js'

const sound = readItems().find(({ body }) => body.type === 'single-choice') as ContentItem

describe('the report on the content', () => {
  it('IB-1 IB-14 IB-15 tells of what is unsound, given away or said twice', () => {
    const options = ['Một', 'Hai', 'Ba', 'Một phương án dài hơn hẳn ba phương án còn lại của câu']
    const told = {
      ...sound,
      code: 'A-1',
      body: { type: 'single-choice', stem: 'Số nào đúng?', options, key: 3 } as const,
    }
    const broken = { ...told, code: 'A-2', body: { ...told.body, stem: '', key: 7 } }
    const findings = findingsOf([told, broken, { ...sound, code: 'A-3' }, { ...sound, code: 'A-4' }])
    const found = (code: string) => findings.filter((finding) => finding.code === code).map(({ finding }) => finding)
    expect(found('A-1')).toEqual(['longest_is_key'])
    expect(found('A-2')).toEqual(expect.arrayContaining(['stem_missing', 'key_out_of_range']))
    expect(found('A-3')).toEqual(['near_duplicate'])
  })

  it('counts all items by topic, level, type and source, and what may be drawn on the day', () => {
    const cellsOf = (day: string) =>
      contentReport(day)
        .filter((line) => line.startsWith('Cộng / total'))
        .map((line) => [...line.matchAll(/\d+/g)].map(([number]) => Number(number)))
    const [byLevel = [], byType = []] = cellsOf('2026-11-23')
    const total = readItems().length
    expect(byLevel[4]).toBe(total)
    expect(byLevel.slice(0, 4).reduce((sum, count) => sum + count, 0)).toBe(byLevel[5])
    expect(byType.reduce((sum, count) => sum + count, 0)).toBe(total)
    // Laws of 2025 and 2026 were not in force yet.
    expect(cellsOf('2024-12-31')[0]?.[5]).toBeLessThan(byLevel[5] as number)
  })

  it('counts the items of each subtopic below its topic', () => {
    const items = readItems()
    const lines = contentReport('2026-11-23')
    for (const { code, name } of readSubtopics()) {
      const [line = ''] = lines.filter((text) => text.trim().startsWith(`${name.vi}  `))
      expect([name.vi, /(\d+) +\d+$/.exec(line)?.[1]]).toEqual([
        name.vi,
        String(items.filter(({ subtopic }) => subtopic === code).length),
      ])
    }
  })

  it('writes tables whose columns stand below each other', () => {
    const lines = contentReport('2026-11-23')
    const table = lines.slice(2, lines.indexOf('', 2))
    expect(new Set(table.map((line) => [...line].length)).size).toBe(1)
  })
})
