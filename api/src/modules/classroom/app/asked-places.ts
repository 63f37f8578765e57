import { Injectable } from '@nestjs/common'
import type { FloorSeat } from '../domain/bell.js'
import { floorSteps, floorsAtPlaces } from '../domain/floor-history.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import type { Seat } from '../infra/seat.repository.js'

/** The floor of a bell when each place was opened, by place and seat; null: there is no floor. */
export type Floors = ReadonlyMap<number, ReadonlyMap<number, FloorSeat>> | null

/** Which places were put to which seats. */
@Injectable()
export class AskedPlaces {
  constructor(private readonly lessons: LessonRepository) {}

  /** @param scored answers to all places that are told */
  async floors(
    lesson: LessonRow,
    seats: readonly Seat[],
    scored: readonly { place: number; seat: number; isRight: boolean }[],
  ): Promise<Floors> {
    const { id, settings, places } = lesson
    if (settings.mode !== 'bell') return null
    const acts = await this.lessons.acts(id)
    const startMs = acts.find(({ act }) => act.kind === 'next')?.atMs ?? Number.POSITIVE_INFINITY
    const right = new Map<number, Set<number>>()
    for (const answer of scored) {
      if (!answer.isRight) continue
      const known = right.get(answer.place)
      if (known) known.add(answer.seat)
      else right.set(answer.place, new Set([answer.seat]))
    }
    const steps = floorSteps(
      acts.map(({ act }) => act),
      places.map(({ kind }) => kind === 'item'),
      right,
    )
    const inLobby = seats.filter(({ joinedPlace }) => joinedPlace === 0)
    return floorsAtPlaces(
      // Who was removed in the lobby took nobody's place on the floor.
      inLobby
        .filter(({ removedAt }) => removedAt === null || removedAt.getTime() >= startMs)
        .map(({ number }) => number),
      seats.filter(({ joinedPlace }) => joinedPlace > 0).map(({ number }) => number),
      settings.bell.floorSize,
      steps,
    )
  }
}

/**
 * CR-51, CR-70, CR-71: whether a place was put to a seat: it had joined before, in a bell it stood on the floor, and at an own pace it had
 * opened that page. Who was removed for a while is told by what it did: it answered, or it fell there.
 */
export function wasAsked(
  { settings }: Pick<LessonRow, 'settings'>,
  seat: Seat,
  place: number,
  floors: Floors,
  hasAnswered: boolean,
): boolean {
  if (settings.until !== null) return seat.ownPlace >= place
  if (seat.joinedPlace >= place) return false
  if (floors === null || hasAnswered || seat.outAt === place) return true
  return floors.get(place)?.get(seat.number)?.floor === 'on'
}

/** Those of the places that were put to a seat. @param own what it answered */
export function askedOf(
  lesson: Pick<LessonRow, 'settings'>,
  seat: Seat,
  places: readonly number[],
  floors: Floors,
  own: readonly { place: number }[],
): number[] {
  const answered = new Set(own.map(({ place }) => place))
  return places.filter((place) => wasAsked(lesson, seat, place, floors, answered.has(place)))
}
