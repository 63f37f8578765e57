import fc from 'fast-check'
import { groupOf, isValidOn, subtreeOf, type UnitNode } from './unit-tree.js'

const unit = (id: string, parentId: string | null, more: Partial<UnitNode> = {}): UnitNode => ({
  id,
  code: id,
  name: id,
  kind: 'other',
  parentId,
  validFrom: null,
  validTo: null,
  ...more,
})
const tree = [
  unit('tinh', null),
  unit('tien-phuoc', 'tinh'),
  unit('hoi-an', 'tinh'),
  unit('tien-ky', 'tien-phuoc'),
  unit('truong-thcs', 'tien-ky'),
  unit('minh-an', 'hoi-an'),
]
const byId = new Map(tree.map((each) => [each.id, each]))

/** Any parents at all, loops and unknown ones included. */
const anyUnits = fc
  .integer({ min: 1, max: 12 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.option(fc.nat(count)).map((p) => unit(`u${index}`, p === null ? null : `u${p}`)),
      ),
    ),
  )

describe('UN-1: whether a unit exists on a day', () => {
  it.each([
    ['2021-06-30', true],
    ['2021-07-01', true],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('%s: %s', (day, expected) => {
    expect(isValidOn({ validFrom: null, validTo: '2025-06-30' }, day)).toBe(expected)
  })

  it('both ends are inclusive and may be open', () => {
    expect(isValidOn({ validFrom: '2025-07-01', validTo: null }, '2025-06-30')).toBe(false)
    expect(isValidOn({ validFrom: '2025-07-01', validTo: null }, '2025-07-01')).toBe(true)
    expect(isValidOn({ validFrom: null, validTo: null }, '0001-01-01')).toBe(true)
  })
})

describe('UN-2: the unit that boards compare', () => {
  it.each([
    ['tinh', 'tinh'],
    ['tien-phuoc', 'tien-phuoc'],
    ['tien-ky', 'tien-phuoc'],
    ['truong-thcs', 'tien-phuoc'],
    ['minh-an', 'hoi-an'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (id, expected) => {
    expect(groupOf(id, byId)).toBe(expected)
  })

  it('a unit whose parents form a loop is its own group', () => {
    const loop = new Map(
      [unit('a', 'b'), unit('b', 'c'), unit('c', 'a'), unit('d', 'c')].map((each) => [each.id, each]),
    )
    for (const id of ['a', 'b', 'c', 'd']) expect(groupOf(id, loop)).toBe(id)
  })

  it('always comes to an end and gives a unit whose group is itself', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const map = new Map(units.map((each) => [each.id, each]))
        for (const { id } of units) {
          const group = groupOf(id, map)
          expect(groupOf(group, map)).toBe(group)
        }
      }),
    )
  })
})

describe('the units below a unit', () => {
  it('with the unit itself', () => {
    expect(subtreeOf('tien-phuoc', tree)).toEqual(new Set(['tien-phuoc', 'tien-ky', 'truong-thcs']))
    expect(subtreeOf('tinh', tree).size).toBe(6)
    expect(subtreeOf('minh-an', tree)).toEqual(new Set(['minh-an']))
  })

  it('are those from which a walk upwards meets it, loops or not', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const map = new Map(units.map((each) => [each.id, each]))
        const isBelow = (id: string, top: string) => {
          const seen = new Set<string>()
          for (let at: string | null | undefined = id; at && !seen.has(at); at = map.get(at)?.parentId) {
            if (at === top) return true
            seen.add(at)
          }
          return false
        }
        const top = (units[0] as UnitNode).id
        expect(subtreeOf(top, units)).toEqual(new Set(units.map(({ id }) => id).filter((id) => isBelow(id, top))))
      }),
    )
  })
})
