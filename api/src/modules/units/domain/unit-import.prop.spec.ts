import { fold } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { decideUnitImport, type UnitImportDecision, type UnitImportIn } from './unit-import.js'
import type { UnitNode } from './unit-tree.js'

const row = (line: number, code: string, more: Partial<UnitImportIn> = {}): UnitImportIn => ({
  line,
  code,
  name: `Đơn vị ${code}`,
  kind: 'xã',
  parentCode: '',
  validFrom: '',
  validTo: '',
  ...more,
})
const existing: UnitNode[] = [
  { id: '1', code: 'QNM', name: 'Tỉnh Quảng Nam', kind: 'province', parentId: null, validFrom: null, validTo: null },
  {
    id: '2',
    code: 'QNM.TP',
    name: 'Huyện Tiên Phước',
    kind: 'district',
    parentId: '1',
    validFrom: null,
    validTo: '2025-06-30',
  },
]
const decide = (rows: UnitImportIn[], units = existing) => decideUnitImport(rows, units, fold)
const actions = (decisions: UnitImportDecision[]) => decisions.map(({ action }) => action)

describe('UN-3: importing a sheet of units', () => {
  it('creates new codes, updates and keeps known ones', () => {
    const decisions = decide([
      row(2, 'QNM.TP.TK', { name: 'Thị trấn Tiên Kỳ', parentCode: 'QNM.TP' }),
      row(3, 'QNM.TP', { name: 'Huyện Tiên Phước', kind: 'huyện', parentCode: 'QNM', validTo: '2025-06-30' }),
      row(4, 'QNM', { name: 'Tỉnh Quảng Nam cũ', kind: 'TỈNH' }),
    ])
    expect(actions(decisions)).toEqual(['create', 'keep', 'update'])
    expect(decisions[0]?.unit).toEqual({
      code: 'QNM.TP.TK',
      name: 'Thị trấn Tiên Kỳ',
      kind: 'commune',
      parentCode: 'QNM.TP',
      validFrom: null,
      validTo: null,
    })
  })

  it.each([
    ['a code with blanks', { code: 'QNM TP' }],
    ['a code with diacritics', { code: 'QUẢNG' }],
    ['a short code', { code: 'Q' }],
    ['no name', { name: '' }],
    ['an unknown kind', { kind: 'phường' }],
    ['a day that is none', { validFrom: '2025-02-30' }],
    ['a day written otherwise', { validTo: '30/6/2025' }],
    ['an end before the beginning', { validFrom: '2025-07-01', validTo: '2025-06-30' }],
    ['an unknown parent', { parentCode: 'QNM.KHONGCO' }],
    ['itself as its parent', { parentCode: 'QNM.MOI' }],
  ])('refuses %s, and says why in both languages', (_, change) => {
    const [decision] = decide([{ ...row(2, 'QNM.MOI'), ...change }])
    expect(decision?.action).toBe('refuse')
    expect(decision?.problem?.vi.length).toBeGreaterThan(10)
    expect(decision?.problem?.en.length).toBeGreaterThan(10)
  })

  it('refuses the second line of the same code, and lines below a refused new unit', () => {
    const decisions = decide([
      row(2, 'QNM.A'),
      row(3, 'QNM.A'),
      row(4, 'QNM.B', { kind: '?' }),
      row(5, 'QNM.C', { parentCode: 'QNM.B' }),
      row(6, 'QNM.D', { parentCode: 'QNM.C' }),
    ])
    expect(actions(decisions)).toEqual(['create', 'refuse', 'refuse', 'refuse', 'refuse'])
  })

  it('takes a parent from further down the sheet, and a known one whose own line is refused', () => {
    expect(actions(decide([row(2, 'QNM.X', { parentCode: 'QNM.Y' }), row(3, 'QNM.Y')]))).toEqual(['create', 'create'])
    expect(actions(decide([row(2, 'QNM', { kind: '?' }), row(3, 'QNM.Z', { parentCode: 'QNM' })]))).toEqual([
      'refuse',
      'create',
    ])
  })

  it('refuses a loop through several lines', () => {
    const decisions = decide([
      row(2, 'AA', { parentCode: 'BB' }),
      row(3, 'BB', { parentCode: 'CC' }),
      row(4, 'CC', { parentCode: 'AA' }),
    ])
    expect(actions(decisions)).toEqual(['refuse', 'refuse', 'refuse'])
  })

  it('refuses a loop that arises because a refused line leaves a known unit where it was', () => {
    const decisions = decide([
      row(2, 'QNM', { kind: 'tỉnh', parentCode: 'QNM.TP' }),
      row(3, 'QNM.TP', { kind: 'huyện', parentCode: 'KHONG-CO' }),
    ])
    expect(actions(decisions)).toEqual(['refuse', 'refuse'])
  })
})

