import fc from 'fast-check'
import { afterPlace, afterRescue, afterSkip, bellOrder, bellRinger, firstFloor } from './bell.js'

const hall = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('CR-30 to CR-34: the floor of the bell', () => {
  it('takes the first seats, the others are reserves', () => {
    const floor = firstFloor(hall(120), 90)
    expect(floor.filter((row) => row.floor === 'on').map(({ seat }) => seat)).toEqual(hall(90))
    expect(floor.filter((row) => row.floor === 'reserve')).toHaveLength(30)
    expect(firstFloor(hall(5), 0).every((row) => row.floor === 'on')).toBe(true)
  })

  it('wrong or silent is out, and only whoever stood there; a skipped place takes nobody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.integer({ min: 1, max: 60 })), (size, right) => {
        const floor = firstFloor(hall(60), size)
        const after = afterPlace(floor, 4, new Set(right), false)
        for (const [index, row] of after.entries()) {
          const before = floor[index]
          if (before?.floor !== 'on') expect(row).toEqual(before)
          else expect(row.floor).toBe(right.includes(row.seat) ? 'on' : 'out')
          if (row.floor === 'out') expect(row.outAt).toBe(4)
        }
        expect(afterPlace(floor, 4, new Set(right), true)).toEqual(floor)
      }),
    )
  })

  it('a place that is skipped after all takes nobody: the floor is as before it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 5 }), (rights) => {
        let floor = firstFloor(hall(20), 15)
        for (const [index, right] of rights.entries()) {
          const before = floor
          floor = afterPlace(floor, index + 1, new Set(right), false)
          expect(afterSkip(floor, index + 1)).toEqual(before)
        }
      }),
    )
  })

  it('whoever is rescued can fall again, at a later place', () => {
    const fallen = afterPlace(firstFloor(hall(3), 0), 1, new Set([1]), false)
    const back = afterRescue(fallen, new Set([2]))
    const again = afterPlace(back, 2, new Set([1]), false)
    expect(again[1]).toEqual({ seat: 2, floor: 'out', outAt: 2, rescues: 1 })
    // Seat 3 fell at the first place; a skip of the second one leaves it there.
    expect(afterSkip(again, 2).map((row) => row.floor)).toEqual(['on', 'on', 'out'])
  })

  it('a rescue brings back and counts; whoever stands is not touched', () => {
    const floor = afterPlace(firstFloor(hall(4), 3), 1, new Set([1]), false)
    const after = afterRescue(floor, new Set([1, 2, 4]))
    expect(after.map((row) => row.floor)).toEqual(['on', 'on', 'out', 'on'])
    expect(after.map(({ rescues }) => rescues)).toEqual([0, 1, 0, 1])
  })

  it('the last one rings; two or none do not', () => {
    const floor = firstFloor(hall(3), 0)
    expect(bellRinger(floor)).toBeNull()
    expect(bellRinger(afterPlace(floor, 1, new Set([2]), false))).toBe(2)
    expect(bellRinger(afterPlace(floor, 1, new Set(), false))).toBeNull()
  })

  it('ranks by the place of falling; who fell together shares a rank', () => {
    let floor = firstFloor(hall(5), 4)
    floor = afterPlace(floor, 1, new Set([1, 2, 3]), false)
    floor = afterPlace(floor, 2, new Set([1]), false)
    expect(bellOrder(floor)).toEqual([
      { seat: 1, rank: 1, isTied: false },
      { seat: 2, rank: 2, isTied: true },
      { seat: 3, rank: 2, isTied: true },
      { seat: 4, rank: 4, isTied: false },
      { seat: 5, rank: 5, isTied: false },
    ])
  })
})
