import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { HeldPlaces } from './held-places.js'
import { LessonConductor } from './lesson-conductor.js'

/** CR-14: a place that a contest round holds is passed over before anybody sees it; it counts for nobody then. */
@Injectable()
export class Passing {
  constructor(
    private readonly held: HeldPlaces,
    private readonly conductor: LessonConductor,
  ) {}

  /**
   * Before the host opens the next place. What is held is passed over, and the host is told so; the same tap again goes on behind it.
   * @throws ProblemError LESSON.PLACES_HELD when places were passed over now, SET.ITEM_UNUSABLE when nothing would be left to play
   */
  async beforeNext(lesson: LessonRow, seenVersion: number): Promise<void> {
    const { id, state, settings, places } = lesson
    const isBetween = state.phase === 'lobby' || state.phase === 'revealed' || state.phase === 'board'
    if (state.version !== seenVersion || !isBetween) return
    const ahead = places.map((_, index) => index + 1).filter((place) => isAhead(lesson, place))
    const held = await this.held.now(lesson)
    if (!ahead.some((place) => held.has(place))) return
    if (state.phase === 'lobby' && ahead.every((place) => held.has(place)))
      throw new ProblemError('SET.ITEM_UNUSABLE', { place: ahead[0] ?? 1 })
    const free = ahead.findIndex((place) => !held.has(place))
    // At an own pace all places open at once; together, what comes later may be free by then.
    const passed =
      settings.until === null
        ? ahead.slice(0, free < 0 ? ahead.length : free)
        : ahead.filter((place) => held.has(place))
    if (passed.length === 0) return
    const isDone = await this.conductor.actIf(id, state.phase, state.place, (fresh) =>
      fresh.state.version === seenVersion ? { kind: 'pass', places: passed } : null,
    )
    throw isDone
      ? new ProblemError('LESSON.PLACES_HELD', { places: passed.join(', ') })
      : new ProblemError('LESSON.MOVED_ON')
  }

  /** Before a seat opens its next page at an own pace: nobody has to be there to steer it. */
  async beforePage(lessonId: string): Promise<void> {
    const held = await this.held.ofId(lessonId)
    if (held.size === 0) return
    await this.conductor.passHeld(lessonId, held)
  }
}

/** A place that is still to come. */
function isAhead({ state }: LessonRow, place: number): boolean {
  return place > state.place && !state.skipped.includes(place)
}
