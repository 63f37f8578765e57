import fc from 'fast-check'
import { reachedPoints } from './unranked-reach.js'

describe('WN-1: people without a place', () => {
  it('are of interest from the points on that reached a prize of their table', () => {
    const lines = [
      { table: 'A', openSeats: 0, points: [20, 18] },
      { table: 'A', openSeats: 0, points: [15] },
      { table: 'B', openSeats: 0, points: [9] },
      { table: null, openSeats: 0, points: [19] },
    ]
    expect([...reachedPoints(lines)]).toEqual([
      ['A', 15],
      ['B', 9],
      [null, 19],
    ])
  })

  it('all of them where seats stay open, also where nobody has a place at all', () => {
    expect([...reachedPoints([{ table: 'B', openSeats: 2, points: [] }])]).toEqual([['B', 0]])
    expect([...reachedPoints([{ table: 'B', openSeats: 1, points: [7] }])]).toEqual([['B', 0]])
    expect(reachedPoints([{ table: 'A', openSeats: 0, points: [] }]).size).toBe(0)
  })

  it('no table’s border moves another’s', () => {
    const line = fc.record({
      table: fc.constantFrom('A', 'B', null),
      openSeats: fc.nat({ max: 1 }),
      points: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (some, others) => {
        const elsewhere = others.map((one) => ({ ...one, table: 'C' }))
        const [alone, together] = [reachedPoints(some), reachedPoints([...elsewhere, ...some])]
        for (const [table, points] of alone) expect(together.get(table)).toBe(points)
      }),
    )
  })
})
