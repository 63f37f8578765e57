import { RANKING_CRITERIA, RANKING_PRESETS, type RankingCriterion } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import {
  compareByRanking,
  compareCounted,
  explainPlace,
  rankAll,
  rankedTimeS,
  type RankedResult,
  rankingOrderSql,
  rankingProblems,
  tiePartition,
  withoutDraw,
} from './ranking-chain.js'

/** Few different values, so that ties of any number of criteria are common. */
const result: fc.Arbitrary<RankedResult> = fc.record({
  points: fc.constantFrom(0, 0.25, 0.33, 1, 0.1 + 0.2, 0.3),
  rightCount: fc.integer({ min: 0, max: 2 }),
  predictionError: fc.constantFrom(null, 0, 1, 7),
  timeUsedS: fc.integer({ min: 0, max: 130 }),
  submittedAtMs: fc.integer({ min: 0, max: 130_000 }).map((ms) => Date.parse('2026-11-23T01:00:00Z') + ms),
  attemptCount: fc.integer({ min: 1, max: 3 }),
  drawOrder: fc.constantFrom(null, 1, 2, 3),
})
const criterion: fc.Arbitrary<RankingCriterion> = fc
  .constantFrom(...RANKING_CRITERIA)
  .chain(
    (by): fc.Arbitrary<RankingCriterion> =>
      by === 'time-used' || by === 'submitted-at'
        ? fc.record({ by: fc.constant(by), bucketS: fc.constantFrom(undefined, 1, 10, 60) })
        : fc.constant({ by }),
  )
const chain = fc.uniqueArray(criterion, { selector: ({ by }) => by, minLength: 1, maxLength: 7 })

const base: RankedResult = {
  points: 9,
  rightCount: 9,
  predictionError: 5,
  timeUsedS: 100,
  submittedAtMs: Date.parse('2026-11-23T01:00:00Z'),
  attemptCount: 1,
  drawOrder: 1,
}
const better = (by: RankingCriterion, a: Partial<RankedResult>, b: Partial<RankedResult>) =>
  compareByRanking([by])({ ...base, ...a }, { ...base, ...b })

describe('LB-1: what comes first', () => {
  it.each<[string, RankingCriterion, Partial<RankedResult>, Partial<RankedResult>]>([
    ['more points', { by: 'points' }, { points: 9.01 }, { points: 9 }],
    ['more right items', { by: 'right-items' }, { rightCount: 10 }, { rightCount: 9 }],
    ['the nearer prediction', { by: 'prediction-error' }, { predictionError: 4 }, { predictionError: 5 }],
    ['any prediction before none', { by: 'prediction-error' }, { predictionError: 1e6 }, { predictionError: null }],
    ['less time', { by: 'time-used' }, { timeUsedS: 99 }, { timeUsedS: 100 }],
    ['an earlier bucket of time', { by: 'time-used', bucketS: 60 }, { timeUsedS: 119 }, { timeUsedS: 120 }],
    ['an earlier second', { by: 'submitted-at' }, {}, { submittedAtMs: base.submittedAtMs + 1_000 }],
    ['fewer attempts', { by: 'attempt-count' }, { attemptCount: 1 }, { attemptCount: 2 }],
    ['the lower number of the draw', { by: 'draw' }, { drawOrder: 1 }, { drawOrder: 2 }],
    ['who was drawn', { by: 'draw' }, { drawOrder: 9 }, { drawOrder: null }],
  ])('%s', (_, by, a, b) => {
    expect(better(by, a, b)).toBeLessThan(0)
    expect(better(by, b, a)).toBeGreaterThan(0)
  })

  it.each<[string, RankingCriterion, Partial<RankedResult>, Partial<RankedResult>]>([
    ['points that differ by less than a hundredth', { by: 'points' }, { points: 0.1 + 0.2 }, { points: 0.3 }],
    ['the same bucket of time', { by: 'time-used', bucketS: 60 }, { timeUsedS: 60 }, { timeUsedS: 119 }],
    ['the same second', { by: 'submitted-at' }, {}, { submittedAtMs: base.submittedAtMs + 999 }],
    ['no prediction twice', { by: 'prediction-error' }, { predictionError: null }, { predictionError: null }],
    [
      'the same day in Viet Nam, from midnight to midnight',
      { by: 'submitted-at', bucketS: 86_400 },
      { submittedAtMs: Date.parse('2026-11-22T17:00:00Z') },
      { submittedAtMs: Date.parse('2026-11-23T16:59:59Z') },
    ],
  ])('equal: %s', (_, by, a, b) => {
    expect(better(by, a, b)).toBe(0)
  })

  it('by the order of the chain: the first difference decides', () => {
    const a = { ...base, rightCount: 10, predictionError: 900, submittedAtMs: base.submittedAtMs + 9e6 }
    for (const preset of Object.values(RANKING_PRESETS)) expect(compareByRanking(preset)(a, base)).toBeLessThan(0)
    const nearer = { ...base, predictionError: 1, timeUsedS: 101, submittedAtMs: base.submittedAtMs + 9e6 }
    expect(compareByRanking(RANKING_PRESETS['prediction-then-earliest'])(nearer, base)).toBeLessThan(0)
    expect(compareByRanking(RANKING_PRESETS['fastest-then-prediction'])(nearer, base)).toBeGreaterThan(0)
    expect(compareByRanking(RANKING_PRESETS['fastest-then-earliest'])(nearer, base)).toBeGreaterThan(0)
  })

  it('of people with extra time: as if they had had the common limit', () => {
    expect(rankedTimeS(750, 25)).toBe(600)
    expect(rankedTimeS(600, 0)).toBe(600)
    // 33 s of 30 s with 100 percent more, of which the end of the round left a tenth.
    expect(rankedTimeS(33, 100, 1_000)).toBe(30)
    expect(rankedTimeS(20, 100, 0)).toBe(20)
    fc.assert(
      fc.property(fc.nat(21_600), fc.nat(300), (time, extra) => {
        expect(rankedTimeS(time, extra)).toBe(Number((BigInt(time) * 100n) / BigInt(100 + extra)))
        expect(rankedTimeS(time, extra, extra * 100)).toBe(rankedTimeS(time, extra))
      }),
    )
  })
})

