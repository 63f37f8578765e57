import { analyseMarks, type MarkAnalysis } from './analyse-marks.js'

/**
 * Expected values worked out apart from this code, in exact fractions from the definitions of IA-2 (least squares for the components of
 * IA-3), and rounded to thirteen digits.
 */
interface Expected {
  items: Record<string, number | null>[]
  test: Record<string, number | null>
}

/** LSAT section 7 (Bock & Lieberman 1970): how often each pattern of five answers was seen, 00000 to 11111. */
const LSAT7 = [
  12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32, 308,
].flatMap((count, index) => Array.from({ length: count }, () => [...index.toString(2).padStart(5, '0')].map(Number)))
const LSAT7_EXPECTED: Expected = {
  items: [
    {
      facility: 82.8,
      sd: 0.3775692765024,
      itemRest: 0.2457316499265,
      discriminationIndex: 24.57316499265,
      discriminativeEfficiency: 33.26214628938,
      itemTotal: 0.5299878007865,
      wholeDiscriminativeEfficiency: 68.14598241203,
      upperLower: 0.3296296296296,
      effectiveWeight: 18.37064190874,
    },
    {
      facility: 65.8,
      sd: 0.4746169626775,
      itemRest: 0.246673576712,
      discriminationIndex: 24.6673576712,
      discriminativeEfficiency: 31.64879510496,
      itemTotal: 0.599676653355,
      wholeDiscriminativeEfficiency: 72.23364434478,
      upperLower: 0.7,
      effectiveWeight: 21.90903603846,
    },
    {
      facility: 77.2,
      sd: 0.4197525368502,
      itemRest: 0.3131792533801,
      discriminationIndex: 31.31792533801,
      discriminativeEfficiency: 40.59038306826,
      itemTotal: 0.6112103274832,
      wholeDiscriminativeEfficiency: 78.5273878056,
      upperLower: 0.562962962963,
      effectiveWeight: 20.80104138031,
    },
    {
      facility: 60.6,
      sd: 0.488879333786,
      itemRest: 0.2227512540715,
      discriminationIndex: 22.27512540715,
      discriminativeEfficiency: 28.15979351818,
      itemTotal: 0.5920286263345,
      wholeDiscriminativeEfficiency: 71.37314182858,
      upperLower: 0.8259259259259,
      effectiveWeight: 22.09353778912,
    },
    {
      facility: 84.3,
      sd: 0.3639828065767,
      itemRest: 0.1747863009093,
      discriminationIndex: 17.47863009093,
      discriminativeEfficiency: 23.78260026052,
      itemTotal: 0.4611917015906,
      wholeDiscriminativeEfficiency: 60.54204982545,
      upperLower: 0.4333333333333,
      effectiveWeight: 16.82574288336,
    },
  ],
  test: {
    alpha: 0.4534087353874,
    mean: 3.707,
    sd: 1.198577318152,
    standardError: 0.8861299149821,
    errorRatio: 73.9318107862,
    cic: 45.34087353874,
    skewness: -0.798246161964,
    kurtosis: 0.0632945552067,
  },
}

