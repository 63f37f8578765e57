import { settingLines, settingName } from '@thiso/contracts/rule-words'
import { admissionSchemas } from '../../api/contracts/src/http/schemas-admission'
import {
  type ContestRules,
  DEFAULT_CONTEST_RULES,
  DEFAULT_ROUND_RULES,
  type RoundRules,
  settingChanges,
} from '@thiso/contracts/vocab'
import { articlesOf } from '../../api/src/modules/rulebook/domain/articles'
import type { RulebookFacts } from '../../api/src/modules/rulebook/domain/rulebook-facts'
import { filesBelow, isCode, textOf } from './sources'

/** What of zod's insides says how a shape is made. */
interface Shape {
  def: { type: string; shape?: Record<string, Shape>; innerType?: Shape; options?: Shape[]; element?: Shape }
}

/** Every setting of a shape by its path; lists are settings of their own. What is chosen between (a kind of entry) counts once. */
function settingsOf({ def }: Shape, path = ''): string[] {
  if (def.innerType) return settingsOf(def.innerType, path)
  if (def.options && def.type === 'union')
    return [...new Set(def.options.flatMap((option) => settingsOf(option, path)))]
  if (!def.shape) return [path]
  return Object.entries(def.shape).flatMap(([key, part]) => settingsOf(part, path ? `${path}.${key}` : key))
}

/** The change of an amendment, as its schema has it: what can be amended is what is promised. */
const amendable = (route: 'proposeRoundAmendment' | 'proposeContestAmendment') =>
  settingsOf(admissionSchemas[route].body.shape.change as unknown as Shape).sort()

interface RoundTerms {
  rules: RoundRules
  timeLimitS: number
  attemptLimit: number
  resultPolicy: 'at_once' | 'after_close' | 'after_publish'
  closesAt: string
}
type ContestTerms = Pick<RulebookFacts, 'rules' | 'prizes'>

const table = (code: string) => ({
  code,
  name: { vi: `Khối ${code}`, en: `Group ${code}` },
  minAge: null,
  maxAge: null,
  unitKinds: [],
  unitIds: [],
})
const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false } as const
const entry = { kind: 'qualified', fromRoundId: 'r0', by: 'top', amount: 10 } as const
const usual: RoundTerms = {
  rules: DEFAULT_ROUND_RULES,
  timeLimitS: 900,
  attemptLimit: 2,
  resultPolicy: 'at_once',
  closesAt: '2026-10-16T10:00:00.000Z',
}
const r = DEFAULT_ROUND_RULES
const c = DEFAULT_CONTEST_RULES
const rules = (change: Partial<RoundRules>): RoundTerms => ({ ...usual, rules: { ...r, ...change } })
const attempts = (change: Partial<RoundRules['attempts']>) => rules({ attempts: { ...r.attempts, ...change } })
const scoring = (change: Partial<RoundRules['scoring']>) => rules({ scoring: { ...r.scoring, ...change } })
const asks = (change: Partial<NonNullable<RoundRules['prediction']>>) =>
  rules({ prediction: { ...prediction, ...change } })
const protect = (change: Partial<RoundRules['protection']>) => rules({ protection: { ...r.protection, ...change } })
const oneWay = rules({ movement: 'one-way' })

