import * as fc from 'fast-check'
import { pdfLines } from '../documents/pdf/pdf-text.comparison'
import { fittedWidths, pdfStream } from './pdf-table'

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

describe('WN-14 rows of a table that is printed', () => {
  const columns = [
    { header: 'Câu', width: 10 },
    { header: 'Nội dung', width: 30 },
  ]

  it('lose nothing and stand under the header, also where one is taller than a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 12 }), async (heights) => {
        const rows = heights.map((height, row) => [
          `R${row}`,
          Array.from({ length: height }, (_, line) => `r${row}l${line}`).join('\n'),
        ])
        const chunks: Buffer[] = []
        const pages = (async function* () {
          yield rows
        })()
        for await (const chunk of pdfStream('Bảng', columns, pages, new Date(0), 'vi', { isCompressed: false }))
          chunks.push(chunk as Buffer)
        const read = pdfLines(Buffer.concat(chunks)).map((lines) => lines.flatMap((line) => line.split('\t')))
        const wanted = rows.flatMap(([, text]) => (text as string).split('\n'))
        expect(read.flat().filter((piece) => /^r\d+l\d+$/.test(piece))).toEqual(wanted)
        read.forEach((pieces, page) => {
          expect(pieces).toContain('Nội dung')
          expect(pieces.at(-1)).toBe(`Trang ${page + 1}`)
        })
      }),
      { numRuns: 20 },
    )
  })
})
