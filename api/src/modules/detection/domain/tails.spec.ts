import fc from 'fast-check'
import { adjusted, harmonic } from './false-discovery.js'
import { bothTail, chiSquaredTail, countTail, lnGamma, matchTail, normalTail, upperGamma } from './tails.js'

const chance = fc.double({ min: 0, max: 1, noNaN: true })

describe('DT-2: tails', () => {
  it('know ln Γ of whole and half numbers', () => {
    expect(lnGamma(1)).toBeCloseTo(0, 13)
    expect(lnGamma(11)).toBeCloseTo(Math.log(3628800), 11)
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13)
    expect(() => lnGamma(0)).toThrow(RangeError)
  })

  it('have the closed forms of chi-squared with 2 and 4 degrees', () => {
    for (const x of [0.01, 1, 3, 10, 80, 300]) {
      expect(chiSquaredTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11)
      expect(chiSquaredTail(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 11)
    }
    expect(chiSquaredTail(-1, 3)).toBe(1)
    expect(() => upperGamma(0, 1)).toThrow(RangeError)
  })

  it('have the published quantiles of the normal law', () => {
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 14)
    expect(normalTail(-1.2815515655446004)).toBeCloseTo(0.9, 13)
    expect(normalTail(1.83643827646)).toBeCloseTo(0.0331464314821, 11)
    // 1 − Φ(10) = 7.6198530241605e-24
    expect(normalTail(10) / 7.61985302416052e-24).toBeCloseTo(1, 9)
  })

  it('count unlike trials as the published example of GBT', () => {
    const p = [0.3, 0.5, 0.4, 0.6, 0.25]
    expect([0, 1, 2, 3, 4, 5].map((least) => Number(countTail(p, least).toFixed(10)))).toEqual([
      1, 0.937, 0.6895, 0.329, 0.0855, 0.009,
    ])
    expect(countTail(p, 6)).toBe(0)
  })

  it('sum over right and wrong matches as the published example of M4', () => {
    const right = [0.2, 0.35, 0.25, 0.45, 0.1]
    const wrong = [0.1, 0.15, 0.15, 0.15, 0.15]
    for (const [r, w, p] of [
      [2, 2, 0.065486875],
      [0, 3, 0.040755625],
      [3, 0, 0.219121875],
      [1, 4, 0.00054],
      [0, 5, 0.000050625],
    ] as const)
      expect(matchTail(right, wrong, { right: r, wrong: w })).toBeCloseTo(p, 12)
  })

  it('agree with counting all outcomes', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 8 }), fc.nat(9), (p, least) => {
        let sum = 0
        for (let bits = 0; bits < 1 << p.length; bits++) {
          const hits = p.map((_, i) => (bits >> i) & 1)
          if (hits.reduce((a, b) => a + b, 0) < least) continue
          sum += p.reduce((mass, q, i) => mass * (hits[i] ? q : 1 - q), 1)
        }
        expect(countTail(p, least)).toBeCloseTo(sum, 12)
      }),
    )
  })

  it('never grow with what was seen', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 30 }), (p) => {
        for (let least = 1; least <= p.length + 1; least++)
          expect(countTail(p, least)).toBeLessThanOrEqual(countTail(p, least - 1) + 1e-12)
      }),
    )
  })

  it('join two p-values as chi-squared with four degrees does', () => {
    for (const [a, b] of [
      [0.05, 0.05],
      [1e-6, 0.3],
      [1, 1],
    ] as const)
      expect(bothTail(a, b)).toBeCloseTo(chiSquaredTail(-2 * Math.log(a * b), 4), 12)
    expect(bothTail(0, 0.5)).toBe(0)
  })
})

describe('DT-2: false alarms among very many tests', () => {
  // The fifteen p-values of Benjamini and Hochberg (1995); adjusted by R's p.adjust.
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]

  it('are held as published', () => {
    const bh = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714286, 0.06385714286, 0.0645, 0.0765, 0.486, 0.5811818182,
      0.714875, 0.7532307692, 0.8132142857, 1,
    ]
    for (const [i, value] of adjusted(p, 15, 'independent').entries()) expect(value).toBeCloseTo(bh[i] as number, 9)
    const by = [0.00497734349, 0.00995468698, 0.03152317544, 0.1182119079]
    for (const [i, value] of adjusted(p, 15, 'any').slice(0, 4).entries()) expect(value).toBeCloseTo(by[i] as number, 9)
    expect(adjusted(p, 15, 'independent').filter((value) => value <= 0.05)).toHaveLength(4)
    expect(adjusted(p, 15, 'any').filter((value) => value <= 0.05)).toHaveLength(3)
  })

  it('give for the small ones alone what the whole family gives, when the rest are larger', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 40 }), chance, (values, cut) => {
        const whole = adjusted(values, values.length, 'independent')
        const kept = values.filter((value) => value <= cut)
        const part = adjusted(kept, values.length, 'independent')
        let at = 0
        for (const [i, value] of values.entries()) {
          if (value > cut) continue
          // Without the larger ones a step-up bound can only be looser upwards, and whatever is reported at q is reported by both.
          expect(part[at] as number).toBeGreaterThanOrEqual((whole[i] as number) - 1e-12)
          at++
        }
      }),
    )
  })

  it('do not depend on the order and never fall below the p-value', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 40 }), fc.nat(1000), (values, more) => {
        const tested = values.length + more
        const straight = adjusted(values, tested, 'any')
        const turned = adjusted([...values].reverse(), tested, 'any').reverse()
        expect(turned).toEqual(straight)
        for (const [i, value] of values.entries()) expect(straight[i]).toBeGreaterThanOrEqual(value)
      }),
    )
  })

  it('sum the harmonic series the same by both ways', () => {
    const exact = harmonic(1_000_000)
    const m = 1_000_000
    expect(Math.log(m) + 0.5772156649015329 + 1 / (2 * m)).toBeCloseTo(exact, 9)
    expect(harmonic(4_999_950_000)).toBeCloseTo(22.9099, 3)
    expect(() => adjusted([0.1, 0.2], 1, 'any')).toThrow(RangeError)
  })
})
