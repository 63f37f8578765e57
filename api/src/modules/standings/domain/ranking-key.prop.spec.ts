import fc from 'fast-check'
import { compareResults, type RankedResult, rankingKey as keyOf, resultOfKey as valuesOf } from './ranking-key.js'

/** The round opened here; its last moment that still tells apart is 2^24 seconds later. */
const FROM = Date.parse('2026-11-01T00:00:00Z')
const TO = FROM + (2 ** 24 - 1) * 1000
const rankingKey = (result: RankedResult) => keyOf(result, FROM)
const resultOfKey = (key: number) => valuesOf(key, FROM)

/** Few different values, so that ties of one, two and three parts are common. */
const narrow = fc.record({
  points: fc.constantFrom(0, 0.25, 0.33, 1, 3),
  timeUsedS: fc.integer({ min: 0, max: 3 }),
  submittedAtMs: fc.integer({ min: 0, max: 3_999 }).map((ms) => Date.parse('2026-11-23T01:00:00Z') + ms),
})
const wide = fc.record({
  points: fc.integer({ min: 0, max: 24_800 }).map((hundredths) => hundredths / 100),
  timeUsedS: fc.integer({ min: 0, max: 21_600 }),
  submittedAtMs: fc.integer({ min: FROM, max: TO }),
})
const result = fc.oneof(narrow, wide)
const toTheSecond = ({ submittedAtMs, ...rest }: RankedResult): RankedResult => ({
  ...rest,
  submittedAtMs: Math.floor(submittedAtMs / 1000) * 1000,
})

describe('LB-1: the order of a board', () => {
  it.each([
    ['more points', { points: 9, timeUsedS: 900, submittedAtMs: TO }, { points: 8, timeUsedS: 1, submittedAtMs: FROM }],
    ['less time', { points: 9, timeUsedS: 100, submittedAtMs: TO }, { points: 9, timeUsedS: 101, submittedAtMs: FROM }],
    [
      'an earlier second',
      { points: 9, timeUsedS: 100, submittedAtMs: FROM + 999 },
      { points: 9, timeUsedS: 100, submittedAtMs: FROM + 1_000 },
    ],
  ])('%s comes first', (_, better, worse) => {
    expect(compareResults(better, worse)).toBeLessThan(0)
    expect(rankingKey(better)).toBeGreaterThan(rankingKey(worse))
  })

  it('two submissions in the same second are equal', () => {
    const a = { points: 9, timeUsedS: 100, submittedAtMs: FROM + 1 }
    const b = { points: 9, timeUsedS: 100, submittedAtMs: FROM + 998 }
    expect(compareResults(a, b)).toBe(0)
    expect(rankingKey(a)).toBe(rankingKey(b))
  })

  it('is the same in the one number as in the comparator', () => {
    fc.assert(
      fc.property(result, result, (a, b) => {
        expect(Math.sign(rankingKey(b) - rankingKey(a))).toBe(Math.sign(compareResults(a, b)))
      }),
      { numRuns: 5_000 },
    )
  })

  it('is a total order: comparing is antisymmetric and transitive', () => {
    fc.assert(
      fc.property(fc.tuple(narrow, narrow, narrow), ([a, b, c]) => {
        expect(Math.sign(compareResults(a, b)) + Math.sign(compareResults(b, a))).toBe(0)
        if (compareResults(a, b) <= 0 && compareResults(b, c) <= 0) expect(compareResults(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('fits a double: every key is a whole number below 2^53 and gives its three values back', () => {
    fc.assert(
      fc.property(result, (one) => {
        const key = rankingKey(one)
        expect(Number.isSafeInteger(key) && key >= 0).toBe(true)
        expect(resultOfKey(key)).toEqual(toTheSecond(one))
      }),
      { numRuns: 2_000 },
    )
    // The largest: 24,800 hundredths × 21,601 s × 2^24 s, and the rest of the last two.
    expect(rankingKey({ points: 248, timeUsedS: 0, submittedAtMs: FROM })).toBe(24_801 * 21_601 * 2 ** 24 - 1)
  })

  it('takes values beyond what fits for the largest that does', () => {
    expect(resultOfKey(rankingKey({ points: 5_000, timeUsedS: 40_000, submittedAtMs: FROM - 1_000 }))).toEqual({
      points: 248,
      timeUsedS: 21_600,
      submittedAtMs: FROM,
    })
  })
})
