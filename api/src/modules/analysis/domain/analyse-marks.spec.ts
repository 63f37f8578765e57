import { analyseMarks } from './analyse-marks.js'

/** Rows of 0 and 1 from patterns with how often each was seen. */
const rowsOf = (patterns: readonly (readonly [string, number])[]) =>
  patterns.flatMap(([pattern, count]) => Array.from({ length: count }, () => [...pattern].map(Number)))
const ones = (count: number) => new Array<number>(count).fill(1)

/** LSAT section 6 (Bock & Lieberman 1970): how often each pattern of five answers was seen, 00000 to 11111. */
const LSAT6 = [
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
].map((count, index) => [index.toString(2).padStart(5, '0'), count] as const)

describe('IA-2: the statistics agree with published values', () => {
  const { test, items } = analyseMarks(rowsOf(LSAT6), ones(5))

  it('of a thousand people on five items: test', () => {
    expect(test).toMatchObject({ personCount: 1000, itemCount: 5, isComplete: true, maxTotal: 5, perfectCount: 298 })
    expect(test.mean).toBeCloseTo(3.819, 10)
    expect((test.sd as number) ** 2).toBeCloseTo(1.07131031031, 10)
    expect(test.alpha).toBeCloseTo(0.294997192216, 10)
    expect(test.reliability).toEqual({ kind: 'alpha', coefficient: test.alpha })
  })

  it('and not with the trap of two divisors', () => {
    expect(test.alpha).not.toBeCloseTo(0.295952195023, 4)
  })

  it('of a thousand people on five items: items', () => {
    const close = (values: (number | null)[], published: number[]) => {
      for (const [index, value] of values.entries()) expect(value).toBeCloseTo(published[index] as number, 10)
    }
    close(
      items.map(({ facility }) => facility),
      [92.4, 70.9, 55.3, 76.3, 87],
    )
    close(
      items.map(({ itemTotal }) => itemTotal),
      [0.362010437162, 0.566772095384, 0.618439753567, 0.534418326244, 0.435366427888],
    )
    close(
      items.map(({ itemRest }) => itemRest),
      [0.112832688922, 0.153178120117, 0.172778943291, 0.144428095247, 0.121596402547],
    )
  })

  it('of six people on four items', () => {
    const small = analyseMarks(rowsOf(['1111', '1110', '1100', '1010', '1000', '0100'].map((row) => [row, 1])), ones(4))
    const rounded = (values: (number | null)[], digits = 2) => values.map((value) => Number(value?.toFixed(digits)))
    expect(rounded(small.items.map(({ facility }) => facility))).toEqual([83.33, 66.67, 50, 16.67])
    expect(rounded(small.items.map(({ discriminationIndex }) => discriminationIndex))).toEqual([15.81, 0, 44.72, 54.77])
    expect(rounded(small.items.map((item) => item.discriminativeEfficiency))).toEqual([25, 0, 50, 100])
    expect(rounded(small.items.map(({ effectiveWeight }) => effectiveWeight))).toEqual([20.89, 22.33, 30.58, 26.19])
    const { sd, skewness, kurtosis, standardError, cic, errorRatio, median } = small.test
    expect(rounded([sd, skewness, kurtosis, standardError], 3)).toEqual([1.169, 0.668, -0.446, 0.863])
    expect(rounded([cic, errorRatio, median])).toEqual([45.53, 73.8, 2])
  })
})

describe('IA-2: what cannot be told is null', () => {
  it('for an item that everybody has right, and for those who differ in nothing else', () => {
    const { items, test } = analyseMarks(
      [
        [1, 1],
        [1, 0],
        [1, 1],
      ],
      ones(2),
    )
    expect(items[0]).toMatchObject({ facility: 100, sd: 0, discriminationIndex: null, discriminativeEfficiency: null })
    expect(items[1]).toMatchObject({ discriminationIndex: null, itemTotal: expect.closeTo(1, 10) })
    expect(test.alpha).toBeCloseTo(0, 10)
  })

  it('for equal totals, however their fractions add up', () => {
    const { test, items } = analyseMarks(
      [
        [0.1, 0.2, 0.3],
        [0.3, 0.2, 0.1],
        [0.2, 0.3, 0.1],
        [0.1, 0.3, 0.2],
      ],
      ones(3),
    )
    expect(test).toMatchObject({ sd: 0, skewness: null, kurtosis: null, alpha: null, errorRatio: null })
    for (const item of items) expect(item).toMatchObject({ itemTotal: null, effectiveWeight: null })
  })

  it('for one person, for nobody, for an item that nobody was served and for one without points', () => {
    expect(analyseMarks([[1, 0]], ones(2)).items[0]).toMatchObject({ facility: 100, sd: null, itemRest: null })
    expect(analyseMarks([], ones(2)).test).toMatchObject({ personCount: 0, mean: null, maxTotal: 2, alpha: null })
    const { items } = analyseMarks(
      [
        [1, null, 0],
        [0, null, 0],
      ],
      [1, 1, 0],
    )
    expect(items[1]).toMatchObject({ servedCount: 0, facility: null, sd: null, upperLower: null })
    expect(items[2]).toMatchObject({ facility: null, sdPercent: null, discriminationIndex: null })
  })

  it('a row of another length is refused', () => {
    expect(() => analyseMarks([[1, 0], [1]], ones(2))).toThrow(RangeError)
  })
})

describe('IA-2: an item that runs against the rest', () => {
  const { items, test } = analyseMarks(
    [
      [1, 1, 0],
      [1, 0.5, 0],
      [0.5, 0.5, 0.5],
      [0, 0.25, 1],
      [0, 0, 1],
    ],
    ones(3),
  )
  it('has a negative index, no effective weight, and draws alpha below 0', () => {
    expect(items[2]?.itemRest).toBeLessThan(-0.9)
    expect(items[2]?.effectiveWeight).toBeNull()
    expect((items[0]?.effectiveWeight as number) + (items[1]?.effectiveWeight as number)).toBeCloseTo(100, 10)
    expect(test.alpha).toBeLessThan(0)
    expect(test.errorRatio).toBeGreaterThan(100)
  })
})

describe('IA-3: papers that differ', () => {
  it('are compared by the share of points on the other items served', () => {
    // Worked by hand: item 0 was served to four; their shares elsewhere are 1, 0.5, 0.5, 0.
    const { items, test } = analyseMarks(
      [
        [1, 1, 1, null],
        [1, 1, null, 0],
        [0, null, 0, 1],
        [0, 0, 0, null],
        [null, 1, 0, 1],
      ],
      ones(4),
    )
    expect(items[0]).toMatchObject({ servedCount: 4, facility: 50, effectiveWeight: null, intendedWeight: null })
    // cov = 1/6, var(x) = 1/3, var(rest) = 1/6
    expect(items[0]?.itemRest).toBeCloseTo(1 / 6 / Math.sqrt(1 / 18), 10)
    expect(test).toMatchObject({ isComplete: false, alpha: null, cic: null, maxTotal: 3 })
    expect(test.reliability.kind).toBe('generalizability')
  })
})
