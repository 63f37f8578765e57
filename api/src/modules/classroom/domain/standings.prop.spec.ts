import fc from 'fast-check'
import { firstFloor } from './bell.js'
import { bellStandings, seatStandings, type SeatTotal, teamStandings, withMoves } from './standings.js'

const total = (seat: number, points: number, more: Partial<SeatTotal> = {}): SeatTotal => ({
  seat,
  team: null,
  name: `Học sinh ${seat}`,
  rightCount: Math.floor(points),
  points,
  isPlaced: true,
  ...more,
})
/** Few different points, so that many tie. */
const totals = fc
  .array(
    fc.record({ points: fc.integer({ min: 0, max: 6 }), isPlaced: fc.boolean(), team: fc.integer({ min: 1, max: 3 }) }),
    {
      maxLength: 40,
    },
  )
  .map((rows) => rows.map(({ points, ...more }, index) => total(index + 1, points / 3, more)))

describe('CR-23: the board', () => {
  it('a rank is one more than how many have more; equal points are equal ranks, and said to be', () => {
    fc.assert(
      fc.property(totals, (all) => {
        const board = seatStandings(all)
        const placed = all.filter(({ isPlaced }) => isPlaced)
        expect(board.map(({ seat }) => seat).sort()).toEqual(placed.map(({ seat }) => seat).sort())
        for (const row of board) {
          expect(row.rank).toBe(1 + board.filter(({ points }) => points > row.points).length)
          expect(row.isTied).toBe(board.filter(({ points }) => points === row.points).length > 1)
          expect(row.rightCount).toBe(all.find(({ seat }) => seat === row.seat)?.rightCount)
        }
        expect(board.map(({ rank }) => rank)).toEqual([...board.map(({ rank }) => rank)].sort((a, b) => a - b))
      }),
    )
  })

  it('sums of the same parts in another order tie', () => {
    const [a, b] = [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1]
    expect(a).not.toBe(b)
    expect(seatStandings([total(1, a), total(2, b)]).map(({ rank, isTied }) => [rank, isTied])).toEqual([
      [1, true],
      [1, true],
    ])
  })

  it('golden: 1, 2, 2, 4', () => {
    const board = seatStandings([total(1, 5), total(2, 7), total(3, 5), total(4, 1)])
    expect(board.map(({ seat, rank, isTied }) => [seat, rank, isTied])).toEqual([
      [2, 1, false],
      [1, 2, true],
      [3, 2, true],
      [4, 4, false],
    ])
  })

  it('tells how many places somebody moved; nobody moves where the order stays, and up is as much as down in a swap', () => {
    const before = seatStandings([total(1, 3), total(2, 2), total(3, 1)])
    const now = seatStandings([total(1, 3), total(2, 2), total(3, 4), total(4, 0)])
    expect(withMoves(before, now).map(({ seat, moved }) => [seat, moved])).toEqual([
      [3, 2],
      [1, -1],
      [2, -1],
      [4, null],
    ])
    fc.assert(
      fc.property(totals, (all) => withMoves(seatStandings(all), seatStandings(all)).every(({ moved }) => moved === 0)),
    )
  })
})

describe('CR-24: teams', () => {
  const teams = [1, 2, 3].map((number) => ({ number, name: `Tổ ${number}` }))

  it('a sum is that of the members, a mean lies between the least and the most of them', () => {
    fc.assert(
      fc.property(totals, (all) => {
        for (const { team, points, rightCount } of teamStandings(all, teams, 'sum')) {
          const members = all.filter((each) => each.team === team && each.isPlaced)
          expect(points).toBeCloseTo(
            members.reduce((sum, each) => sum + each.points, 0),
            2,
          )
          expect(rightCount).toBe(members.reduce((sum, each) => sum + each.rightCount, 0))
        }
        for (const { team, points } of teamStandings(all, teams, 'mean')) {
          const members = all.filter((each) => each.team === team && each.isPlaced).map((each) => each.points)
          expect(points).toBeGreaterThanOrEqual(
            Math.min(...members, members.length === 0 ? 0 : Number.POSITIVE_INFINITY) - 0.001,
          )
          expect(points).toBeLessThanOrEqual(Math.max(...members, 0) + 0.001)
        }
      }),
    )
  })

  it('golden: a big team wins by sum, a good one by mean; one without members has nothing', () => {
    const all = [total(1, 4, { team: 1 }), total(2, 4, { team: 2 }), total(3, 2, { team: 2 })]
    const namesBy = (sum: 'mean' | 'sum') => teamStandings(all, teams, sum).map(({ name, points }) => [name, points])
    expect(namesBy('sum')).toEqual([
      ['Tổ 2', 6],
      ['Tổ 1', 4],
      ['Tổ 3', 0],
    ])
    expect(namesBy('mean')).toEqual([
      ['Tổ 1', 4],
      ['Tổ 2', 3],
      ['Tổ 3', 0],
    ])
  })
})

describe('CR-33: the board of a bell', () => {
  it('whoever stands is before whoever fell, the later fallen before the earlier, whatever the points', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ points: fc.integer({ min: 0, max: 9 }), outAt: fc.option(fc.integer({ min: 1, max: 5 })) }),
          {
            maxLength: 30,
          },
        ),
        (rows) => {
          const floor = rows.map(({ outAt }, index) => ({
            seat: index + 1,
            floor: outAt === null ? ('on' as const) : ('out' as const),
            outAt,
            rescues: 0,
          }))
          const board = bellStandings(
            rows.map(({ points }, index) => total(index + 1, points)),
            floor,
          )
          const fellAt = (seat: number | null) => rows[(seat ?? 0) - 1]?.outAt ?? 6
          for (const row of board) {
            const better = board.filter(({ seat }) => fellAt(seat) > fellAt(row.seat))
            expect(row.rank).toBe(1 + better.length)
            expect(row.isTied).toBe(board.filter(({ seat }) => fellAt(seat) === fellAt(row.seat)).length > 1)
          }
        },
      ),
    )
  })

  it('has no reserves, and nobody without a place', () => {
    const floor = firstFloor([1, 2, 3], 2)
    const all = [total(1, 0), total(2, 9, { isPlaced: false }), total(3, 9)]
    expect(bellStandings(all, floor).map(({ seat }) => seat)).toEqual([1])
  })
})
