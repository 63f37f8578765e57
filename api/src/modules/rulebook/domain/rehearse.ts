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
import { type PaperRules, perfectShareOf, takePaper, thresholdOf } from './take-paper.js'

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

export interface RehearsalInput extends PaperRules {
  cells: readonly RehearsalCell[]
  contestants: number
  /** Attempts that each makes. */
  attemptsEach: number
  /** From the start of a period to the next, and how many attempts fit in one; null: they follow each other. */
  period: { lengthS: number; attempts: number } | null
  /** From the end of an attempt to the start of the next. */
  waitS: number
  counted: RoundRules['attempts']['counted']
  /** How long the round is open, in seconds. */
  windowS: number
  /** What ends with blanks is not ranked. */
  allRequired: boolean
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
  /** People of whom every criterion before the draw is equal to somebody else's, among all who are ranked. */
  tiedPeople: number
  /** Share of the places, in the attempts that count, whose own clock ended before they were answered. */
  timedOutShare: number
  /** People who have no place, because every attempt of theirs ended with blanks. */
  unrankedPeople: number
  /** Starts a second in the busiest minute, when a share of everybody comes at the opening. */
  openingStartsPerS: number
}

/** The share of all people who start in the first minute when a round is announced for a fixed hour. */
export const OPENING_SHARE = 0.1
const OPENING_S = 60
/** Ranks are worked out on so many people at most; where more are expected, crowds are scaled up, and rare ties are told too few. */
const PEOPLE_MAX = 50_000
/** Answers of one rehearsal, so that long papers with many attempts take no longer than a second or two. */
const ANSWERS_MAX = 1_000_000
const HALF_DAY_S = 43_200

/** One person's attempt that counts, as ranks are made from it. */
type Counted = RankedResult & { share: number; isPerfect: boolean; isRanked: boolean; blankCount: number }

/**
 * RB-4: a round as it would go. Each person has an ability from a normal distribution; items are taken at random from their cell's pool;
 * how an attempt goes is in `takePaper`. Nobody learns from one attempt to the next, and most start in the first half day.
 * @param random the only source of chance: the same gives the same rehearsal
 */
export function rehearse(input: RehearsalInput, random: DeterministicRandom): Rehearsal {
  const cells = input.cells.map(({ count, points, expectedShares }) => ({
    count,
    points,
    thresholds: expectedShares.map(thresholdOf),
  }))
  const items = cells.reduce((sum, { count }) => sum + count, 0)
  const people = Math.min(
    input.contestants,
    PEOPLE_MAX,
    Math.ceil(ANSWERS_MAX / Math.max(1, items * input.attemptsEach)),
  )
  const scale = people === 0 ? 0 : input.contestants / people
  const order = compareByRanking(withoutDraw(input.ranking))
  const takeRound = simulatedPeople(input, cells, order, new FastRandom(random))
  const results = Array.from({ length: people }, takeRound)
  const ranked = results.filter(({ isRanked }) => isRanked)
  const sizes = tieSizes(ranked, order)
  const histogram = new Array<number>(10).fill(0)
  for (const { share } of results) {
    const tenth = Math.min(9, Math.floor(share * 10))
    histogram[tenth] = (histogram[tenth] as number) + 1 / results.length
  }
  const total = (value: (result: Counted) => number) => results.reduce((sum, result) => sum + value(result), 0)
  return {
    perfectShare: perfectShareOf(cells, input),
    perfectPeople: Math.round(total(({ isPerfect }) => Number(isPerfect)) * scale),
    meanShare: total(({ share }) => share) / Math.max(1, people),
    histogram,
    borders: bordersOf(sizes, scale, input.prizes),
    tiedPeople: Math.round(sizes.reduce((sum, size) => sum + (size > 1 ? size : 0), 0) * scale),
    timedOutShare: total(({ blankCount }) => blankCount) / Math.max(1, people * items),
    unrankedPeople: Math.round((people - ranked.length) * scale),
    openingStartsPerS: (input.contestants * OPENING_SHARE) / OPENING_S,
  }
}

/** @returns the next person by chance, with the attempt that counts */
function simulatedPeople(
  input: RehearsalInput,
  cells: Parameters<typeof takePaper>[0],
  order: (a: RankedResult, b: RankedResult) => number,
  chance: FastRandom,
): () => Counted {
  const items = cells.reduce((sum, { count }) => sum + count, 0)
  const maxPoints = cells.reduce((sum, { count, points }) => sum + count * points, 0)
  // G. E. P. Box and M. E. Muller, 1958.
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next())
  const periodOf = (attempt: number) =>
    input.period === null ? 0 : Math.floor(attempt / input.period.attempts) * input.period.lengthS
  const lastOffsetS = periodOf(input.attemptsEach - 1) + (input.attemptsEach - 1) * input.waitS
  return () => {
    const ability = normal()
    const guess = input.hasPrediction ? Math.exp(normal()) : null
    // Whoever makes several attempts begins in time for all of them.
    const firstS = startOf(chance.next(), chance.next(), Math.max(0, input.windowS - lastOffsetS))
    let counted: Counted | null = null
    let startS = firstS
    for (let attempt = 0; attempt < input.attemptsEach; attempt++) {
      startS = Math.max(startS, firstS + periodOf(attempt))
      const { points, rightCount, blankCount, timeUsedS } = takePaper(cells, input, ability, chance, normal)
      const result: Counted = {
        points,
        rightCount,
        predictionError: guess === null ? null : Math.round(Math.abs(guess - 1) * input.contestants),
        timeUsedS,
        submittedAtMs: Math.round((startS + timeUsedS) * 1000),
        attemptCount: input.attemptsEach,
        drawOrder: null,
        share: maxPoints === 0 ? 0 : Math.min(1, points / maxPoints),
        isPerfect: rightCount === items,
        isRanked: !input.allRequired || blankCount === 0,
        blankCount,
      }
      if (!counted || isBetter(result, counted, input.counted, order)) counted = result
      startS += timeUsedS + input.waitS
    }
    return counted as Counted
  }
}

/** LB-3: whether a later attempt counts instead of an earlier one; what is not ranked never does where something else is. */
function isBetter(
  later: Counted,
  earlier: Counted,
  counted: RehearsalInput['counted'],
  order: (a: RankedResult, b: RankedResult) => number,
): boolean {
  if (later.isRanked !== earlier.isRanked) return later.isRanked
  return counted === 'last' || (counted === 'best' && order(later, earlier) < 0)
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
