import * as fc from 'fast-check'
import { fittedWidths } from './pdf-table'

describe('WN-14 columns of a table that is printed', () => {
  const columns = fc.array(
    fc.record({ share: fc.integer({ min: 1, max: 60 }), least: fc.integer({ min: 1, max: 120 }) }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )

  it('fill the page, and none is narrower than it must be while there is room for all', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 300, max: 900 }), (all, total) => {
        const least = all.map((column) => column.least)
        const widths = fittedWidths(
          all.map(({ share }) => share),
          least,
          total,
        )
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(total, 6)
        const isRoomy = least.reduce((sum, width) => sum + width, 0) < total
        for (const [index, width] of widths.entries()) {
          expect(width).toBeGreaterThan(0)
          if (isRoomy) expect(width).toBeGreaterThanOrEqual((least[index] ?? 0) - 1e-6)
        }
      }),
    )
  })

  it('keep their shares when nothing is too narrow', () => {
    expect(fittedWidths([1, 3], [10, 10], 400)).toEqual([100, 300])
  })
})
