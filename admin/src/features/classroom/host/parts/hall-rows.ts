import type { SeatRow } from '@thiso/kit/lesson/host-state'

/** As halls are laid out: ten rows of twelve for 120. */
export const HALL_ROW = 12
const LARGEST_HALL = 120
/** Wider than high, as the screen is; but three digits are read from the last row. */
const WIDE = 1.8
const LARGEST_ROW = 18

/** How many seats stand in a row. Where names are shown there is room for fewer, and no hall to copy. */
export function seatsInRow(count: number, isNamed: boolean): number {
  if (isNamed) return Math.max(4, Math.ceil(Math.sqrt(count * 1.3)))
  return count <= LARGEST_HALL ? HALL_ROW : Math.min(LARGEST_ROW, Math.ceil(Math.sqrt(count * WIDE)))
}

/**
 * The tiles of a hall in order: each seat where its number puts it, so that a tile is found as the seat in the hall is. Seats that nobody
 * has leave a gap; rows that nobody sits in are left out.
 * @param seats in order
 */
export function hallTiles(seats: readonly SeatRow[], perRow: number): (SeatRow | null)[] {
  const rows = new Map<number, (SeatRow | null)[]>()
  for (const seat of seats) {
    const row = Math.floor((seat.seat - 1) / perRow)
    const tiles = rows.get(row) ?? Array<SeatRow | null>(perRow).fill(null)
    tiles[(seat.seat - 1) % perRow] = seat
    rows.set(row, tiles)
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).flatMap(([, tiles]) => tiles)
}