/** Two rounds that differ in this setting and in nothing else. */
const ROUND: Record<string, [RoundTerms, RoundTerms]> = {
  timeLimitS: [usual, { ...usual, timeLimitS: 600 }],
  attemptLimit: [usual, { ...usual, attemptLimit: 3 }],
  resultPolicy: [usual, { ...usual, resultPolicy: 'after_publish' }],
  closesAt: [usual, { ...usual, closesAt: '2026-10-15T10:00:00.000Z' }],
  'rules.attempts.period': [usual, attempts({ period: 'day' })],
  'rules.attempts.waitS': [usual, attempts({ waitS: 3_600 })],
  'rules.attempts.counted': [usual, attempts({ counted: 'last' })],
  'rules.attempts.unseenFirst': [usual, attempts({ unseenFirst: true })],
  'rules.movement': [usual, oneWay],
  'rules.itemClockS': [oneWay, rules({ movement: 'one-way', itemClockS: 45 })],
  'rules.allRequired': [usual, rules({ allRequired: true })],
  'rules.scoring.wrongPenalty': [usual, scoring({ wrongPenalty: 0.25 })],
  'rules.scoring.blankPenalty': [usual, scoring({ blankPenalty: 0.1 })],
  'rules.scoring.speedBonus': [usual, scoring({ speedBonus: 0.5 })],
  'rules.prediction.target': [asks({}), asks({ target: 'participants' })],
  'rules.prediction.unit': [asks({}), asks({ unit: 'attempts' })],
  'rules.prediction.per': [asks({}), asks({ per: 'attempt' })],
  'rules.prediction.countsDisqualified': [asks({}), asks({ countsDisqualified: true })],
  'rules.ranking': [usual, rules({ ranking: [{ by: 'points' }, { by: 'time-used', bucketS: 60 }, { by: 'draw' }] })],
  'rules.freezeMinutes': [usual, rules({ freezeMinutes: 60 })],
  'rules.paperTolerance': [usual, rules({ paperTolerance: 0.5 })],
  'rules.protection.watermark': [usual, protect({ watermark: true })],
  'rules.protection.copyGuard': [usual, protect({ copyGuard: true })],
  'rules.protection.fullScreen': [usual, protect({ fullScreen: true })],
  'rules.protection.safeBrowser': [usual, protect({ safeBrowser: true })],
  'rules.entry.kind': [usual, rules({ entry: { kind: 'list' } })],
  'rules.entry.fromRoundId': [rules({ entry }), rules({ entry: { ...entry, fromRoundId: 'r9' } })],
  'rules.entry.by': [rules({ entry }), rules({ entry: { ...entry, by: 'per-unit' } })],
  'rules.entry.amount': [rules({ entry }), rules({ entry: { ...entry, amount: 20 } })],
  'rules.tables': [usual, rules({ tables: ['A'] })],
}

const plain: ContestTerms = { rules: c, prizes: [] }
const open = (change: Partial<ContestRules['eligibility']>): ContestTerms => ({
  ...plain,
  rules: { ...c, eligibility: { ...c.eligibility, ...change } },
})
const total = (change: Partial<NonNullable<ContestRules['total']>> = {}): ContestTerms => ({
  ...plain,
  rules: { ...c, total: { bestRounds: null, ranking: r.ranking, ...change } },
})
const prize = {
  tier: 'first',
  count: 1,
  reward: { vi: 'Xe đạp', en: 'A bicycle' },
  scope: 'round',
  table: null,
} as const

/** Two contests that differ in this setting and in nothing else. */
const CONTEST: Record<string, [ContestTerms, ContestTerms]> = {
  prizes: [plain, { ...plain, prizes: [prize] }],
  'rules.eligibility.minAge': [plain, open({ minAge: 16 })],
  'rules.eligibility.maxAge': [plain, open({ maxAge: 30 })],
  'rules.eligibility.ageOn': [open({ minAge: 16 }), open({ minAge: 16, ageOn: '2026-12-31' })],
  'rules.eligibility.unitIds': [plain, open({ unitIds: ['u1'] })],
  'rules.eligibility.roles': [plain, open({ roles: ['teacher'] })],
  'rules.eligibility.invitedOnly': [plain, open({ invitedOnly: true })],
  'rules.tables': [plain, { ...plain, rules: { ...c, tables: [table('A'), table('B')] } }],
  'rules.total.bestRounds': [total(), total({ bestRounds: 3 })],
  'rules.total.ranking': [total(), total({ ranking: [{ by: 'right-items' }, { by: 'draw' }] })],
  'rules.onePrizeEach': [
    { ...plain, prizes: [prize] },
    { rules: { ...c, onePrizeEach: true }, prizes: [prize] },
  ],
  'rules.complaintHours': [plain, { ...plain, rules: { ...c, complaintHours: 24 } }],
}

const NAMES: Record<string, string> = { r0: 'Vòng 0', r9: 'Vòng 9', u1: 'Thành phố Hội An', A: 'Khối A' }

