import fc from 'fast-check'
import { startOfVietnamDay } from '../../../kernel/vietnam-time.js'
import { checkBlueprint, normaliseBlueprint } from './blueprint.js'
import { fitsCell } from './blueprint-matching.js'
import { dealDays, poolPartAt } from './day-pools.js'
import { plainPool, smallBlueprint, smallPool } from './draw-form.arbitrary.js'
import { drawForm, type PoolItem } from './draw-form.js'

const secret = Buffer.alloc(32, 7)
const days = fc.integer({ min: 1, max: 4 })
const idsOf = (pools: readonly (readonly PoolItem[])[]) => pools.map((pool) => pool.map((item) => item.itemVersionId))

describe('EX-2: a pool dealt out to days', () => {
  it('gives every item that serves a cell to one day, exclusion sets whole, in whatever order the pool comes', () => {
    fc.assert(
      fc.property(smallPool(['', '', 'a', 'b']), smallBlueprint, days, (pool, blueprint, count) => {
        const dealt = dealDays(secret, blueprint, pool, count)
        expect(dealt).toHaveLength(count)
        const serving = pool.filter((item) => normaliseBlueprint(blueprint).some((cell) => fitsCell(cell, item)))
        expect(idsOf(dealt).flat().sort()).toEqual(serving.map(({ itemVersionId }) => itemVersionId).sort())
        for (const set of ['a', 'b'])
          expect(dealt.filter((items) => items.some((item) => item.exclusionSet === set)).length).toBeLessThan(2)
        expect(idsOf(dealDays(secret, [...blueprint].reverse(), [...pool].reverse(), count))).toEqual(idsOf(dealt))
      }),
      { numRuns: 300 },
    )
  })

  it('is even, and feeds every day whenever any deal could, where nothing excludes each other', () => {
    fc.assert(
      fc.property(smallPool(), smallBlueprint, days, (pool, blueprint, count) => {
        const cells = normaliseBlueprint(blueprint)
        fc.pre(cells.length > 0)
        const dealt = dealDays(secret, blueprint, pool, count)
        for (const cell of cells) {
          const sizes = dealt.map((items) => items.filter((item) => fitsCell(cell, item)).length)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        }
        // What any deal needs: as many times the cell, as many times all cells of its place.
        const canBe = cells.every((cell) => {
          const asked = cells.filter(
            (other) =>
              other.topic === cell.topic && other.level === cell.level && (!cell.type || other.type === cell.type),
          )
          const need = asked.reduce((sum, other) => sum + other.count, 0)
          return pool.filter((item) => fitsCell(cell, item)).length >= count * need
        })
        expect(dealt.every((items) => checkBlueprint(blueprint, items).isFeasible)).toBe(canBe)
      }),
      { numRuns: 400 },
    )
  })

  it('depends on the secret: an item is as likely on each day', () => {
    const pool = plainPool(9)
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 2 }]
    const counts = [0, 0, 0]
    for (let n = 0; n < 3_000; n++) {
      const own = Buffer.alloc(32)
      own.writeUInt32BE(n)
      const day = dealDays(own, blueprint, pool, 3).findIndex((items) => items.some((i) => i.itemVersionId === 'v004'))
      counts[day] = (counts[day] as number) + 1
    }
    // 1,000 each is expected; five standard deviations are 129.
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(129)
  })

  it('papers of a day take the items of that day alone, every way of filling the cells equally likely', () => {
    const pool = plainPool(12)
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 2 }]
    const dealt = idsOf(dealDays(secret, blueprint, pool, 3))
    const pairs = new Map<string, number>()
    for (let n = 0; n < 6_000; n++) {
      const form = drawForm(secret, `attempt-${n}`, blueprint, pool, undefined, null, { of: 3, at: 1 })
      const ids = form.map(({ itemVersionId }) => itemVersionId).sort()
      for (const id of ids) expect(dealt[1]).toContain(id)
      pairs.set(ids.join(' '), (pairs.get(ids.join(' ')) ?? 0) + 1)
    }
    expect(pairs.size).toBe(6)
    // Six standard deviations of 1,000.
    for (const count of pairs.values()) expect(Math.abs(count - 1_000)).toBeLessThan(174)
    const shuffled = drawForm(secret, 'x', [...blueprint], [...pool].reverse(), undefined, null, { of: 3, at: 2 })
    expect(shuffled).toEqual(drawForm(secret, 'x', blueprint, pool, undefined, null, { of: 3, at: 2 }))
  })

  it('keeps the papers of all days around one mean where a tolerance is set', () => {
    const pool = plainPool(60, (index) => ({ expectedShare: 0.2 + (index % 7) / 10 }))
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 4 }]
    const shareOf = new Map(pool.map((item) => [item.itemVersionId, item.expectedShare as number]))
    const mean = 4 * (pool.reduce((sum, item) => sum + (item.expectedShare as number), 0) / 60)
    for (let n = 0; n < 60; n++) {
      const form = drawForm(secret, `attempt-${n}`, blueprint, pool, undefined, 0.2, { of: 3, at: n % 3 })
      const expected = form.reduce((sum, { itemVersionId }) => sum + (shareOf.get(itemVersionId) as number), 0)
      expect(Math.abs(expected - mean)).toBeLessThanOrEqual(0.1 + 1e-9)
    }
  })

  it('nobody gets another paper for a single day pool', () => {
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 3 }]
    expect(drawForm(secret, 'x', blueprint, plainPool(9), undefined, null, { of: 1, at: 0 })).toEqual(
      drawForm(secret, 'x', blueprint, plainPool(9)),
    )
  })
})

describe('EX-2: the day pool of an attempt', () => {
  it('turns at midnight in Viet Nam, and comes again after so many days', () => {
    const opens = Date.parse('2026-10-05T08:00:00+07:00')
    const at = (text: string) => poolPartAt(Date.parse(text), opens, 3)
    expect(at('2026-10-05T08:00:00+07:00')).toBe(0)
    expect(at('2026-10-05T23:59:59.999+07:00')).toBe(0)
    expect(at('2026-10-06T00:00:00+07:00')).toBe(1)
    expect(at('2026-10-07T12:00:00+07:00')).toBe(2)
    expect(at('2026-10-08T12:00:00+07:00')).toBe(0)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), fc.integer({ min: 1, max: 31 }), (after, of) => {
        const part = poolPartAt(opens + after, opens, of)
        expect(part).toBe(((startOfVietnamDay(opens + after) - startOfVietnamDay(opens)) / 86_400_000) % of)
      }),
    )
  })
})
