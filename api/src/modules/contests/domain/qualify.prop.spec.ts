import fc from 'fast-check'
import { qualify, type QualifyingRow } from './qualify.js'

const rows = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 6 }), unitId: fc.constantFrom('a', 'b', 'c', null) }), {
    maxLength: 40,
  })
  .map((people) => {
    const sorted = [...people].sort((a, b) => b.score - a.score)
    return sorted.map(({ score, unitId }, index): QualifyingRow & { score: number } => ({
      accountId: `p${index}`,
      rank: sorted.filter((other) => other.score > score).length + 1,
      unitId,
      score,
    }))
  })
const amount = fc.integer({ min: 1, max: 50 })

describe('EL-8 qualification', () => {
  it('takes so many and whoever shares the last place, nobody behind', () => {
    fc.assert(
      fc.property(rows, amount, (list, count) => {
        const chosen = new Set(qualify(list, 'top', count))
        expect(chosen.size).toBeGreaterThanOrEqual(Math.min(count, list.length))
        for (const row of list) {
          const ahead = list.filter((other) => other.rank < row.rank).length
          expect(chosen.has(row.accountId)).toBe(ahead < count)
        }
      }),
    )
  })

  it('a share is rounded up and is the same as that many', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 100 }), (list, percent) => {
        fc.pre(list.length > 0)
        let count = 0
        while (count * 100 < percent * list.length) count++
        expect(qualify(list, 'share', percent)).toEqual(qualify(list, 'top', count))
      }),
    )
    expect(qualify([], 'share', 10)).toEqual([])
  })

  it('per unit is the same as each unit by itself, best first over all', () => {
    fc.assert(
      fc.property(rows, amount, (list, count) => {
        const chosen = qualify(list, 'per-unit', count)
        const apart = ['a', 'b', 'c', null].flatMap((unitId) =>
          qualify(
            list.filter((row) => row.unitId === unitId),
            'top',
            count,
          ),
        )
        expect(new Set(chosen)).toEqual(new Set(apart))
        expect(chosen).toHaveLength(apart.length)
        const order = chosen.map((id) => list.findIndex(({ accountId }) => accountId === id))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })
})
