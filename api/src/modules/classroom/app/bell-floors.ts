import { Injectable } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'
import { afterPlace, afterRescue, afterSkip, firstFloor, type FloorSeat } from '../domain/bell.js'
import type { LessonAct } from '../domain/lesson-state.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'
import { LessonPlay } from './lesson-play.js'

/** Rung chuông vàng: the floor changes in the transaction of the act that changes it. */
@Injectable()
export class BellFloors {
  constructor(
    private readonly seats: SeatRepository,
    private readonly play: LessonPlay,
  ) {}

  /** @param before the lesson as it was before the act */
  async follow(manager: Transaction, before: LessonRow, act: LessonAct): Promise<void> {
    if (before.settings.mode !== 'bell') return
    const seats = (await this.seats.all(before.id, manager)).filter(hasFloor(before))
    const floors = await this.after(manager, before, act, seats)
    if (floors) await this.seats.setFloors(manager, before.id, floors)
  }

  private async after(manager: Transaction, lesson: LessonRow, act: LessonAct, seats: readonly Seat[]) {
    const { state, settings } = lesson
    const floor = seats.map(asFloorSeat)
    switch (act.kind) {
      case 'next':
        return state.phase === 'lobby'
          ? firstFloor(
              seats.map(({ number }) => number),
              settings.bell.floorSize,
            )
          : null
      case 'reveal': {
        const scored = await this.play.scoredByAll(lesson, state.place, seats, manager)
        const right = new Set(scored.filter(({ isRight }) => isRight).map(({ seat }) => seat))
        const isUnscored = lesson.places[state.place - 1]?.kind !== 'item'
        return afterPlace(floor, state.place, right, isUnscored)
      }
      case 'skip':
        return afterSkip(floor, state.place)
      case 'rescue':
        return afterRescue(floor, new Set(act.seats))
      default:
        return null
    }
  }
}

/**
 * CR-53: who is removed in the middle keeps its floor and falls where it is silent, so that whoever comes back stands where it would stand.
 * Who was removed in the lobby has none.
 */
const hasFloor =
  ({ state }: LessonRow) =>
  ({ removedAt, floor }: Seat) =>
    removedAt === null || (state.phase !== 'lobby' && floor !== null)

function asFloorSeat({ number, floor, outAt, rescues }: Seat): FloorSeat {
  return { seat: number, floor: floor ?? 'on', outAt, rescues }
}
