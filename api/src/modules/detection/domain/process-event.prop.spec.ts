import fc from 'fast-check'
import { clockOffset, eventIdOf, placedAt } from './process-event'

const T0 = 1_790_000_000_000
const times = fc.record({
  atMs: fc.integer({ min: 0, max: 2 * T0 }),
  sentAtMs: fc.integer({ min: 0, max: 2 * T0 }),
  arrivedAt: fc.integer({ min: T0, max: T0 + 7_200_000 }),
  endedAt: fc.option(fc.integer({ min: T0, max: T0 + 7_200_000 }), { nil: null }),
})

describe('PE-3: when something happened', () => {
  it('lies within the attempt and never after the arrival, whatever a device says', () => {
    fc.assert(
      fc.property(times, (given) => {
        const { at } = placedAt({ ...given, startedAt: T0 })
        expect(at).toBeGreaterThanOrEqual(T0)
        expect(at).toBeLessThanOrEqual(given.arrivedAt)
        if (given.endedAt !== null) expect(at).toBeLessThanOrEqual(given.endedAt)
      }),
    )
  })

  it('does not depend on how wrong the device’s clock is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -T0, max: T0 }), fc.nat(600_000), (wrong, waited) => {
        const sentAtMs = T0 + 900_000 + wrong
        const arrivedAt = T0 + 900_000
        const { at, lateMs } = placedAt({
          atMs: sentAtMs - waited,
          sentAtMs,
          arrivedAt,
          startedAt: T0,
          endedAt: null,
        })
        expect(at).toBe(arrivedAt - waited)
        expect(lateMs).toBe(waited >= 10_000 ? waited : null)
      }),
    )
  })

  it('a device’s clock is worth a word from a minute on, told in whole minutes', () => {
    expect([0, 59_999, -59_999].map((off) => clockOffset(T0 + off, T0))).toEqual([null, null, null])
    expect([60_000, 89_000, -3_661_000].map((off) => clockOffset(T0 + off, T0))).toEqual([60_000, 60_000, -3_660_000])
  })
})

describe('PE-4: the same event is one', () => {
  const attempt = '3d5b6a70-2a3f-4c53-9a67-0f4d2b1f9c11'

  it('by an id that follows from the attempt and the mark, and from nothing else', () => {
    expect(eventIdOf(attempt, 'page abcdefgh')).toBe(eventIdOf(attempt, 'page abcdefgh'))
    expect(eventIdOf(attempt, 'page abcdefgh')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.string(), fc.string(), (one, other, mark, another) => {
        fc.pre(one !== other || mark !== another)
        expect(eventIdOf(one, mark)).not.toBe(eventIdOf(other, another))
      }),
    )
  })
})