/** Items of different weight, parts of points, wrong answers that cost something; one item runs against the rest. */
const WEIGHTS = [1, 2, 0.5, 3, 1.5, 1]
const WEIGHTED = [
  [0.0, -0.5, 0.5, 0.0, 1.5, 1.0],
  [-0.25, 2.0, 0.0, 3.0, 0.75, 0.5],
  [0.5, 0.0, -0.125, 1.5, 0.0, 0.5],
  [1.0, 2.0, 0.5, 3.0, 0.75, -0.25],
  [1.0, 2.0, 0.5, 3.0, 1.5, 0.5],
  [0.5, -0.5, 0.5, 3.0, 1.5, 0.5],
  [-0.25, 2.0, 0.5, 1.5, 1.5, -0.25],
  [1.0, 2.0, 0.5, 3.0, 1.5, 1.0],
  [1.0, 2.0, 0.5, 3.0, 1.5, -0.25],
  [-0.25, 0.0, -0.125, 1.5, -0.375, 0.0],
  [1.0, 2.0, 0.5, 1.5, 1.5, 0.0],
]
const WEIGHTED_EXPECTED: Expected = {
  items: [
    {
      facility: 47.72727272727,
      sd: 0.5640760748178,
      itemRest: 0.5777257822711,
      discriminationIndex: 57.77257822711,
      discriminativeEfficiency: 62.70744428639,
      itemTotal: 0.7097459679485,
      wholeDiscriminativeEfficiency: 76.18373128288,
      upperLower: 0.9166666666667,
      effectiveWeight: 17.85791543594,
    },
    {
      facility: 59.09090909091,
      sd: 1.146139766188,
      itemRest: 0.4701213586264,
      discriminationIndex: 47.01213586264,
      discriminativeEfficiency: 53.83034928089,
      itemTotal: 0.7693028573518,
      wholeDiscriminativeEfficiency: 87.26583877079,
      upperLower: 1.083333333333,
      effectiveWeight: 26.50195538503,
    },
    {
      facility: 68.18181818182,
      sd: 0.2743794651739,
      itemRest: 0.5792516317174,
      discriminationIndex: 57.92516317174,
      discriminativeEfficiency: 65.85939336939,
      itemTotal: 0.6454590060198,
      wholeDiscriminativeEfficiency: 73.00021915407,
      upperLower: 0.8333333333333,
      effectiveWeight: 11.87737833161,
    },
    {
      facility: 72.72727272727,
      sd: 1.031327476428,
      itemRest: 0.4645169616563,
      discriminationIndex: 46.45169616563,
      discriminativeEfficiency: 50.93666369313,
      itemTotal: 0.7392616893823,
      wholeDiscriminativeEfficiency: 83.15935977731,
      upperLower: 0.6666666666667,
      effectiveWeight: 24.64380987846,
    },
    {
      facility: 70.45454545455,
      sd: 0.6877582159715,
      itemRest: 0.4820307293819,
      discriminationIndex: 48.20307293819,
      discriminativeEfficiency: 54.33579335793,
      itemTotal: 0.6672229358675,
      wholeDiscriminativeEfficiency: 74.8244473342,
      upperLower: 0.75,
      effectiveWeight: 19.11894096896,
    },
    {
      facility: 29.54545454545,
      sd: 0.4719399037243,
      itemRest: -0.1917559760597,
      discriminationIndex: -19.17559760597,
      discriminativeEfficiency: -21.29174852652,
      itemTotal: -0.0187010945442,
      wholeDiscriminativeEfficiency: -2.009685230024,
      upperLower: -0.08333333333333,
      effectiveWeight: null,
    },
  ],
  test: {
    alpha: 0.6172179104478,
    mean: 5.534090909091,
    sd: 2.671663169434,
    standardError: 1.652941592765,
    errorRatio: 61.86938576972,
    cic: 61.72179104478,
    skewness: -0.5534313256508,
    kurtosis: -0.713637155516,
  },
}

/** The same kind of marks on random papers of four items, whose highest totals differ. */
const RANDOM_PAPERS: (number | null)[][] = [
  [null, 2.0, 0.5, 3.0, null, 0.0],
  [1.0, 2.0, 0.5, null, null, -0.25],
  [1.0, null, -0.125, null, 1.5, 1.0],
  [0.0, -0.5, 0.0, null, 0.0, null],
  [null, 2.0, null, 3.0, 1.5, 1.0],
  [null, 2.0, 0.0, 3.0, null, 1.0],
  [1.0, -0.5, 0.5, null, null, 1.0],
  [null, null, 0.5, 0.0, 0.75, 0.5],
  [1.0, null, -0.125, null, -0.375, -0.25],
  [null, 2.0, 0.5, 3.0, 1.5, null],
  [null, 2.0, -0.125, null, 0.75, 1.0],
  [1.0, null, 0.5, 3.0, 1.5, null],
  [-0.25, 1.0, -0.125, -0.75, null, null],
  [1.0, 1.0, null, null, -0.375, 0.5],
  [1.0, null, null, 3.0, 1.5, -0.25],
  [-0.25, -0.5, null, 1.5, null, -0.25],
  [-0.25, -0.5, null, -0.75, 1.5, null],
  [0.0, 1.0, 0.25, null, 0.75, null],
  [1.0, null, null, 3.0, 1.5, 1.0],
  [0.0, -0.5, null, 1.5, 0.75, null],
  [0.5, 2.0, 0.5, null, 1.5, null],
  [1.0, 2.0, null, 3.0, null, 1.0],
]
const RANDOM_EXPECTED: Expected = {
  items: [
    {
      facility: 54.6875,
      sd: 0.5569167352486,
      itemRest: 0.5334068624517,
      discriminationIndex: 53.34068624517,
      discriminativeEfficiency: 60.46838616233,
      itemTotal: 0.7196755329983,
      wholeDiscriminativeEfficiency: 79.45555350405,
      upperLower: 0.75,
    },
    {
      facility: 51.5625,
      sd: 1.132383180141,
      itemRest: 0.541793903054,
      discriminationIndex: 54.1793903054,
      discriminativeEfficiency: 59.75417638936,
      itemTotal: 0.8557151551207,
      wholeDiscriminativeEfficiency: 89.41623481371,
      upperLower: 1.0625,
    },
    {
      facility: 46.42857142857,
      sd: 0.2935899435353,
      itemRest: 0.2879195027505,
      discriminationIndex: 28.79195027505,
      discriminativeEfficiency: 29.78313206787,
      itemTotal: 0.4262080292582,
      wholeDiscriminativeEfficiency: 45.19077164141,
      upperLower: 0.625,
    },
    {
      facility: 65.38461538462,
      sd: 1.51673358545,
      itemRest: 0.695863717557,
      discriminationIndex: 69.5863717557,
      discriminativeEfficiency: 74.94308080966,
      itemTotal: 0.9143833308339,
      wholeDiscriminativeEfficiency: 95.61748408683,
      upperLower: 0.875,
    },
    {
      facility: 63.33333333333,
      sd: 0.7067910380223,
      itemRest: 0.4774750722272,
      discriminationIndex: 47.74750722272,
      discriminativeEfficiency: 50.298640077,
      itemTotal: 0.6932361659365,
      wholeDiscriminativeEfficiency: 72.74127813175,
      upperLower: 0.6875,
    },
    {
      facility: 50.0,
      sd: 0.5717718748969,
      itemRest: 0.2246236251879,
      discriminationIndex: 22.46236251879,
      discriminativeEfficiency: 22.71043284673,
      itemTotal: 0.5183025577125,
      wholeDiscriminativeEfficiency: 54.52279483699,
      upperLower: 0.875,
    },
  ],
  test: {
    person: 0.2733117602307,
    paper: 0.03818109761615,
    residual: 0.5054293823919,
    generalizability: 0.6242129341963,
    mean: 3.380705277419,
    sd: 2.354750898249,
  },
}

