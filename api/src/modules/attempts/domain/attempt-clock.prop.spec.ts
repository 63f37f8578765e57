import fc from 'fast-check'
import { rankedTimeS } from '../../contests/index.js'
import {
  attemptDeadline,
  extendedMs,
  isOver,
  isPlaceOver,
  placeUntil,
  timeUsedS,
  usableExtraOf,
} from './attempt-clock.js'

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

describe('CL-1: the end of an attempt', () => {
  const clock = { deadlineAt: start, graceMs: 3_000, pausedAt: null }

  it('comes after the grace, and not while the clock stands', () => {
    expect(isOver(clock, start + 3_000)).toBe(false)
    expect(isOver(clock, start + 3_001)).toBe(true)
    expect(isOver({ ...clock, pausedAt: start + 3_000 }, start + 86_400_000)).toBe(false)
  })

  it('is not taken back by a pause that begins later', () => {
    expect(isOver({ ...clock, pausedAt: start + 3_001 }, start + 3_001)).toBe(true)
    expect(isOver({ ...clock, pausedAt: start + 60_000 }, start + 86_400_000)).toBe(true)
  })
})

describe('LB-1: extra time that the end of the round cuts off', () => {
  const usable = (windowS: number, limitS = 30, extra = 100) =>
    usableExtraOf({ startedAt: start, deadlineAt: start + windowS * 1_000, creditMs: 0 }, limitS, extra)

  it('counts as far as it was there', () => {
    expect(usable(60)).toBeNull()
    expect(usable(33)).toBe(1_000)
    expect(usable(20)).toBe(0)
    expect(usable(45, 30, 0)).toBeNull()
    const credited = { startedAt: start, deadlineAt: start + 70_000, creditMs: 10_000 }
    expect(usableExtraOf(credited, 30, 100)).toBeNull()
    expect(usableExtraOf({ ...credited, creditMs: 25_000 }, 30, 100)).toBe(5_000)
  })

  it('makes nobody faster than somebody who had the common limit and used all of it', () => {
    fc.assert(
      fc.property(limit, fc.integer({ min: 1, max: 200 }), fc.nat(50_000), (limitS, extra, windowS) => {
        const allowedS = Math.floor(Math.min((limitS * (100 + extra)) / 100, windowS))
        const usable = usableExtraOf(
          { startedAt: start, deadlineAt: start + Math.min(extendedMs(limitS, extra), windowS * 1_000), creditMs: 0 },
          limitS,
          extra,
        )
        const ranked = rankedTimeS(allowedS, extra, usable)
        expect(ranked).toBeLessThanOrEqual(Math.min(limitS, windowS))
        expect(ranked).toBeGreaterThanOrEqual(Math.min(limitS, windowS) - 2 - limitS / 5_000)
      }),
    )
  })
})

describe('AT-13: the clock of the open place', () => {
  it('is over when the person sees it run out, although what is on its way still counts', () => {
    expect(isPlaceOver(start + 3_000, 3_000, start)).toBe(false)
    expect(isPlaceOver(start + 3_000, 3_000, start + 1)).toBe(true)
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
