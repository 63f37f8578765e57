import type { BlueprintCell } from './blueprint.js'
import { type Choice, shareOf, UNKNOWN_SHARE } from './draw-form-choice.js'
import { choiceOf, drawForm, type FormItem, type PoolItem } from './draw-form.js'

/** How the expected points of papers are distributed. */
export interface Spread {
  papers: number
  min: number
  max: number
  mean: number
  /** Of the population. */
  sd: number
  quantiles: { p5: number; p25: number; p50: number; p75: number; p95: number }
}

export interface PaperSpread extends Spread {
  /** What papers are brought near: the mean of all papers of the blueprint. */
  target: number
  /** Papers further than tolerance / 2 from it; 0 without a tolerance. */
  outsideCount: number
  /** About the least tolerance that every paper meets; null where the one asked for is met, or none is asked for. */
  leastTolerance: number | null
  itemCount: number
  /** How many items two papers share, on average. */
  sharedMean: number
  /** On which share of the papers an item stands: the rarest, the average and the most frequent one of the items that may stand on one. */
  exposure: { itemCount: number; least: number; mean: number; most: number }
}

/** Simulated papers must not be those of a round: of a secret of their own, or under ids that no attempt has. */
export const SIMULATION = Buffer.alloc(32, 0x5f)
/** Papers that are brought as near as they go when the least tolerance is looked for. */
const NEAREST_PAPERS = 60
/** Shares are sums of binary fractions; so far, in points, a paper may be past a tolerance that it keeps on paper. */
const SLACK = 1e-6

/** What a paper is expected to bring, in points: of every place its points times the share that a response is expected to gain. */
export function expectedPoints(
  form: readonly Pick<FormItem, 'itemVersionId' | 'points'>[],
  shares: ReadonlyMap<string, number>,
): number {
  return form.reduce(
    (sum, { itemVersionId, points = 1 }) => sum + points * (shares.get(itemVersionId) ?? UNKNOWN_SHARE),
    0,
  )
}

/** DR-4: of papers that were drawn. Quantiles are the nearest rank. @throws RangeError of no paper at all */
export function spreadOf(expected: readonly number[]): Spread {
  if (expected.length === 0) throw new RangeError('no papers')
  const ordered = [...expected].sort((a, b) => a - b)
  const mean = ordered.reduce((sum, value) => sum + value, 0) / ordered.length
  const variance = ordered.reduce((sum, value) => sum + (value - mean) ** 2, 0) / ordered.length
  const quantile = (share: number) => ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] as number
  return {
    papers: ordered.length,
    min: quantile(0),
    max: quantile(1),
    mean,
    sd: Math.sqrt(variance),
    quantiles: {
      p5: quantile(0.05),
      p25: quantile(0.25),
      p50: quantile(0.5),
      p75: quantile(0.75),
      p95: quantile(0.95),
    },
  }
}

/**
 * DR-4: what papers of a blueprint are like before one is given out: draws so many, the same ones every time. Stops after each paper,
 * so that whoever has other work may do it between two papers.
 * @param tolerance in points; null: papers are drawn without regard to difficulty
 * @param days EX-2: how many day pools, which take turns, and the secret by which they are dealt; what two papers share and how often an
 *   item is shown is then of papers of one day
 * @throws RangeError when the pool cannot fill the blueprint
 */
export function* drawSpread(
  blueprint: readonly BlueprintCell[],
  pool: readonly PoolItem[],
  tolerance: number | null,
  papers: number,
  days: { of: number; secret: Buffer } = { of: 1, secret: SIMULATION },
): Generator<void, PaperSpread> {
  const shares = new Map(pool.map((item) => [item.itemVersionId, shareOf(item)]))
  const choice = choiceOf(blueprint, pool)
  const draw = (number: number, within: number | null) =>
    drawForm(days.secret, `paper ${number}`, blueprint, pool, undefined, within, { of: days.of, at: number % days.of })
  const distanceOf = (points: number) => Math.abs(points - choice.meanPoints)

  const shown = new Map<string, number>()
  const expected: number[] = []
  for (let number = 0; number < papers; number++) {
    const form = draw(number, tolerance)
    expected.push(expectedPoints(form, shares))
    for (const { itemVersionId } of form) shown.set(itemVersionId, (shown.get(itemVersionId) ?? 0) + 1)
    yield
  }
  const outsideCount =
    tolerance === null ? 0 : expected.filter((points) => distanceOf(points) > tolerance / 2 + SLACK).length
  let furthest = 0
  for (let number = 0; outsideCount > 0 && number < NEAREST_PAPERS; number++) {
    furthest = Math.max(furthest, distanceOf(expectedPoints(draw(number, 0), shares)))
    yield
  }
  return {
    ...spreadOf(expected),
    target: choice.meanPoints,
    outsideCount,
    leastTolerance: outsideCount === 0 ? null : Math.ceil(200 * (furthest - SLACK)) / 100,
    ...overlapOf(choice, shown, papers, days.of),
  }
}

/** All at once. */
export function paperSpread(...asked: Parameters<typeof drawSpread>): PaperSpread {
  const drawing = drawSpread(...asked)
  for (;;) {
    const step = drawing.next()
    if (step.done) return step.value
  }
}

/**
 * Of papers of one day: an item stands in the pool of one day alone.
 * @param shown on how many papers each item stands
 */
function overlapOf(choice: Choice<PoolItem>, shown: ReadonlyMap<string, number>, papers: number, days: number) {
  const reachable = new Set(choice.cells.flatMap(({ items }) => items))
  const counts = [...reachable].map(({ itemVersionId }) => shown.get(itemVersionId) ?? 0)
  const itemCount = choice.cells.reduce((sum, { count }) => sum + count, 0)
  const ofDay = papers / days
  const pairs = (days * (ofDay * (ofDay - 1))) / 2
  return {
    itemCount,
    sharedMean: pairs <= 0 ? 0 : counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0) / pairs,
    exposure: {
      itemCount: reachable.size,
      least: Math.min(...counts) / ofDay,
      mean: (itemCount * days) / reachable.size,
      most: Math.max(...counts) / ofDay,
    },
  }
}
