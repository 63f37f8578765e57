import fc from 'fast-check'
import { headOf, NO_LINKS, nextHead } from './hash-chain.js'

const EVENTS = [
  { seq: 1, a: 'open', at: '2026-09-28T01:00:00.000Z' },
  { seq: 2, a: 'answer', at: '2026-09-28T01:00:05.120Z', attempt: 'A1', q: 'Q7', opt: 2 },
  { seq: 3, a: 'submit', at: '2026-09-28T01:10:00.000Z', attempt: 'A1' },
]

describe('PF-1: chains of records', () => {
  it('have the heads of the reference computation', () => {
    const heads: string[] = []
    let head = NO_LINKS
    for (const event of EVENTS) {
      head = nextHead(head, event)
      heads.push(head.toString('hex'))
    }
    expect(heads).toEqual([
      'a5c6c947bd92df40d98695e144443850fc8c79cdb73ce2e00acb95372f2beacb',
      '700fb0960c8cbe0f99a669b44c9fefd476f673155743b7c5cec1f5f48bf4c6fd',
      '94a32b5065b47d6f39303f0268963e24cf420ab1704682fe54118290ba6eaa46',
    ])
    expect(headOf(EVENTS).toString('hex')).toBe(heads[2])
  })

  it('change with any record that is changed, left out, put in or moved', () => {
    const records = fc.uniqueArray(fc.record({ seq: fc.nat(1000), answer: fc.nat(5) }), {
      minLength: 2,
      maxLength: 12,
      selector: ({ seq }) => seq,
    })
    fc.assert(
      fc.property(records, fc.nat(), (list, at) => {
        const index = at % list.length
        const head = headOf(list)
        const changed = list.map((record, i) => (i === index ? { ...record, answer: record.answer + 1 } : record))
        const shorter = list.filter((_, i) => i !== index)
        const longer = [...list.slice(0, index), { seq: 5000, answer: 1 }, ...list.slice(index)]
        const moved = [...shorter, ...list.slice(index, index + 1)]
        expect(headOf(changed)).not.toEqual(head)
        expect(headOf(shorter)).not.toEqual(head)
        expect(headOf(longer)).not.toEqual(head)
        if (index < list.length - 1) expect(headOf(moved)).not.toEqual(head)
      }),
    )
    expect(headOf([])).toEqual(NO_LINKS)
    expect(() => nextHead(Buffer.alloc(31), {})).toThrow(RangeError)
  })
})
