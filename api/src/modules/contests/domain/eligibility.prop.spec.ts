import { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES, type ContestTable } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { wholeYears } from '../../../kernel/whole-years.js'
import { admissionOf, type Candidate, fitsUnits, isInBand, tableOf, type UnitTree } from './eligibility.js'

const UNITS: UnitTree = new Map([
  ['province', { kind: 'province', parentId: null }],
  ['district', { kind: 'district', parentId: 'province' }],
  ['commune', { kind: 'commune', parentId: 'district' }],
  ['school', { kind: 'school', parentId: 'commune' }],
  ['other', { kind: 'district', parentId: 'province' }],
])
const unitId = fc.constantFrom('province', 'district', 'commune', 'school', 'other', null)
const somebody: Candidate = {
  birthDate: '2010-05-20',
  unitId: 'school',
  role: 'contestant',
  isInvited: false,
  isEntrant: false,
  isDecided: true,
}
const eligibility = DEFAULT_CONTEST_RULES.eligibility
const table = (code: string, change: Partial<ContestTable> = {}): ContestTable => ({
  code,
  name: { vi: `Bảng ${code}`, en: '' },
  minAge: null,
  maxAge: null,
  unitKinds: [],
  unitIds: [],
  ...change,
})
const ask = (
  candidate: Partial<Candidate>,
  contest: Partial<typeof DEFAULT_CONTEST_RULES> = {},
  round: Partial<typeof DEFAULT_ROUND_RULES> = {},
  day = '2026-05-20',
) =>
  admissionOf(
    { ...somebody, ...candidate },
    { ...DEFAULT_CONTEST_RULES, ...contest },
    { ...DEFAULT_ROUND_RULES, ...round },
    UNITS,
    day,
  )

describe('EL-1 age on a day', () => {
  it('goes up on the birthday, for 29 February on 1 March of common years', () => {
    expect(wholeYears('2008-02-29', '2026-02-28')).toBe(17)
    expect(wholeYears('2008-02-29', '2026-03-01')).toBe(18)
    expect(wholeYears('2008-02-29', '2028-02-28')).toBe(19)
    expect(wholeYears('2008-02-29', '2028-02-29')).toBe(20)
  })

  it('never falls as days go by, and grows by one each year', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    const iso = (date: Date) => date.toISOString().slice(0, 10)
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 30 }), (born, on, years) => {
        const later = new Date(on)
        later.setUTCDate(later.getUTCDate() + 1)
        expect(wholeYears(iso(born), iso(later))).toBeGreaterThanOrEqual(wholeYears(iso(born), iso(on)))
        const [y, m, d] = iso(born).split('-')
        const birthday = `${Number(y) + years}-${m}-${d}`
        expect(wholeYears(iso(born), birthday)).toBe(years)
      }),
    )
  })
})

describe('EL-2 the age band', () => {
  it('holds at both ends, taken on the day of the attempt or on the day that the contest names', () => {
    const band = { ...eligibility, minAge: 16, maxAge: 30 }
    expect(ask({}, { eligibility: band })).toEqual({ isEligible: true, tableCode: null })
    expect(ask({}, { eligibility: band }, {}, '2026-05-19')).toEqual({
      isEligible: false,
      reason: 'too-young',
      params: { minAge: 16, maxAge: 30 },
    })
    expect(ask({}, { eligibility: { ...band, ageOn: '2026-12-31' } }, {}, '2026-01-01')).toMatchObject({
      isEligible: true,
    })
    expect(ask({ birthDate: '1995-05-20' }, { eligibility: band })).toMatchObject({ reason: 'too-old' })
    expect(ask({ birthDate: null }, { eligibility: band })).toMatchObject({ reason: 'age-unknown' })
    expect(ask({ birthDate: null })).toMatchObject({ isEligible: true })
  })
})

