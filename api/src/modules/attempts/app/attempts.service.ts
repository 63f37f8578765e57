import { Injectable } from '@nestjs/common'
import type { ErrorCode } from '@thiso/contracts'
import type { ItemResponse } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import { Bus } from '../../../platform/live/bus.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import { readAnswer, RoundsService } from '../../contests/index.js'
import { takeChanges } from '../domain/pace.js'
import { PREDICTION_PLACE, readPrediction } from '../domain/prediction.js'
import { AnswerWriter, type ResponseWrite, type WriteOutcome } from '../infra/answer-writer.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'
import { AttemptRepository } from '../infra/attempt.repository.js'
import { AttemptCloser } from './attempt-closer.js'
import { type LiveAttempt, Papers, type ShownPaper } from './papers.js'

export interface ResponseIn {
  seq: number
  position: number
  /** One line of tokens or what was typed; null: left blank again. */
  answer: string | null
  clientAtMs?: number | undefined
}

/** The notice that another tab took an attempt over. */
export const ATTEMPT_TAKEN_OVER = 'attempt.taken-over'

const REFUSALS: Record<Exclude<WriteOutcome, 'saved'>, ErrorCode> = {
  held_elsewhere: 'ATTEMPT.HELD_ELSEWHERE',
  submitted: 'ATTEMPT.ALREADY_SUBMITTED',
  too_late: 'ATTEMPT.DEADLINE_PASSED',
  place_closed: 'ATTEMPT.PLACE_NOT_OPEN',
  sequence_reused: 'ATTEMPT.SEQUENCE_REUSED',
  unknown_attempt: 'ATTEMPT.NOT_FOUND',
}

@Injectable()
export class AttemptsService {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly papers: Papers,
    private readonly closer: AttemptCloser,
    private readonly writer: AnswerWriter,
    private readonly rounds: RoundsService,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** Gives the attempt to this tab; the one that had it is told. */
  async takeOver(actor: Actor, attemptId: string, holder: string): Promise<void> {
    const attempt = await this.demandOwn(actor, attemptId)
    if (attempt.holder === holder && attempt.state === 'in_progress') return
    if (!(await this.attempts.setHolder(attemptId, holder))) throw new ProblemError('ATTEMPT.ALREADY_SUBMITTED')
    this.bus.publish(ATTEMPT_TAKEN_OVER, { attemptId, holder })
  }

  /**
   * Stores responses and calls back after the commit with their numbers, or with the reason why nothing is acknowledged. Repeating
   * a call changes nothing; older numbers never replace newer ones (AT-4); what arrives after deadline and grace by the server's
   * clock is refused (AT-3). By callback, because it is the busiest path of the platform.
   */
  saveResponses(
    actor: Actor,
    attemptId: string,
    holder: string,
    responses: readonly ResponseIn[],
    done: (error: unknown, savedSeqs: number[]) => void,
  ): void {
    const receivedAtMs = this.clock.now()
    const known = this.papers.known(attemptId)
    if (known && receivedAtMs <= known.acceptUntilMs) {
      this.write(actor, known, holder, responses, receivedAtMs, done)
      return
    }
    // Not known here, or late by what is known here: the deadline may have moved, so the database says.
    this.papers.reload(attemptId).then(
      (attempt) => this.write(actor, attempt, holder, responses, receivedAtMs, done),
      (error) => done(error, []),
    )
  }

  private write(
    actor: Actor,
    attempt: LiveAttempt,
    holder: string,
    responses: readonly ResponseIn[],
    receivedAtMs: number,
    done: (error: unknown, savedSeqs: number[]) => void,
  ): void {
    let writes: ResponseWrite[]
    try {
      if (attempt.accountId !== actor.accountId) throw new ProblemError('ATTEMPT.NOT_FOUND')
      if (receivedAtMs > attempt.acceptUntilMs) throw this.refusal('ATTEMPT.DEADLINE_PASSED')
      const seconds = takeChanges(attempt.pace, responses.length, receivedAtMs)
      if (seconds > 0) throw this.refusal('ATTEMPT.TOO_FAST', { seconds })
      writes = responses.map((response) => toWrite(attempt, holder, response, receivedAtMs))
    } catch (error) {
      done(error, [])
      return
    }
    this.writer.enqueue(writes, (error, outcomes) => {
      const refused = outcomes?.find(isRefusal)
      if (error) done(error, [])
      else if (refused) done(this.refusal(REFUSALS[refused]), [])
      else
        done(
          null,
          responses.map((response) => response.seq),
        )
    })
  }

