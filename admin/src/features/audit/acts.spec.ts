/// <reference types="jest" />
import { AUDIT_ACTS, AUDIT_SUBJECT_KINDS } from '@thiso/contracts/vocab'
import { FIELDS, subjectOf } from './acts'
import { en } from './texts/en'
import { vi } from './texts/vi'

const leaves = (texts: object): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : leaves(value).map((leaf) => `${key}.${leaf}`),
  )

test('every act, field and kind has its words in both languages, and no word is without use', () => {
  for (const texts of [vi, en]) {
    expect(leaves(texts.acts).sort()).toEqual([...AUDIT_ACTS].sort())
    expect(leaves(texts.fields).sort()).toEqual([...FIELDS].sort())
    expect(leaves(texts.subjects).sort()).toEqual([...AUDIT_SUBJECT_KINDS].sort())
  }
})

test('a subject leads to the page that shows it, where there is one', () => {
  expect(subjectOf('item:abc')).toEqual({ kind: 'item', name: 'abc', to: '/cau-hoi/abc' })
  expect(subjectOf('bank:abc').to).toBeNull()
  expect(subjectOf('file:đơn vị: bản 2.xlsx')).toEqual({ kind: 'file', name: 'đơn vị: bản 2.xlsx', to: null })
  expect(subjectOf('odd')).toEqual({ kind: '', name: 'odd', to: null })
})
