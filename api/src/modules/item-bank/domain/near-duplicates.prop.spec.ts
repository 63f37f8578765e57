import fc from 'fast-check'
import { bandsOf, NEAR, nearPairs, resemblance, shinglesOf } from './near-duplicates.js'

const WORDS =
  'chuyển đổi số là gì theo quyết định nào của thủ tướng chính phủ tỉnh quảng nam năm phê duyệt kế hoạch truyền thông mục tiêu dịch vụ công trực tuyến toàn trình'.split(
    ' ',
  )
const stem = fc.array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 30 })

describe('IB-14: near-duplicates', () => {
  it('are stems with few words changed, not stems with a few words in common', () => {
    const a = 'Theo Quyết định 749/QĐ-TTg, ngày nào được chọn là Ngày Chuyển đổi số quốc gia hằng năm?'
    const b = 'Theo Quyết định 749/QĐ-TTg, ngày nào hằng năm được chọn là Ngày Chuyển đổi số quốc gia?'
    const c = 'Theo Quyết định 749/QĐ-TTg, mục tiêu kinh tế số đến năm 2025 chiếm bao nhiêu phần trăm GDP?'
    const near = (x: string, y: string) => resemblance(shinglesOf(x), shinglesOf(y))
    expect(near(a, a.toLowerCase().normalize('NFD'))).toBe(1)
    expect(near(a, b)).toBeGreaterThan(NEAR)
    expect(near(a, c)).toBeLessThan(NEAR)
  })

  it('are found through their bands as by comparing all pairs, but for a few', () => {
    let expected = 0
    let found = 0
    fc.assert(
      fc.property(fc.array(stem, { minLength: 5, maxLength: 12 }), fc.nat(), (stems, chance) => {
        const near = stems.map((words) => words.with(chance % words.length, 'khác'))
        const sets = [...stems, ...near].map((words) => shinglesOf(words.join(' ')))
        const all = new Set<string>()
        for (const [a, x] of sets.entries())
          for (const [b, y] of sets.entries()) if (a < b && resemblance(x, y) >= NEAR) all.add(`${a} ${b}`)
        const pairs = new Set(nearPairs(sets).map(({ a, b }) => `${a} ${b}`))
        for (const pair of pairs) expect(all).toContain(pair)
        expected += all.size
        found += [...all].filter((pair) => pairs.has(pair)).length
      }),
      { numRuns: 150 },
    )
    expect(expected).toBeGreaterThan(500)
    expect(found / expected).toBeGreaterThan(0.98)
  })

  it('bands are 32-bit numbers that follow from the words alone', () => {
    fc.assert(
      fc.property(stem, (words) => {
        const bands = bandsOf(shinglesOf(words.join(' ')))
        expect(bands).toEqual(bandsOf(shinglesOf(words.join('  ').toUpperCase())))
        expect(bands.every((band) => Number.isInteger(band) && band >= -(2 ** 31) && band < 2 ** 31)).toBe(true)
      }),
    )
    expect(bandsOf(new Set())).toEqual([])
  })
})
