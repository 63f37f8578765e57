import { extremeSize } from './ability-groups.js'
import type { MarkTable, RankedCells, Totals } from './mark-table.js'
import { correlationOf, covarianceOf, largestCovariance, meanOf, varianceOf } from './moments.js'

/**
 * Statistics of one item over those who were served it. Percentages are 0 to 100, as Moodle shows them; null where something is not
 * defined: nobody served, a variance of 0, a maximum of 0.
 */
export interface ItemStatistics {
  servedCount: number
  /** In points. */
  meanMark: number | null
  /** 100 · mean/maximum: how much of the points people got. */
  facility: number | null
  /** In points. */
  sd: number | null
  /** The same in percent of the maximum. */
  sdPercent: number | null
  /**
   * 100 · corr(x, o), o = what the person got on everything else: the total less the own mark; where papers differ, the share of the
   * points on the other items served.
   */
  discriminationIndex: number | null
  /** 100 · cov(x, o)/cov_max, cov_max the covariance once both lists are in rising order: the part of what the item could tell. */
  discriminativeEfficiency: number | null
  /** The same two with o = the whole total: what Moodle shows for a question that random papers serve in several places. */
  wholeDiscriminationIndex: number | null
  wholeDiscriminativeEfficiency: number | null
  /** corr(x, o), −1 to 1. */
  itemRest: number | null
  /** corr(x, T), −1 to 1; the own mark is part of T. */
  itemTotal: number | null
  /** 100 · maximum/Σ maxima: the weight that the author gave. Only where everybody has the same items. */
  intendedWeight: number | null
  /**
   * 100 · √cov(x, T)/Σ√cov(x_j, T) over the items with cov ≥ 0: the weight that the item had in telling people apart. Null for an item
   * with a negative covariance, and where papers differ.
   */
  effectiveWeight: number | null
  /** Mean share of the upper 27 % less that of the lower 27 % of those served, −1 to 1; 27 % rounded, equal totals by name. */
  upperLower: number | null
}

/**
 * @param isOutside the item is no part of the totals: then all of a total is what the person got on everything else
 * @returns the statistics but for the effective weight, with the covariance that it is made of
 */
export function itemStatistics(
  table: MarkTable,
  ranked: RankedCells,
  totals: Totals,
  item: number,
  isOutside = false,
): { statistics: ItemStatistics; variance: number | null; covarianceWithTotal: number | null } {
  const max = table.maxMarks[item] as number
  const from = ranked.starts[item] as number
  const count = (ranked.starts[item + 1] as number) - from
  const x = new Float64Array(count)
  const whole = new Float64Array(count)
  const withRest: number[] = []
  const rest: number[] = []
  for (let place = 0; place < count; place++) {
    const person = ranked.people[from + place] as number
    const mark = table.marks[ranked.cells[from + place] as number] as number
    x[place] = mark
    whole[place] = totals.totals[person] as number
    const others = (totals.paperTotals[person] as number) - (isOutside ? 0 : mark)
    const otherMax = (totals.paperMaxes[person] as number) - (isOutside ? 0 : max)
    if (totals.isComplete) rest.push(others)
    else if (otherMax > 1e-9) rest.push(others / otherMax)
    else continue
    withRest.push(mark)
  }
  const variance = varianceOf(x)
  const sd = variance === null ? null : Math.sqrt(variance)
  const meanMark = meanOf(x)
  const itemRest = correlationOf(withRest, rest)
  const itemTotal = correlationOf(x, whole)
  return {
    variance,
    covarianceWithTotal: covarianceOf(x, whole),
    statistics: {
      servedCount: count,
      meanMark,
      facility: meanMark === null || max === 0 ? null : (100 * meanMark) / max,
      sd,
      sdPercent: sd === null || max === 0 ? null : (100 * sd) / max,
      discriminationIndex: percent(itemRest),
      discriminativeEfficiency: efficiency(withRest, rest),
      wholeDiscriminationIndex: percent(itemTotal),
      wholeDiscriminativeEfficiency: efficiency(x, whole),
      itemRest,
      itemTotal,
      intendedWeight: !isOutside && totals.isComplete && totals.maxTotal > 0 ? (100 * max) / totals.maxTotal : null,
      effectiveWeight: null,
      upperLower: upperLower(x, max),
    },
  }
}

/** @param covariances of each item with the total */
export function effectiveWeights(covariances: readonly (number | null)[]): (number | null)[] {
  const root = (covariance: number | null) => (covariance === null || covariance < 0 ? 0 : Math.sqrt(covariance))
  const sum = covariances.reduce((all: number, covariance) => all + root(covariance), 0)
  return covariances.map((covariance) =>
    sum === 0 || covariance === null || covariance < 0 ? null : (100 * root(covariance)) / sum,
  )
}

function efficiency(x: ArrayLike<number>, o: ArrayLike<number>): number | null {
  const largest = largestCovariance(x, o)
  return largest ? (100 * (covarianceOf(x, o) as number)) / largest : null
}

/** @param x marks, the ablest person's first */
function upperLower(x: Float64Array, max: number): number | null {
  const size = extremeSize(x.length)
  if (size === 0 || max === 0) return null
  const share = (part: Float64Array) => (meanOf(part) as number) / max
  return share(x.subarray(0, size)) - share(x.subarray(x.length - size))
}

function percent(share: number | null): number | null {
  return share === null ? null : 100 * share
}
