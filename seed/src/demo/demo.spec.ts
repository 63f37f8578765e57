import { isWeakPassword } from '@thiso/api/seeding'
import { COGNITIVE_LEVELS, fold, ROLES, TOPICS } from '@thiso/contracts/vocab'
import { readItems } from '../content/read-content.js'
import { demoLogIns } from './log-ins.js'
import { blueprintOf, demoRounds } from './rounds.js'

const HOUR = 3_600_000

describe('the demo', () => {
  it('has a log-in for every role, with a password that the platform itself would take', () => {
    expect(demoLogIns.map(({ role }) => role).sort()).toEqual([...ROLES].sort())
    for (const { login, password } of demoLogIns) expect(isWeakPassword(password, login, '', fold)).toBe(false)
  })

  it.each([0, 3, 6])('asks 20 items of all topics and levels, and the items suffice (offset %i)', (offset) => {
    const blueprint = blueprintOf(offset)
    expect(blueprint.reduce((sum, cell) => sum + cell.count, 0)).toBe(20)
    expect(new Set(blueprint.map((cell) => cell.topic))).toEqual(new Set(TOPICS))
    expect(new Set(blueprint.map((cell) => cell.level))).toEqual(new Set(COGNITIVE_LEVELS))
    const day = '2026-11-23'
    const items = readItems().filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && (validTo ?? day) >= day)
    for (const cell of blueprint) {
      const usable = items.filter((item) => item.topic === cell.topic && item.level === cell.level)
      expect(usable.length).toBeGreaterThanOrEqual(cell.count)
    }
  })

  it.each(['T00:00:30+07:00', 'T05:00:00+07:00', 'T08:30:00+07:00', 'T14:00:00+07:00', 'T23:59:30+07:00'])(
    'has a round that closed yesterday, one that is open, one to come, at any hour (%s)',
    (hour) => {
      const now = Date.parse(`2026-11-23${hour}`)
      const [closed, open, toCome] = demoRounds('bank', now)
      const since = (at: Date) => (now - at.getTime()) / HOUR
      expect(closed.closesAt.getTime() - closed.opensAt.getTime()).toBe(7 * 24 * HOUR)
      expect(since(closed.closesAt)).toBeGreaterThan(4)
      expect(since(closed.closesAt)).toBeLessThan(28)
      expect(since(open.opensAt)).toBeGreaterThanOrEqual(2)
      expect(since(open.opensAt)).toBeLessThan(17)
      expect(-since(open.closesAt) / 24).toBeGreaterThan(4.8)
      expect(-since(toCome.opensAt) / 24).toBeGreaterThan(6.8)
    },
  )
})
