import type { RankingCriterion, RankingCriterionName } from './rules.js'

/**
 * What decides a place, once: each criterion with its value, its direction and its grain. The comparator here, the SQL in
 * contests/domain and the key of live boards are all made from this table.
 */

/** One result as orders of people see it. */
export interface RankedResult {
  /** In hundredths at the finest. */
  points: number
  /** Items that were wholly right. */
  rightCount: number
  /** How far the prediction lies from its target; null: none was given, which stands last. */
  predictionError: number | null
  /** Whole seconds; of people with an extra-time profile brought to the common limit. */
  timeUsedS: number
  /** ms since 1970 */
  submittedAtMs: number
  /** Ended attempts of the person. */
  attemptCount: number
  /** Place in the draw, from 1; null: not drawn (yet), which stands last. */
  drawOrder: number | null
}

export interface CriterionFacts {
  value: keyof RankedResult
  /** Whether more comes first. */
  isMoreFirst: boolean
  /** Values are compared in whole numbers of 1/scale. */
  scale: number
  /** Of instants and durations, how many units make a second: only these may have a bucket. */
  perSecond: number | null
  /** Buckets begin at multiples of their length after this many seconds before 1970: those of instants follow the day of Viet Nam. */
  offsetS: number
}

const plain = { isMoreFirst: false, scale: 1, perSecond: null, offsetS: 0 }
export const CRITERION_FACTS: Record<RankingCriterionName, CriterionFacts> = {
  points: { ...plain, value: 'points', isMoreFirst: true, scale: 100 },
  'right-items': { ...plain, value: 'rightCount', isMoreFirst: true },
  'prediction-error': { ...plain, value: 'predictionError' },
  'time-used': { ...plain, value: 'timeUsedS', perSecond: 1 },
  'submitted-at': { ...plain, value: 'submittedAtMs', perSecond: 1000, offsetS: 7 * 3600 },
  'attempt-count': { ...plain, value: 'attemptCount' },
  draw: { ...plain, value: 'drawOrder' },
}

/** The whole number that a criterion compares: hundredths of points, buckets of time, counts; null stands last. */
export function levelOf({ by, bucketS = 1 }: RankingCriterion, result: RankedResult): number | null {
  const { value, scale, perSecond, offsetS } = CRITERION_FACTS[by]
  const of = result[value]
  if (of === null) return null
  if (perSecond !== null) return Math.floor((of + offsetS * perSecond) / (bucketS * perSecond))
  return Math.floor(of * scale + 0.5)
}

function compareBy(criterion: RankingCriterion, a: RankedResult, b: RankedResult): number {
  const [one, other] = [levelOf(criterion, a), levelOf(criterion, b)]
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return CRITERION_FACTS[criterion.by].isMoreFirst ? other - one : one - other
}

/** The order of a chain as a comparator; negative when `a` is better. */
export function compareByRanking(ranking: readonly RankingCriterion[]): (a: RankedResult, b: RankedResult) => number {
  return (a, b) => {
    for (const criterion of ranking) {
      const difference = compareBy(criterion, a, b)
      if (difference !== 0) return difference
    }
    return 0
  }
}

/** The chain as far as merit goes, that is to the draw: who is equal in all of it shares a place, whatever the draw says. */
export function withoutDraw(ranking: readonly RankingCriterion[]): RankingCriterion[] {
  const end = ranking.findIndex(({ by }) => by === 'draw')
  return ranking.slice(0, end < 0 ? ranking.length : end)
}

/** What a live board can go by: predictions are judged and draws held only when everybody has ended. */
export function knownWhileOpen(ranking: readonly RankingCriterion[]): RankingCriterion[] {
  return withoutDraw(ranking).filter(({ by }) => by !== 'prediction-error')
}

export interface PlaceStep {
  criterion: RankingCriterion
  /** Of the one who asks; 'skipped' after the first difference. */
  verdict: 'ahead' | 'behind' | 'equal' | 'skipped'
  mine: number | null
  other: number | null
}

/**
 * Why one result stands before another: the chain step by step; the first difference decides and what follows is skipped.
 * @returns `decidedBy`: the index of that step; null when both are equal in everything
 */
export function explainPlace(
  ranking: readonly RankingCriterion[],
  mine: RankedResult,
  other: RankedResult,
): { decidedBy: number | null; steps: PlaceStep[] } {
  let decidedBy: number | null = null
  const steps = ranking.map((criterion, index): PlaceStep => {
    const { value } = CRITERION_FACTS[criterion.by]
    const values = { criterion, mine: mine[value], other: other[value] }
    if (decidedBy !== null) return { ...values, verdict: 'skipped' }
    const difference = compareBy(criterion, mine, other)
    if (difference === 0) return { ...values, verdict: 'equal' }
    decidedBy = index
    return { ...values, verdict: difference < 0 ? 'ahead' : 'behind' }
  })
  return { decidedBy, steps }
}

/** Why a chain cannot be used. */
export const RANKING_PROBLEMS = [
  /** It does not end in the draw, so people may stay equal for ever. */
  'RANKING.NO_END',
  /** Something stands after the draw, which leaves nothing to decide. */
  'RANKING.AFTER_DRAW',
  /** A criterion stands in it twice. */
  'RANKING.DOUBLED',
  /** It asks for the prediction error, and there is no prediction question. */
  'RANKING.NO_PREDICTION',
  /** A bucket of seconds for something that is no time. */
  'RANKING.NO_BUCKET_HERE',
] as const
export type RankingProblemCode = (typeof RANKING_PROBLEMS)[number]

/** Everything that is wrong with a chain; `index` says at which criterion. */
export function rankingProblems(
  ranking: readonly RankingCriterion[],
  { hasPrediction }: { hasPrediction: boolean },
): { code: RankingProblemCode; index: number }[] {
  const problems = ranking.flatMap(({ by, bucketS }, index) => {
    const codes: RankingProblemCode[] = []
    if (by === 'draw' && index < ranking.length - 1) codes.push('RANKING.AFTER_DRAW')
    if (ranking.findIndex((other) => other.by === by) < index) codes.push('RANKING.DOUBLED')
    if (by === 'prediction-error' && !hasPrediction) codes.push('RANKING.NO_PREDICTION')
    if (bucketS !== undefined && CRITERION_FACTS[by].perSecond === null) codes.push('RANKING.NO_BUCKET_HERE')
    return codes.map((code) => ({ code, index }))
  })
  if (ranking.at(-1)?.by === 'draw') return problems
  return [...problems, { code: 'RANKING.NO_END', index: Math.max(0, ranking.length - 1) }]
}
