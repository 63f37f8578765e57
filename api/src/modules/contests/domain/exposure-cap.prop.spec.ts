import fc from 'fast-check'
import { normaliseBlueprint } from './blueprint.js'
import { everyPaper, plainPool, smallBlueprint, smallPool } from './draw-form.arbitrary.js'
import { drawForm, type PoolItem } from './draw-form.js'
import { cellsOverCap, settleShares } from './exposure-cap.js'

const secret = Buffer.alloc(32, 5)
const cell = { topic: 'concepts', level: 'recall' } as const

function settle(...asked: Parameters<typeof settleShares>) {
  const settling = settleShares(...asked)
  for (;;) {
    const step = settling.next()
    if (step.done) return step.value
  }
}

/** On which share of other papers than the simulated ones each item stands. */
function exposureOf(blueprint: Parameters<typeof drawForm>[2], pool: readonly PoolItem[], papers: number) {
  const shown = new Map<string, number>()
  for (let n = 0; n < papers; n++)
    for (const { itemVersionId } of drawForm(secret, `attempt-${n}`, blueprint, pool))
      shown.set(itemVersionId, (shown.get(itemVersionId) ?? 0) + 1 / papers)
  return shown
}

describe('EX-1: items that are held back', () => {
  it('leave papers sound: every cell its count, no item twice, none without a paper that has one', () => {
    fc.assert(
      fc.property(
        smallPool(['', '', 'a', 'b']),
        smallBlueprint,
        fc.uuid(),
        fc.infiniteStream(fc.constantFrom(0.01, 0.3, 1)),
        fc.infiniteStream(fc.boolean()),
        (pool, blueprint, id, shares, coin) => {
          const cells = normaliseBlueprint(blueprint)
          fc.pre(!everyPaper(cells, pool).next().done)
          const capped = pool.map((item) => ({ ...item, admitShare: shares.next().value as number }))
          const met = new Set(pool.filter(() => coin.next().value).map(({ itemVersionId }) => itemVersionId))
          const form = drawForm(secret, id, blueprint, capped, met)
          const items = form.map(
            ({ itemVersionId }) => pool.find((item) => item.itemVersionId === itemVersionId) as PoolItem,
          )
          const supplies = items.map((item) => item.exclusionSet || item.itemVersionId)
          expect(new Set(supplies).size).toBe(form.length)
          expect(form).toHaveLength(cells.reduce((sum, { count }) => sum + count, 0))
          for (const { topic, level, type } of cells) {
            const asked = cells.filter((c) => c.topic === topic && c.level === level && (!type || c.type === type))
            const there = items.filter((i) => i.topic === topic && i.level === level && (!type || i.type === type))
            expect(there.length).toBeGreaterThanOrEqual(asked.reduce((sum, { count }) => sum + count, 0))
          }
          // DR-7 goes first: nothing that was met comes because something else was held back.
          const unseen = pool.filter(({ itemVersionId }) => !met.has(itemVersionId))
          if (!everyPaper(cells, unseen).next().done)
            expect(items.filter(({ itemVersionId }) => met.has(itemVersionId))).toEqual([])
          expect(drawForm(secret, id, [...blueprint].reverse(), [...capped].reverse(), met)).toEqual(form)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('come where a cell has no others, and not otherwise', () => {
    const blueprint = [{ ...cell, count: 2 }]
    const few = plainPool(6, (index) => (index < 4 ? { admitShare: 1e-9 } : {}))
    for (let n = 0; n < 50; n++)
      expect(
        drawForm(secret, `attempt-${n}`, blueprint, few)
          .map((place) => place.itemVersionId)
          .sort(),
      ).toEqual(['v004', 'v005'])
    const fewer = plainPool(6, (index) => (index < 5 ? { admitShare: 1e-9 } : {}))
    const lastOnes = new Set<string>()
    for (let n = 0; n < 50; n++) {
      const ids = drawForm(secret, `attempt-${n}`, blueprint, fewer).map((place) => place.itemVersionId)
      expect(ids).toContain('v005')
      for (const id of ids) lastOnes.add(id)
    }
    expect(lastOnes.size).toBeGreaterThan(3)
  })

  it('an item admitted with a share stands on that share of the papers that it would else be on', () => {
    const pool = plainPool(20, (index) => (index === 7 ? { admitShare: 0.5 } : {}))
    const shown = exposureOf([{ ...cell, count: 4 }], pool, 8_000)
    // Half of one in five; six standard deviations are 0.02.
    expect(Math.abs((shown.get('v007') as number) - 0.1)).toBeLessThan(0.02)
    expect(Math.abs((shown.get('v008') as number) - 3.9 / 19)).toBeLessThan(0.027)
  })
})

describe('EX-1: a cap on exposure', () => {
  it('changes nothing where every item of a cell is equally likely within it', () => {
    const pool = plainPool(20)
    const { pool: settled, isKept } = settle(secret, [{ ...cell, count: 4 }], pool, null, 1, 0.2)
    expect(isKept).toBe(true)
    expect(settled).toEqual(pool)
  })

  it('brings down what stands on more papers than others: items of a type that two cells ask for', () => {
    const blueprint = [
      { ...cell, type: 'single-choice' as const, count: 3 },
      { ...cell, type: null, count: 3 },
    ]
    const pool = plainPool(30, (index) => ({ type: index < 12 ? 'single-choice' : 'number' }))
    const before = Math.max(...exposureOf(blueprint, pool, 4_000).values())
    expect(before).toBeGreaterThan(0.33)
    const { pool: settled, isKept } = settle(secret, blueprint, pool, null, 1, 0.27)
    expect(isKept).toBe(true)
    // The settling draws 400 papers a step: three standard deviations of these are 0.067.
    expect(Math.max(...exposureOf(blueprint, settled, 4_000).values())).toBeLessThan(0.27 + 0.067)
    expect(settle(secret, [...blueprint].reverse(), [...pool].reverse(), null, 1, 0.27).pool).toEqual(
      [...settled].reverse(),
    )
  })

  it('holds within each day pool', () => {
    const pool = plainPool(24)
    expect(settle(secret, [{ ...cell, count: 2 }], pool, null, 3, 0.25)).toMatchObject({ isKept: true })
    expect(settle(secret, [{ ...cell, count: 2 }], pool, null, 3, 0.1)).toMatchObject({ isKept: false })
  })

  it('names the cells that no way of drawing can keep, with what they would need', () => {
    const pools = [plainPool(10), plainPool(9)]
    expect(cellsOverCap([{ ...cell, count: 2 }], pools, 0.2)).toMatchObject([{ availableCount: 9, neededCount: 10 }])
    expect(cellsOverCap([{ ...cell, count: 2 }], pools, 0.25)).toEqual([])
    // Variants are one card.
    const variants = plainPool(10, (index) => ({ exclusionSet: index < 3 ? 'a' : '' }))
    expect(cellsOverCap([{ ...cell, count: 2 }], [variants], 0.2)).toMatchObject([
      { availableCount: 8, neededCount: 10 },
    ])
    const both = [
      { ...cell, type: 'single-choice' as const, count: 1 },
      { ...cell, type: null, count: 1 },
    ]
    expect(cellsOverCap(both, [plainPool(9)], 0.2).map(({ type }) => type)).toEqual([null])
  })
})
