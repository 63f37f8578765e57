import fc from 'fast-check'
import { type Band, pagesOf } from './pages'

const ROOM = 400
/** Lines and cards as they stand below each other, none taller than a third of a page. */
const stack = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 20 }), size: fc.integer({ min: 1, max: 120 }) }), { maxLength: 60 })
  .map((rows) => {
    let at = 0
    return rows.map(({ gap, size }): Band => {
      const top = at + gap
      at = top + size
      return [top, at]
    })
  })

describe('CR-37: pages of the class screen', () => {
  it('show everything, cut nothing and are never taller than the screen', () => {
    fc.assert(
      fc.property(stack, (bands) => {
        const height = bands.at(-1)?.[1] ?? 0
        const pages = pagesOf(bands, height, ROOM)
        for (const { from, to } of pages) expect(to - from).toBeLessThanOrEqual(ROOM)
        for (const [top, bottom] of bands) expect(pages.some(({ from, to }) => from <= top && bottom <= to)).toBe(true)
        for (const { from, to } of pages)
          for (const [top, bottom] of bands)
            for (const edge of [from, to]) expect(top < edge && edge < bottom).toBe(false)
      }),
    )
  })

  it('go on below each other, and the last one is as full as it can be', () => {
    const rows = Array.from({ length: 25 }, (_, index): Band => [index * 50, index * 50 + 40])
    expect(pagesOf(rows, 1240, ROOM)).toEqual([
      { from: 0, to: 400 },
      { from: 400, to: 800 },
      { from: 800, to: 1200 },
      { from: 840, to: 1240 },
    ])
  })

  it('end also where something is taller than the screen', () => {
    expect(pagesOf([[0, 1000]], 1000, ROOM).map(({ to }) => to)).toEqual([400, 800, 1000])
    expect(pagesOf([[0, 100]], 100, ROOM)).toEqual([{ from: 0, to: 100 }])
    expect(pagesOf([], 100, 0)).toEqual([{ from: 0, to: 100 }])
  })
})
