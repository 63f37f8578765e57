import { type PoolItem } from './draw-form.js'
import { drawSpread, expectedPoints, paperSpread, spreadOf } from './draw-form-spread.js'
import { expectedShareOf, LEVEL_SHARES } from './draw-form-share.js'

const item = (name: string, expectedShare: number): PoolItem => ({
  itemVersionId: name,
  topic: 'concepts',
  level: 'recall',
  type: 'single-choice',
  optionCount: 4,
  choiceCount: 0,
  exclusionSet: '',
  expectedShare,
})

describe('DR-6: what is expected of an item', () => {
  const recall = { level: 'recall' as const, intendedDifficulty: null }

  it('is its level’s share, or what its author says, until it has been answered', () => {
    expect(expectedShareOf(recall, undefined)).toBe(LEVEL_SHARES.recall)
    expect(expectedShareOf({ ...recall, intendedDifficulty: 35 }, undefined)).toBe(0.35)
    expect(expectedShareOf(recall, { firstCount: 0, firstShare: 0 })).toBe(LEVEL_SHARES.recall)
  })

  it('moves from there to what was gained: half-way after 20 answers', () => {
    expect(expectedShareOf({ ...recall, intendedDifficulty: 60 }, { firstCount: 20, firstShare: 0.2 })).toBeCloseTo(0.4)
    expect(expectedShareOf(recall, { firstCount: 100_000, firstShare: 0.2 })).toBeCloseTo(0.2, 3)
  })
})

describe('DR-4: how papers lie apart', () => {
  it('counts points by place', () => {
    const form = [{ itemVersionId: 'a' }, { itemVersionId: 'b', points: 2.5 }]
    expect(
      expectedPoints(
        form,
        new Map([
          ['a', 0.5],
          ['b', 0.2],
        ]),
      ),
    ).toBeCloseTo(1)
  })

  it('says least, most, mean, deviation and quantiles', () => {
    const spread = spreadOf([4, 1, 3, 2])
    expect(spread).toMatchObject({
      papers: 4,
      min: 1,
      max: 4,
      mean: 2.5,
      quantiles: { p5: 1, p25: 1, p50: 2, p75: 3, p95: 4 },
    })
    expect(spread.sd).toBeCloseTo(Math.sqrt(1.25))
    expect(() => spreadOf([])).toThrow(RangeError)
  })

  it('simulates: three of four items, so two papers share two or three of them', () => {
    const pool = [item('a', 0.2), item('b', 0.4), item('c', 0.6), item('d', 0.8)]
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 3 }]
    const spread = paperSpread(blueprint, pool, null, 4_000)
    expect(spread).toMatchObject({ papers: 4_000, itemCount: 3, outsideCount: 0, leastTolerance: null })
    expect(spread.target).toBeCloseTo(1.5)
    expect([spread.min, spread.max].map((value) => value.toFixed(2))).toEqual(['1.20', '1.80'])
    // The same paper in a quarter of the cases.
    expect(spread.sharedMean).toBeCloseTo(2.25, 1)
    expect(spread.exposure).toMatchObject({ itemCount: 4, mean: 0.75 })
    expect(spread.exposure.least).toBeGreaterThan(0.7)
    expect(spread.exposure.most).toBeLessThan(0.8)
  })

  it('tells about the least tolerance that can be met when the one asked for cannot', () => {
    const pool = [item('a', 0.2), item('b', 0.8)]
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 1 }]
    const spread = paperSpread(blueprint, pool, 0.1, 50)
    expect([spread.outsideCount, spread.leastTolerance]).toEqual([50, 0.6])
    expect(paperSpread(blueprint, pool, 0.6, 50)).toMatchObject({ outsideCount: 0, leastTolerance: null })
  })

  it('tells that tolerance to the hundredth however the pool is ordered, and it is kept', () => {
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 1 }]
    const least = new Set<number | null>()
    for (let turn = 0; turn < 12; turn++) {
      // The mean of these comes out a breath above or below 0.6, as they are added up.
      const pool = Array.from({ length: 12 }, (_, index) => item(`i${index}`, (index + turn) % 12 < 6 ? 0.9 : 0.3))
      const { leastTolerance } = paperSpread(blueprint, pool, 0.2, 50)
      least.add(leastTolerance)
      expect(paperSpread(blueprint, pool, leastTolerance, 50)).toMatchObject({ outsideCount: 0 })
    }
    expect([...least]).toEqual([0.6])
  })

  it('stops after each paper', () => {
    const drawing = drawSpread([{ topic: 'concepts', level: 'recall', count: 1 }], [item('a', 0.5)], null, 3)
    expect([drawing.next().done, drawing.next().done, drawing.next().done, drawing.next().done]).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})
