/// <reference types="jest" />
import fc from 'fast-check'
import { moved, placeOf, wayMade } from './ordering'

const list = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 9 })

describe('moving a row', () => {
  it('takes it to its place and leaves the others in their order', () => {
    fc.assert(
      fc.property(list, fc.nat(8), fc.nat(8), (rows, a, b) => {
        const [from, to] = [a % rows.length, b % rows.length]
        const after = moved(rows, from, to)
        const row = rows[from]
        expect(after[to]).toBe(row)
        expect(after.filter((one) => one !== row)).toEqual(rows.filter((one) => one !== row))
        expect(moved(after, to, from)).toEqual(rows)
      }),
    )
  })

  it('keeps to the list, whatever is asked', () => {
    expect(moved(['a', 'b', 'c'], 1, -4)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b'])
  })
})

const GAP = 10
/** Rows of any height, one below the other. */
const rows = fc.array(fc.integer({ min: 44, max: 260 }), { minLength: 1, maxLength: 8 }).map((heights) => {
  let top = 300
  return heights.map((height) => {
    const row = { top, height }
    top += height + GAP
    return row
  })
})

describe('dragging a row', () => {
  it('resting it changes nothing, and dragging far reaches either end', () => {
    fc.assert(
      fc.property(rows, fc.nat(7), (boxes, at) => {
        const from = at % boxes.length
        expect(placeOf(boxes, from, 0)).toBe(from)
        expect(placeOf(boxes, from, -9_999)).toBe(0)
        expect(placeOf(boxes, from, 9_999)).toBe(boxes.length - 1)
      }),
    )
  })

  it('the further down, the later its place', () => {
    fc.assert(
      fc.property(rows, fc.nat(7), fc.integer({ min: -900, max: 900 }), fc.nat(200), (boxes, at, dy, more) => {
        const from = at % boxes.length
        expect(placeOf(boxes, from, dy + more)).toBeGreaterThanOrEqual(placeOf(boxes, from, dy))
      }),
    )
  })

  it('the rows that make way stand where they will stand once it is let go', () => {
    fc.assert(
      fc.property(rows, fc.nat(7), fc.nat(7), (boxes, a, b) => {
        const [from, to] = [a % boxes.length, b % boxes.length]
        const order = moved([...boxes.keys()], from, to)
        let top = 300
        for (const at of order) {
          const box = boxes[at]!
          if (at !== from) expect(box.top + wayMade(boxes, from, to, at)).toBe(top)
          top += box.height + GAP
        }
      }),
    )
  })
})
