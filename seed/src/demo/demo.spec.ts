import { drawForm, isWeakPassword } from '@thiso/api/seeding'
import { COGNITIVE_LEVELS, fold, ROLES, textsOf, TOPICS } from '@thiso/contracts/vocab'
import { isUsableOn, readDocuments, readItems } from '../content/read-content.js'
import { practiceCodes } from '../content/two-banks.js'
import { demoLogIns } from './log-ins.js'
import { blueprintOf, demoRounds } from './rounds.js'

const HOUR = 3_600_000
const documents = readDocuments()
const practice = practiceCodes(readItems())
/** What a round of the demo may draw. */
const contestItems = readItems().filter((item) => !practice.has(item.code) && isUsableOn(item, documents, '2026-11-23'))

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
    for (const cell of blueprint) {
      const usable = contestItems.filter((item) => item.topic === cell.topic && item.level === cell.level)
      expect(usable.length).toBeGreaterThanOrEqual(cell.count)
    }
  })

  it('DR-5 draws papers from the bank for contests on which no two items give each other away, of several types', () => {
    const groupOf = new Map(contestItems.map(({ code, exclusionGroup }) => [code, exclusionGroup]))
    const pool = contestItems.map(({ code, topic, level, body, exclusionGroup }) => ({
      itemVersionId: code,
      topic,
      level,
      type: body.type,
      optionCount: body.type === 'matching' ? body.pairs.length : textsOf(body).length,
      choiceCount: body.type === 'matching' ? body.pairs.length + body.distractors.length : 0,
      exclusionSet: exclusionGroup,
    }))
    const types = new Set<string>()
    for (let number = 0; number < 60; number++) {
      const form = drawForm(Buffer.alloc(32, 5), `attempt ${number}`, blueprintOf((3 * number) % 9), pool)
      const groups = form.map(({ itemVersionId }) => groupOf.get(itemVersionId)).filter(Boolean)
      expect(form).toHaveLength(20)
      expect(new Set(groups).size).toBe(groups.length)
      for (const { type } of form) types.add(type ?? 'single-choice')
    }
    expect(types.size).toBeGreaterThanOrEqual(6)
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
