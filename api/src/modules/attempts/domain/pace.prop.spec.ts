import fc from 'fast-check'
import { CHANGES_A_SECOND, CHANGES_AT_ONCE, freshPace, takeChanges } from './pace'

const T0 = 1_790_000_000_000

describe('AT-17: the pace of changes', () => {
  it('who changes answers as fast as hands can, at five a second without pause, is never stopped', () => {
    const pace = freshPace()
    for (let second = 1; second <= 3_600; second++)
      for (let n = 0; n < 5; n++) expect(takeChanges(pace, 1, T0 + second * 1_000 + n * 200)).toBe(0)
  })

  it('a long time without network is handed in at once', () => {
    const pace = freshPace()
    for (let batch = 0; batch < CHANGES_AT_ONCE / 50; batch++) expect(takeChanges(pace, 50, T0)).toBe(0)
    expect(takeChanges(pace, 1, T0)).toBe(1)
  })

  it('over any time no more is taken than the bound, and waiting as told always helps', () => {
    const step = fc.record({ waitMs: fc.nat(4_000), count: fc.integer({ min: 1, max: 100 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const pace = freshPace()
        let [now, taken] = [T0, 0]
        for (const { waitMs, count } of steps) {
          now += waitMs
          const seconds = takeChanges(pace, count, now)
          if (seconds === 0) taken += count
          else {
            expect(seconds).toBeLessThanOrEqual(Math.ceil(count / CHANGES_A_SECOND))
            now += seconds * 1_000
            expect(takeChanges(pace, count, now)).toBe(0)
            taken += count
          }
          expect(taken).toBeLessThanOrEqual(CHANGES_AT_ONCE + ((now - T0) / 1_000) * CHANGES_A_SECOND + 1e-6)
        }
      }),
    )
  })

  it('a clock that jumps back gives nothing and takes nothing', () => {
    const pace = freshPace()
    takeChanges(pace, CHANGES_AT_ONCE, T0)
    expect(takeChanges(pace, 1, T0 - 60_000)).toBe(1)
  })
})
