/// <reference types="jest" />
import { bodyOf, draftOf, fieldAt, gapsOf, type Item, isSameDraft, newDraft } from './item-draft'

const item: Item = {
  id: '0190a000-0000-7000-8000-000000000001',
  code: 'CN-001',
  bankId: '0190a000-0000-7000-8000-000000000002',
  topic: 'concepts',
  level: 'recall',
  state: 'approved',
  stem: 'Câu hỏi?',
  version: 1,
  useCount: 0,
  validFrom: null,
  validTo: '2026-12-31',
  updatedAt: '2026-10-10T00:00:00.000Z',
  options: ['Một', 'Hai', 'Ba'],
  key: 2,
  explanation: '',
  sources: [{ title: 'Nguồn', url: null }],
}

test('an item opened and saved unchanged is sent as it was', () => {
  const body = bodyOf(draftOf(item))
  expect(body).toMatchObject({ options: item.options, key: 2, sources: item.sources, validTo: '2026-12-31' })
  expect(isSameDraft(draftOf(item), draftOf(item))).toBe(true)
})

test('the key stays with its text when a line above it goes', () => {
  const draft = draftOf(item)
  const shorter = { ...draft, options: draft.options.slice(1) }
  expect(bodyOf(shorter)).toMatchObject({ options: ['Hai', 'Ba'], key: 1 })
})

test('a source left blank is dropped, one with an address only is asked for its title', () => {
  const draft = {
    ...draftOf(item),
    sources: [
      { id: 'a', title: ' ', url: '' },
      { id: 'b', title: '', url: 'https://a.vn' },
    ],
  }
  expect(bodyOf(draft).sources).toEqual([{ title: '', url: 'https://a.vn' }])
  expect(gapsOf(draft)).toEqual(['source:b'])
})

test('a new draft lacks everything that must be there, in the order of the page', () => {
  const draft = newDraft({ topic: 'concepts' })
  expect(gapsOf(draft)).toEqual([
    'bankId',
    'level',
    'stem',
    ...draft.options.map((option) => `option:${option.id}`),
    'key',
  ])
})

test('fields that the API names are found on the page, blank sources not counted', () => {
  const draft = {
    ...draftOf(item),
    sources: [
      { id: 'blank', title: '', url: '' },
      { id: 'kept', title: 'Nguồn', url: 'x' },
    ],
  }
  expect(fieldAt('options.1', draft)).toBe(`option:${draft.options[1]?.id}`)
  expect(fieldAt('sources.0.url', draft)).toBe('source-url:kept')
  expect(fieldAt('sources.0.title', draft)).toBe('source:kept')
  expect(fieldAt('key', draft)).toBe('key')
  expect(fieldAt('elsewhere', draft)).toBeNull()
})
