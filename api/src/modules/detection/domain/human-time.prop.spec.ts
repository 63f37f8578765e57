import fc from 'fast-check'
import { fasterThanReading, fasterThanReadingOneWay, leastHumanMs } from './human-time'

const items = fc.array(fc.double({ min: 0, max: 120, noNaN: true }), { maxLength: 40 })

describe('PE-8: faster than a person can read', () => {
  it('whoever takes the least time for each item, or more, is never marked, in whatever order the answers are given', () => {
    fc.assert(
      fc.property(items, fc.infiniteStream(fc.nat(60_000)), (readings, pauses) => {
        let now = 0
        const answers = readings.map((readingS) => {
          now += Math.ceil(leastHumanMs(readingS)) + (pauses.next().value as number)
          return { afterMs: now, readingS }
        })
        expect(fasterThanReading([...answers].reverse())).toBe(0)
      }),
    )
  })

  it('who reads the whole paper first and then answers all at once is never marked', () => {
    fc.assert(
      fc.property(items, (readings) => {
        const whole = readings.reduce((sum, readingS) => sum + leastHumanMs(readingS), 0)
        const answers = readings.map((readingS, n) => ({ afterMs: Math.ceil(whole) + n, readingS }))
        expect(fasterThanReading(answers)).toBe(0)
      }),
    )
  })

  it('a machine that answers everything in its first second is marked at every answer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 3, max: 120, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (readings) => {
          const answers = readings.map((readingS, n) => ({ afterMs: n * 25, readingS }))
          expect(fasterThanReading(answers)).toBe(readings.length)
          expect(fasterThanReadingOneWay(answers)).toBe(readings.length)
        },
      ),
    )
  })

  it('a one-way paper asks each place for itself', () => {
    const answers = [
      { afterMs: 60_000, readingS: 10 },
      { afterMs: 1_000, readingS: 10 },
    ]
    expect(fasterThanReadingOneWay(answers)).toBe(1)
  })
})
