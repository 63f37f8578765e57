import fc from 'fast-check'
import { paginate, type Piece } from './paginate.js'

const ROOM = 100
const piece = fc.record({
  height: fc.integer({ min: 1, max: 60 }),
  gap: fc.integer({ min: 0, max: 10 }),
  staysWithNext: fc.boolean(),
})
const pieces = fc.array(piece, { maxLength: 40 })

/** Pieces that belong together, and how high they are. */
function groups(list: readonly Piece[]): Piece[][] {
  const all: Piece[][] = []
  list.forEach((one, index) => {
    if (index > 0 && list[index - 1]?.staysWithNext) (all.at(-1) as Piece[]).push(one)
    else all.push([one])
  })
  return all
}
const heightOf = (group: readonly Piece[]) =>
  group.reduce((sum, one, index) => sum + one.height + (index === 0 ? 0 : one.gap), 0)

describe('PP-7: pieces on pages', () => {
  it('leave room for the head that stands again where a piece of a table begins a page', () => {
    const row = { height: 30, gap: 0, staysWithNext: false, head: { height: 15 } }
    const pages = paginate([{ height: 15, gap: 0, staysWithNext: true }, ...new Array(5).fill(row)], 80)
    expect(pages.map((page) => page.map(({ y }) => y))).toEqual([[0, 15, 45], [15, 45], [15]])
  })

  it('all of them, in order, below each other and inside of the page', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const pages = paginate(list, ROOM)
        expect(pages.flat().map(({ piece: one }) => one)).toEqual(list)
        for (const page of pages) {
          let foot = 0
          page.forEach(({ piece: one, y }, index) => {
            expect(y).toBe(index === 0 ? 0 : foot + one.gap)
            foot = y + one.height
          })
          expect(foot).toBeLessThanOrEqual(ROOM)
        }
      }),
    )
  })

  it('what belongs together stands on one page wherever a page can hold it', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const pages = paginate(list, ROOM)
        const pageOf = new Map(pages.flatMap((page, index) => page.map(({ piece: one }) => [one, index] as const)))
        for (const group of groups(list))
          if (heightOf(group) <= ROOM) expect(new Set(group.map((one) => pageOf.get(one))).size).toBe(1)
      }),
    )
  })

  it('no page is left while what follows would still fit', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const pages = paginate(list, ROOM)
        pages.slice(1).forEach((page, index) => {
          const before = pages[index]?.at(-1)
          const next = groups(list).find((group) => group[0] === page[0]?.piece)
          if (!before || !next) return
          const used = before.y + before.piece.height
          expect(used + (next[0] as Piece).gap + heightOf(next)).toBeGreaterThan(ROOM)
        })
      }),
    )
  })
})
