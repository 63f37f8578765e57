/// <reference types="jest" />
import fc from 'fast-check'
import { lineTyped } from './use-typed'

describe('AT-10 what was typed as the line that is sent', () => {
  it.each([
    ['  Đà  Nẵng ', 'Đà Nẵng'],
    ['Đa\u0300 Nẵng', 'Đà Nẵng'],
    ['3,5', '3,5'],
    ['   ', null],
    ['', null],
  ])('AT-10 "%s"', (text, line) => {
    expect(lineTyped(text)).toBe(line)
  })

  it('AT-10 is one line, and stays itself when it is typed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aà\u0300 \n\t\u00a0Đ1,') }), (text) => {
        const line = lineTyped(text)
        if (line === null) return
        expect(line).not.toMatch(/[\n\t]|^\s|\s$/)
        expect(lineTyped(line)).toBe(line)
      }),
    )
  })
})
