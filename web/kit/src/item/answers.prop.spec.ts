/// <reference types="jest" />
import { picksOf } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { asWrittenHere, briefly, fitOnButtons, lackingParts, orderLine, orderedBy, toggled, withPick } from './answers'
import type { PlayedItem } from './item'

const part = (token: string, vi = token, en = '') => ({ token, text: { vi, en } })
const options = ['p', 'q', 'r', 's'].map((token) => part(token))
const truth = { true: 'Đúng', false: 'Sai' }
const token = fc.constantFrom('p', 'q', 'r', 's')

describe('AT-10 an answer of several picks', () => {
  it('AT-10 is the same line however one came to it', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (taps) => {
        const line = taps.reduce<string | null>((now, tap) => toggled(now, options, tap), null)
        const ticked = options.filter((option) => taps.filter((tap) => tap === option.token).length % 2 === 1)
        expect(line).toBe(ticked.map((option) => option.token).join(' ') || null)
      }),
    )
  })

  it('AT-10 keeps the last pick of every part, and is blank once all are taken back', () => {
    const act = fc.tuple(token, fc.constantFrom('1', '0', null))
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const last = new Map<string, '1' | '0' | null>(acts)
        const line = acts.reduce<string | null>((now, [at, pick]) => withPick(now, options, at, pick), null)
        for (const option of options)
          expect(picksOf(line).get(option.token) ?? null).toBe(last.get(option.token) ?? null)
        if ([...last.values()].every((pick) => pick === null)) expect(line).toBeNull()
        const item = { type: 'true-false-group' as const, options }
        const given = picksOf(line).size
        expect(lackingParts(item, line)).toBe(given === 0 ? 0 : options.length - given)
      }),
    )
  })

  it('AT-10 a line in another order is the same answer', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['p=1', 'q=0', 'r=1', 's=0'], { minLength: 1 }), (parts) => {
        const here = asWrittenHere({ type: 'true-false-group', options }, parts.join(' '))
        expect(here).toBe([...parts].sort().join(' '))
      }),
    )
    expect(asWrittenHere({ type: 'ordering', options }, 's r q p')).toBe('s r q p')
    expect(asWrittenHere({ type: 'short-text', options: [] }, 's p')).toBe('s p')
    expect(asWrittenHere({ type: 'matching', options }, null)).toBeNull()
  })

  it('AT-10 drops what is not of this item', () => {
    expect(withPick('gone=1 q=0', options, 'p', '1')).toBe('p=1 q=0')
  })
})

describe('AT-10 an order', () => {
  it('AT-10 is read back as it was given', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(options, { minLength: options.length }), (order) => {
        expect(orderedBy(orderLine(order), options)).toEqual(order)
      }),
    )
  })

  it.each([null, '', 'p q r', 'p q r gone', 'p p q r'])(
    'AT-10 "%s" is no order of this item: the paper’s own',
    (line) => {
      expect(orderedBy(line, options)).toEqual(options)
    },
  )
})

describe('an answer in a few characters', () => {
  const said = (type: PlayedItem['type'], line: string | null) => briefly({ type, options }, line, truth)
  it.each<[PlayedItem['type'], string | null, string | null]>([
    ['single-choice', null, null],
    ['single-choice', 'r', 'C'],
    ['multiple-choice', 'p s', 'A, D'],
    ['true-false', 'p', 'Đúng'],
    ['true-false', 'q', 'Sai'],
    ['true-false-group', 'p=1 q=0 s=1', '3/4'],
    ['matching', 'p=x', '1/4'],
    ['short-text', 'Đà Nẵng', 'Đà Nẵng'],
    ['number', '3,5', '3,5'],
    ['ordering', 'q p r s', ''],
  ])('%s: %s', (type, line, brief) => {
    expect(said(type, line)).toBe(brief)
  })

  it('only begun answers lack something', () => {
    const lacking = (type: PlayedItem['type'], line: string | null) => lackingParts({ type, options }, line)
    expect(lacking('matching', null)).toBe(0)
    expect(lacking('matching', 'p=x')).toBe(3)
    expect(lacking('true-false-group', 'p=1 q=0 r=0 s=1')).toBe(0)
    expect(lacking('multiple-choice', 'p')).toBe(0)
    expect(lacking('short-text', 'p')).toBe(0)
  })
})

it('choices stand on their buttons when they are short and plain, in the language that is read', () => {
  expect(fitOnButtons([part('a', '2020'), part('b', 'Quyết định 749')], 'vi')).toBe(true)
  expect(fitOnButtons([part('a', '2020'), part('b', 'Thuê máy chủ qua mạng')], 'vi')).toBe(false)
  expect(fitOnButtons([part('a', '<b>2020</b>')], 'vi')).toBe(false)
  expect(fitOnButtons([part('a', 'Mạng', 'A network of very many things')], 'en')).toBe(false)
})
