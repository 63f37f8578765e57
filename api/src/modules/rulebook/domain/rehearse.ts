import {
  compareByRanking,
  type PrizeTier,
  type RankedResult,
  type RankingCriterion,
  type RoundRules,
  withoutDraw,
} from '@thiso/contracts/vocab'
import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { FastRandom } from './fast-random.js'
import { normalGrid, normalQuantile, normalShare } from './normal.js'

/** A cell of the blueprint with what its pool's items are expected to gain, each a share from 0 to 1. */
export interface RehearsalCell {
  count: number
  points: number
  expectedShares: readonly number[]
}

/** So many prizes of a tier, for a table or for everybody. */
export interface RehearsalPrize {
  tier: PrizeTier
  table: string | null
  count: number
}

export interface RehearsalInput {
  cells: readonly RehearsalCell[]
  contestants: number
  /** Attempts that each makes. */
  attemptsEach: number
  counted: RoundRules['attempts']['counted']
  timeLimitS: number
  /** How long the round is open, in seconds. */
  windowS: number
  wrongPenalty: number
  ranking: readonly RankingCriterion[]
  hasPrediction: boolean
  /** Best first. */
  prizes: readonly RehearsalPrize[]
}

export interface Rehearsal {
  /** Share of papers with everything right. */
  perfectShare: number
  /** People with everything right in the attempt that counts. */
  perfectPeople: number
  meanShare: number
  /** Share of people by tenths of the points gained: 0 to 10 %, … , 90 to 100 %. */
  histogram: number[]
  /**
   * For each prize: at which place it ends within its table, and how many people share the place across its border (0: none). Every
   * table is looked at as if all the people expected were in it.
   */
  borders: (RehearsalPrize & { place: number; sharedBy: number })[]
  /** People of whom every criterion before the draw is equal to somebody else's, among all. */
  tiedPeople: number
  /** Starts a second in the busiest minute, when a share of everybody comes at the opening. */
  openingStartsPerS: number
}

/** How far people differ: the standard deviation of ability on the probit scale; 1 is usual for general-knowledge quizzes. */
const ABILITY_SPREAD = 1
/** The share of all people who start in the first minute when a round is announced for a fixed hour. */
export const OPENING_SHARE = 0.1
const OPENING_S = 60
/** Ranks are worked out on so many people at most; where more are expected, crowds are scaled up, and rare ties are told too few. */
const PEOPLE_MAX = 50_000
/** Answers of one rehearsal, so that long papers with many attempts take no longer than a second or two. */
const ANSWERS_MAX = 1_000_000
const HALF_DAY_S = 43_200

/**
 * RB-4: a round as it would go. Each person has an ability from a normal distribution; an item is answered right with the probability
 * Φ(z·√(1 + s²) + s·ability), z = Φ⁻¹(expected share): over everybody, that is just the expected share (probit model; F. M. Lord and
 * M. R. Novick, Statistical Theories of Mental Test Scores, 1968). Items are taken at random from their cell's pool; time used is
 * lognormal around six tenths of the limit and shorter for the able; most start in the first half day.
 * @param random the only source of chance: the same gives the same rehearsal
 */
