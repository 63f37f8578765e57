/// <reference types="jest" />
import fc from 'fast-check'
import { COMPETENCES, ITEM_STATES, ITEM_TYPES } from '@thiso/contracts/vocab'
import { FILTER_NAMES, type FilterName, filterOf, type ItemFilter, itemsPath, viewOf, withFilter } from './item-filter'

const someText = (max: number) =>
  fc
    .string({ minLength: 1, maxLength: max, unit: 'grapheme' })
    .filter((text) => text.trim() === text && text.length <= max)

const someFilter: fc.Arbitrary<ItemFilter> = fc.record(
  {
    q: someText(200),
    bankId: fc.uuid(),
    type: fc.constantFrom(...ITEM_TYPES),
    subtopicId: fc.uuid(),
    state: fc.constantFrom(...ITEM_STATES),
    tag: someText(40),
    competence: fc.constantFrom(...COMPETENCES),
    documentId: fc.uuid(),
    fact: someText(40),
    language: fc.constant('en' as const),
    flag: fc.constantFrom('any' as const, 'own' as const),
    author: fc.constant('me' as const),
    batchId: fc.uuid(),
  },
  { requiredKeys: [] },
)

const parse = (path: string) => new URLSearchParams(path.split('?')[1] ?? '')

it('every filter comes back from the address as it went in', () => {
  fc.assert(
    fc.property(someFilter, (filter) => {
      expect(filterOf(parse(itemsPath(filter)))).toEqual(filter)
    }),
  )
})

it('whatever stands in an address, only what the API takes is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), fc.webQueryParameters(), (pairs, text) => {
      for (const params of [new URLSearchParams(pairs), new URLSearchParams(text)])
        for (const name of Object.keys(filterOf(params))) expect(FILTER_NAMES).toContain(name)
    }),
  )
  expect(filterOf(parse('?loai=essay&trang-thai=deleted&ngan-hang=17&muc-do=recall&tac-gia=you'))).toEqual({
    level: 'recall',
  })
})

it('taking every filter out leaves the bare list, and other parameters stay', () => {
  fc.assert(
    fc.property(someFilter, (filter) => {
      const params = parse(itemsPath(filter))
      params.set('trang', '3')
      params.set('xem', 'luoi')
      const none = Object.fromEntries(FILTER_NAMES.map((name) => [name, null])) as Record<FilterName, null>
      expect(withFilter(params, none).toString()).toBe('xem=luoi')
    }),
  )
})

it('another filter starts at the first page again', () => {
  const next = withFilter(parse('?trang=4&chu-de=concepts'), { level: 'apply' })
  expect(next.toString()).toBe('chu-de=concepts&muc-do=apply')
})

it('a view keeps the filters only, in one order', () => {
  expect(viewOf(parse('?muc-do=apply&trang=2&la=gi&chu-de=concepts'))).toBe(
    viewOf(parse('?chu-de=concepts&muc-do=apply')),
  )
  expect(viewOf(parse('?trang=2'))).toBe('')
})
