/// <reference types="jest" />
import { endsItems, gapsOf, newDocument } from './document-draft'

const sound = { ...newDocument(), kind: 'decision' as const, title: 'Chương trình Chuyển đổi số quốc gia' }

it('a new document lacks its kind and its title', () => {
  expect(gapsOf(newDocument())).toEqual(['kind', 'title'])
  expect(gapsOf(sound)).toEqual([])
})

it('an end before the beginning and a link that is none are remarked', () => {
  expect(gapsOf({ ...sound, inForceFrom: '2020-06-03', inForceTo: '2020-06-02', url: 'chinhphu' })).toEqual([
    'inForceTo',
    'url',
  ])
  expect(
    gapsOf({ ...sound, inForceFrom: '2020-06-03', inForceTo: '2020-06-03', url: 'https://chinhphu.vn/a' }),
  ).toEqual([])
})

describe('IB-2 what a change of a document does to items', () => {
  const other = '01990000-0000-7000-8000-00000000000d'
  const open = { ...sound, inForceFrom: '2020-06-03' }
  const ended = { ...open, inForceTo: '2025-12-31' }

  it('nothing rests on a new one', () => expect(endsItems(null, ended)).toBe(false))
  it('being replaced ends it', () => expect(endsItems(open, { ...open, replacedById: other })).toBe(true))
  it('a first or an earlier end ends it', () => {
    expect(endsItems(open, ended)).toBe(true)
    expect(endsItems(ended, { ...ended, inForceTo: '2025-06-30' })).toBe(true)
  })
  it('a later end, another title or staying replaced does not', () => {
    expect(endsItems(ended, { ...ended, inForceTo: '2026-06-30' })).toBe(false)
    expect(endsItems(ended, { ...ended, title: 'Tên khác' })).toBe(false)
    expect(endsItems({ ...ended, replacedById: other }, { ...ended, replacedById: other })).toBe(false)
  })
})
