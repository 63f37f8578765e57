import type { ReliabilityKind } from '@thiso/contracts/vocab'
import type { Totals } from './mark-table.js'
import { meanOf, medianOf, shapeOf, varianceOf } from './moments.js'
import type { VarianceComponents } from './variance-components.js'

/** Statistics of a whole round. Totals in points; percentages 0 to 100; null where something is not defined. */
export interface TestStatistics {
  personCount: number
  itemCount: number
  /** Everybody had the same items. */
  isComplete: boolean
  /** The highest total of a paper; the mean where papers differ in it. */
  maxTotal: number
  mean: number | null
  meanPercent: number | null
  median: number | null
  sd: number | null
  sdPercent: number | null
  skewness: number | null
  kurtosis: number | null
  /** People with every point of their paper. */
  perfectCount: number
  /** Moodle's coefficient of internal consistency, 100 · alpha; null where papers differ. */
  cic: number | null
  /**
   * Cronbach's alpha, P/(P − 1) · (1 − Σ var(x)/var(T)), one divisor (n − 1) throughout: on right-or-wrong items it is KR-20. May be
   * negative. From three people on, as Moodle has it.
   */
  alpha: number | null
  /** How far totals may be relied on: alpha where everybody has the same items, else the generalizability coefficient. */
  reliability: { kind: ReliabilityKind; coefficient: number | null }
  /** 100 · √(1 − reliability): the part of the standard deviation that is chance. */
  errorRatio: number | null
  /** SD · √(1 − reliability), in points: how far the same person's total would vary over papers of the same kind. */
  standardError: number | null
  /** Of random papers. */
  components: VarianceComponents | null
}

/** @param itemVariances of the items' marks, n − 1 */
export function testStatistics(
  { isComplete, maxTotal, totals, paperTotals, paperMaxes }: Totals,
  itemVariances: readonly (number | null)[],
  components: VarianceComponents | null,
): TestStatistics {
  const variance = varianceOf(totals)
  const mean = meanOf(totals)
  const sd = variance === null ? null : Math.sqrt(variance)
  const itemCount = itemVariances.length
  const alpha = isComplete && totals.length > 2 && itemCount > 1 && variance ? alphaOf(itemVariances, variance) : null
  const coefficient = isComplete ? alpha : (components?.generalizability ?? null)
  const error = coefficient === null ? null : Math.sqrt(Math.max(0, 1 - coefficient))
  const percent = (points: number | null) => (points === null || maxTotal === 0 ? null : (100 * points) / maxTotal)
  return {
    personCount: totals.length,
    itemCount,
    isComplete,
    maxTotal,
    mean,
    meanPercent: percent(mean),
    median: medianOf(totals),
    sd,
    sdPercent: percent(sd),
    ...shapeOf(totals),
    perfectCount: paperTotals.filter((total, person) => {
      const max = paperMaxes[person] as number
      return max > 0 && total >= max - 1e-9
    }).length,
    cic: alpha === null ? null : 100 * alpha,
    alpha,
    reliability: { kind: isComplete ? 'alpha' : 'generalizability', coefficient },
    errorRatio: error === null ? null : 100 * error,
    standardError: error === null || sd === null ? null : error * sd,
    components: isComplete ? null : components,
  }
}

function alphaOf(itemVariances: readonly (number | null)[], variance: number): number {
  const count = itemVariances.length
  const sum = itemVariances.reduce((all: number, own) => all + (own ?? 0), 0)
  return (count / (count - 1)) * (1 - sum / variance)
}
