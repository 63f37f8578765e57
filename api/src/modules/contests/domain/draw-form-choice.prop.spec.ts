import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { checkBlueprint, normaliseBlueprint } from './blueprint.js'
import { chooseItems, prepareChoice } from './draw-form-choice.js'
import { everyPaper, plainPool, smallBlueprint, smallPool } from './draw-form.arbitrary.js'
import { drawForm } from './draw-form.js'

const secret = Buffer.alloc(32, 3)
const sets = ['', '', 'a', 'b', 'c']

describe('BP-2, DR-5: cells that overlap', () => {
  it('a paper is promised and drawn exactly when there is one, and honours every cell', () => {
    fc.assert(
      fc.property(smallPool(sets), smallBlueprint, fc.uuid(), (pool, blueprint, attemptId) => {
        const cells = normaliseBlueprint(blueprint)
        const isPossible = !everyPaper(cells, pool).next().done
        if (cells.length > 0) expect(checkBlueprint(blueprint, pool).isFeasible).toBe(isPossible)
        if (!isPossible) {
          expect(() => drawForm(secret, attemptId, blueprint, pool)).toThrow(RangeError)
          return
        }
        const choice = prepareChoice(blueprint, pool)
        const chosen = chooseItems(new DeterministicRandom(Buffer.alloc(32, 1)), choice)
        expect(chosen.map((items) => items.length)).toEqual(choice.cells.map(({ count }) => count))
        for (const [cell, items] of chosen.entries())
          for (const item of items) expect(choice.cells[cell]?.items).toContain(item)
        const all = chosen.flat()
        const supplies = all.map((item) => item.exclusionSet || item.itemVersionId)
        expect(new Set(supplies).size).toBe(all.length)
        const points = drawForm(secret, attemptId, blueprint, pool).reduce((sum, place) => sum + (place.points ?? 1), 0)
        expect(points).toBeCloseTo(
          cells.reduce((sum, cell) => sum + cell.count * cell.points, 0),
          9,
        )
      }),
      { numRuns: 400 },
    )
  })

  it('what is missing is counted on the fullest paper', () => {
    fc.assert(
      fc.property(smallPool(sets), smallBlueprint, (pool, blueprint) => {
        const cells = normaliseBlueprint(blueprint)
        const check = checkBlueprint(blueprint, pool)
        // As many places as are missing can be left out, so that the rest is a paper; not fewer.
        const places = cells.flatMap((cell) => Array.from({ length: cell.count }, () => ({ ...cell, count: 1 })))
        const filled = cells.map((cell, index) => ({
          ...cell,
          count: cell.count - (check.cells[index]?.missingCount ?? 0),
        }))
        expect(everyPaper(filled, pool).next().done).toBe(false)
        for (let less = 0; less < check.missingCount; less++)
          for (const left of subsets(places.length, places.length - less))
            expect(
              everyPaper(
                left.map((at) => places[at] as (typeof places)[number]),
                pool,
              ).next().done,
            ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('all ways of filling them are equally likely where nothing excludes each other', () => {
    const pool = plainPool(5, (index) => ({ type: index < 3 ? 'single-choice' : 'number' }))
    const cell = { topic: 'concepts', level: 'recall', count: 1, points: 1 } as const
    const blueprint = [
      { ...cell, type: null },
      { ...cell, type: 'single-choice' as const, points: 2 },
    ]
    const counts = new Map<string, number>()
    const draws = 12_000
    for (let n = 0; n < draws; n++) {
      const form = drawForm(secret, `attempt-${n}`, blueprint, pool)
      const [double, simple] = [...form].sort((a, b) => (b.points ?? 1) - (a.points ?? 1))
      const name = `${double?.itemVersionId} ${simple?.itemVersionId}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    // Three items of the type, then any of four others: 1,000 each is expected, six standard deviations are 182.
    expect(counts.size).toBe(12)
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(182)
  })

  it('a place says what it is worth, unless it is one point', () => {
    const cell = { topic: 'concepts', level: 'recall', count: 2, type: null } as const
    const form = drawForm(
      secret,
      'x',
      [
        { ...cell, points: 1 },
        { ...cell, points: 0.25 },
      ],
      plainPool(4),
    )
    expect(form.map(({ points }) => points ?? 'none').sort()).toEqual([0.25, 0.25, 'none', 'none'])
    expect(form.filter((place) => 'points' in place)).toHaveLength(2)
  })
})

describe('DR-7: items that the person has met', () => {
  it('come only where there are no others', () => {
    fc.assert(
      fc.property(
        smallPool(),
        smallBlueprint,
        fc.uuid(),
        fc.infiniteStream(fc.boolean()),
        (pool, blueprint, id, coin) => {
          const met = new Set(pool.filter(() => coin.next().value).map(({ itemVersionId }) => itemVersionId))
          const cells = normaliseBlueprint(blueprint)
          const metOn = (items: readonly { itemVersionId: string }[]) =>
            items.filter(({ itemVersionId }) => met.has(itemVersionId)).length
          let least = Number.POSITIVE_INFINITY
          for (const paper of everyPaper(cells, pool)) least = Math.min(least, metOn(paper))
          fc.pre(Number.isFinite(least))
          expect(metOn(drawForm(secret, id, blueprint, pool, met))).toBe(least)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('stay away with exclusion sets too while others fill the paper', () => {
    fc.assert(
      fc.property(
        smallPool(sets),
        smallBlueprint,
        fc.uuid(),
        fc.infiniteStream(fc.boolean()),
        (pool, blueprint, id, coin) => {
          const met = new Set(pool.filter(() => coin.next().value).map(({ itemVersionId }) => itemVersionId))
          const cells = normaliseBlueprint(blueprint)
          fc.pre(!everyPaper(cells, pool).next().done)
          const form = drawForm(secret, id, blueprint, pool, met)
          const unseen = pool.filter(({ itemVersionId }) => !met.has(itemVersionId))
          const isEnough = !everyPaper(cells, unseen).next().done
          if (isEnough) expect(form.filter(({ itemVersionId }) => met.has(itemVersionId))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('nobody who has met nothing gets another paper for it', () => {
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 3 }]
    const pool = plainPool(9)
    expect(drawForm(secret, 'x', blueprint, pool, new Set())).toEqual(drawForm(secret, 'x', blueprint, pool))
  })
})

function* subsets(of: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield []
  else for (let at = from; at <= of - size; at++) for (const rest of subsets(of, size - 1, at + 1)) yield [at, ...rest]
}
