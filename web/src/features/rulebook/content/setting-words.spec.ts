/// <reference types="jest" />
import { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { settingLines, settingName } from './setting-words'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Paths and values as amendments tell them. */
const leaves = (value: unknown, path: string): [path: string, value: unknown][] =>
  isRecord(value) ? Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`)) : [[path, value]]

const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false }
const total = { bestRounds: 3, ranking: DEFAULT_ROUND_RULES.ranking }
const all: [string, unknown][] = [
  ...leaves({ ...DEFAULT_ROUND_RULES, prediction }, 'rules'),
  ...leaves({ ...DEFAULT_CONTEST_RULES, total }, 'rules'),
  ['rules.prediction', prediction],
  ['rules.total', total],
  ['rules.entry', { kind: 'list' }],
  ['rules.entry.amount', 10],
  ['rules.entry.by', 'top'],
  ['rules.entry.fromRoundId', 'x'],
  ['rules.tables', ['A', 'B']],
  ['rules.itemClockS', 45],
  ['timeLimitS', 900],
  ['attemptLimit', 3],
  ['resultPolicy', 'after_close'],
  ['closesAt', '2026-10-16T10:00:00.000Z'],
  ['prizes', [{ tier: 'first', count: 1, reward: { vi: 'Xe đạp', en: 'A bicycle' }, table: 'A' }]],
]

describe('AM-4: amendments in words', () => {
  it.each(['vi', 'en'] as const)('name every setting and read every value (%s)', (locale) => {
    for (const [path, value] of all) {
      expect(settingName(path, locale)).not.toBe(path)
      const said = settingLines(path, value, locale)
      expect(said.length).toBeGreaterThan(0)
      for (const line of said) expect(line).not.toMatch(/undefined|null|NaN|\[object|[{}"]|^[a-z]+[_-][a-z]+$/)
    }
  })

  it('say values as the thể lệ does', () => {
    expect(settingLines('timeLimitS', 900, 'vi')).toEqual(['15 phút'])
    expect(settingLines('rules.scoring.wrongPenalty', 0.25, 'en')).toEqual(['25%'])
    expect(settingLines('rules.itemClockS', null, 'vi')).toEqual(['không'])
    expect(settingLines('closesAt', '2026-10-16T10:00:00.000Z', 'vi')).toEqual(['17:00 ngày 16/10/2026'])
    expect(settingLines('rules.ranking', [{ by: 'points' }, { by: 'draw' }], 'vi')[0]).toBe(
      '1. Tổng điểm cao hơn xếp trên.',
    )
    expect(settingLines('prizes', all.at(-1)?.[1], 'vi')).toEqual(['1 × giải nhất, bảng A: Xe đạp'])
  })
})
