/**
 * Rung chuông vàng, CR-30 to CR-34: who is on the floor follows from the floor before, the answers to the place and the rescues. Pure:
 * answers come in, floors go out.
 */

export type Floor = 'on' | 'out' | 'reserve'

export interface FloorSeat {
  seat: number
  floor: Floor
  /** The place at which the seat left the floor; null while it never did. */
  outAt: number | null
  /** How often it came back. */
  rescues: number
}

/** CR-30: the first `size` seats by number stand on the floor, the others are reserves; 0: all stand on the floor. */
export function firstFloor(seats: readonly number[], size: number): FloorSeat[] {
  return [...seats]
    .sort((a, b) => a - b)
    .map((seat, index) => ({ seat, floor: size === 0 || index < size ? 'on' : 'reserve', outAt: null, rescues: 0 }))
}

/**
 * CR-31: after a place that was revealed. Wrong or silent is out.
 * @param right seats whose answer was wholly right
 * @param isSkipped the place counts for nobody
 */
export function afterPlace(
  floor: readonly FloorSeat[],
  place: number,
  right: ReadonlySet<number>,
  isSkipped: boolean,
): FloorSeat[] {
  if (isSkipped) return [...floor]
  return floor.map((row) =>
    row.floor === 'on' && !right.has(row.seat) ? { ...row, floor: 'out' as const, outAt: place } : row,
  )
}

/** CR-31: a place that is skipped after its reveal counts for nobody: who fell at it stands again, and that is no rescue. */
export function afterSkip(floor: readonly FloorSeat[], place: number): FloorSeat[] {
  return floor.map((row) =>
    row.floor === 'out' && row.outAt === place ? { ...row, floor: 'on' as const, outAt: null } : row,
  )
}

/** CR-32: a rescue brings back whoever is out or a reserve; whoever stands on the floor stays as he is. */
export function afterRescue(floor: readonly FloorSeat[], seats: ReadonlySet<number>): FloorSeat[] {
  return floor.map((row) =>
    row.floor !== 'on' && seats.has(row.seat)
      ? { ...row, floor: 'on' as const, outAt: null, rescues: row.rescues + 1 }
      : row,
  )
}

/** CR-33: the bell is rung by the last one on the floor; null while several stand or all fell at the same place. */
export function bellRinger(floor: readonly FloorSeat[]): number | null {
  const standing = floor.filter((row) => row.floor === 'on')
  return standing.length === 1 ? (standing[0] as FloorSeat).seat : null
}

/**
 * CR-33: who fell last, together where several fell at the same place: whoever stands first, then by the place of falling, then reserves
 * who never stood.
 */
export function bellOrder(floor: readonly FloorSeat[]): { seat: number; rank: number; isTied: boolean }[] {
  const worth = ({ floor: where, outAt }: FloorSeat) =>
    where === 'on' ? Number.POSITIVE_INFINITY : where === 'out' ? (outAt ?? 0) : -1
  const rows = [...floor].sort((a, b) => (worth(a) === worth(b) ? a.seat - b.seat : worth(b) - worth(a)))
  const first = new Map<number, number>()
  const count = new Map<number, number>()
  for (const [index, row] of rows.entries()) {
    if (!first.has(worth(row))) first.set(worth(row), index + 1)
    count.set(worth(row), (count.get(worth(row)) ?? 0) + 1)
  }
  return rows.map((row) => ({
    seat: row.seat,
    rank: first.get(worth(row)) ?? 0,
    isTied: (count.get(worth(row)) ?? 0) > 1,
  }))
}
