/// <reference types="jest" />
import { growTree, idsWithin, prune, type Unit } from './unit-tree'

const unit = (id: string, name: string, parentId: string | null, personCount = 0): Unit => ({
  id,
  code: id.toUpperCase(),
  name,
  kind: 'other',
  parentId,
  validFrom: null,
  validTo: null,
  personCount,
})

const units = [
  unit('q', 'Tỉnh Quảng Nam', null, 1),
  unit('t', 'Thành phố Tam Kỳ', 'q', 2),
  unit('d', 'Thị xã Điện Bàn', 'q', 3),
  unit('a', 'Phường An Mỹ', 't', 4),
  unit('l', 'Trường lẻ', 'gone', 5),
]

test('people are counted through every level, and a unit without its parent stands at the root', () => {
  const tree = growTree(units)
  expect(tree.map((branch) => [branch.unit.id, branch.personCount, branch.belowCount])).toEqual([
    ['q', 10, 3],
    ['l', 5, 0],
  ])
})

test('siblings stand in Vietnamese order', () => {
  expect(growTree(units)[0]?.children.map((branch) => branch.unit.id)).toEqual(['t', 'd'])
  const letters = ['Đông', 'Dung', 'Ân', 'An', 'Ăn'].map((name) => unit(name, name, null))
  expect(growTree(letters).map((branch) => branch.unit.name)).toEqual(['An', 'Ăn', 'Ân', 'Dung', 'Đông'])
})

test('a search keeps what matches and the way to it, without diacritics or by code', () => {
  const found = prune(growTree(units), 'an my', 100)
  expect(found.foundCount).toBe(1)
  expect(idsWithin(found.branches)).toEqual(['q', 't'])
  expect(prune(growTree(units), 'D', 100).foundCount).toBeGreaterThan(0)
  expect(prune(growTree(units), 'khong co', 100)).toEqual({ branches: [], foundCount: 0 })
})

test('beyond the limit matches are counted, not drawn', () => {
  const many = Array.from({ length: 30 }, (_, index) => unit(`u${index}`, `Xã số ${index}`, null))
  const found = prune(growTree(many), 'xa', 10)
  expect(found.foundCount).toBe(30)
  expect(found.branches).toHaveLength(10)
})