function expectAll(found: MarkAnalysis, expected: Expected) {
  const { components, reliability } = found.test
  const test = { ...found.test, ...components, generalizability: components && reliability.coefficient }
  const compare = (own: object, wanted: Record<string, number | null>, where: string) => {
    for (const [name, value] of Object.entries(wanted)) {
      const figure = (own as Record<string, unknown>)[name]
      if (value === null || typeof figure !== 'number') expect([where, name, figure]).toEqual([where, name, value])
      else
        expect([where, name, Math.abs(figure - value) <= 1e-11 * Math.max(1, Math.abs(value))]).toEqual([
          where,
          name,
          true,
        ])
    }
  }
  expected.items.forEach((item, index) => {
    compare(found.items[index] as object, item, `item ${index}`)
  })
  compare(test, expected.test, 'test')
}

describe('IA-2: the statistics agree with values worked out elsewhere', () => {
  it('on LSAT section 7, and with what is published of it', () => {
    const found = analyseMarks(LSAT7, [1, 1, 1, 1, 1])
    expect(found.test).toMatchObject({ personCount: 1000, perfectCount: 308 })
    expectAll(found, LSAT7_EXPECTED)
    const rounded = (values: (number | null | undefined)[]) => values.map((value) => Number(value?.toFixed(3)))
    const { mean, sd, alpha, standardError } = found.test
    expect(rounded([mean, sd, alpha, standardError])).toEqual([3.707, 1.199, 0.453, 0.886])
    expect(rounded(found.items.map(({ itemTotal }) => itemTotal))).toEqual([0.53, 0.6, 0.611, 0.592, 0.461])
    expect(rounded(found.items.map(({ itemRest }) => itemRest))).toEqual([0.246, 0.247, 0.313, 0.223, 0.175])
  })

  it('on weighted items with negative marks', () => {
    expectAll(analyseMarks(WEIGHTED, WEIGHTS), WEIGHTED_EXPECTED)
  })

  it('on random papers of weighted items', () => {
    const found = analyseMarks(RANDOM_PAPERS, WEIGHTS)
    expect(found.test).toMatchObject({ isComplete: false, alpha: null })
    expectAll(found, RANDOM_EXPECTED)
  })
})

describe('IA-8: an item that was struck out', () => {
  const [struck, ...rest] = LSAT7_EXPECTED.items
  const found = analyseMarks(LSAT7, [1, 1, 1, 1, 1], undefined, [true, false, false, false, false])
  const without = analyseMarks(
    LSAT7.map((row) => row.slice(1)),
    [1, 1, 1, 1],
  )

  it('is in no figure of the whole and of the other items', () => {
    expect(found.test).toEqual(without.test)
    expect(found.items.slice(1)).toEqual(without.items)
    expect(found.items[1]?.itemRest).not.toBeCloseTo(rest[0]?.itemRest as number, 4)
  })

  it('is itself compared with everything that counts', () => {
    // What a person got on everything else is the same whether the item counts or not.
    expect(found.items[0]?.itemRest).toBeCloseTo(struck?.itemRest as number, 11)
    expect(found.items[0]?.facility).toBeCloseTo(82.8, 11)
    expect(found.items[0]).toMatchObject({ intendedWeight: null, effectiveWeight: null, servedCount: 1000 })
  })

  it('leaves papers that had nothing else without a total, and everything defined or null', () => {
    const { test, items } = analyseMarks(
      [
        [1, null, null],
        [1, 1, 0],
        [0, 0, 1],
        [0, 1, null],
      ],
      [1, 1, 1],
      undefined,
      [true, false, false],
    )
    expect(test).toMatchObject({ personCount: 4, itemCount: 2, isComplete: false, perfectCount: 1 })
    expect(items[0]).toMatchObject({ servedCount: 4, facility: 50 })
  })
})
