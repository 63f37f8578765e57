import { QUOTA_PERIODS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { endOf, type PastAttempt, type QuotaRule, quotaOf as quotaWithin } from './quota.js'

const at = (text: string) => Date.parse(text)
const taken = (startedAt: string, minutes = 10, lengthMin = 20): PastAttempt => ({
  startedAt: at(startedAt),
  submittedAt: at(startedAt) + minutes * 60_000,
  deadlineAt: at(startedAt) + lengthMin * 60_000,
  givenBackAt: null,
})
/** In a round that does not end. */
const quotaOf = (own: QuotaRule, past: readonly PastAttempt[], now: number) =>
  quotaWithin(own, past, Number.POSITIVE_INFINITY, now)
const rule = (change: Partial<QuotaRule>): QuotaRule => ({ period: 'round', limit: 1, waitS: 0, ...change })

describe('AT-11: the limit of attempts', () => {
  it('of a day ends at midnight in Viet Nam', () => {
    const daily = rule({ period: 'day' })
    const past = [taken('2026-11-23T23:30:00+07:00')]
    expect(quotaOf(daily, past, at('2026-11-23T23:59:59.999+07:00'))).toEqual({
      used: 1,
      left: 0,
      nextAt: at('2026-11-24T00:00:00+07:00'),
      refusal: 'limit',
    })
    expect(quotaOf(daily, past, at('2026-11-24T00:00:00+07:00'))).toEqual({
      used: 0,
      left: 1,
      nextAt: null,
      refusal: null,
    })
  })

  it('of a week begins on Monday in Viet Nam', () => {
    const weekly = rule({ period: 'week', limit: 2 })
    const past = [
      taken('2026-11-22T22:00:00+07:00'),
      taken('2026-11-23T00:00:00+07:00'),
      taken('2026-11-24T08:00:00+07:00'),
    ]
    expect(quotaOf(weekly, past, at('2026-11-25T08:00:00+07:00'))).toMatchObject({
      used: 2,
      left: 0,
      nextAt: at('2026-11-30T00:00:00+07:00'),
    })
    expect(quotaOf(weekly, past.slice(0, 1), at('2026-11-23T00:00:00+07:00'))).toMatchObject({ used: 0, left: 2 })
  })

  it('of a round or a contest does not come again, and nothing limits what is unlimited', () => {
    const past = [taken('2026-11-01T08:00:00+07:00')]
    const now = at('2026-11-25T08:00:00+07:00')
    for (const period of ['round', 'contest'] as const)
      expect(quotaOf(rule({ period }), past, now)).toEqual({ used: 1, left: 0, nextAt: null, refusal: 'limit' })
    expect(quotaOf(rule({ period: 'unlimited' }), past, now)).toEqual({
      used: 1,
      left: null,
      nextAt: null,
      refusal: null,
    })
  })

  it('waits from the submission, at the latest from the deadline', () => {
    const waiting = rule({ limit: 3, waitS: 3_600 })
    const early = [taken('2026-11-25T08:00:00+07:00', 5)]
    expect(quotaOf(waiting, early, at('2026-11-25T08:30:00+07:00'))).toMatchObject({
      refusal: 'wait',
      nextAt: at('2026-11-25T09:05:00+07:00'),
    })
    expect(quotaOf(waiting, early, at('2026-11-25T09:05:00+07:00'))).toMatchObject({ refusal: null, nextAt: null })
    expect(endOf(taken('2026-11-25T08:00:00+07:00', 25, 20))).toBe(at('2026-11-25T08:20:00+07:00'))
    expect(endOf({ ...taken('2026-11-25T08:00:00+07:00'), submittedAt: null })).toBe(at('2026-11-25T08:20:00+07:00'))
  })

  it('names the later of the two when the period and the wait both hold', () => {
    const past = [taken('2026-11-23T23:50:00+07:00', 5)]
    expect(quotaOf(rule({ period: 'day', waitS: 7_200 }), past, at('2026-11-23T23:58:00+07:00'))).toMatchObject({
      refusal: 'limit',
      nextAt: at('2026-11-24T01:55:00+07:00'),
    })
  })

  it('promises nothing that would begin when the round is over', () => {
    const daily = rule({ period: 'day' })
    const past = [taken('2026-11-23T20:00:00+07:00')]
    const now = at('2026-11-23T21:00:00+07:00')
    const midnight = at('2026-11-24T00:00:00+07:00')
    expect(quotaWithin(daily, past, midnight, now)).toEqual({ used: 1, left: 0, nextAt: null, refusal: 'limit' })
    expect(quotaWithin(daily, past, midnight + 1, now)).toMatchObject({ left: 0, nextAt: midnight })
    const waiting = rule({ limit: 3, waitS: 7_200 })
    const next = at('2026-11-23T22:10:00+07:00')
    expect(quotaWithin(waiting, past, next, now)).toEqual({ used: 1, left: 0, nextAt: null, refusal: 'wait' })
    expect(quotaWithin(waiting, past, next + 1, now)).toMatchObject({ left: 2, nextAt: next, refusal: 'wait' })
    // What may begin at once may begin, and be cut short by the end.
    expect(quotaWithin(waiting, past, next + 2, next + 1)).toMatchObject({ left: 2, nextAt: null, refusal: null })
  })

  it('CL-4: one that was given back is one more in the period in which that happened', () => {
    const daily = rule({ period: 'day' })
    const cutOff = { ...taken('2026-11-22T20:00:00+07:00'), givenBackAt: at('2026-11-23T09:00:00+07:00') }
    const now = at('2026-11-23T10:00:00+07:00')
    expect(quotaOf(daily, [cutOff], now)).toMatchObject({ used: 0, left: 2 })
    const today = taken('2026-11-23T09:30:00+07:00', 5)
    expect(quotaOf(daily, [cutOff, today], now)).toMatchObject({ used: 0, left: 1, refusal: null })
    const second = taken('2026-11-23T09:40:00+07:00', 5)
    expect(quotaOf(daily, [cutOff, today, second], now)).toMatchObject({ used: 1, left: 0, refusal: 'limit' })
    expect(quotaOf(daily, [cutOff, today, second], at('2026-11-24T10:00:00+07:00'))).toMatchObject({ left: 1 })
    // Given back on the day itself it is as if it had not been, and nobody waits for it.
    const sameDay = { ...taken('2026-11-23T09:30:00+07:00', 5), givenBackAt: now }
    expect(quotaOf({ ...daily, waitS: 7_200 }, [sameDay], now)).toEqual({
      used: 0,
      left: 1,
      nextAt: null,
      refusal: null,
    })
    expect(quotaOf(rule({ limit: 2 }), [sameDay, second], now)).toMatchObject({ used: 1, left: 1 })
  })

  const start = at('2026-11-23T00:00:00+07:00')
  const history = fc.array(
    fc.record({ offset: fc.nat(20 * 86_400_000), length: fc.nat(3_600_000) }).map(({ offset, length }) => ({
      startedAt: start + offset,
      submittedAt: start + offset + length,
      deadlineAt: start + offset + 1_800_000,
      givenBackAt: null,
    })),
    { maxLength: 12 },
  )
  const rules = fc.record({
    period: fc.constantFrom(...QUOTA_PERIODS),
    limit: fc.integer({ min: 1, max: 5 }),
    waitS: fc.constantFrom(0, 60, 7_200, 86_400),
  })

  it('lets start at the moment that it names, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(rules, history, fc.nat(21 * 86_400_000), (own, past, offset) => {
        const now = start + offset
        const known = past.filter((attempt) => attempt.startedAt <= now)
        const { refusal, nextAt, used, left } = quotaOf(own, known, now)
        if (own.period !== 'unlimited') expect(left).toBe(Math.max(0, own.limit - used))
        if (refusal === null) expect(nextAt).toBeNull()
        if (nextAt === null) return
        expect(nextAt).toBeGreaterThan(now)
        expect(quotaOf(own, known, nextAt).refusal).toBeNull()
        expect(quotaOf(own, known, nextAt - 1).refusal).not.toBeNull()
      }),
    )
  })

  it('never lets more than the limit start within a day, whatever is tried', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat(4 * 86_400_000), { maxLength: 40 }),
        (limit, tries) => {
          const past: PastAttempt[] = []
          for (const offset of [...tries].sort((a, b) => a - b)) {
            const now = start + offset
            if (quotaOf(rule({ period: 'day', limit }), past, now).refusal) continue
            past.push({ startedAt: now, submittedAt: now, deadlineAt: now, givenBackAt: null })
          }
          const days = new Map<string, number>()
          for (const { startedAt } of past) days.set(vietnamDay(startedAt), (days.get(vietnamDay(startedAt)) ?? 0) + 1)
          for (const count of days.values()) expect(count).toBeLessThanOrEqual(limit)
        },
      ),
    )
  })
})
