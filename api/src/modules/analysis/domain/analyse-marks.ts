import { effectiveWeights, type ItemStatistics, itemStatistics } from './item-statistics.js'
import {
  type MarkTable,
  type RankedCells,
  rankedCells,
  type Totals,
  tableOf,
  totalsOf,
  withoutItems,
} from './mark-table.js'
import { type TestStatistics, testStatistics } from './test-statistics.js'
import { varianceComponents } from './variance-components.js'

export interface MarkAnalysis {
  test: TestStatistics
  /** In the order of the items given. */
  items: ItemStatistics[]
}

/**
 * Item and test statistics of a closed test, by the definitions of Moodle's quiz statistics (question and quiz calculators) and of
 * classical test theory; each field says its own formula.
 * @param marks a row a person, a column an item, in points; null = not served (random papers), a blank answer is a 0
 * @param maxMarks the highest mark of each item, in points
 * @param names stable names of the people, which decide between equal totals where people are put in groups; row numbers if left out
 * @param isOutside items that were struck out: each is compared with the totals, and is no part of them
 * @throws RangeError when a row is not as long as `maxMarks`
 */
export function analyseMarks(
  marks: readonly (readonly (number | null)[])[],
  maxMarks: readonly number[],
  names?: readonly string[],
  isOutside?: readonly boolean[],
): MarkAnalysis {
  const steps = analysing(tableOf(marks, maxMarks, names), isOutside)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return { test: value.test, items: value.items }
  }
}

/** The same over a table, in steps: a server that has others to answer pauses at every yield. */
export function* analysing(
  table: MarkTable,
  isOutside: readonly boolean[] = [],
): Generator<void, MarkAnalysis & { ranked: RankedCells; totals: Totals }> {
  const counting = withoutItems(table, isOutside)
  const totals = totalsOf(counting)
  const ranked = rankedCells(table, totals.totals)
  yield
  const found = []
  for (let item = 0; item < table.maxMarks.length; item++) {
    found.push(itemStatistics(table, ranked, totals, item, isOutside[item] === true))
    yield
  }
  const components = totals.isComplete ? null : yield* varianceComponents(counting)
  const within = <T>(list: readonly T[]) => list.filter((_, item) => isOutside[item] !== true)
  const weights = totals.isComplete
    ? effectiveWeights(found.map((item, index) => (isOutside[index] ? null : item.covarianceWithTotal)))
    : found.map(() => null)
  const test = testStatistics(
    totals,
    within(found).map(({ variance }) => variance),
    components,
  )
  const items = found.map(({ statistics }, item) => ({ ...statistics, effectiveWeight: weights[item] ?? null }))
  return { test, items, ranked, totals }
}
