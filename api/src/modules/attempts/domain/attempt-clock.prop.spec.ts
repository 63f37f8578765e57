import fc from 'fast-check'
import { attemptDeadline, extendedMs, placeUntil, timeUsedS } from './attempt-clock.js'

const start = 1_800_000_000_000
const limit = fc.integer({ min: 30, max: 21_600 })
const extraPercent = fc.integer({ min: 0, max: 200 })
const creditMs = fc.integer({ min: 0, max: 7_200_000 })

describe('SC-2: the time used', () => {
  const used = (after: number, change: Partial<Parameters<typeof timeUsedS>[0]> = {}) =>
    timeUsedS({ startedAt: start, submittedAt: start + after, deadlineAt: start + 600_000, ...change })

  it.each([
    [0, 0],
    [999, 0],
    [1_000, 1],
    [59_999, 59],
    [600_000, 600],
  ])('%i ms after the start is %i s', (after, expected) => expect(used(after)).toBe(expected))

  it('never passes the deadline: the grace is not held against anybody', () => expect(used(602_500)).toBe(600))

  it('is never negative', () => {
    expect(used(-5)).toBe(0)
    expect(used(4_000, { creditMs: 9_000 })).toBe(0)
  })

  it('leaves out the credit, and stands while the round is paused', () => {
    expect(used(100_000, { creditMs: 30_000 })).toBe(70)
    expect(used(100_000, { pausedAt: start + 40_000 })).toBe(40)
    expect(used(900_000, { pausedAt: start + 40_000, creditMs: 10_000 })).toBe(30)
  })

  it('grows with the submission and stays whole and within the limit', () => {
    fc.assert(
      fc.property(fc.nat(7_200_000), fc.nat(7_200_000), limit, creditMs, (first, more, limitS, credit) => {
        const at = (after: number) =>
          timeUsedS({
            startedAt: start,
            submittedAt: start + after,
            deadlineAt: start + limitS * 1000 + credit,
            creditMs: credit,
          })
        const [a, b] = [at(first), at(first + more)]
        expect(Number.isInteger(a)).toBe(true)
        expect(a).toBeGreaterThanOrEqual(0)
        expect(b).toBeGreaterThanOrEqual(a)
        expect(b).toBeLessThanOrEqual(limitS)
      }),
    )
  })
})

describe('AT-14: extra time and credits', () => {
  it('lengthen the limit by so many percent and so many ms, never past the end of the round', () => {
    const closes = start + 3_600_000
    expect(extendedMs(601, 15)).toBe(691_150)
    expect(attemptDeadline(start, 600, closes, { extraPercent: 25, creditMs: 90_000 })).toBe(start + 840_000)
    expect(attemptDeadline(start, 3_000, closes, { extraPercent: 50, creditMs: 0 })).toBe(closes)
  })

  it('never make anybody’s deadline earlier', () => {
    fc.assert(
      fc.property(limit, fc.nat(20_000_000), extraPercent, creditMs, (limitS, closesIn, extra, credit) => {
        const plain = attemptDeadline(start, limitS, start + closesIn, { extraPercent: 0, creditMs: 0 })
        const own = attemptDeadline(start, limitS, start + closesIn, { extraPercent: extra, creditMs: credit })
        expect(own).toBeGreaterThanOrEqual(plain)
        expect(own).toBeLessThanOrEqual(start + closesIn)
        expect(Number.isInteger(own)).toBe(true)
      }),
    )
  })
})

describe('AT-12: the clock of a place', () => {
  const none = { extraPercent: 0, creditSinceMs: 0, graceMs: 3_000 }

  it('runs from the opening, with grace, extra time and the credit since, and ends with the attempt', () => {
    expect(placeUntil(start, 30, start + 600_000, none)).toBe(start + 33_000)
    expect(placeUntil(start, 30, start + 600_000, { ...none, extraPercent: 50, creditSinceMs: 2_000 })).toBe(
      start + 50_000,
    )
    expect(placeUntil(start, 30, start + 10_000, none)).toBe(start + 10_000)
    expect(placeUntil(start, null, start + 600_000, none)).toBe(start + 600_000)
  })
})
