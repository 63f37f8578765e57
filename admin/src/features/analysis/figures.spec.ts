import { type AnalysedItem, coefficient, letterOf, meaningOf, percent, sorted, weightOf } from './figures'

const item = (code: string, facility: number | null, warnings = 0, keyDoubt: AnalysedItem['keyDoubt'] = 'none') =>
  ({
    code,
    facility,
    keyDoubt,
    warnings: Array.from({ length: warnings }, () => ({ code: 'hard', rows: [] })),
  }) as unknown as AnalysedItem

describe('IA: the table of items', () => {
  const items = [item('C', 50), item('A', null, 1), item('B', 70, 2), item('D', 50, 1, 'clear')]
  const codes = (id: string, direction: 'asc' | 'desc') => sorted(items, { id, direction }).map(({ code }) => code)

  it('begins with what is worst', () => {
    expect(codes('warnings', 'desc')).toEqual(['D', 'B', 'A', 'C'])
    expect(items.map(weightOf)).toEqual([0, 1, 1, 2])
  })

  it('sorts by a figure both ways, with what is not defined at the end', () => {
    expect(codes('facility', 'asc')).toEqual(['C', 'D', 'B', 'A'])
    expect(codes('facility', 'desc')).toEqual(['B', 'C', 'D', 'A'])
  })

  it('names options by letters and says what a reliability means', () => {
    expect([0, 3].map(letterOf)).toEqual(['A', 'D'])
    expect([0.75, 0.74, 0.5, 0.49, -0.2, null].map(meaningOf)).toEqual(['high', 'fair', 'fair', 'low', 'low', 'none'])
  })

  it('writes what is nearly nothing without a sign', () => {
    expect([-0.4, -0.04, 0, -0.6, null].map((value) => percent(value))).toEqual(['0%', '0%', '0%', '-1%', '–'])
    expect([percent(-0.04, 1), percent(-0.06, 1)]).toEqual(['0%', '-0,1%'])
    expect([coefficient(-0.004), coefficient(-0.006)]).toEqual(['0,00', '-0,01'])
  })
})
