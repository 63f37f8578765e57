/** Where the person was in an attempt and which items are marked for later: local to this device, gone after submission. */
export interface Place {
  position: number
  marks: readonly number[]
}

const keyOf = (attemptId: string) => `thi-so.place.${attemptId}`

/** Whatever is stored is made to fit a paper of `positions`; nonsense reads as the beginning. */
export function readPlace(storage: Storage | undefined, attemptId: string, positions: readonly number[]): Place {
  const first = positions[0] ?? 1
  try {
    const found: unknown = JSON.parse(storage?.getItem(keyOf(attemptId)) ?? 'null')
    if (typeof found !== 'object' || found === null) return { position: first, marks: [] }
    const { position, marks } = found as { position?: unknown; marks?: unknown }
    return {
      position: positions.find((one) => one === position) ?? first,
      marks: Array.isArray(marks) ? positions.filter((one) => marks.includes(one)) : [],
    }
  } catch {
    return { position: first, marks: [] }
  }
}

export function writePlace(storage: Storage | undefined, attemptId: string, place: Place) {
  try {
    storage?.setItem(keyOf(attemptId), JSON.stringify(place))
  } catch {
    // Without it a reload starts at the first item; no response is lost.
  }
}

export function dropPlace(storage: Storage | undefined, attemptId: string) {
  try {
    storage?.removeItem(keyOf(attemptId))
  } catch {
    // Nothing was kept.
  }
}

export function withMark(place: Place, position: number, isMarked: boolean): Place {
  const others = place.marks.filter((one) => one !== position)
  return { ...place, marks: isMarked ? [...others, position].sort((a, b) => a - b) : others }
}

/** The neighbour of a position, or the position itself at either end. */
export function stepFrom(positions: readonly number[], position: number, by: 1 | -1): number {
  return positions[positions.indexOf(position) + by] ?? position
}
