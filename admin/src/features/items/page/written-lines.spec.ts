/// <reference types="jest" />
import fc from 'fast-check'
import { itemInOf, type Written } from '../draft/draft-body'
import { someDraft } from '../draft/item-draft.arbitrary'
import { changesBetween } from './written-lines'

const some: fc.Arbitrary<Written> = someDraft.map((draft) => itemInOf(draft) as unknown as Written)

const sound: Written = {
  body: { type: 'single-choice', stem: 'Ngày nào?', options: ['10/10', '26/3'], key: 0 },
  explanation: 'Theo <b>Quyết định 505</b>.',
  translations: {},
  citations: [{ documentId: null, title: '505/QĐ-TTg', url: '', locator: 'Điều 1', role: 'basis' }],
  validFrom: null,
  validTo: null,
}

it('a version does not differ from itself, and differs from another in the same places both ways', () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(changesBetween(one, one)).toEqual([])
      const there = changesBetween(one, other)
      const back = changesBetween(other, one)
      expect(back.map(({ before, after, ...name }) => ({ ...name, before: after, after: before }))).toEqual(there)
    }),
  )
})

it('names what changed, in words without markup', () => {
  const changed: Written = {
    ...sound,
    body: { type: 'single-choice', stem: 'Ngày nào?', options: ['10/10', '26/3', '19/8'], key: 2 },
    explanation: 'Theo Quyết định 505.',
    citations: [{ documentId: null, title: '505/QĐ-TTg', url: '', locator: 'Điều 1', role: 'reference' }],
  }
  expect(changesBetween(sound, changed)).toEqual([
    { sort: 'option', number: 3, before: '', after: '19/8' },
    { sort: 'key', number: 0, before: 'A', after: 'C' },
    {
      sort: 'source',
      number: 1,
      before: '505/QĐ-TTg, Điều 1, basis',
      after: '505/QĐ-TTg, Điều 1, reference',
    },
  ])
})

it('another type is said first', () => {
  const changed: Written = { ...sound, body: { type: 'true-false', stem: 'Ngày nào?', isTrue: true } }
  expect(changesBetween(sound, changed).map((line) => line.sort)).toEqual(['type', 'option', 'option', 'key'])
})
