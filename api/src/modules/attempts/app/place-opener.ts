import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import { isPlaceOver, placeUntil } from '../domain/attempt-clock.js'
import { openingOf } from '../domain/movement.js'
import { currentResponses, takable, withEvents } from '../domain/response-log.js'
import { AttemptRepository } from '../infra/attempt.repository.js'
import { appendEvents } from '../infra/write-records.js'
import type { LockedAttempt, StoredEvent } from '../infra/locked-attempts.js'
import { AttemptsService, type ResponseIn } from './attempts.service.js'
import type { ShownPaper } from './papers.js'

/** One-way papers: the next place opens by an act that closes the one before for good. */
@Injectable()
export class PlaceOpener {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly taking: AttemptsService,
    private readonly clock: Clock,
  ) {}

  /**
   * AT-12: opens a place, taking the last answers to the one that this closes along, in one transaction under the attempt's lock.
   * Repeating it gives the same paper. Answers that came too late for their place are left out; the paper tells what is recorded.
   * @throws ProblemError ATTEMPT.PLACE_NOT_OPEN for a place that is not the next one, ATTEMPT.ANSWER_FIRST, ROUND.PAUSED and whatever
   *   keeps an answer from being taken
   */
  async open(
    actor: Actor,
    attemptId: string,
    holder: string,
    position: number,
    responses: readonly ResponseIn[],
  ): Promise<ShownPaper> {
    const receivedAt = new Date(this.clock.now())
    const last = await this.taking.lastAnswers(actor, attemptId, responses, receivedAt)
    const isRunning = await this.attempts.openPlace(attemptId, async (locked, manager) => {
      const { attempt, pausedAt } = locked
      if (attempt.holder !== holder) throw new ProblemError('ATTEMPT.HELD_ELSEWHERE', { attemptId })
      if (attempt.openPosition === null) throw new ProblemError('ATTEMPT.PLACE_NOT_OPEN')
      if (receivedAt > attempt.acceptUntil) throw new ProblemError('ATTEMPT.DEADLINE_PASSED')
      const taken = takable(attempt, last)
      const events = withEvents<StoredEvent>(locked.events, taken)
      if (!events) throw new ProblemError('ATTEMPT.SEQUENCE_REUSED')
      const openPosition = attempt.openPosition
      const opening = openingOf({
        openPosition,
        itemCount: attempt.form.length,
        wanted: position,
        isAnswerDue: isAnswerDue(locked, events, receivedAt),
      })
      if (opening === 'refused') throw new ProblemError('ATTEMPT.PLACE_NOT_OPEN')
      if (opening === 'answer-first') throw new ProblemError('ATTEMPT.ANSWER_FIRST')
      // While the clock stands no new text is shown: reading it would cost no time.
      if (opening === 'open' && pausedAt) throw new ProblemError('ROUND.PAUSED')
      await appendEvents(manager, attemptId, locked.events, taken)
      return opening === 'already' ? null : openedAt(locked, position, receivedAt)
    })
    if (!isRunning) throw new ProblemError('ATTEMPT.ALREADY_SUBMITTED')
    return this.taking.paper(actor, attemptId, holder)
  }
}

function isAnswerDue({ attempt, rules, graceMs }: LockedAttempt, events: readonly StoredEvent[], now: Date): boolean {
  const position = attempt.openPosition ?? 0
  const isOver = attempt.openUntil !== null && isPlaceOver(attempt.openUntil.getTime(), graceMs, now.getTime())
  return rules.allRequired && position <= attempt.form.length && !isOver && !currentResponses(events).has(position)
}

function openedAt({ attempt, rules, graceMs }: LockedAttempt, position: number, now: Date) {
  const until = placeUntil(
    now.getTime(),
    position > attempt.form.length ? null : rules.itemClockS,
    attempt.acceptUntil.getTime(),
    { extraPercent: attempt.extraPercent, creditSinceMs: 0, graceMs },
  )
  return { position, openedAt: now, openUntil: new Date(until) }
}
