import fc from 'fast-check'
import { optionColumns } from './option-columns.js'

describe('PP-7: columns of options', () => {
  it('every option fits its column, and no number of columns that reads better would do', () => {
    const widths = fc.array(fc.integer({ min: 10, max: 600 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(widths, (list) => {
        const columns = optionColumns(list, 500, 10)
        const widest = Math.max(...list)
        const own = (count: number) => (500 - 10 * (count - 1)) / count
        expect([1, 2, 4]).toContain(columns)
        if (columns > 1) expect(widest).toBeLessThanOrEqual(own(columns))
        if (columns === 1 && list.length > 1) expect(widest).toBeGreaterThan(own(2))
        if (list.length === 4 && columns < 4) expect(widest).toBeGreaterThan(own(4))
      }),
    )
  })

  it('an option of several lines takes the whole width', () => {
    expect(optionColumns([20, Number.POSITIVE_INFINITY, 20, 20], 500, 10)).toBe(1)
  })
})