function rulebook(contest: ContestTerms, round: RoundTerms, locale: 'vi' | 'en'): string {
  const { closesAt, ...settings } = round
  const others = ['r0', 'r9'].map((id) => ({ ...usual, id, name: { vi: NAMES[id] as string, en: '' } }))
  const rounds = [{ ...settings, closesAt, id: 'r1', name: { vi: 'Chung kết', en: 'Final' } }, ...others]
  const facts: RulebookFacts = {
    title: { vi: 'Tìm hiểu chuyển đổi số', en: '' },
    summary: { vi: 'Nâng cao nhận thức.', en: '' },
    organizerName: { vi: 'Tỉnh đoàn Quảng Nam', en: '' },
    ...contest,
    unitNames: new Map([['u1', 'Thành phố Hội An']]),
    rounds: rounds.map(({ closesAt: end, ...each }) => ({
      ...each,
      opensAtMs: Date.parse('2026-10-10T01:00:00Z'),
      closesAtMs: Date.parse(end),
      itemCount: 20,
      maxPoints: 20,
      topics: ['concepts'],
    })),
  }
  return JSON.stringify(articlesOf(facts, locale))
}

/** Every path that a control of the panel asks for its problem by, what is worked out standing for anything. */
const controls = filesBelow('admin/src/features', isCode)
  .flatMap((file) => [...textOf(file).matchAll(/problemOf\(([`'])(.*?)\1\)/g)].map(([, , path]) => path as string))
  // What only hands on any path is no control.
  .filter((path) => path.replace(/\$\{[^}]*\}/g, '').replace(/^rules\.|\./g, '') !== '')
const hasControl = (path: string) =>
  controls.some((control) => {
    const pattern = control
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\w.]+')
    return new RegExp(`^(rules\\.)?${pattern}$`).test(path)
  })

const LOCALES = ['vi', 'en'] as const

describe('AM-4 every setting that a thể lệ can have', () => {
  it('has an example here: none comes in without its word, its sentence and its control', () => {
    expect(Object.keys(ROUND).sort()).toEqual(amendable('proposeRoundAmendment'))
    expect(Object.keys(CONTEST).sort()).toEqual(amendable('proposeContestAmendment'))
    expect(hasControl('rules.novelty')).toBe(false)
  })

  const all = [
    ...Object.entries(ROUND).map(([path, [before, after]]) => ({
      path,
      before,
      after,
      texts: LOCALES.map((locale) => [rulebook(plain, before, locale), rulebook(plain, after, locale)] as const),
    })),
    ...Object.entries(CONTEST).map(([path, [before, after]]) => ({
      path,
      before,
      after,
      texts: LOCALES.map((locale) => [rulebook(before, usual, locale), rulebook(after, usual, locale)] as const),
    })),
  ]

  it.each(all)('$path has a word, and both values read differently before and after', ({ path, before, after }) => {
    const changes = settingChanges(before, after)
    expect(changes.map((change) => change.path)).toEqual([path])
    for (const locale of LOCALES) {
      expect(settingName(path, locale)).not.toBe(path)
      const [was, is] = [changes[0]?.before, changes[0]?.after].map((value) =>
        settingLines(path, value, locale, (id) => NAMES[id]),
      )
      expect(was).not.toEqual(is)
      for (const line of [...(was ?? []), ...(is ?? [])]) {
        expect(line).not.toMatch(/undefined|null|NaN|\[object|[{}"]/)
        // Names, not ids.
        expect(line).not.toMatch(/\b(r0|r9|u1)\b/)
      }
    }
  })

  it.each(all)('$path makes the thể lệ another one, in both languages', ({ texts }) => {
    for (const [before, after] of texts) {
      expect(after).not.toBe(before)
      expect(after).not.toMatch(/undefined|NaN|\[object|"(r0|r9|u1)\b/)
    }
  })

  it.each(all)('$path has a control in the panel that says why it cannot be kept', ({ path }) => {
    expect([path, hasControl(path)]).toEqual([path, true])
  })
})
