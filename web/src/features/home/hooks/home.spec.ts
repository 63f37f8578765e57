/// <reference types="jest" />
import type { RoundState } from '@thiso/contracts'
import { roundStateAt } from '../../../lib/round-state'
import type { MyPartData, PublicRoundData } from '../../../lib/shapes'
import { featuredRound } from './featured-round'
import { nextStep } from './next-step'
import { reminderFile } from './reminder'

const round = (id: string, opensAt: string, closesAt: string) => ({ id, opensAt, closesAt }) as PublicRoundData
const rounds = [
  round('one', '2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z'),
  round('two', '2026-11-10T00:00:00Z', '2026-11-17T00:00:00Z'),
  round('three', '2026-11-20T00:00:00Z', '2026-11-27T00:00:00Z'),
]
const featured = (...states: RoundState[]) => featuredRound(rounds, states)?.id

it('features the open round, else the next to open, else the last closed', () => {
  expect(featured('closed', 'open', 'scheduled')).toBe('two')
  expect(featured('closed', 'scheduled', 'scheduled')).toBe('two')
  expect(featured('closed', 'closed', 'closed')).toBe('three')
  expect(featured('open', 'open', 'scheduled')).toBe('one')
  expect(featuredRound([], [])).toBeUndefined()
})

it('carries the state forward by the clock, never back', () => {
  const window = { opensAt: '2026-11-10T00:00:00Z', closesAt: '2026-11-17T00:00:00Z', pausedAt: null }
  const at = (state: RoundState, day: string) => roundStateAt({ ...window, state }, Date.parse(day))
  expect(at('scheduled', '2026-11-09T23:59:59.999Z')).toBe('scheduled')
  expect(at('scheduled', '2026-11-10T00:00:00Z')).toBe('open')
  expect(at('scheduled', '2026-11-17T00:00:00Z')).toBe('closed')
  expect(at('open', '2026-11-09T00:00:00Z')).toBe('open')
  expect(at('closed', '2026-11-11T00:00:00Z')).toBe('closed')
  expect(at('draft', '2026-11-11T00:00:00Z')).toBe('draft')
})

it('CL-1: a paused round does not close by the clock', () => {
  const window = { opensAt: '2026-11-10T00:00:00Z', closesAt: '2026-11-17T00:00:00Z', state: 'open' as const }
  const late = Date.parse('2026-11-17T00:00:01Z')
  expect(roundStateAt({ ...window, pausedAt: '2026-11-16T23:00:00Z' }, late)).toBe('open')
  expect(roundStateAt({ ...window, pausedAt: null }, late)).toBe('closed')
})

describe('nextStep', () => {
  const part: MyPartData = {
    attemptsUsed: 0,
    attemptsLeft: 2,
    nextAttemptAt: null,
    startedCount: 0,
    barred: null,
    extraPercent: 0,
    runningAttemptId: null,
    lastSubmittedAttemptId: null,
  }
  const done: MyPartData = { ...part, attemptsUsed: 1, startedCount: 1, attemptsLeft: 1, lastSubmittedAttemptId: 'x' }

  it.each([
    ['scheduled', null, 'rules'],
    ['open', null, 'enter'],
    ['open', part, 'enter'],
    ['open', { ...part, runningAttemptId: 'x' }, 'resume'],
    ['open', done, 'again'],
    ['open', { ...done, attemptsLeft: 0 }, 'result'],
    ['closed', done, 'result'],
    ['closed', part, 'look'],
  ] as const)('%s, %j: %s', (state, mine, action) => expect(nextStep(state, mine, 0).action).toBe(action))

  it('names the moment of the next attempt until it comes', () => {
    const at = '2026-11-12T17:00:00Z'
    const now = Date.parse(at)
    const usedUp = { ...done, attemptsLeft: 0, nextAttemptAt: at }
    expect(nextStep('open', usedUp, now - 1)).toEqual({ action: 'result', note: 'nextAttempt', to: '/ket-qua/x' })
    expect(nextStep('open', usedUp, now)).toEqual({ action: 'again' })
    expect(nextStep('open', { ...done, nextAttemptAt: at }, now - 1).note).toBe('nextAttempt')
    expect(nextStep('closed', usedUp, now - 1)).toEqual({ action: 'result', to: '/ket-qua/x' })
  })
})

it('writes a calendar file that any phone reads', () => {
  const file = reminderFile({
    id: '1',
    startsAt: '2026-11-10T01:00:00Z',
    title: 'A, b',
    text: 'c\nd',
    url: 'https://x',
  })
  expect(file).toContain('DTSTART:20261110T010000Z\r\n')
  expect(file).toContain('SUMMARY:A\\, b\r\n')
  expect(file).toContain('DESCRIPTION:c\\nd\r\n')
})
