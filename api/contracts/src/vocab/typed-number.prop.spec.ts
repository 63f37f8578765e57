import fc from 'fast-check'
import { numbersOf } from './typed-number.js'

describe('IB-7 the numbers that a typed text may mean', () => {
  it.each([
    ['3,5', [3.5]],
    ['3.5', [3.5]],
    ['1.500', [1500, 1.5]],
    ['1,500', [1.5, 1500]],
    ['1.234,5', [1234.5]],
    ['1,234.5', [1234.5]],
    ['12 000', [12000]],
    ['12\u00a0000', [12000]],
    ['−7', [-7]],
    ['+7', [7]],
    ['-0', [0]],
    [',5', [0.5]],
    ['1.2.3', []],
    ['12.34,5', []],
    ['3,', []],
    ['ba', []],
    ['3 km', []],
    ['1e3', []],
    ['', []],
  ])('IB-7 "%s"', (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers)
  })

  it('IB-7 reads every number back from both ways of writing it', () => {
    const cents = fc.integer({ min: -999_999_999, max: 999_999_999 })
    fc.assert(
      fc.property(cents, (value) => {
        const number = value / 100
        for (const locale of ['vi-VN', 'en-US'])
          for (const useGrouping of [true, false]) {
            const written = new Intl.NumberFormat(locale, { useGrouping, maximumFractionDigits: 2 }).format(number)
            expect(numbersOf(written)).toContain(number === 0 ? 0 : number)
          }
      }),
    )
  })

  it('IB-7 gives finite, different numbers and at most two, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,- _+a') }), (text) => {
        const numbers = numbersOf(text)
        expect(numbers.length).toBeLessThanOrEqual(2)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(numbers.every(Number.isFinite)).toBe(true)
      }),
    )
  })
})
