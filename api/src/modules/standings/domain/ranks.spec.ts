import fc from 'fast-check'
import { withRanks } from './ranks.js'

const keys = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 40 }).map((list) => list.sort((a, b) => b - a))

describe('LB-2: ranks', () => {
  it('of 9, 7, 7, 5 are 1, 2, 2, 4', () => {
    expect(withRanks([{ key: 9 }, { key: 7 }, { key: 7 }, { key: 5 }])).toEqual([
      { key: 9, rank: 1, isTied: false },
      { key: 7, rank: 2, isTied: true },
      { key: 7, rank: 2, isTied: true },
      { key: 5, rank: 4, isTied: false },
    ])
  })

  it('are one more than the number of people strictly ahead', () => {
    fc.assert(
      fc.property(keys, (list) => {
        for (const { key, rank, isTied } of withRanks(list.map((each) => ({ key: each })))) {
          expect(rank).toBe(1 + list.filter((other) => other > key).length)
          expect(isTied).toBe(list.filter((other) => other === key).length > 1)
        }
      }),
    )
  })

  it('go on from a first rank, for a window in the middle', () => {
    expect(withRanks([{ key: 3 }, { key: 3 }, { key: 1 }], 11).map(({ rank }) => rank)).toEqual([11, 11, 13])
  })
})
