import fc from 'fast-check'
import { canonicalJson } from './canonical-json.js'

describe('canonical JSON', () => {
  it.each([
    [{ seq: 1, a: 'open', at: '2026-09-28T01:00:00.000Z' }, '{"a":"open","at":"2026-09-28T01:00:00.000Z","seq":1}'],
    [
      { q: 'Q7', opt: 2, attempt: 'A1', at: '2026-09-28T01:00:05.120Z', seq: 2, a: 'answer' },
      '{"a":"answer","at":"2026-09-28T01:00:05.120Z","attempt":"A1","opt":2,"q":"Q7","seq":2}',
    ],
    [[3, null, true, 'Đức'], '[3,null,true,"Đức"]'],
    [{ b: undefined, a: [{ z: 1, y: 2 }] }, '{"a":[{"y":2,"z":1}]}'],
    [{ é: 1, z: 2, Z: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"Z":3,"z":2,"é":1}'],
  ])('of %j', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, { a: Number.NEGATIVE_INFINITY }])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError)
  })

  it.each([undefined, () => 1, Symbol('x'), 1n])('refuses what JSON cannot hold: %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('says the same as JSON, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
    )
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
