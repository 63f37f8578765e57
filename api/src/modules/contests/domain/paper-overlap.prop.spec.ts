import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import {
  atLeast,
  meanShared,
  meanSharedByExposure,
  meanSharedOfDrawn,
  overlapAdvice,
  sharedItems,
  sightOf,
} from './paper-overlap.js'

const cell = fc
  .record({ count: fc.integer({ min: 0, max: 12 }), more: fc.integer({ min: 0, max: 40 }) })
  .filter(({ count, more }) => count + more > 0)
  .map(({ count, more }) => ({ count, available: count + more }))
const meanOf = (shared: readonly number[]) => shared.reduce((sum, p, k) => sum + p * k, 0)

describe('EX-4: how many items two papers share', () => {
  it.each([
    [20, 40, 10, null],
    [20, 60, 20 / 3, 0.05],
    [20, 100, 4, 0.0006],
    [30, 60, 15, null],
    [30, 300, 3, null],
  ])('%i of %i: %d on average', (count, available, mean, tenOrMore) => {
    const cells = [{ count, available }]
    expect(meanShared(cells)).toBeCloseTo(mean, 9)
    expect(meanOf(sharedItems(cells))).toBeCloseTo(mean, 9)
    if (tenOrMore !== null) expect(Math.abs(atLeast(sharedItems(cells), 10) - tenOrMore)).toBeLessThan(tenOrMore / 10)
  })

  it('is a distribution with the mean n² / Q of every cell', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const shared = sharedItems(cells)
        expect(shared).toHaveLength(cells.reduce((sum, { count }) => sum + count, 0) + 1)
        expect(shared.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
        expect(meanOf(shared)).toBeCloseTo(meanShared(cells), 7)
        expect(atLeast(shared, 0)).toBeCloseTo(1, 9)
        expect(atLeast(shared, shared.length)).toBe(0)
      }),
    )
  })

  it('is what drawing shows', () => {
    const random = new DeterministicRandom(Buffer.alloc(32, 4))
    const all = Array.from({ length: 15 }, (_, n) => n)
    const found = new Array<number>(6).fill(0)
    const draws = 20_000
    for (let n = 0; n < draws; n++) {
      const [a, b] = [random.sample(all, 5), new Set(random.sample(all, 5))]
      const k = a.filter((item) => b.has(item)).length
      found[k] = (found[k] as number) + 1
    }
    for (const [k, p] of sharedItems([{ count: 5, available: 15 }]).entries())
      expect(Math.abs((found[k] as number) - draws * p)).toBeLessThan(6 * Math.sqrt(draws * p * (1 - p)) + 1)
  })

  it('follows from how often items were shown: the same as counting over all pairs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((n) =>
          fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }), {
            minLength: 2,
            maxLength: 9,
          }),
        ),
        (papers) => {
          const itemCount = (papers[0] as number[]).length
          const counts = Array.from({ length: 10 }, (_, item) => papers.filter((paper) => paper.includes(item)).length)
          let shared = 0
          for (const [i, a] of papers.entries())
            for (const b of papers.slice(i + 1)) shared += a.filter((x) => b.includes(x)).length
          const pairs = (papers.length * (papers.length - 1)) / 2
          expect(meanSharedOfDrawn(counts, papers.length, itemCount)).toBeCloseTo(shared / pairs, 9)
        },
      ),
    )
    // Everybody equally often: n² / Q.
    expect(meanSharedByExposure(new Array(100).fill(0.2), 20)).toBeCloseTo(4, 9)
    expect(meanSharedOfDrawn([1], 1, 1)).toBeNull()
  })

  it('says what it means for copying and for seeing it', () => {
    expect([overlapAdvice(20, 20), overlapAdvice(10, 20), overlapAdvice(4, 20)]).toEqual([
      'pays-and-shows',
      'pays-and-hides',
      'does-not-pay',
    ])
    expect([sightOf(30), sightOf(12), sightOf(4)]).toEqual(['good', 'poor', 'none'])
  })
})
