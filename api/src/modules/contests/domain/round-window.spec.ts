import fc from 'fast-check'
import {
  canRevealKeys,
  deadlineOf,
  isSoundWindow,
  resultVisibleAt,
  REVEAL_MARGIN_MS,
  roundState,
} from './round-window.js'

const opensAt = 1_800_000_000_000
const closesAt = opensAt + 3_600_000
const window = { opensAt, closesAt, isPublished: true }
const GRACE = 3_000

describe('RD-1: the state of a round', () => {
  it.each([
    [opensAt - 1, 'scheduled'],
    [opensAt, 'open'],
    [closesAt - 1, 'open'],
    [closesAt, 'closed'],
  ])('at %i is %s', (now, state) => {
    expect(roundState(window, now)).toBe(state)
  })

  it('is a draft until it is published, whatever the clock says', () => {
    for (const now of [opensAt - 1, opensAt, closesAt])
      expect(roundState({ ...window, isPublished: false }, now)).toBe('draft')
  })
})

describe('RD-2: the deadline of an attempt', () => {
  it('is the time limit after the start', () => {
    expect(deadlineOf(opensAt, 900, closesAt)).toBe(opensAt + 900_000)
  })

  it('never passes the end of the round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_599_999 }), fc.integer({ min: 30, max: 21_600 }), (after, limit) => {
        const deadline = deadlineOf(opensAt + after, limit, closesAt)
        return deadline <= closesAt && deadline <= opensAt + after + limit * 1000 && deadline > opensAt + after
      }),
    )
  })
})

describe('RD-3: keys may be shown', () => {
  it('only when no answer of anybody can count any more', () => {
    const revealedAt = closesAt + GRACE + REVEAL_MARGIN_MS
    expect(canRevealKeys(closesAt, GRACE, revealedAt - 1)).toBe(false)
    expect(canRevealKeys(closesAt, GRACE, revealedAt)).toBe(true)
  })

  it('never while an attempt of the round could still be answered', () => {
    fc.assert(
      fc.property(fc.nat(3_599_999), fc.integer({ min: 30, max: 21_600 }), fc.nat(10_000_000), (after, limit, now) => {
        const acceptUntil = deadlineOf(opensAt + after, limit, closesAt) + GRACE
        const at = opensAt + now
        return at > acceptUntil || !canRevealKeys(closesAt, GRACE, at)
      }),
    )
  })
})

describe('RD-4: the own score', () => {
  it('shows at once, or when keys may be shown', () => {
    expect(resultVisibleAt('at_once', opensAt + 5, closesAt, GRACE, null)).toBe(opensAt + 5)
    const after = resultVisibleAt('after_close', opensAt + 5, closesAt, GRACE, null)
    expect(canRevealKeys(closesAt, GRACE, after)).toBe(true)
    expect(canRevealKeys(closesAt, GRACE, after - 1)).toBe(false)
  })
})

describe('RD-5: a sound window', () => {
  it('has room for one whole attempt', () => {
    expect(isSoundWindow(opensAt, opensAt + 900_000, 900)).toBe(true)
    expect(isSoundWindow(opensAt, opensAt + 899_999, 900)).toBe(false)
    expect(isSoundWindow(opensAt, opensAt, 30)).toBe(false)
    expect(isSoundWindow(opensAt, opensAt - 1, 30)).toBe(false)
  })
})
