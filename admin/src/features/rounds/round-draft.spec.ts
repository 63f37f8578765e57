/// <reference types="jest" />
import type { AdminRound } from '../../lib/contest-queries'
import { bodyOf, draftOf, emptyRound, isCheckable, lacksOf, successorOf } from './round-draft'

const round = {
  name: { vi: 'Đợt 1', en: 'Round 1' },
  opensAt: '2026-11-02T01:00:00.000Z',
  closesAt: '2026-11-08T13:00:00.000Z',
  timeLimitS: 900,
  attemptLimit: 2,
  resultPolicy: 'at_once',
  bankIds: ['bank'],
  blueprint: [{ topic: 'concepts', level: 'recall', count: 3 }],
} as unknown as AdminRound

it('sends what it was given', () => {
  const { name, opensAt, closesAt, timeLimitS, attemptLimit, resultPolicy, bankIds, blueprint } = round
  expect(bodyOf(draftOf(round))).toEqual({
    name,
    opensAt,
    closesAt,
    timeLimitS,
    attemptLimit,
    resultPolicy,
    bankIds,
    blueprint,
  })
})

it('makes the next round like the one before, whole weeks later', () => {
  const next = successorOf(round, 2)
  expect(next.name).toEqual({ vi: 'Đợt 2', en: 'Round 2' })
  expect(next.opensAt).toBe('2026-11-09T01:00:00.000Z')
  expect(next.closesAt).toBe('2026-11-15T13:00:00.000Z')
  const long = { ...round, closesAt: '2026-11-12T01:00:00.000Z' }
  expect(successorOf(long, 2).opensAt).toBe('2026-11-16T01:00:00.000Z')
})

it('names every gap by its path in the body', () => {
  expect(lacksOf({ ...emptyRound(1, []), minutes: null, attemptLimit: 0, name: { vi: '', en: '' } })).toEqual({
    'name.vi': 'name',
    opensAt: 'opensAt',
    closesAt: 'closesAt',
    timeLimitS: 'minutes',
    attemptLimit: 'attempts',
    bankIds: 'banks',
    blueprint: 'blueprint',
  })
  expect(lacksOf(draftOf(round))).toEqual({})
  expect(lacksOf({ ...draftOf(round), closesAt: round.opensAt })).toEqual({ closesAt: 'order' })
  expect(lacksOf({ ...draftOf(round), closesAt: '2026-11-02T01:10:00Z' })).toEqual({ closesAt: 'short' })
})

it('asks the banks only about what is typed to its end', () => {
  const draft = { ...emptyRound(1, ['bank']), counts: { 'concepts/recall': 3 } }
  expect(isCheckable(draft)).toBe(true)
  expect(isCheckable({ ...draft, bankIds: [] })).toBe(false)
  const window = { opensAt: '2026-11-02T01:00:00.000Z', closesAt: '2026-11-08T13:00:00.000Z' }
  expect(isCheckable({ ...draft, ...window })).toBe(true)
  expect(isCheckable({ ...draft, opensAt: window.opensAt })).toBe(true)
  expect(isCheckable({ ...draft, opensAt: window.closesAt, closesAt: window.opensAt })).toBe(false)
  const tolerance = (paperTolerance: number) => ({ ...draft, rules: { ...draft.rules, paperTolerance } })
  expect(isCheckable(tolerance(0.5))).toBe(true)
  expect(isCheckable(tolerance(0))).toBe(false)
  expect(isCheckable({ ...draft, levelPoints: { ...draft.levelPoints, recall: 0.1 } })).toBe(false)
})
