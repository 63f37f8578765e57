/// <reference types="jest" />
import { digitsOf } from './prediction'

describe('AT-15: what is typed as a prediction', () => {
  it('is sent as digits, however people group them', () => {
    for (const typed of ['12500', '12.500', ' 12 500 ', '012500']) expect(digitsOf(typed)).toBe('12500')
    expect(digitsOf('0')).toBe('0')
    expect(digitsOf('10.000.000')).toBe('10000000')
    for (const blank of [null, '', '  ']) expect(digitsOf(blank)).toBeNull()
    for (const odd of ['nhiều', '-3', '1,5', '10000001', '123456789'])
      expect([odd, digitsOf(odd)]).toEqual([odd, undefined])
  })
})
