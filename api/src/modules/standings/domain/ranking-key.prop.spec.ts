import {
  compareByRanking,
  DEFAULT_ROUND_RULES,
  RANKING_CRITERIA,
  RANKING_PRESETS,
  type RankedResult,
  type RankingCriterion,
} from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { keyLayout, keysOfTable, type LiveResult, type RoundBounds, rankingKey, tableIndexOf } from './ranking-key.js'

const OPENS = Date.parse('2026-11-01T00:00:00Z')
const BOUNDS: RoundBounds = {
  minPoints: -5,
  maxPoints: 20,
  itemCount: 20,
  timeLimitS: 1_800,
  opensAtMs: OPENS,
  closesAtMs: OPENS + 7 * 86_400_000,
}

/** Few different values, so that ties of any number of criteria are common. */
const narrow: fc.Arbitrary<LiveResult> = fc.record({
  points: fc.constantFrom(-5, 0, 0.25, 0.33, 1, 20),
  rightCount: fc.integer({ min: 0, max: 3 }),
  timeUsedS: fc.integer({ min: 0, max: 130 }),
  submittedAtMs: fc.integer({ min: 0, max: 130_000 }).map((ms) => OPENS + ms),
  attemptCount: fc.integer({ min: 1, max: 3 }),
})
const wide: fc.Arbitrary<LiveResult> = fc.record({
  points: fc.integer({ min: -500, max: 2_000 }).map((hundredths) => hundredths / 100),
  rightCount: fc.integer({ min: 0, max: 20 }),
  timeUsedS: fc.integer({ min: 0, max: 3_600 }),
  submittedAtMs: fc.integer({ min: OPENS, max: BOUNDS.closesAtMs + 3_600_000 }),
  attemptCount: fc.integer({ min: 1, max: 1_000 }),
})
const result = fc.oneof(narrow, wide)
const whole = (live: LiveResult): RankedResult => ({ ...live, predictionError: null, drawOrder: null })

const criterion: fc.Arbitrary<RankingCriterion> = fc
  .constantFrom(...RANKING_CRITERIA)
  .chain(
    (by): fc.Arbitrary<RankingCriterion> =>
      by === 'time-used' || by === 'submitted-at'
        ? fc.record({ by: fc.constant(by), bucketS: fc.constantFrom(undefined, 10, 60, 86_400) })
        : fc.constant({ by }),
  )
const chain = fc.uniqueArray(criterion, { selector: ({ by }) => by, minLength: 1, maxLength: 7 })
/** The part of a chain that a key holds. */
const held = (ranking: readonly RankingCriterion[], bounds = BOUNDS) =>
  keyLayout(ranking, bounds).digits.map((digit) => digit.criterion)

