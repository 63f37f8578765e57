/// <reference types="jest" />
import { type ItemDraft, newDraft } from './item-draft'
import { hintsOf } from './item-hints'

const TODAY = '2026-10-10'

function draft(options: string[], key: number | null, changes: Partial<ItemDraft> = {}): ItemDraft {
  const lines = options.map((text, index) => ({ id: `o${index}`, text }))
  return {
    ...newDraft({}),
    stem: 'Chuyển đổi số là gì?',
    options: lines,
    keyId: key === null ? null : `o${key}`,
    explanation: 'Vì thế.',
    sources: [{ id: 's', title: 'QĐ 749/QĐ-TTg', url: '' }],
    ...changes,
  }
}

const codes = (given: ItemDraft) => hintsOf(given, TODAY).map((hint) => hint.code)

test('a sound item gets no hint', () => {
  expect(codes(draft(['Một', 'Hai', 'Ba', 'Bốn'], 1))).toEqual([])
})

test('options are equal when only case, spaces or the last full stop differ, and their letters are named', () => {
  const found = hintsOf(draft(['Máy  tính', 'Điện thoại', 'máy tính.', ''], 1), TODAY)
  expect(found).toContainEqual({ code: 'optionsEqual', letters: 'A, C' })
})

test('marks make words different: "số" is not "so"', () => {
  expect(codes(draft(['số', 'so', 'sổ', 'sợ'], 0))).toEqual([])
})

test('two options still blank are not called equal', () => {
  expect(codes(draft(['Một', 'Hai', '', ''], 0))).not.toContain('optionsEqual')
})

test('the key is called the longest only when it is so by far', () => {
  const long = 'Sử dụng dữ liệu và công nghệ số để thay đổi cách làm việc'
  expect(codes(draft([long, 'Mua máy', 'In giấy', 'Gọi điện'], 0))).toContain('keyLongest')
  expect(codes(draft([long, 'Mua máy', 'In giấy', 'Gọi điện'], 1))).not.toContain('keyLongest')
  expect(codes(draft(['Mười chữ số', 'Một', 'Hai', 'Ba'], 0))).not.toContain('keyLongest')
})

test.each([
  'Tất cả các đáp án trên',
  'Cả ba phương án trên',
  'Cả A và B',
  'Cả A, B và C đều đúng',
  'Không có đáp án nào đúng',
  'Đáp án khác',
  'All of the above',
])('“%s” is a sweeping option', (text) => {
  expect(hintsOf(draft(['Một', 'Hai', 'Ba', text], 0), TODAY)).toContainEqual({ code: 'allOfAbove', letters: 'D' })
})

test.each(['Tất cả người dân', 'Cả nước', 'Không phản hồi', 'Cả hệ thống chính trị'])('“%s” is not', (text) => {
  expect(codes(draft(['Một', 'Hai', 'Ba', text], 0))).not.toContain('allOfAbove')
})

test('a small "không" in the question is remarked, a loud one or one in the story before it is not', () => {
  const ask = (stem: string) => codes(draft(['Một', 'Hai'], 0, { stem }))
  expect(ask('Việc nào sau đây không nên làm?')).toContain('negativeStem')
  expect(ask('Việc nào sau đây KHÔNG nên làm?')).not.toContain('negativeStem')
  expect(ask('An không có điện thoại. An nộp hồ sơ ở đâu?')).not.toContain('negativeStem')
})

test('a missing explanation, source and title are remarked', () => {
  expect(codes(draft(['Một', 'Hai'], 0, { explanation: ' ', sources: [] }))).toEqual(['noExplanation', 'noSource'])
  expect(codes(draft(['Một', 'Hai'], 0, { sources: [{ id: 's', title: '', url: 'https://a.vn' }] }))).toEqual([
    'sourceUntitled',
  ])
})

test('a validity that is over or turned round is remarked, one that ends today is not', () => {
  expect(codes(draft(['Một', 'Hai'], 0, { validTo: '2026-10-09' }))).toEqual(['validityOver'])
  expect(codes(draft(['Một', 'Hai'], 0, { validTo: TODAY }))).toEqual([])
  expect(codes(draft(['Một', 'Hai'], 0, { validFrom: '2027-01-01', validTo: '2026-12-31' }))).toEqual([
    'validityReversed',
  ])
})
