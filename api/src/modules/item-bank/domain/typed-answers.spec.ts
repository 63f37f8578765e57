import fc from 'fast-check'
import { comparableText, numbersOf } from './typed-answers.js'

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

describe('IB-7: typed numbers', () => {
  it.each([
    ['12', [12]],
    ['12,5', [12.5]],
    ['12.5', [12.5]],
    ['-3', [-3]],
    ['−3', [-3]],
    ['+7', [7]],
    ['1.500', [1500, 1.5]],
    ['1,500', [1.5, 1500]],
    ['1.234.567', [1234567]],
    ['1.234,5', [1234.5]],
    ['1,234.5', [1234.5]],
    ['1 000 000', [1000000]],
    ['0,05', [0.05]],
    [',5', [0.5]],
    ['５', [5]],
    ['', []],
    ['12%', []],
    ['1.2.3', []],
    ['12,', []],
    ['mười', []],
    ['1e5', []],
    ['--1', []],
  ])('%p means %p', (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers)
  })

  it('read what a Vietnamese and what an English hand writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(0, 1, 2), (whole, digits) => {
        const value = whole / 10 ** digits
        for (const locale of ['vi', 'en']) {
          const text = new Intl.NumberFormat(locale, {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          }).format(value)
          expect(numbersOf(text).some((read) => Math.abs(read - value) < 1e-6)).toBe(true)
        }
      }),
    )
  })
})
