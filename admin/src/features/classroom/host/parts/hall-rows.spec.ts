/// <reference types="jest" />
import type { SeatRow } from '@thiso/kit/lesson/host-state'
import { hallTiles, seatsInRow } from './hall-rows'

const seats = (...numbers: number[]) => numbers.map((seat) => ({ seat }) as SeatRow)
const numbers = (tiles: readonly (SeatRow | null)[]) => tiles.map((tile) => tile?.seat ?? 0)

describe('CR-30: the map of a hall', () => {
  it('has twelve seats in a row, as halls do', () => {
    expect(seatsInRow(120, false)).toBe(12)
    expect(seatsInRow(144, false)).toBe(17)
    expect(seatsInRow(300, false)).toBe(18)
    expect(seatsInRow(30, true)).toBe(7)
  })
  it('keeps each seat in its place whoever is gone, and shows no empty row', () => {
    expect(numbers(hallTiles(seats(1, 3, 4, 6), 3))).toEqual([1, 0, 3, 4, 0, 6])
    expect(numbers(hallTiles(seats(2, 8), 3))).toEqual([0, 2, 0, 0, 8, 0])
    expect(hallTiles([], 12)).toEqual([])
  })
})