  /** Ends the attempt. Repeating it returns the same ended attempt, also when the deadline job was faster. */
  async submit(
    actor: Actor,
    attemptId: string,
    holder: string,
    responses: readonly ResponseIn[],
  ): Promise<AttemptEntity> {
    const receivedAt = new Date(this.clock.now())
    const attempt = await this.demandOwn(actor, attemptId)
    if (attempt.state === 'submitted') return attempt
    if (attempt.holder !== holder) throw new ProblemError('ATTEMPT.HELD_ELSEWHERE', { attemptId })
    // A pause that has just begun may have brought a late one back into its time.
    if (receivedAt <= attempt.acceptUntil || !(await this.closer.closeOverdue(attemptId))) {
      await this.closer.submit(attemptId, receivedAt, await this.lastAnswers(actor, attemptId, responses, receivedAt))
    }
    return this.demandOwn(actor, attemptId)
  }

  /**
   * Answers that come with an act on the attempt, as they are recorded; the act decides which of them still count.
   * @throws ProblemError ATTEMPT.UNKNOWN_OPTION, or ATTEMPT.NOT_FOUND for somebody else's attempt
   */
  async lastAnswers(actor: Actor, attemptId: string, responses: readonly ResponseIn[], receivedAt: Date) {
    const live = await this.papers.liveAttempt(attemptId)
    if (live.accountId !== actor.accountId) throw new ProblemError('ATTEMPT.NOT_FOUND')
    return responses.map((response) => ({
      seq: response.seq,
      position: response.position,
      response: responseOf(live, response),
      clientAtMs: response.clientAtMs ?? null,
      receivedAt,
    }))
  }

  /** The attempt with its items as this attempt shows them; nothing in it tells a right option. */
  async paper(actor: Actor, attemptId: string, holder: string): Promise<ShownPaper> {
    const attempt = await this.demandOwn(actor, attemptId)
    if (attempt.state === 'submitted') throw new ProblemError('ATTEMPT.ALREADY_SUBMITTED')
    if (attempt.holder !== holder) throw new ProblemError('ATTEMPT.HELD_ELSEWHERE', { attemptId })
    const [round, events] = await Promise.all([this.rounds.demand(attempt.roundId), this.attempts.eventsOf(attemptId)])
    return this.papers.show(attempt, round, events)
  }

  async status(actor: Actor, attemptId: string) {
    const attempt = await this.demandOwn(actor, attemptId)
    const [round, lastSeq] = await Promise.all([this.rounds.demand(attempt.roundId), this.attempts.lastSeq(attemptId)])
    return { attempt, round, lastSeq }
  }

  async demandOwn(actor: Pick<Actor, 'accountId'>, attemptId: string): Promise<AttemptEntity> {
    const attempt = await this.attempts.find(attemptId)
    if (!attempt || attempt.accountId !== actor.accountId) throw new ProblemError('ATTEMPT.NOT_FOUND')
    return attempt
  }

  /** What a paper was drawn with besides its round and its own id (DR-1). */
  async drawnWith(attempt: AttemptEntity): Promise<{ met: ReadonlySet<string>; tolerance: number | null }> {
    const [met, { paperTolerance }] = await Promise.all([
      this.attempts.metItems(attempt.roundId, attempt.drawnAfter),
      this.papers.rulesOf(attempt),
    ])
    return { met, tolerance: paperTolerance }
  }

  ofPerson(accountId: string): Promise<AttemptEntity[]> {
    return this.attempts.allOfPerson(accountId)
  }

  eventsOf(attemptId: string) {
    return this.attempts.eventsOf(attemptId)
  }

  private refusal(code: ErrorCode, params?: { seconds: number }): ProblemError {
    this.metrics.refusedResponses.inc({ code })
    return new ProblemError(code, params)
  }
}

function isRefusal(outcome: WriteOutcome): outcome is Exclude<WriteOutcome, 'saved'> {
  return outcome !== 'saved'
}

function toWrite(attempt: LiveAttempt, holder: string, response: ResponseIn, receivedAtMs: number): ResponseWrite {
  const recorded = responseOf(attempt, response)
  return {
    attemptId: attempt.id,
    holder,
    seq: response.seq,
    position: response.position,
    response:
      recorded === null ? null : typeof recorded === 'string' ? JSON.stringify(recorded) : `[${recorded.join()}]`,
    clientAtMs: response.clientAtMs ?? null,
    receivedAtMs,
  }
}

/** An answer as what is recorded; tokens of anything else are refused. */
function responseOf(attempt: LiveAttempt, { position, answer }: ResponseIn): ItemResponse | null {
  const place = attempt.places[position - 1]
  const response =
    position === PREDICTION_PLACE
      ? attempt.asksPrediction
        ? readPrediction(answer)
        : undefined
      : place && readAnswer(place, answer)
  if (response === undefined) throw new ProblemError('ATTEMPT.UNKNOWN_OPTION')
  return response
}
