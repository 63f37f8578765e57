import {
  type CountedAttempt,
  CRITERION_FACTS,
  compareByRanking,
  type RankedResult,
  type RankingCriterion,
  withoutDraw,
} from '@thiso/contracts/vocab'

export {
  compareByRanking,
  explainPlace,
  knownWhileOpen,
  type PlaceStep,
  type RankedResult,
  type RankingProblemCode,
  rankingProblems,
  withoutDraw,
} from '@thiso/contracts/vocab'

/** Where each value stands in a row that SQL orders. */
const COLUMNS: Record<keyof RankedResult, string> = {
  points: 'points',
  rightCount: 'right_count',
  predictionError: 'prediction_error',
  timeUsedS: 'time_used_s',
  submittedAtMs: 'submitted_at',
  attemptCount: 'attempt_count',
  drawOrder: 'draw_order',
}

/**
 * LB-1: the whole number that a criterion compares, as SQL: the same arithmetic as `levelOf`.
 * @param alias of a row with the columns of `COLUMNS`; `submitted_at` is a timestamptz
 */
function levelSql({ by, bucketS = 1 }: RankingCriterion, alias: string): string {
  const { value, scale, perSecond, offsetS } = CRITERION_FACTS[by]
  const column = `${alias}.${COLUMNS[value]}`
  if (value === 'submittedAtMs') return `floor((extract(epoch FROM ${column}) + ${offsetS}) / ${whole(bucketS)})`
  if (perSecond !== null) return `floor(${column}::numeric / ${whole(bucketS * perSecond)})`
  return scale === 1 ? column : `floor(${column}::double precision * ${scale} + 0.5)`
}

/** LB-1: a chain as an ORDER BY list; the same order as `compareByRanking`. */
export function rankingOrderSql(ranking: readonly RankingCriterion[], alias: string): string {
  const list = ranking.map(
    (criterion) =>
      `${levelSql(criterion, alias)} ${CRITERION_FACTS[criterion.by].isMoreFirst ? 'DESC' : 'ASC'} NULLS LAST`,
  )
  return list.length > 0 ? list.join(', ') : '1'
}

/** LB-2: what people share who share a place, as a PARTITION BY list. */
export function rankingTieSql(ranking: readonly RankingCriterion[], alias: string): string {
  const list = withoutDraw(ranking).map((criterion) => levelSql(criterion, alias))
  return list.length > 0 ? list.join(', ') : '1'
}

/**
 * LB-2: everybody in the order of a chain, each with the rank: one more than the number of people strictly ahead (1, 2, 2, 4).
 * Whoever is equal in everything before the draw shares the rank; the draw only says in which order they stand.
 */
export function rankAll<T>(
  ranking: readonly RankingCriterion[],
  rows: readonly T[],
  resultOf: (row: T) => RankedResult,
): { row: T; rank: number; isTied: boolean }[] {
  return tiePartition(ranking, rows, resultOf).flatMap(({ rank, rows: equal }) =>
    equal.map((row) => ({ row, rank, isTied: equal.length > 1 })),
  )
}

/** LB-2: the same in groups of those who share a place, best first; within a group in the order of the draw. */
export function tiePartition<T>(
  ranking: readonly RankingCriterion[],
  rows: readonly T[],
  resultOf: (row: T) => RankedResult,
): { rank: number; rows: T[] }[] {
  const ordered = rows.map((row) => ({ row, result: resultOf(row) }))
  const compare = compareByRanking(ranking)
  ordered.sort((a, b) => compare(a.result, b.result))
  const compareMerit = compareByRanking(withoutDraw(ranking))
  const groups: { rank: number; rows: T[] }[] = []
  let before: RankedResult | null = null
  for (const [index, { row, result }] of ordered.entries()) {
    if (before !== null && compareMerit(before, result) === 0) groups.at(-1)?.rows.push(row)
    else groups.push({ rank: index + 1, rows: [row] })
    before = result
  }
  return groups
}

/** LB-3: what tells the attempts of one person apart: how often somebody tried is the same for all of them, and nobody is drawn against oneself. */
function ownChain(ranking: readonly RankingCriterion[]): RankingCriterion[] {
  return withoutDraw(ranking).filter(({ by }) => by !== 'attempt-count')
}

/**
 * LB-3: which of one person's attempts comes first when the counted one is wanted: the best by the chain and then the earliest,
 * the first, or the last. `attemptNo` counts a person's attempts of a round in the order in which they began and ended.
 */
export function compareCounted(
  counted: CountedAttempt,
  ranking: readonly RankingCriterion[],
): (a: RankedResult & { attemptNo: number }, b: RankedResult & { attemptNo: number }) => number {
  if (counted === 'first') return (a, b) => a.attemptNo - b.attemptNo
  if (counted === 'last') return (a, b) => b.attemptNo - a.attemptNo
  const compare = compareByRanking(ownChain(ranking))
  return (a, b) => compare(a, b) || a.submittedAtMs - b.submittedAtMs || a.attemptNo - b.attemptNo
}

/**
 * LB-3: the same as an ORDER BY list, for `DISTINCT ON (account_id)`; the row needs `attempt_no` too. `prediction_error` is asked
 * for only when the chain has it: while a round is open, hand over `knownWhileOpen(ranking)`.
 */
export function countedOrderSql(counted: CountedAttempt, ranking: readonly RankingCriterion[], alias: string): string {
  if (counted === 'first') return `${alias}.attempt_no`
  if (counted === 'last') return `${alias}.attempt_no DESC`
  const chain = ownChain(ranking)
  const order = chain.length > 0 ? `${rankingOrderSql(chain, alias)}, ` : ''
  return `${order}date_trunc('milliseconds', ${alias}.submitted_at), ${alias}.attempt_no`
}

/**
 * LB-1: the time that ranks: of people with an extra-time profile as if they had had the common limit, in whole seconds. Extra time that
 * the end of the round cut off makes nobody faster: only what there was of it is taken into account.
 * @param usableExtra what there was of it, in hundredths of a percent of the limit; null: all of it
 */
export function rankedTimeS(timeUsedS: number, extraPercent: number, usableExtra: number | null = null): number {
  return Math.floor((timeUsedS * 10_000) / (10_000 + (usableExtra ?? extraPercent * 100)))
}

/** The same as SQL over an attempt's row. */
export function rankedTimeSql(alias: string): string {
  return `(${alias}.time_used_s::bigint * 10000 / (10000 + coalesce(${alias}.usable_extra, ${alias}.extra_percent * 100)))::int`
}

/** A length that goes into SQL text is a number of ours and nothing else. */
function whole(value: number): number {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`not a whole number of seconds: ${value}`)
  return value
}
