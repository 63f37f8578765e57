/// <reference types="jest" />
import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import type { AdminRound } from '../../lib/contest-queries'
import { blueprintOf, bodyOf, countsOf, draftOf, emptyRound, lacksOf, successorOf, totalOf } from './round-draft'
import { spread } from './spread'

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

const usable = (count: (index: number) => number) =>
  TOPICS.flatMap((topic) => COGNITIVE_LEVELS.map((level) => ({ topic, level }))).map((cell, index) => ({
    ...cell,
    usableCount: count(index),
  }))

it('turns a blueprint into counts and back', () => {
  const blueprint = [
    { topic: 'concepts', level: 'recall', count: 3 },
    { topic: 'youth-union', level: 'apply-high', count: 1 },
  ] as const
  expect(blueprintOf(countsOf(blueprint))).toEqual(blueprint)
  expect(totalOf(countsOf(blueprint))).toBe(4)
})

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

describe('spread', () => {
  it('gives exactly the total and asks no cell for more than it has', () => {
    for (const total of [1, 7, 20, 31, 100]) {
      const cells = usable((index) => (index * 7) % 11)
      const counts = spread(total, cells)
      expect(totalOf(counts)).toBe(total)
      for (const cell of cells) {
        expect(counts[`${cell.topic}/${cell.level}`] ?? 0).toBeLessThanOrEqual(cell.usableCount)
      }
    }
  })

  it('gives all there is when more is wanted, and nothing of nothing', () => {
    const cells = usable((index) => index % 2)
    expect(totalOf(spread(500, cells))).toBe(16)
    expect(
      spread(
        20,
        usable(() => 0),
      ),
    ).toEqual({})
  })
})
