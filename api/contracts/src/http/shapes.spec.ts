import fc from 'fast-check'
import { fold } from '../vocab/index.js'
import { Login } from './schemas-participant.js'
import { Instant, text } from './shapes.js'

describe('texts that people type', () => {
  it('are trimmed, composed, and lose control characters but not line breaks', () => {
    expect(text(50).parse('  Nguyễn\u0000 Văn\tAn\nQuảng Nam '.normalize('NFD'))).toBe('Nguyễn  Văn An\nQuảng Nam')
  })

  it('are measured as they are stored', () => {
    expect(text(4).safeParse('năm ')).toMatchObject({ success: true })
    expect(text(4, 2).safeParse(' a ')).toMatchObject({ success: false })
    expect(text(4).safeParse('dài quá')).toMatchObject({ success: false })
    expect(text(4).safeParse('     ')).toMatchObject({ success: false })
    expect(text(4, 0).parse('  ')).toBe('')
  })

  it('stored once more are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const stored = text(200, 0).parse(typed)
        expect(text(200, 0).parse(stored)).toBe(stored)
      }),
    )
  })
})

describe('log-ins', () => {
  it.each([
    ['0905 123 456', '0905123456'],
    ['+84 905.123.456', '0905123456'],
    ['84905123456', '0905123456'],
    ['(0905) 123-456', '0905123456'],
    [' Nguyen.Van-An_2 ', 'nguyen.van-an_2'],
  ])('%p is %p', (typed, login) => {
    expect(Login.parse(typed)).toBe(login)
  })

  it.each([
    '',
    'abc',
    '1234',
    '090512345',
    '09051234567',
    'nguyễn',
    'a b c d',
    '.abcd',
    `a${'b'.repeat(32)}`,
    "an' OR 1=1",
  ])('%p is none', (typed) => {
    expect(Login.safeParse(typed).success).toBe(false)
  })
})

describe('text for searching', () => {
  it.each([
    ['Tiên Phước', 'tien phuoc'],
    ['  ĐẠI   LỘC ', 'dai loc'],
    ['Đ đ Ơ ư Ặ'.normalize('NFD'), 'd d o u a'],
  ])('of %p is %p', (typed, folded) => {
    expect(fold(typed)).toBe(folded)
  })

  it('is the same however the marks are encoded, and folding again changes nothing', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'aàảãáạăằẳẵắặâêôơưđĐ EIbn '), maxLength: 40 })
    fc.assert(
      fc.property(typed, (name) => {
        expect(fold(name.normalize('NFD'))).toBe(fold(name.normalize('NFC')))
        expect(fold(fold(name))).toBe(fold(name))
        expect(fold(name)).toMatch(/^[a-z ]*$/)
      }),
    )
  })
})

it('instants carry their offset', () => {
  expect(Instant.safeParse('2026-11-23T08:00:00+07:00').success).toBe(true)
  expect(Instant.safeParse('2026-11-23T01:00:00.000Z').success).toBe(true)
  expect(Instant.safeParse('2026-11-23T08:00:00').success).toBe(false)
})
