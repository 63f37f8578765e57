import fc from 'fast-check'
import { endsOf } from './topic-shares.js'

describe('WN-16: topics known best and least', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 12 })
  it('never the same one at both ends, and everything at one end is better than at the other', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 4 }), (values, count) => {
        const known = values.sort((a, b) => b - a).map((share, id) => ({ id, share }))
        const { best, worst } = endsOf(known, count)
        expect(best.filter((topic) => worst.includes(topic))).toEqual([])
        for (const { share } of best) for (const other of worst) expect(share).toBeGreaterThan(other.share)
        expect(Math.max(best.length, worst.length)).toBeLessThanOrEqual(count)
      }),
    )
  })

  it('of few topics fewer are named, of one or of equal ones none', () => {
    const of = (...values: number[]) =>
      endsOf(
        values.map((share) => ({ share })),
        3,
      )
    expect(of(9)).toEqual({ best: [], worst: [] })
    expect(of(5, 5, 5)).toEqual({ best: [], worst: [] })
    expect(of(9, 7, 2)).toEqual({ best: [{ share: 9 }], worst: [{ share: 2 }] })
    expect(of(9, 8, 7, 3, 2, 1)).toEqual({
      best: [{ share: 9 }, { share: 8 }, { share: 7 }],
      worst: [{ share: 1 }, { share: 2 }, { share: 3 }],
    })
  })
})