export function rehearse(input: RehearsalInput, random: DeterministicRandom): Rehearsal {
  const cells = input.cells.map(({ count, points, expectedShares }) => ({
    count,
    points,
    thresholds: expectedShares.map(thresholdOf),
  }))
  const items = cells.reduce((sum, { count }) => sum + count, 0)
  const answersEach = Math.max(1, items * input.attemptsEach)
  const people = Math.min(input.contestants, PEOPLE_MAX, Math.ceil(ANSWERS_MAX / answersEach))
  const scale = people === 0 ? 0 : input.contestants / people
  const maxPoints = cells.reduce((sum, { count, points }) => sum + count * points, 0)
  const chance = new FastRandom(random)
  const roll = () => chance.next()
  // G. E. P. Box and M. E. Muller, 1958.
  const normal = () => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
  const order = compareByRanking(withoutDraw(input.ranking))
  const results: (RankedResult & { share: number; isPerfect: boolean })[] = []
  for (let person = 0; person < people; person++) {
    const ability = normal()
    const guess = input.hasPrediction ? Math.exp(normal()) : null
    let counted: (typeof results)[number] | null = null
    let startS = startOf(roll(), roll(), input.windowS)
    for (let attempt = 0; attempt < input.attemptsEach; attempt++) {
      let right = 0
      let points = 0
      for (const { count, points: worth, thresholds } of cells)
        for (let place = 0; place < count; place++) {
          const threshold = thresholds.length > 0 ? (thresholds[chance.below(thresholds.length)] as number) : 0
          if (roll() < normalShare(threshold + ABILITY_SPREAD * ability)) {
            right++
            points += worth
          } else points -= worth * input.wrongPenalty
        }
      const pace = 0.6 * Math.exp(0.35 * normal() - 0.1 * ability)
      const timeUsedS = Math.round(Math.min(1, Math.max(0.05, pace)) * input.timeLimitS)
      const result = {
        points: Math.max(0, Math.round(points * 100) / 100),
        rightCount: right,
        predictionError: guess === null ? null : Math.round(Math.abs(guess - 1) * input.contestants),
        timeUsedS,
        submittedAtMs: Math.round((startS + timeUsedS) * 1000),
        attemptCount: input.attemptsEach,
        drawOrder: null,
        share: maxPoints === 0 ? 0 : Math.max(0, points) / maxPoints,
        isPerfect: right === items,
      }
      if (!counted || input.counted === 'last' || (input.counted === 'best' && order(result, counted) < 0))
        counted = result
      startS += timeUsedS
    }
    if (counted) results.push(counted)
  }
  const sizes = tieSizes(results, order)
  const histogram = new Array<number>(10).fill(0)
  for (const { share } of results) {
    const tenth = Math.min(9, Math.floor(share * 10))
    histogram[tenth] = (histogram[tenth] as number) + 1 / results.length
  }
  return {
    perfectShare: perfectShareOf(cells),
    perfectPeople: Math.round(results.filter(({ isPerfect }) => isPerfect).length * scale),
    meanShare: results.reduce((sum, { share }) => sum + share, 0) / Math.max(1, results.length),
    histogram,
    borders: bordersOf(sizes, scale, input.prizes),
    tiedPeople: Math.round(sizes.reduce((sum, size) => sum + (size > 1 ? size : 0), 0) * scale),
    openingStartsPerS: (input.contestants * OPENING_SHARE) / OPENING_S,
  }
}

function thresholdOf(expectedShare: number): number {
  return normalQuantile(expectedShare) * Math.sqrt(1 + ABILITY_SPREAD ** 2)
}

/** The chance of a paper with everything right, over all abilities; items of a cell stand for their mean at each ability. */
function perfectShareOf(cells: readonly { count: number; thresholds: readonly number[] }[]): number {
  return normalGrid(200).reduce((sum, { x, weight }) => {
    let all = 1
    for (const { count, thresholds } of cells) {
      const shares = thresholds.map((threshold) => normalShare(threshold + ABILITY_SPREAD * x))
      const mean = shares.reduce((total, share) => total + share, 0) / Math.max(1, shares.length)
      all *= mean ** count
    }
    return sum + weight * all
  }, 0)
}

/** When somebody starts: one in five within the first quarter of an hour, the rest over the window, more of them early. */
function startOf(first: number, second: number, windowS: number): number {
  if (first < 0.2) return second * Math.min(900, windowS)
  return first < 0.6 ? second * Math.min(HALF_DAY_S, windowS) : second * windowS
}

/** How many share each place, best first. */
function tieSizes<T>(results: readonly T[], compare: (a: T, b: T) => number): number[] {
  const sizes: number[] = []
  let before: T | undefined
  for (const result of [...results].sort(compare)) {
    if (before !== undefined && compare(before, result) === 0) sizes[sizes.length - 1] = (sizes.at(-1) as number) + 1
    else sizes.push(1)
    before = result
  }
  return sizes
}

/** Where prizes end in a row of groups that share places; each table has a row of its own. */
function bordersOf(sizes: readonly number[], scale: number, prizes: readonly RehearsalPrize[]): Rehearsal['borders'] {
  const places = new Map<string | null, number>()
  return prizes.map((prize) => {
    const place = (places.get(prize.table) ?? 0) + prize.count
    places.set(prize.table, place)
    let before = 0
    for (const size of sizes) {
      const after = before + size * scale
      // One who stands alone stands for several who stand alone, not for a crowd.
      if (before < place && after > place) return { ...prize, place, sharedBy: size > 1 ? Math.round(size * scale) : 0 }
      before = after
      if (before >= place) break
    }
    return { ...prize, place, sharedBy: 0 }
  })
}
