import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { closesAtFor, type LessonAct, placeAfter } from '../domain/lesson-state.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'

/** Race and homework: each seat goes on by itself, place after place, until the lesson ends. */
@Injectable()
export class OwnPace {
  constructor(private readonly seats: SeatRepository) {}

  /**
   * CR-35: opens the next place of a seat.
   * @param seenPlace the place that the device shows; the same request again opens nothing twice
   * @throws ProblemError LESSON.ENDED once the time of the seat is over, LESSON.WRONG_PHASE before the start, while the clock stands, and
   *   where everybody goes together; SEAT.NOT_FOUND
   */
  async next(lessonId: string, number: number, seenPlace: number): Promise<{ lesson: LessonRow; seat: Seat }> {
    const open = async (manager: Transaction, lesson: LessonRow, atMs: number) => {
      const { state, settings, places } = lesson
      const own = await this.seats.one(manager, lessonId, number)
      if (!own || own.removedAt) throw new ProblemError('SEAT.NOT_FOUND')
      const isOpen = settings.until !== null && state.phase === 'open' && state.pausedAt === null
      const isOver = state.place > 0 && atMs >= closesAtFor(state, extraOf(lesson, own), lesson.goneMs)
      if (settings.until !== null && isOver) throw new ProblemError('LESSON.ENDED')
      if (!isOpen) throw new ProblemError('LESSON.WRONG_PHASE')
      const nextPlace = placeAfter(state, seenPlace, places.length)
      const seat = await this.seats.advance(manager, lessonId, number, seenPlace, nextPlace, atMs)
      if (!seat) throw new ProblemError('SEAT.NOT_FOUND')
      return { lesson, seat }
    }
    // Shared: each turns the page of its own seat, and a thousand of them wait for acts alone.
    const outcome = await this.seats.underLock(lessonId, open, 'SHARE')
    if (!outcome) throw new ProblemError('LESSON.NOT_FOUND')
    return outcome
  }

  /** CR-2: a pause takes no time from any seat. @param before the lesson as it was before the act */
  async follow(manager: Transaction, { id, settings, state }: LessonRow, act: LessonAct): Promise<void> {
    if (settings.until === null || act.kind !== 'resume' || state.pausedAt === null) return
    await this.seats.moveOpenings(manager, id, state.pausedAt)
  }
}

/** CR-3: extra time lengthens items and a race for its seat; a homework's deadline is the same for all. */
export function extraOf({ settings }: Pick<LessonRow, 'settings'>, seat: Pick<Seat, 'extraPercent'>): number {
  return settings.mode === 'homework' ? 0 : seat.extraPercent
}
