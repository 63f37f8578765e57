import fc from 'fast-check'
import { boardCutoff, freezeAtOf, isFrozen, isOnBoard, isSoundFreeze, movedFreeze } from './ranking-freeze.js'

const MINUTE = 60_000
const closesAt = fc.integer({ min: 100, max: 200 }).map((minutes) => minutes * MINUTE)
const freezeMinutes = fc.integer({ min: 0, max: 60 })
const setting = fc.record({ closesAt, freezeMinutes, frozenFrom: fc.constant(null) })
const instant = fc.integer({ min: 0, max: 250 * MINUTE })

describe('LB-9: the freeze', () => {
  const half = { closesAt: 100 * MINUTE, freezeMinutes: 30, frozenFrom: null }

  it('begins so many minutes before the end, at the first instant', () => {
    expect(freezeAtOf(half)).toBe(70 * MINUTE)
    expect([70 * MINUTE - 1, 70 * MINUTE].map((now) => isFrozen(boardCutoff(half, null), now))).toEqual([false, true])
    expect([70 * MINUTE - 1, 70 * MINUTE].map((at) => isOnBoard(at, boardCutoff(half, null)))).toEqual([true, false])
  })

  it('never begins where there is none', () => {
    expect(freezeAtOf({ ...half, freezeMinutes: 0 })).toBeNull()
    expect(isFrozen(null, Number.MAX_SAFE_INTEGER)).toBe(false)
  })

  it('does not end by itself, only when it is revealed', () => {
    fc.assert(
      fc.property(setting, instant, instant, (one, at, later) => {
        const cutoff = boardCutoff(one, null)
        if (isFrozen(cutoff, at)) expect(isFrozen(cutoff, at + later)).toBe(true)
        expect(boardCutoff(one, at)).toBeNull()
        expect(isOnBoard(at, boardCutoff(one, at))).toBe(true)
      }),
    )
  })

  it('shows whatever was submitted until now as long as it has not begun', () => {
    fc.assert(
      fc.property(setting, instant, fc.nat(1_000_000), (one, now, earlier) => {
        const cutoff = boardCutoff(one, null)
        fc.pre(!isFrozen(cutoff, now))
        expect(isOnBoard(now - earlier, cutoff)).toBe(true)
      }),
    )
  })

  it('has to leave some of the round', () => {
    expect(isSoundFreeze({ opensAt: 0, closesAt: 60 * MINUTE }, 59)).toBe(true)
    expect(isSoundFreeze({ opensAt: 0, closesAt: 60 * MINUTE }, 60)).toBe(false)
  })
})

describe('LB-10: moving the end of a round', () => {
  it('moves a freeze that has not begun', () => {
    const before = { closesAt: 100 * MINUTE, freezeMinutes: 30, frozenFrom: null }
    const frozenFrom = movedFreeze(before, { closesAt: 130 * MINUTE, freezeMinutes: 30 }, 50 * MINUTE)
    expect(freezeAtOf({ closesAt: 130 * MINUTE, freezeMinutes: 30, frozenFrom })).toBe(100 * MINUTE)
  })

  it('leaves one that has begun, also if the round closes at once or goes on for days', () => {
    const before = { closesAt: 100 * MINUTE, freezeMinutes: 30, frozenFrom: null }
    for (const next of [80, 101, 9_000])
      expect(movedFreeze(before, { closesAt: next * MINUTE, freezeMinutes: 0 }, 80 * MINUTE)).toBe(70 * MINUTE)
  })

  it('of a round that is closed at once begins at the closing instant, however late the clock is read', () => {
    const before = { closesAt: 100 * MINUTE, freezeMinutes: 30, frozenFrom: null }
    const closesAt = 50 * MINUTE
    const frozenFrom = movedFreeze(before, { closesAt, freezeMinutes: 30 }, closesAt + 7)
    expect(frozenFrom).toBe(closesAt)
    // Who is stopped by it is not on the board, who submitted before is.
    expect([closesAt - 1, closesAt].map((at) => isOnBoard(at, frozenFrom))).toEqual([true, false])
  })

  it('never takes back what was shown and never shows what was hidden, however often it is moved', () => {
    const moves = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 30 * MINUTE }), closesAt, freezeMinutes }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(setting, moves, (first, list) => {
        let at: { closesAt: number; freezeMinutes: number; frozenFrom: number | null } = first
        let now = 0
        for (const { wait, ...move } of list) {
          now += wait
          // An end is not moved into the past.
          const next = { ...move, closesAt: Math.max(move.closesAt, now) }
          const before = boardCutoff(at, null)
          at = { ...next, frozenFrom: movedFreeze(at, next, now) }
          const after = boardCutoff(at, null)
          // Everything submitted until now is on the board after the move exactly if it was before.
          for (const back of [0, 1, 5 * MINUTE, 40 * MINUTE, 200 * MINUTE].filter((each) => each <= now)) {
            if (back === 0) continue
            expect(isOnBoard(now - back, after)).toBe(isOnBoard(now - back, before))
          }
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