describe('LB-1: the order of a live board', () => {
  it('is that of its chain, as far as the key holds it', () => {
    fc.assert(
      fc.property(chain, result, result, (ranking, a, b) => {
        const layout = keyLayout(ranking, BOUNDS)
        const compare = compareByRanking(held(ranking))
        expect(Math.sign(rankingKey(layout, b) - rankingKey(layout, a))).toBe(Math.sign(compare(whole(a), whole(b))))
      }),
      { numRuns: 5_000 },
    )
  })

  it('fits a double: every key is a whole number below 2^53, whatever the chain', () => {
    const wild = fc.record({
      points: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      rightCount: fc.integer(),
      timeUsedS: fc.integer(),
      submittedAtMs: fc.integer({ min: 0, max: 4e12 }),
      attemptCount: fc.integer(),
    })
    fc.assert(
      fc.property(chain, fc.oneof(result, wild), (ranking, one) => {
        const layout = keyLayout(ranking, BOUNDS)
        const key = rankingKey(layout, one)
        expect(Number.isSafeInteger(key) && key >= 0).toBe(true)
        expect(layout.digits.reduce((product, { size }) => product * size, 1)).toBeLessThanOrEqual(2 ** 53)
      }),
      { numRuns: 2_000 },
    )
  })

  it('LB-13: with tables, is the table first and the chain within it, each table with keys of its own', () => {
    const at = fc.integer({ min: 1, max: 40 }).chain((count) => {
      const index = fc.integer({ min: 0, max: count - 1 })
      return fc.tuple(fc.constant(count), index, index)
    })
    fc.assert(
      fc.property(chain, result, result, at, (ranking, a, b, [count, ofA, ofB]) => {
        const layout = keyLayout(ranking, BOUNDS, count)
        const compare = compareByRanking(layout.digits.map((digit) => digit.criterion))
        const [keyA, keyB] = [rankingKey(layout, a, ofA), rankingKey(layout, b, ofB)]
        expect(Math.sign(keyB - keyA)).toBe(Math.sign(ofA - ofB || compare(whole(a), whole(b))))
        for (const [key, index] of [
          [keyA, ofA],
          [keyB, ofB],
        ] as const) {
          const { least, most } = keysOfTable(layout, index)
          expect(Number.isSafeInteger(key) && least <= key && key <= most).toBe(true)
          expect([key, least, most].map((each) => tableIndexOf(layout, each))).toEqual([index, index, index])
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('LB-13: holds the usual chain of an ordinary round whole in each of a dozen tables', () => {
    expect(keyLayout(DEFAULT_ROUND_RULES.ranking, BOUNDS, 12).leftOut).toBe(0)
  })

  it('holds the usual chain and the presets of an ordinary round whole', () => {
    for (const ranking of [DEFAULT_ROUND_RULES.ranking, ...Object.values(RANKING_PRESETS)]) {
      const known = ranking.map(({ by }) => by).filter((by) => by !== 'draw' && by !== 'prediction-error')
      expect(held(ranking).map(({ by }) => by)).toEqual(known)
      expect(keyLayout(ranking, BOUNDS).leftOut).toBe(0)
    }
    const long = {
      ...BOUNDS,
      minPoints: 0,
      maxPoints: 100,
      timeLimitS: 3 * 3_600,
      closesAtMs: OPENS + 180 * 86_400_000,
    }
    expect(held(DEFAULT_ROUND_RULES.ranking, long)).toHaveLength(3)
  })

  it('is a prefix of the chain where that is too long: what does not fit leaves a tie, and nothing after it counts', () => {
    const ranking: RankingCriterion[] = [
      { by: 'points' },
      { by: 'right-items' },
      { by: 'time-used' },
      { by: 'submitted-at' },
      { by: 'attempt-count' },
      { by: 'draw' },
    ]
    const large = {
      ...BOUNDS,
      minPoints: -100,
      maxPoints: 200,
      timeLimitS: 6 * 3_600,
      closesAtMs: OPENS + 90 * 86_400_000,
    }
    const layout = keyLayout(ranking, large)
    expect(layout.digits.map((digit) => digit.criterion.by)).toEqual(['points', 'right-items', 'time-used'])
    expect(layout.leftOut).toBe(2)
    const one = { points: 9, rightCount: 9, timeUsedS: 100, submittedAtMs: OPENS, attemptCount: 1 }
    expect(rankingKey(layout, one)).toBe(rankingKey(layout, { ...one, submittedAtMs: OPENS + 9e6, attemptCount: 7 }))
  })

  it('shows nothing of predictions and draws', () => {
    fc.assert(
      fc.property(chain, (ranking) => {
        const names = held(ranking).map(({ by }) => by)
        expect(names).not.toContain('draw')
        expect(names).not.toContain('prediction-error')
      }),
    )
  })

  it('takes values beyond what the round can bring forth for the nearest that it can', () => {
    const layout = keyLayout(DEFAULT_ROUND_RULES.ranking, BOUNDS)
    const most = { points: 20, rightCount: 20, timeUsedS: 0, submittedAtMs: OPENS, attemptCount: 1 }
    expect(rankingKey(layout, { ...most, points: 5_000, timeUsedS: -4, submittedAtMs: OPENS - 9_000 })).toBe(
      rankingKey(layout, most),
    )
  })

  it('does not change its layout when the end is moved a little', () => {
    const { digits } = keyLayout(DEFAULT_ROUND_RULES.ranking, BOUNDS)
    expect(
      keyLayout(DEFAULT_ROUND_RULES.ranking, { ...BOUNDS, closesAtMs: BOUNDS.closesAtMs + 3_600_000 }).digits,
    ).toEqual(digits)
  })
})
