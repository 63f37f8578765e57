/// <reference types="jest" />
import {
  bodyOf,
  itemCountOf,
  lacksOf,
  newPaper,
  type PaperDraft,
  type PickedItem,
  type PrintedPaper,
} from './paper-draft'
import { formatOf, groupFiles } from './paper-files'

const item = (id: string, bankId = 'bank'): PickedItem => ({
  id,
  code: id,
  bankId,
  type: 'number',
  topic: 'concepts',
  level: 'recall',
  stemText: id,
})
const good: PaperDraft = {
  ...newPaper(['bank'], undefined),
  title: 'Kiểm tra 15 phút',
  counts: { 'concepts/recall': 3, 'quang-nam/apply': 2 },
}

it('a new paper takes the heading of the last one, and items that were picked before', () => {
  const last = { organizer: 'Trường A', subject: 'Tin học', durationMinutes: 90, codes: ['101', '204'] } as PrintedPaper
  expect(newPaper([], last)).toMatchObject({
    organizer: 'Trường A',
    subject: 'Tin học',
    minutes: 90,
    codeCount: 2,
    title: '',
  })
  expect(newPaper(['b'], undefined, [item('x')])).toMatchObject({ source: 'items', minutes: 45, codeCount: 4 })
})

it('sends either a blueprint over the chosen banks or the picked items with their banks', () => {
  expect(bodyOf(good)).toMatchObject({
    bankIds: ['bank'],
    itemIds: [],
    blueprint: [
      { topic: 'concepts', level: 'recall', count: 3 },
      { topic: 'quang-nam', level: 'apply', count: 2 },
    ],
  })
  const picked: PaperDraft = { ...good, source: 'items', items: [item('b', 'two'), item('a', 'one'), item('c', 'two')] }
  expect(bodyOf(picked)).toMatchObject({ bankIds: ['two', 'one'], itemIds: ['b', 'a', 'c'], blueprint: [] })
  expect([itemCountOf(good), itemCountOf(picked)]).toEqual([5, 3])
})

it.each<[string, Partial<PaperDraft>, Record<string, string>]>([
  ['nothing', {}, {}],
  ['a title', { title: '  ' }, { title: 'title' }],
  ['a whole number of minutes', { minutes: 2.5 }, { durationMinutes: 'minutes' }],
  ['minutes', { minutes: null }, { durationMinutes: 'minutes' }],
  ['fewer minutes', { minutes: 361 }, { durationMinutes: 'minutes' }],
  ['a code', { codeCount: 0 }, { codeCount: 'codes' }],
  ['fewer codes', { codeCount: 25 }, { codeCount: 'codes' }],
  ['banks', { bankIds: [] }, { bankIds: 'banks' }],
  ['items in the blueprint', { counts: { 'concepts/recall': 0 } }, { blueprint: 'blueprint' }],
  ['fewer items', { counts: { 'concepts/recall': 100, 'concepts/apply': 101 } }, { blueprint: 'long' }],
  [
    'picked items; banks and blueprint do not matter then',
    { source: 'items', bankIds: [], counts: {} },
    { itemIds: 'items' },
  ],
])('lacks %s', (_, change, expected) => {
  expect(lacksOf({ ...good, ...change })).toEqual(expected)
})

it('sorts the files by who gets them and leaves none out', () => {
  const names = [
    'de-101.pdf',
    'de-101.docx',
    'de-204.pdf',
    'de-204.docx',
    'de-tat-ca.pdf',
    'phieu-tra-loi.pdf',
    'dap-an.xlsx',
    'de-goc.docx',
  ]
  const files = names.map((name) => ({ name, label: { vi: name, en: name } }))
  const { byCode, forAll, withKeys } = groupFiles({ codes: ['101', '204'], files } as PrintedPaper)
  const named = (list: typeof files) => list.map(({ name }) => name)
  expect(byCode.map((group) => [group.code, ...named(group.files)])).toEqual([
    ['101', 'de-101.pdf', 'de-101.docx'],
    ['204', 'de-204.pdf', 'de-204.docx'],
  ])
  expect(named(forAll)).toEqual(['de-tat-ca.pdf', 'phieu-tra-loi.pdf'])
  expect(named(withKeys)).toEqual(['dap-an.xlsx', 'de-goc.docx'])
  expect(files.map(formatOf).slice(5)).toEqual(['PDF', 'Excel', 'Word'])
})
