import fc from 'fast-check'
import { personFit } from './person-fit.js'

/** Eight people, six items; the values of PerFit 1.4.6. */
const X = [
  [1, 1, 1, 0, 0, 0],
  [1, 1, 0, 1, 0, 0],
  [0, 0, 0, 1, 1, 1],
  [1, 0, 1, 0, 1, 0],
  [1, 1, 1, 1, 0, 0],
  [0, 1, 0, 0, 0, 0],
  [1, 1, 1, 1, 1, 0],
  [0, 0, 1, 0, 1, 1],
]
const SHARES = X[0]?.map((_, item) => X.reduce((sum, row) => sum + (row[item] as number), 0) / X.length) as number[]

describe('DT-6: fit of a person', () => {
  const fits = X.map((row) => personFit(SHARES, row.map(Boolean)))

  it('has the published Guttman errors', () => {
    expect(fits.map((fit) => fit.guttmanErrors)).toEqual([0, 1, 9, 3, 0, 1, 0, 8])
    for (const [i, share] of [0, 0.1111, 1, 0.3333, 0, 0.2, 0, 0.8889].entries())
      expect(fits[i]?.guttmanShare).toBeCloseTo(share, 4)
  })

  it('has the published U3 and its standardized form', () => {
    for (const [i, u3] of [0, 0.1941, 1, 0.1941, 0, 0, 0, 0.8059].entries()) expect(fits[i]?.u3).toBeCloseTo(u3, 4)
    for (const [i, z] of [-1.377, -0.562, 2.8206, -0.562, -1.2012, -0.0985, -1.0255, 2.0056].entries())
      expect(fits[i]?.zu3).toBeCloseTo(z, 3)
  })

  it('is 0 for whoever has the easiest right, 1 for whoever has the hardest, and between for all others', () => {
    const papers = fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 20 })
      .chain((p) =>
        fc.tuple(
          fc.constant(p.map((x) => x / 1000)),
          fc.array(fc.boolean(), { minLength: p.length, maxLength: p.length }),
        ),
      )
    fc.assert(
      fc.property(papers, ([p, right]) => {
        const fit = personFit(p, right)
        expect(fit.u3).toBeGreaterThanOrEqual(-1e-9)
        expect(fit.u3).toBeLessThanOrEqual(1 + 1e-9)
        expect(fit.guttmanShare).toBeGreaterThanOrEqual(0)
        expect(fit.guttmanShare).toBeLessThanOrEqual(1)
        const byEase = [...p].sort((a, b) => b - a)
        if (fit.right === 0 || fit.right === p.length) return
        expect(
          personFit(
            p,
            p.map((x) => byEase.indexOf(x) < fit.right),
          ).u3,
        ).toBeCloseTo(0, 9)
        expect(
          personFit(
            p,
            p.map((x) => byEase.indexOf(x) >= p.length - fit.right),
          ).u3,
        ).toBeCloseTo(1, 9)
      }),
    )
  })

  it('says nothing of all right, all wrong, or items of one difficulty', () => {
    expect(personFit([0.5, 0.3], [true, true])).toMatchObject({ u3: 0, zu3: null, guttmanErrors: 0 })
    expect(personFit([0.5, 0.3], [false, false]).zu3).toBeNull()
    expect(personFit([0.5, 0.5, 0.5], [true, false, false])).toMatchObject({ u3: 0, zu3: null })
    expect(() => personFit([1, 0.5], [true, false])).toThrow(RangeError)
    expect(() => personFit([0.5], [])).toThrow(RangeError)
  })
})
