/// <reference types="jest" />
import { actionOf as actOn } from './action-of'

type First3 = [Parameters<typeof actOn>[0], Parameters<typeof actOn>[1], Parameters<typeof actOn>[2]]

const mine = {
  attemptsUsed: 1,
  attemptsLeft: 1,
  nextAttemptAt: null,
  startedCount: 1,
  barred: null,
  extraPercent: 0,
  runningAttemptId: null,
  lastSubmittedAttemptId: 'last',
}
const actionOf = (...asked: First3) => actOn(...asked, null)
const running = { ...mine, runningAttemptId: 'now' }

describe('the one action of a round', () => {
  it('is to continue whatever is running, even after the round has closed', () => {
    for (const state of ['scheduled', 'open', 'closed'] as const) {
      expect(actionOf(state, 'contestant', running)).toEqual({ kind: 'continue', attemptId: 'now' })
    }
  })

  it('asks visitors to sign in until the round has closed', () => {
    expect(actionOf('scheduled', null, null).kind).toBe('sign-in')
    expect(actionOf('open', null, null).kind).toBe('sign-in')
    expect(actionOf('closed', null, null)).toEqual({ kind: 'closed', lastAttemptId: null })
  })

  it('starts, counts the attempts, and ends with the result', () => {
    expect(actionOf('open', 'contestant', null)).toMatchObject({ kind: 'start', attemptNo: 1, lastAttemptId: null })
    expect(actionOf('open', 'teacher', mine)).toMatchObject({ kind: 'start', attemptNo: 2, lastAttemptId: 'last' })
    expect(actionOf('open', 'contestant', { ...mine, attemptsLeft: 0 })).toEqual({
      kind: 'used-up',
      lastAttemptId: 'last',
    })
    expect(actionOf('closed', 'contestant', mine)).toEqual({ kind: 'closed', lastAttemptId: 'last' })
  })

  it('names the next moment, offers as many as one likes, and stands still while the round is paused', () => {
    const at = '2026-11-24T00:00:00Z'
    const later = { ...mine, attemptsLeft: 0, nextAttemptAt: at }
    expect(actionOf('open', 'contestant', later)).toEqual({ kind: 'later', at, lastAttemptId: 'last' })
    const free = { ...mine, attemptsLeft: null, startedCount: 7 }
    expect(actionOf('open', 'contestant', free)).toMatchObject({ kind: 'start', attemptNo: 8 })
    expect(actOn('open', 'contestant', mine, at)).toEqual({ kind: 'paused' })
    const barred = { vi: 'Chưa đủ tuổi.', en: 'Too young.' }
    expect(actionOf('open', 'contestant', { ...mine, barred })).toEqual({ kind: 'barred', why: barred })
    // Nobody waits for a round that is not theirs.
    expect(actionOf('scheduled', 'contestant', { ...mine, barred })).toEqual({ kind: 'barred', why: barred })
    expect(actOn('open', 'contestant', running, at)).toEqual({ kind: 'continue', attemptId: 'now' })
  })

  it('waits before the opening', () => {
    expect(actionOf('scheduled', 'contestant', null).kind).toBe('wait')
    expect(actionOf('draft', 'contestant', null).kind).toBe('wait')
  })

  it('has no start for those who run the contest', () => {
    expect(actionOf('open', 'organizer', null).kind).toBe('staff')
    expect(actionOf('scheduled', 'administrator', null).kind).toBe('staff')
  })
})