describe('whatever stands in the sheet', () => {
  const CODES = ['A1', 'B2', 'C3', 'D4', 'E5', 'F6']
  const anyRow = fc.record({
    code: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...CODES) }, { weight: 1, arbitrary: fc.constant('?') }),
    parentCode: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('', ...CODES) },
      { weight: 1, arbitrary: fc.constant('ZZ') },
    ),
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('xã', 'Huyện') },
      { weight: 1, arbitrary: fc.constant('gì đó') },
    ),
    name: fc.constantFrom('Một', 'Hai'),
  })
  const sheet = fc
    .array(anyRow, { maxLength: 10 })
    .map((rows) => rows.map((each, index) => ({ ...row(index + 2, each.code), ...each })))
  /** A tree without loops: each unit below an earlier one. */
  const knownUnits = fc
    .tuple(fc.shuffledSubarray(CODES), fc.array(fc.option(fc.nat(5)), { minLength: 6, maxLength: 6 }))
    .map(([codes, parents]): UnitNode[] =>
      codes.map((code, index) => {
        const parent = parents[index]
        return {
          id: `id-${code}`,
          code,
          name: 'Một',
          kind: 'commune',
          parentId: parent !== null && parent !== undefined && parent < index ? `id-${codes[parent]}` : null,
          validFrom: null,
          validTo: null,
        }
      }),
    )

  /** The units as they stand when the good lines are written. */
  function written(units: readonly UnitNode[], decisions: readonly UnitImportDecision[]): UnitNode[] {
    const idOf = new Map(units.map(({ code, id }) => [code, id]))
    const after = new Map(units.map((unit) => [unit.code, unit]))
    const good = decisions.filter(({ action }) => action === 'create' || action === 'update')
    for (const { code } of good) idOf.set(code, idOf.get(code) ?? `id-${code}`)
    for (const { unit } of good) {
      const { parentCode, ...rest } = unit
      const parentId = parentCode ? (idOf.get(parentCode) ?? `missing-${parentCode}`) : null
      after.set(unit.code, { ...rest, id: idOf.get(unit.code) as string, parentId })
    }
    return [...after.values()]
  }

  it('the written tree has no loop and no unknown parent', () => {
    fc.assert(
      fc.property(sheet, knownUnits, (rows, units) => {
        const after = written(units, decide(rows, units))
        const byId = new Map(after.map((unit) => [unit.id, unit]))
        for (const unit of after) {
          let steps = 0
          for (let at: UnitNode | undefined = unit; at?.parentId; at = byId.get(at.parentId)) {
            expect(byId.has(at.parentId)).toBe(true)
            expect(++steps).toBeLessThanOrEqual(after.length)
          }
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('importing the same sheet once more changes nothing', () => {
    fc.assert(
      fc.property(sheet, knownUnits, (rows, units) => {
        const again = decide(rows, written(units, decide(rows, units)))
        expect(again.filter(({ action }) => action === 'create' || action === 'update')).toEqual([])
      }),
    )
  })

  it('every line is decided, in order, and says why when it is refused', () => {
    fc.assert(
      fc.property(sheet, knownUnits, (rows, units) => {
        const decisions = decide(rows, units)
        expect(decisions.map(({ line }) => line)).toEqual(rows.map(({ line }) => line))
        for (const { action, problem } of decisions) expect(problem !== null).toBe(action === 'refuse')
      }),
    )
  })
})
