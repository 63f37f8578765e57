import fc from 'fast-check'
import { type AnsweredPaper, chancesOfRight, comparePair, itemModels, OMITTED, shiftOf } from './answer-model.js'

/** Six people, five items with options 0 to 3; the codes put the right option first. */
const KEY = [0, 1, 2, 3, 0]
const OPTIONS = [
  [0, 1, 2, 3, 0],
  [0, 1, 2, 0, 1],
  [0, 2, 2, 0, 1],
  [1, 2, 2, 3, 0],
  [0, 1, 0, 3, 2],
  [2, 3, 1, 0, 1],
]
const codeOf = (option: number, key: number) => (option === key ? 0 : option < key ? option + 1 : option)
const papers: AnsweredPaper[] = OPTIONS.map((row) => ({
  items: [0, 1, 2, 3, 4],
  answers: row.map((option, item) => codeOf(option, KEY[item] as number)),
}))
const models = itemModels([3, 3, 3, 3, 3], papers)
const modelled = papers.map((paper) => ({ ...paper, chances: chancesOfRight(models, paper) }))
const pair = (a: number, b: number) => {
  const comparison = comparePair(models, modelled[a] as never, modelled[b] as never)
  if (!comparison) throw new Error('they share items')
  return comparison
}

describe('DT-10: what chance gives for two papers', () => {
  it('estimates the items as the reference computation', () => {
    for (const [i, r] of [0.6428571428571429, 0.5, 0.6428571428571429, 0.5, 0.35714285714285715].entries())
      expect(models[i]?.right).toBeCloseTo(r, 14)
    for (const [i, q] of [
      0.3877551020408163, 0.4320987654320988, 0.3877551020408163, 0.6296296296296298, 0.4876033057851239,
    ].entries())
      expect(models[i]?.sameWrong).toBeCloseTo(q, 14)
    expect(models[1]?.wrongShares).toEqual([0, 1 / 9, 5 / 9, 1 / 3])
  })

  it.each([
    [
      1,
      2,
      4,
      [0.4175603154757167, 0.3274141715754716, 0.4175603154757167, 0.3804550430135155, 0.3150360525303138],
      0.06600476873892329,
      1.990387550607276,
    ],
    [
      1,
      5,
      2,
      [0.1972398427799601, 0.21632209898071206, 0.1972398427799601, 0.29309938140346725, 0.2854059803986135],
      0.34144438041421793,
      0.8558104748367712,
    ],
    [
      0,
      3,
      3,
      [0.6734582128629616, 0.5350219391013995, 0.6734582128629616, 0.5437044402388943, 0.403641541495963],
      0.624844351319546,
      0.15732972683591595,
    ],
  ] as const)('compares the pair %d and %d as the reference computation', (a, b, matches, chances, gbt, omega) => {
    const seen = pair(a, b)
    expect(seen.rightMatches + seen.wrongMatches).toBe(matches)
    for (const [i, p] of chances.entries())
      expect((seen.shared[i]?.bothRight ?? 0) + (seen.shared[i]?.sameWrong ?? 0)).toBeCloseTo(p, 9)
    expect(seen.gbt).toBeCloseTo(gbt, 9)
    expect(seen.omega).toBeCloseTo(omega, 8)
    expect(seen.differences + matches).toBe(5)
  })

  it('does not care who is named first', () => {
    for (let a = 0; a < 6; a++)
      for (let b = 0; b < a; b++) {
        const [one, other] = [pair(a, b), pair(b, a)]
        expect(one.gbt).toBeCloseTo(other.gbt, 14)
        expect(one.m4).toBeCloseTo(other.m4, 12)
        expect(one.wrongMatches).toBe(other.wrongMatches)
      }
  })

  it('leaves out what one of them did not answer, and has nothing to say about papers without a common item', () => {
    const silent = { items: [0, 1], answers: [OMITTED, 0], chances: [0.5, 0.5] }
    expect(comparePair(models, silent, { items: [0, 1], answers: [0, 1], chances: [0.5, 0.5] })?.shared).toHaveLength(1)
    expect(comparePair(models, silent, { items: [2, 3], answers: [0, 1], chances: [0.5, 0.5] })).toBeNull()
    expect(comparePair(models, silent, { items: [0, 3], answers: [0, 1], chances: [0.5, 0.5] })).toBeNull()
  })

  it('finds the shift whose expected score is the score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rights, share) => {
          const score = share * rights.length
          const shift = shiftOf(rights, score)
          const sum = rights.reduce((a, r) => a + 1 / (1 + Math.exp(-(Math.log(r / (1 - r)) + shift))), 0)
          expect(sum).toBeCloseTo(Math.min(Math.max(score, 0.5), rights.length - 0.5), 8)
        },
      ),
    )
  })

  it('has estimates that are chances, whatever was answered', () => {
    const answers = fc.array(fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 4, maxLength: 4 }), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(answers, (rows) => {
        for (const model of itemModels(
          [3, 3, 3, 3],
          rows.map((row) => ({ items: [0, 1, 2, 3], answers: row })),
        )) {
          expect(model.right).toBeGreaterThan(0)
          expect(model.right).toBeLessThan(1)
          expect(model.wrongShares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
          expect(model.sameWrong).toBeGreaterThanOrEqual(1 / 3 - 1e-12)
        }
      }),
    )
    expect(() => itemModels([1], [{ items: [0], answers: [2] }])).toThrow(RangeError)
  })
})
