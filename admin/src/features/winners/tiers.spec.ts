/// <reference types="jest" />
import { gapBetween, type Standing, tiersOf, type Winner } from './tiers'

const standing = (rank: number, changes: Partial<Standing> = {}): Standing => ({
  rank,
  isTied: false,
  accountId: `a${rank}`,
  fullName: `Người ${rank}`,
  birthDate: null,
  unitName: 'Xã Tam Ngọc',
  parentUnitName: null,
  points: 10,
  timeUsedS: 100,
  submittedAt: '2026-10-10T01:00:00.000Z',
  attemptId: `t${rank}`,
  attemptCount: 1,
  ...changes,
})
const reward = { vi: 'Giấy khen', en: '' }
const winner = (tier: Winner['tier'], at: Standing, isContested = false): Winner => ({
  tier,
  reward,
  standing: at,
  isContested,
})

test('prizes keep their order; places not filled are open', () => {
  const tiers = tiersOf({
    prizes: [
      { tier: 'first', count: 1, reward, scope: 'round', table: null },
      { tier: 'second', count: 3, reward, scope: 'round', table: null },
    ],
    winners: [winner('first', standing(1)), winner('second', standing(2))],
  })
  expect(tiers.map((tier) => [tier.tier, tier.settled.length, tier.openCount])).toEqual([
    ['first', 1, 0],
    ['second', 1, 2],
  ])
})

test('people who share a place that the tier cannot give to all are told from the settled', () => {
  const people = ['x', 'y', 'z'].map((id) => standing(3, { accountId: id, isTied: true }))
  const [tier] = tiersOf({
    prizes: [{ tier: 'second', count: 3, reward, scope: 'round', table: null }],
    winners: [winner('second', standing(2)), ...people.map((at) => winner('second', at, true))],
  })
  expect(tier?.settled).toHaveLength(1)
  expect(tier?.contested).toMatchObject([{ rank: 3, seats: 2 }])
  expect(tier?.contested[0]?.people).toHaveLength(3)
  expect(tier?.openCount).toBe(0)
})

test('the same prize listed twice is one line with both counts', () => {
  const tiers = tiersOf({
    prizes: [
      { tier: 'third', count: 1, reward, scope: 'round', table: null },
      { tier: 'third', count: 1, reward, scope: 'round', table: null },
    ],
    winners: [winner('third', standing(1)), winner('third', standing(2))],
  })
  expect(tiers).toHaveLength(1)
  expect(tiers[0]).toMatchObject({ count: 2, openCount: 0 })
})

test('what keeps one behind another is named by the first thing that differs', () => {
  const before = standing(1)
  expect(gapBetween(before, standing(2, { points: 9 }))).toEqual({ why: 'points', points: 1 })
  expect(gapBetween(before, standing(2, { timeUsedS: 130 }))).toEqual({ why: 'slower', seconds: 30 })
  expect(gapBetween(before, standing(2, { submittedAt: '2026-10-10T01:00:07.900Z' }))).toEqual({
    why: 'later',
    seconds: 7,
  })
  expect(gapBetween(before, standing(1, { submittedAt: '2026-10-10T01:00:00.900Z' }))).toEqual({ why: 'same' })
})