describe('EL-3 units', () => {
  it('take in everything below them and nothing beside', () => {
    for (const id of ['district', 'commune', 'school']) expect(fitsUnits(id, ['district'], UNITS)).toBe(true)
    for (const id of ['province', 'other', null, 'gone']) expect(fitsUnits(id, ['district'], UNITS)).toBe(false)
    expect(ask({ unitId: 'other' }, { eligibility: { ...eligibility, unitIds: ['district'] } })).toMatchObject({
      reason: 'unit',
    })
    expect(ask({ unitId: null }, { eligibility: { ...eligibility, unitIds: ['district'] } })).toMatchObject({
      reason: 'unit-unknown',
    })
  })

  it('end also in a tree that is a circle', () => {
    const circle: UnitTree = new Map([
      ['a', { kind: 'other', parentId: 'b' }],
      ['b', { kind: 'other', parentId: 'a' }],
    ])
    expect(fitsUnits('a', ['c'], circle)).toBe(false)
  })
})

describe('EL-4 tables', () => {
  const age = fc.option(fc.integer({ min: 0, max: 120 }))
  const anyTable = fc.record({
    minAge: fc.option(fc.integer({ min: 0, max: 60 })),
    maxAge: fc.option(fc.integer({ min: 0, max: 60 })),
    unitKinds: fc.subarray(['province', 'district', 'commune', 'school'] as const),
    unitIds: fc.subarray(['province', 'district', 'commune', 'other']),
  })
  const tables = fc
    .array(anyTable, { maxLength: 6 })
    .map((list) => list.map((one, index) => table(`T${index}`, { ...one, unitKinds: [...one.unitKinds] })))

  it('are those of the first that fits: one before it never does', () => {
    fc.assert(
      fc.property(age, unitId, tables, (years, unit, list) => {
        const found = tableOf(years, unit, list, UNITS)
        const fitting = list.filter((one) => tableOf(years, unit, [one], UNITS))
        expect(found).toBe(fitting[0])
      }),
    )
  })

  it('an unknown age is in no band, an unknown unit of no kind', () => {
    fc.assert(
      fc.property(anyTable, (one) => {
        fc.pre(one.minAge !== null || one.maxAge !== null)
        expect(isInBand(null, one)).toBe(false)
      }),
    )
    expect(tableOf(20, null, [table('A', { unitKinds: ['school'] })], UNITS)).toBeUndefined()
  })

  it('say why none fits, and keep other tables out of a round', () => {
    const pupils = [table('A', { minAge: 11, maxAge: 14 }), table('B', { minAge: 6, maxAge: 10 })]
    expect(ask({ birthDate: '2014-01-01' }, { tables: pupils })).toEqual({ isEligible: true, tableCode: 'A' })
    expect(ask({}, { tables: pupils })).toMatchObject({ reason: 'no-table' })
    expect(ask({ birthDate: null }, { tables: pupils })).toMatchObject({ reason: 'age-unknown' })
    expect(ask({ unitId: null }, { tables: [table('A', { unitKinds: ['school'] })] })).toMatchObject({
      reason: 'unit-unknown',
    })
    expect(ask({ birthDate: '2014-01-01' }, { tables: pupils }, { tables: ['B'] })).toEqual({
      isEligible: false,
      reason: 'other-table',
      params: { table: 'A' },
    })
  })
})

describe('EL-5 lists', () => {
  const qualified = { kind: 'qualified', fromRoundId: 'r', by: 'top', amount: 3 } as const

  it('let in who is on them', () => {
    const invitedOnly = { eligibility: { ...eligibility, invitedOnly: true } }
    expect(ask({}, invitedOnly)).toMatchObject({ reason: 'not-invited' })
    expect(ask({ isInvited: true }, invitedOnly)).toMatchObject({ isEligible: true })
    const teachers = { eligibility: { ...eligibility, roles: ['teacher' as const] } }
    expect(ask({}, teachers)).toMatchObject({ reason: 'role' })
    expect(ask({ role: 'teacher' }, teachers)).toMatchObject({ isEligible: true })
    expect(ask({ role: 'teacher' })).toMatchObject({ isEligible: true })
    expect(ask({}, {}, { entry: { kind: 'list' } })).toMatchObject({ reason: 'not-listed' })
    expect(ask({}, {}, { entry: qualified })).toMatchObject({ reason: 'not-qualified' })
    expect(ask({ isEntrant: true }, {}, { entry: qualified })).toMatchObject({ isEligible: true })
    expect(ask({ isDecided: false }, {}, { entry: qualified })).toMatchObject({ reason: 'qualifying' })
    expect(ask({ isEntrant: true }, invitedOnly, { entry: { kind: 'list' } })).toMatchObject({ reason: 'not-invited' })
  })
})
