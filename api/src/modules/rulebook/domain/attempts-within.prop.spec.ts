import fc from 'fast-check'
import { vietnamDay } from '../../../kernel/vietnam-time'
import { attemptsWithin, rhythmOf } from './attempts-within'

const at = (text: string) => Date.parse(`${text}+07:00`)
const week = { opensAt: at('2026-10-12T08:00:00'), closesAt: at('2026-10-18T17:00:00') }

describe('RB-4: attempts within a window (AT-11)', () => {
  it('are the limit of the round or the contest, none where there is none', () => {
    expect(attemptsWithin({ period: 'round', limit: 3, waitS: 0, ...week })).toBe(3)
    expect(attemptsWithin({ period: 'contest', limit: 2, waitS: 0, ...week })).toBe(2)
    expect(attemptsWithin({ period: 'unlimited', limit: 1, waitS: 0, ...week })).toBe(Number.POSITIVE_INFINITY)
  })

  it('are the limit of each day or week that the window touches', () => {
    expect(attemptsWithin({ period: 'day', limit: 1, waitS: 0, ...week })).toBe(7)
    expect(attemptsWithin({ period: 'week', limit: 20, waitS: 0, ...week })).toBe(20)
    // From Sunday to Monday: two weeks. A round that closes at midnight is not open on the day that begins.
    const turn = { opensAt: at('2026-10-18T08:00:00'), closesAt: at('2026-10-19T17:00:00') }
    expect(attemptsWithin({ period: 'week', limit: 20, waitS: 0, ...turn })).toBe(40)
    expect(attemptsWithin({ period: 'day', limit: 2, waitS: 0, ...turn, closesAt: at('2026-10-19T00:00:00') })).toBe(2)
  })

  it('leave room for the waits between them', () => {
    const day = { opensAt: at('2026-10-12T08:00:00'), closesAt: at('2026-10-12T18:00:00') }
    expect(attemptsWithin({ period: 'unlimited', limit: 1, waitS: 3_600, ...day })).toBe(11)
    expect(attemptsWithin({ period: 'round', limit: 5, waitS: 36_000, ...day })).toBe(2)
  })

  it('are counted by the days of Viet Nam, wherever the window lies', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.integer({ min: 1, max: 40 * 86_400 }),
        (from, length) => {
          const window = { opensAt: from * 1000, closesAt: (from + length) * 1000 }
          const days = new Set<string>([vietnamDay(window.closesAt - 1)])
          for (let at = window.opensAt; at < window.closesAt; at += 86_400_000) days.add(vietnamDay(at))
          expect(attemptsWithin({ period: 'day', limit: 1, waitS: 0, ...window })).toBe(days.size)
        },
      ),
    )
  })

  it('have the rhythm of their period', () => {
    expect(rhythmOf({ period: 'day', limit: 2 })).toEqual({ lengthS: 86_400, attempts: 2 })
    expect(rhythmOf({ period: 'round', limit: 2 })).toBeNull()
  })
})
