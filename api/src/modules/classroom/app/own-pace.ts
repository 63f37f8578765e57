import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'

/** Race and homework: each seat goes on by itself, place after place, until the lesson ends. */
@Injectable()
export class OwnPace {
  constructor(private readonly seats: SeatRepository) {}

  /**
   * CR-35: opens the next place of a seat.
   * @param seenPlace the place that the device shows; the same request again opens nothing twice
   * @throws ProblemError LESSON.WRONG_PHASE where everybody goes together, or while nothing is open
   */
  async next(lessonId: string, number: number, seenPlace: number): Promise<{ lesson: LessonRow; seat: Seat }> {
    const outcome = await this.seats.underLock(lessonId, async (manager, lesson, atMs) => {
      const { state, settings, places } = lesson
      const isOpen = settings.until !== null && state.phase === 'open' && atMs < (state.closesAt ?? 0)
      if (!isOpen) throw new ProblemError('LESSON.WRONG_PHASE')
      const seat = await this.seats.advance(manager, lessonId, number, seenPlace, places.length, atMs)
      if (!seat) throw new ProblemError('SEAT.NOT_FOUND')
      return { lesson, seat }
    })
    if (!outcome) throw new ProblemError('LESSON.NOT_FOUND')
    return outcome
  }
}
