import fc from 'fast-check'
import {
  fitTimes,
  rapidRightTail,
  rapidThreshold,
  responseTimeEffort,
  type TimedAnswer,
  timeFit,
  timeSimilarity,
} from './response-times.js'

/** Five people, four items, in seconds. */
const T = [
  [20, 35, 50, 28],
  [12, 22, 30, 16],
  [2, 1.5, 3, 2.5],
  [40, 60, 95, 55],
  [18, 30, 2, 25],
]
const timed = (table: number[][]): TimedAnswer[] =>
  table.flatMap((row, person) => row.map((seconds, item) => ({ person, item, seconds })))
const means = [0, 1, 2, 3].map((item) => T.reduce((sum, row) => sum + (row[item] as number), 0) / T.length)

describe('DT-4: times at items', () => {
  it('calls rapid what takes less than a tenth of the mean, and never more than ten seconds', () => {
    expect(means.map((mean) => Number(rapidThreshold(mean).toFixed(10)))).toEqual([1.84, 2.97, 3.6, 2.53])
    expect(rapidThreshold(400)).toBe(10)
  })

  it('has the effort of the reference table', () => {
    const thresholds = means.map(rapidThreshold)
    expect(T.map((row) => responseTimeEffort(row, thresholds))).toEqual([1, 1, 0.25, 1, 0.75])
    expect(responseTimeEffort([], [])).toBe(1)
  })

  it('fits items and persons as the reference table', () => {
    const { intensity, speed } = fitTimes(timed(T), 5, 4)
    for (const [i, beta] of [2.550607463, 2.909479513, 2.73177135, 2.849458595].entries())
      expect(intensity[i]).toBeCloseTo(beta, 8)
    for (const [a, tau] of [-0.6884977324, -0.1771045715, 1.981950403, -1.325779293, 0.209431194].entries())
      expect(speed[a]).toBeCloseTo(tau, 8)
  })

  it('finds what incomplete tables were made from', () => {
    const table = fc.record({
      beta: fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 4, maxLength: 8 }),
      tau: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 10 }),
      gap: fc.nat(3),
    })
    fc.assert(
      fc.property(table, ({ beta, tau, gap }) => {
        const times: TimedAnswer[] = []
        for (const [person, t] of tau.entries())
          for (const [item, b] of beta.entries())
            if ((person + item) % 4 !== gap || person < 2) times.push({ person, item, seconds: Math.exp(b - t) })
        const model = fitTimes(times, tau.length, beta.length)
        for (const { person, item, seconds } of times)
          expect((model.intensity[item] as number) - (model.speed[person] as number)).toBeCloseTo(Math.log(seconds), 5)
      }),
    )
  })

  it('leaves out who and what has no time, and refuses times of nothing', () => {
    const model = fitTimes([{ person: 1, item: 2, seconds: 5 }], 3, 3)
    expect(model.intensity).toEqual([null, null, Math.log(5)])
    expect(model.speed).toEqual([null, 0, null])
    expect(model.deviation).toEqual([null, null, null])
    expect(() => fitTimes([{ person: 0, item: 0, seconds: 0 }], 1, 1)).toThrow(RangeError)
  })

  it('measures the misfit of one person as the reference value', () => {
    const beta = [3, 3.4, 3.7, 3.2]
    const fit = timeFit(
      [2, 1.5, 3, 2.5].map((seconds, i) => ({ seconds, intensity: beta[i] as number, deviation: 0.5 })),
    )
    expect(fit.speed).toBeCloseTo(2.546621173, 8)
    expect(fit.misfit).toBeCloseTo(1.320950426, 8)
    expect(fit.misfitTail).toBeCloseTo(0.7242, 4)
  })

  it('does not change its misfit when somebody is simply faster', () => {
    const rows = fc.array(
      fc.record({
        seconds: fc.double({ min: 0.5, max: 300, noNaN: true }),
        intensity: fc.double({ min: 0, max: 5, noNaN: true }),
        deviation: fc.double({ min: 0.1, max: 2, noNaN: true }),
      }),
      { minLength: 2, maxLength: 30 },
    )
    fc.assert(
      fc.property(rows, fc.double({ min: 0.1, max: 10, noNaN: true }), (times, factor) => {
        const other = timeFit(times.map((time) => ({ ...time, seconds: time.seconds * factor })))
        expect(other.misfit).toBeCloseTo(timeFit(times).misfit, 6)
      }),
    )
    expect(() => timeFit([{ seconds: 1, intensity: 1, deviation: 1 }])).toThrow(RangeError)
  })
})

describe('DT-5: rapid and right, and times that go together', () => {
  it('is surprised by ten rapid right answers of four options, not by two and a half', () => {
    const rapid = (right: number) => Array.from({ length: 10 }, (_, i) => ({ isRight: i < right, guess: 0.25 }))
    expect(rapidRightTail(rapid(10))).toBeCloseTo(0.25 ** 10, 15)
    expect(rapidRightTail(rapid(2))).toBeGreaterThan(0.5)
    expect(rapidRightTail([])).toBe(1)
  })

  it('sees the same times as similar, opposite ones as not, and few as nothing', () => {
    const z = Array.from({ length: 20 }, (_, i) => Math.sin(i * 1.7))
    expect(timeSimilarity(z, z)).toMatchObject({ correlation: expect.closeTo(1, 10) })
    expect(timeSimilarity(z, z)?.tail).toBeLessThan(1e-20)
    expect(
      timeSimilarity(
        z,
        z.map((x) => -x),
      )?.tail,
    ).toBeCloseTo(1, 10)
    expect(timeSimilarity(z.slice(0, 14), z.slice(0, 14))).toBeNull()
    expect(
      timeSimilarity(
        z,
        z.map(() => 1),
      ),
    ).toBeNull()
  })

  it('is symmetric and does not mind a steady difference', () => {
    const residuals = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(residuals, residuals, fc.double({ min: -2, max: 2, noNaN: true }), (a, b, shift) => {
        const one = timeSimilarity(a, b)
        const other = timeSimilarity(
          b,
          a.map((x) => x + shift),
        )
        fc.pre(one !== null && other !== null)
        expect(other?.correlation).toBeCloseTo(one?.correlation as number, 5)
      }),
    )
  })
})
