import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { normaliseBlueprint } from './blueprint.js'
import { chooseBalanced, expectedOf } from './draw-form-balance.js'
import { prepareChoice, shareOf } from './draw-form-choice.js'
import { everyPaper, smallBlueprint, smallPool } from './draw-form.arbitrary.js'
import type { PoolItem } from './draw-form.js'
import { expectedPoints, paperSpread } from './draw-form-spread.js'
import { drawForm } from './draw-form.js'

/** As a bank of a province: items of a cell differ much in how easy they are. */
function realisticPool(): PoolItem[] {
  const random = new DeterministicRandom(Buffer.alloc(32, 9))
  const usual = [0.85, 0.7, 0.55]
  return TOPICS.slice(0, 5).flatMap((topic) =>
    COGNITIVE_LEVELS.slice(0, 3).flatMap((level, at) =>
      Array.from({ length: 24 }, (_, index) => ({
        itemVersionId: `${topic}-${level}-${index}`,
        topic,
        level,
        type: 'single-choice' as const,
        optionCount: 4,
        choiceCount: 0,
        exclusionSet: '',
        expectedShare: Math.min(0.98, (usual[at] as number) + (random.below(400) - 200) / 1_000),
      })),
    ),
  )
}
const realisticBlueprint = TOPICS.slice(0, 5).flatMap((topic) =>
  COGNITIVE_LEVELS.slice(0, 3).map((level) => ({ topic, level, count: 2 })),
)

describe('DR-6: papers of equal expected difficulty', () => {
  it('are sound papers, and lie within the tolerance wherever a fair part of all papers does', () => {
    const tolerance = fc.constantFrom(0.1, 0.3, 0.6, 1.5)
    fc.assert(
      fc.property(
        smallPool(['', '', 'a', 'b']),
        smallBlueprint,
        tolerance,
        fc.uuid(),
        (pool, blueprint, within, id) => {
          const cells = normaliseBlueprint(blueprint)
          const worth = cells.flatMap(({ count, points }) => Array.from({ length: count }, () => points))
          const choice = prepareChoice(blueprint, pool)
          const isInside = (points: number) => Math.abs(points - choice.meanPoints) <= within / 2 + 1e-9
          let all = 0
          let inside = 0
          for (const paper of everyPaper(cells, pool)) {
            all++
            if (isInside(paper.reduce((sum, item, at) => sum + (worth[at] as number) * shareOf(item), 0))) inside++
            if (all > 4_000) break
          }
          fc.pre(all > 0 && all <= 4_000)
          const random = new DeterministicRandom(Buffer.from(id.padEnd(32, '0')))
          const chosen = chooseBalanced(random, choice, within)
          const supplies = chosen.flat().map((item) => item.exclusionSet || item.itemVersionId)
          expect(new Set(supplies).size).toBe(worth.length)
          expect(chosen.map((items) => items.length)).toEqual(choice.cells.map(({ count }) => count))
          for (const [cell, items] of chosen.entries())
            for (const item of items) expect(choice.cells[cell]?.items).toContain(item)
          if (inside === 0) expect(isInside(expectedOf(choice, chosen))).toBe(false)
          // Twelve draws, each of which may be the paper itself.
          if (inside / all > 0.5) expect(isInside(expectedOf(choice, chosen))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('the mean that papers are brought to is the mean of all papers, where nothing excludes each other', () => {
    fc.assert(
      fc.property(smallPool(), smallBlueprint, (pool, blueprint) => {
        const cells = normaliseBlueprint(blueprint)
        const worth = cells.flatMap(({ count, points }) => Array.from({ length: count }, () => points))
        let all = 0
        let sum = 0
        for (const paper of everyPaper(cells, pool)) {
          all++
          sum += paper.reduce((total, item, at) => total + (worth[at] as number) * shareOf(item), 0)
          if (all > 4_000) break
        }
        fc.pre(all > 0 && all <= 4_000)
        expect(prepareChoice(blueprint, pool).meanPoints).toBeCloseTo(sum / all, 9)
      }),
      { numRuns: 200 },
    )
  })

  it('follow from secret, attempt, blueprint, pool and tolerance alone, in whatever order the pool comes', () => {
    const pool = realisticPool()
    const secret = Buffer.alloc(32, 1)
    for (let n = 0; n < 20; n++) {
      const form = drawForm(secret, `attempt-${n}`, realisticBlueprint, pool, undefined, 0.2)
      expect(
        drawForm(secret, `attempt-${n}`, [...realisticBlueprint].reverse(), [...pool].reverse(), undefined, 0.2),
      ).toEqual(form)
    }
  })

  it('keep what was met away before they balance', () => {
    const pool = realisticPool()
    const met = new Set(pool.filter((_, index) => index % 2 === 0).map(({ itemVersionId }) => itemVersionId))
    const shares = new Map(pool.map((item) => [item.itemVersionId, shareOf(item)]))
    const { meanPoints } = prepareChoice(realisticBlueprint, pool)
    for (let n = 0; n < 50; n++) {
      const form = drawForm(Buffer.alloc(32, 2), `attempt-${n}`, realisticBlueprint, pool, met, 0.2)
      expect(form.filter(({ itemVersionId }) => met.has(itemVersionId))).toEqual([])
      expect(Math.abs(expectedPoints(form, shares) - meanPoints)).toBeLessThanOrEqual(0.1 + 1e-9)
    }
  })

  it('give every item of a cell nearly the same chance: of 3,000 papers a twelfth each, between 9 and 15 in the end', () => {
    const pool = realisticPool()
    const papers = 3_000
    for (const tolerance of [0.5, 0.1]) {
      const { exposure, min, max, outsideCount } = paperSpread(realisticBlueprint, pool, tolerance, papers)
      expect(outsideCount).toBe(0)
      expect(max - min).toBeLessThanOrEqual(tolerance + 1e-9)
      expect(exposure.mean).toBeCloseTo(1 / 12, 9)
      // By chance alone the extremes of 360 items lie about three standard deviations (0.005) away.
      expect(exposure.least).toBeGreaterThan(0.06)
      expect(exposure.most).toBeLessThan(0.108)
    }
  }, 30_000)
})
