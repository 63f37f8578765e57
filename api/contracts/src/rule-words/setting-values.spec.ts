/// <reference types="jest" />
import { COLLECTIVE_PRESETS, DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES } from '../vocab/index.js'
import { SETTINGS, settingKey, settingName } from './setting-names.js'
import { settingLines } from './setting-values.js'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every path that an amendment may name: the leaves, and what is null or an object and may change as a whole. */
const paths = (value: unknown, path: string): [path: string, value: unknown][] =>
  isRecord(value) ? Object.entries(value).flatMap(([key, part]) => paths(part, `${path}.${key}`)) : [[path, value]]

const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false } as const
const total = { bestRounds: 3, ranking: DEFAULT_ROUND_RULES.ranking }
const entry = { kind: 'qualified', fromRoundId: 'x', by: 'top', amount: 10 } as const
const table = {
  code: 'A',
  name: { vi: 'Bảng A', en: '' },
  minAge: 14,
  maxAge: null,
  unitKinds: ['school'],
  unitIds: ['u'],
}
const prize = { tier: 'first', count: 1, reward: { vi: 'Xe đạp', en: 'A bicycle' }, scope: 'total', table: 'A' }
const collective = {
  ...COLLECTIVE_PRESETS['number-and-rate-2019'],
  sizeClasses: [
    { name: 'nhỏ', upTo: 100 },
    { name: 'lớn', upTo: null },
  ],
  tieBreak: ['rate'],
}
const all: [string, unknown][] = [
  ['collectivePlan', collective],
  ...paths(collective, 'collectivePlan'),
  ...paths(DEFAULT_ROUND_RULES, 'rules'),
  ...paths(DEFAULT_CONTEST_RULES, 'rules'),
  ...paths({ ...DEFAULT_ROUND_RULES, prediction, entry, itemClockS: 45, paperTolerance: 1.5 }, 'rules'),
  ...paths({ ...DEFAULT_CONTEST_RULES, total }, 'rules'),
  ['rules.prediction', prediction],
  ['rules.total', total],
  ['rules.entry', entry],
  ['rules.tables', ['A', 'B']],
  ['rules.tables', [table]],
  ['rules.eligibility.unitIds', ['u', 'v']],
  ['rules.eligibility.roles', ['teacher', 'contestant']],
  ['timeLimitS', 900],
  ['attemptLimit', 3],
  ['resultPolicy', 'after_close'],
  ['closesAt', '2026-10-16T10:00:00.000Z'],
  ['prizes', [prize]],
]

describe('AM-4: settings in words', () => {
  it.each(['vi', 'en'] as const)('name every setting and read every value (%s)', (locale) => {
    for (const [path, value] of all) {
      expect(settingName(path, locale)).not.toBe(path)
      const said = settingLines(path, value, locale)
      expect(said.length).toBeGreaterThan(0)
      for (const line of said)
        expect(line).not.toMatch(/^$|undefined|null|NaN|\[object|[{}"]|^[a-z]+[_-][a-z]+$|^(true|false)$/)
    }
  })

  it('name nothing that no amendment can change', () => {
    const known = new Set(all.map(([path]) => settingKey(path)))
    expect(Object.keys(SETTINGS).filter((key) => !known.has(key))).toEqual([])
  })

  it('say values as the thể lệ does', () => {
    expect(settingLines('timeLimitS', 900, 'vi')).toEqual(['15 phút'])
    expect(settingLines('rules.freezeMinutes', 90, 'en')).toEqual(['1 hour 30 minutes'])
    expect(settingLines('rules.scoring.wrongPenalty', 0.25, 'en')).toEqual(['25% of the question’s points'])
    expect(settingLines('rules.scoring.wrongPenalty', 0, 'vi')).toEqual(['không bị trừ'])
    expect(settingLines('rules.movement', 'one-way', 'vi')).toEqual(['lần lượt, không quay lại câu trước'])
    expect(settingLines('rules.itemClockS', null, 'vi')).toEqual(['chỉ tính giờ cả bài'])
    expect(settingLines('closesAt', '2026-10-16T10:00:00.000Z', 'vi')).toEqual(['17:00 ngày 16/10/2026'])
    expect(settingLines('rules.ranking', [{ by: 'points' }, { by: 'draw' }], 'vi')[0]).toBe(
      '1. Tổng điểm cao hơn xếp trên.',
    )
    expect(settingLines('prizes', [prize], 'vi')).toEqual(['1 × giải Nhất, bảng A, tổng qua các đợt: Xe đạp'])
    expect(settingLines('collectivePlan.prizes', collective.prizes.slice(2, 3), 'vi')).toEqual([
      '1. giải Nhì: hạng 1 theo tỷ lệ',
    ])
    expect(settingLines('rules.tables', [table], 'vi')).toEqual(['A (Bảng A): từ 14 tuổi; trường học; 1 đơn vị'])
  })

  it('say names of units and rounds where they are known', () => {
    const nameOf = (id: string) => ({ u: 'Xã Tiên Sơn', x: 'Đợt 1' })[id]
    expect(settingLines('rules.eligibility.unitIds', ['u', 'v'], 'vi', nameOf)).toEqual([
      'Xã Tiên Sơn',
      'và 1 đơn vị khác',
    ])
    expect(settingLines('rules.eligibility.unitIds', [], 'en', nameOf)).toEqual(['all units'])
    expect(settingLines('rules.entry.fromRoundId', 'x', 'vi', nameOf)).toEqual(['Đợt 1'])
  })
})