describe('LB-1: every chain is an order', () => {
  it('total, antisymmetric and transitive', () => {
    fc.assert(
      fc.property(chain, fc.tuple(result, result, result), (ranking, [a, b, c]) => {
        const compare = compareByRanking(ranking)
        expect(compare(a, a)).toBe(0)
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
        if (compare(a, b) === 0) expect(Math.sign(compare(a, c))).toBe(Math.sign(compare(b, c)))
      }),
      { numRuns: 3_000 },
    )
  })

  it('that does not depend on how the results came', () => {
    const cases = fc
      .array(result, { maxLength: 25 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(chain, cases, (ranking, [list, other]) => {
        const ranks = (rows: readonly RankedResult[]) =>
          new Map(rankAll(ranking, rows, (row) => row).map(({ row, rank, isTied }) => [row, `${rank} ${isTied}`]))
        const [one, two] = [ranks(list), ranks(other)]
        for (const row of list) expect(two.get(row)).toBe(one.get(row))
      }),
    )
  })

  it('LB-2: in which a rank is one more than the number of people ahead by everything before the draw', () => {
    fc.assert(
      fc.property(chain, fc.array(result, { maxLength: 25 }), (ranking, list) => {
        const merit = compareByRanking(withoutDraw(ranking))
        const ranked = rankAll(ranking, list, (row) => row)
        expect(ranked).toHaveLength(list.length)
        for (const { row, rank, isTied } of ranked) {
          expect(rank).toBe(1 + list.filter((other) => merit(other, row) < 0).length)
          expect(isTied).toBe(list.filter((other) => merit(other, row) === 0).length > 1)
        }
        const groups = tiePartition(ranking, list, (row) => row)
        expect(groups.flatMap(({ rows }) => rows)).toEqual(ranked.map(({ row }) => row))
        for (const { rows } of groups)
          for (const [index, row] of rows.slice(1).entries())
            expect(compareByRanking(ranking)(rows[index] as RankedResult, row)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('1, 2, 2, 4', () => {
    const rows = [7, 9, 5, 7].map((points) => ({ ...base, points }))
    expect(rankAll([{ by: 'points' }, { by: 'draw' }], rows, (row) => row).map(({ rank }) => rank)).toEqual([
      1, 2, 2, 4,
    ])
  })
})

describe('LB-8: why somebody stands in a place', () => {
  it('is the first criterion in which two results differ, with both values', () => {
    const ranking: RankingCriterion[] = [
      { by: 'right-items' },
      { by: 'time-used', bucketS: 60 },
      { by: 'submitted-at' },
      { by: 'draw' },
    ]
    const other = { ...base, timeUsedS: 60, submittedAtMs: base.submittedAtMs - 5_000 }
    const { decidedBy, steps } = explainPlace(ranking, base, other)
    expect(decidedBy).toBe(2)
    expect(steps.map(({ verdict }) => verdict)).toEqual(['equal', 'equal', 'behind', 'skipped'])
    expect(steps[1]).toMatchObject({ mine: 100, other: 60 })
  })

  it('says what the comparator says, from both sides', () => {
    fc.assert(
      fc.property(chain, result, result, (ranking, a, b) => {
        const sign = Math.sign(compareByRanking(ranking)(a, b))
        const [one, two] = [explainPlace(ranking, a, b), explainPlace(ranking, b, a)]
        expect(one.decidedBy).toBe(two.decidedBy)
        expect(one.decidedBy === null).toBe(sign === 0)
        if (one.decidedBy === null) return
        expect(one.steps[one.decidedBy]?.verdict).toBe(sign < 0 ? 'ahead' : 'behind')
        expect(two.steps[one.decidedBy]?.verdict).toBe(sign < 0 ? 'behind' : 'ahead')
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('LB-1: a chain that cannot be used', () => {
  const codes = (ranking: RankingCriterion[], hasPrediction = false) =>
    rankingProblems(ranking, { hasPrediction }).map(({ code, index }) => `${index} ${code}`)

  it.each<[string, RankingCriterion[], string[]]>([
    ['has no end', [{ by: 'points' }], ['0 RANKING.NO_END']],
    ['is empty', [], ['0 RANKING.NO_END']],
    ['goes on after its end', [{ by: 'draw' }, { by: 'points' }], ['0 RANKING.AFTER_DRAW', '1 RANKING.NO_END']],
    ['says a thing twice', [{ by: 'points' }, { by: 'points' }, { by: 'draw' }], ['1 RANKING.DOUBLED']],
    [
      'asks for what is not asked',
      [{ by: 'points' }, { by: 'prediction-error' }, { by: 'draw' }],
      ['1 RANKING.NO_PREDICTION'],
    ],
    ['puts points into minutes', [{ by: 'points', bucketS: 60 }, { by: 'draw' }], ['0 RANKING.NO_BUCKET_HERE']],
  ])('%s', (_, ranking, expected) => {
    expect(codes(ranking)).toEqual(expected)
  })

  it('is none of the presets', () => {
    for (const preset of Object.values(RANKING_PRESETS)) expect(codes([...preset], true)).toEqual([])
  })

  it('never becomes SQL with a length that is no number', () => {
    expect(() => rankingOrderSql([{ by: 'time-used', bucketS: '1); --' as unknown as number }], 'r')).toThrow(
      RangeError,
    )
  })
})

describe('LB-3: the counted attempt', () => {
  const at = (attemptNo: number, more: Partial<RankedResult> = {}) => ({
    ...base,
    submittedAtMs: base.submittedAtMs + attemptNo * 60_000,
    ...more,
    attemptNo,
  })
  const pick = (counted: 'best' | 'first' | 'last', ...list: ReturnType<typeof at>[]) =>
    [...list].sort(compareCounted(counted, [{ by: 'points' }, { by: 'attempt-count' }, { by: 'draw' }]))[0]?.attemptNo

  it.each([
    ['best', 2],
    ['first', 1],
    ['last', 3],
  ] as const)('%s', (counted, expected) => {
    expect(pick(counted, at(1, { points: 3 }), at(2, { points: 8 }), at(3, { points: 5 }))).toBe(expected)
  })

  it('the best, where several are equal by the chain: the earliest', () => {
    expect(pick('best', at(3), at(2), at(1, { points: 1 }))).toBe(2)
  })
})
