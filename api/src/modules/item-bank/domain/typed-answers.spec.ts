import fc from 'fast-check'
import { comparableText } from './typed-answers.js'

describe('IB-6: typed texts', () => {
  it.each([
    ['Hội An', 'hội  an', false],
    ['Hoà Vang', 'Hòa Vang', false],
    ['thuý', 'thúy', false],
    ['VNeID', 'vneid.', false],
    ['“Chính phủ số”', '"chính phủ số"', false],
    ['Đà Nẵng', 'da nang', true],
    ['Quảng Nam', 'QUANG NAM', true],
    ['ＶＮｅＩＤ', 'VNeID', false],
    ['10–10', '10-10', false],
  ])('%s is %s', (a, b, ignores) => {
    expect(comparableText(a, ignores)).toBe(comparableText(b, ignores))
  })

  it.each([
    ['má', 'mà', false],
    ['ma', 'mạ', false],
    ['dân', 'đân', false],
    ['Hội An', 'Hội', true],
  ])('%s is not %s', (a, b, ignores) => {
    expect(comparableText(a, ignores)).not.toBe(comparableText(b, ignores))
  })

  it('are compared the same however their marks are encoded, and comparing twice changes nothing', () => {
    const vietnamese = fc.string({
      unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậớờởỡợ  AĂÂĐÊÔƠƯ'),
      maxLength: 30,
    })
    fc.assert(
      fc.property(vietnamese, fc.boolean(), (text, ignores) => {
        const once = comparableText(text, ignores)
        expect(comparableText(text.normalize('NFD'), ignores)).toBe(once)
        expect(comparableText(text.toUpperCase(), ignores)).toBe(once)
        expect(comparableText(`  ${text} . `, ignores)).toBe(once)
      }),
    )
  })
})
