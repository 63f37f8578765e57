import { secondsAtPlaces } from './place-times.js'

const change = (position: number, seq: number, atS: number) => ({ position, seq, receivedAt: atS * 1_000 })
const seconds = (...args: Parameters<typeof secondsAtPlaces>) => Array.from(secondsAtPlaces(...args))

describe('DT-27: seconds at each place', () => {
  it('on a free paper: from one answer to the next, in whatever order they are read; later changes add', () => {
    const changes = [change(2, 2, 25), change(1, 1, 10), change(1, 3, 31)]
    expect(seconds(3, 0, changes, null, [])).toEqual([16, 15, Number.NaN])
  })

  it('what was taken out of the clock is no time, however it overlaps', () => {
    const out = [
      [12_000, 16_000],
      [14_000, 20_000],
    ] as const
    expect(seconds(2, 0, [change(1, 1, 10), change(2, 2, 25)], null, out)).toEqual([10, 7])
  })

  it('the prediction ends an interval and belongs to no place', () => {
    expect(seconds(1, 0, [change(0, 1, 40), change(1, 2, 45)], null, [])).toEqual([5])
  })

  it('on a one-way paper: from the opening to the last answer, or to the next opening', () => {
    const openings = [
      [1, 0],
      [2, 20_000],
      [3, 50_000],
    ] as const
    const changes = [change(1, 1, 5), change(1, 2, 9), change(3, 3, 58)]
    expect(seconds(4, 0, changes, openings, [])).toEqual([9, 30, 8, Number.NaN])
  })
})
