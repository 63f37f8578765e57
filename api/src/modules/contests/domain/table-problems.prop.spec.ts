import { DEFAULT_CONTEST_RULES, type ContestTable } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { tableOf, type UnitTree } from './eligibility.js'
import { tableProblems } from './table-problems.js'

const UNITS: UnitTree = new Map([
  ['province', { kind: 'province', parentId: null }],
  ['north', { kind: 'district', parentId: 'province' }],
  ['south', { kind: 'district', parentId: 'province' }],
])
const table = (code: string, change: Partial<ContestTable>): ContestTable => ({
  code,
  name: { vi: code, en: '' },
  minAge: null,
  maxAge: null,
  unitKinds: [],
  unitIds: [],
  ...change,
})
const problems = (tables: ContestTable[], band: { minAge?: number; maxAge?: number; unitIds?: string[] } = {}) =>
  tableProblems(
    { ...DEFAULT_CONTEST_RULES, eligibility: { ...DEFAULT_CONTEST_RULES.eligibility, ...band }, tables },
    UNITS,
  ).map(({ code, path }) => [code, path])

describe('EL-6 tables', () => {
  it('that everybody is in before are unreachable; a wider one behind a narrower is none', () => {
    expect(problems([table('A', {}), table('B', { minAge: 6 })])).toEqual([
      ['table_unreachable', 'rules.tables.1.code'],
    ])
    expect(problems([table('A', { minAge: 6, maxAge: 10 }), table('B', {})])).toEqual([])
    // The two districts and the province itself are all there is, but somebody may have no unit.
    const all = ['province', 'north', 'south']
    expect(problems([table('A', { unitIds: ['north'] }), table('B', { unitIds: all }), table('C', {})])).toEqual([])
    expect(
      problems([table('A', { unitIds: ['north'] }), table('B', { unitIds: ['south'] }), table('C', {})], {
        unitIds: ['north', 'south'],
      }),
    ).toEqual([['table_unreachable', 'rules.tables.2.code']])
    expect(problems([table('A', { minAge: 20 })], { maxAge: 18 })).toEqual([
      ['table_unreachable', 'rules.tables.0.code'],
    ])
  })

  it('cross when each has ages of its own and some are in both, for the same people only', () => {
    const [a, b] = [
      { minAge: 6, maxAge: 11 },
      { minAge: 11, maxAge: 15 },
    ]
    expect(problems([table('A', a), table('B', b)])).toEqual([['tables_cross', 'rules.tables.1.minAge']])
    expect(problems([table('A', { ...a, unitIds: ['north'] }), table('B', { ...b, unitIds: ['south'] })])).toEqual([])
  })

  it('have codes of their own, bands the right way round, units that are there', () => {
    expect(
      problems([table('A', { minAge: 9, maxAge: 8 }), table('A', { unitIds: ['gone'] })]).map(([code]) => code),
    ).toEqual(['band_reversed', 'table_repeated', 'unit_unknown'])
  })

  it('unreachable means: nobody of any age and unit gets it', () => {
    const bound = fc.option(fc.integer({ min: 5, max: 12 }))
    const anyTable = fc.record({
      minAge: bound,
      maxAge: bound,
      unitIds: fc.subarray(['north', 'south', 'province']),
    })
    fc.assert(
      fc.property(fc.array(anyTable, { minLength: 1, maxLength: 5 }), (list) => {
        const tables = list
          .filter(({ minAge, maxAge }) => minAge === null || maxAge === null || minAge <= maxAge)
          .map((one, index) => table(`T${index}`, one))
        const reached = new Set<string | undefined>()
        for (let age = 0; age <= 120; age++)
          for (const unit of ['province', 'north', 'south', null]) reached.add(tableOf(age, unit, tables, UNITS)?.code)
        const named = problems(tables).filter(([code]) => code === 'table_unreachable')
        expect(named.map(([, path]) => path)).toEqual(
          tables.flatMap(({ code }, index) => (reached.has(code) ? [] : [`rules.tables.${index}.code`])),
        )
      }),
    )
  })
})
