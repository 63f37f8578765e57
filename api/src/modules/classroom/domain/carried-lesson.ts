import { type PlaceKind, spelledName } from '@thiso/contracts/vocab'
import { foldedName } from './seat-name.js'

interface CarriedSeat {
  number: number
  name: string
  pupilId: string | null
  removedAt: number | null
}

/**
 * CR-83: which pupils of a class here sat in a lesson that was played elsewhere. The same id is the same pupil; in a lesson by the class
 * list so is the same name with its marks, since names of a class differ. Names that somebody typed in a lobby prove nothing. Nobody sits twice; of two
 * seats the one that was not removed counts, then the earlier one.
 * @returns by number of the seat
 */
export function pupilsOfSeats(
  seats: readonly CarriedSeat[],
  pupils: readonly { id: string; name: string }[],
  isByRoster: boolean,
): Map<number, string> {
  const ids = new Set(pupils.map(({ id }) => id))
  const byName = new Map(pupils.map(({ id, name }) => [spelledName(name), id]))
  const found = new Map<number, string>()
  const seated = new Set<string>()
  const inOrder = [...seats].sort(
    (a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null) || a.number - b.number,
  )
  const seat = (number: number, pupilId: string | undefined) => {
    if (pupilId === undefined || seated.has(pupilId) || found.has(number)) return
    seated.add(pupilId)
    found.set(number, pupilId)
  }
  for (const { number, pupilId } of inOrder) if (pupilId !== null && ids.has(pupilId)) seat(number, pupilId)
  if (isByRoster) for (const { number, name } of inOrder) seat(number, byName.get(spelledName(name)))
  return found
}

/** CR-82: do seats and answers of a file fit together: every answer of a seat that is there, to a place that takes it, once? */
export function isSound(
  places: readonly { kind: PlaceKind; isTyped: boolean }[],
  seats: readonly { number: number }[],
  answers: readonly (readonly [place: number, seat: number, response: string | readonly number[], ...rest: number[]])[],
): boolean {
  const numbers = new Set(seats.map(({ number }) => number))
  if (numbers.size !== seats.length) return false
  const seen = new Set<string>()
  for (const [at, seat, response] of answers) {
    const place = places[at - 1]
    if (!place || !numbers.has(seat) || place.isTyped !== (typeof response === 'string')) return false
    seen.add(`${at} ${seat}`)
  }
  return seen.size === answers.length
}

/** Names of seats as a lesson keeps them apart: two that fold to the same get a number. */
export function distinctFolded(seats: readonly { number: number; name: string }[]): Map<number, string> {
  const taken = new Set<string>()
  return new Map(
    seats.map(({ number, name }) => {
      const folded = foldedName(name)
      const own = taken.has(folded) ? `${folded} ${number}#` : folded
      taken.add(own)
      return [number, own]
    }),
  )
}
