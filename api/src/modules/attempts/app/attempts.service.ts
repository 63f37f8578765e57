import { Injectable } from '@nestjs/common'
import type { ErrorCode } from '@thiso/contracts'
import type { ItemResponse } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import { Bus } from '../../../platform/live/bus.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import { ContestsService, deadlineOf, drawForm, readAnswer, RoundsService } from '../../contests/index.js'
import { BanksService } from '../../item-bank/index.js'
import { attemptIdOf } from '../domain/attempt-id.js'
import { AnswerWriter, type ResponseWrite, type WriteOutcome } from '../infra/answer-writer.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'
import { AttemptRepository } from '../infra/attempt.repository.js'
import { AttemptCloser } from './attempt-closer.js'
import { type LiveAttempt, Papers } from './papers.js'

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
    private readonly contests: ContestsService,
    private readonly banks: BanksService,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Starts an attempt, or returns the one that is running for this holder. Safe to repeat and to race: the id follows from the
   * number of the attempt, and the database holds the limits (AT-2).
   */
  async start(actor: Actor, roundId: string, holder: string) {
    for (let tries = 0; tries < 5; tries++) {
      const round = await this.rounds.demand(roundId)
      const now = this.clock.now()
      const own = await this.attempts.ofPerson(roundId, actor.accountId)
      const running = own.find((attempt) => attempt.state === 'in_progress')
      if (running) {
        if (now > running.acceptUntil.getTime()) {
          await this.closer.closeOverdue(running.id)
          continue
        }
        if (running.holder !== holder) throw new ProblemError('ATTEMPT.HELD_ELSEWHERE', { attemptId: running.id })
        return this.paper(actor, running.id, holder)
      }
      if (!(await this.contests.demand(round.contestId)).isPublished) throw new ProblemError('ROUND.NOT_FOUND')
      const state = this.rounds.stateOf(round)
      if (state === 'closed') throw new ProblemError('ROUND.CLOSED')
      if (state !== 'open') throw new ProblemError('ROUND.NOT_OPEN')
      await this.refuseAuthor(actor, round.bankIds)
      if (own.length >= round.attemptLimit)
        throw new ProblemError('ATTEMPT.LIMIT_REACHED', { limit: round.attemptLimit })

      const attemptNo = own.length + 1
      const id = attemptIdOf(roundId, actor.accountId, attemptNo)
      const form = drawForm(round.secret, id, round.blueprint, await this.papers.poolOf(roundId, round.revision))
      const deadline = deadlineOf(now, round.timeLimitS, round.closesAt.getTime())
      const attempt = {
        id,
        roundId,
        roundRevision: round.revision,
        accountId: actor.accountId,
        attemptNo,
        holder,
        form,
        startedAt: new Date(now),
        deadlineAt: new Date(deadline),
        acceptUntil: new Date(deadline + round.graceMs),
      }
      if (!(await this.attempts.insert(attempt))) continue
      this.metrics.startedAttempts.inc()
      const live = this.papers.remember(attempt, round.secret)
      const items = await this.papers.deliver(form.map((item) => item.itemVersionId))
      return { attempt: { ...attempt, state: 'in_progress' as const }, round, live, items, events: [] }
    }
    throw new ProblemError('SERVER.BUSY')
  }

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
    if (receivedAt > attempt.acceptUntil) {
      await this.closer.closeOverdue(attemptId)
    } else {
      const live = await this.papers.liveAttempt(attemptId)
      const events = responses.map((response) => ({
        seq: response.seq,
        position: response.position,
        response: responseOf(live, response),
        clientAtMs: response.clientAtMs ?? null,
        receivedAt,
      }))
      await this.closer.submit(attemptId, receivedAt, events)
    }
    return this.demandOwn(actor, attemptId)
  }

  /** The attempt with its items as this attempt shows them; nothing in it tells a right option. */
  async paper(actor: Actor, attemptId: string, holder: string) {
    const attempt = await this.demandOwn(actor, attemptId)
    if (attempt.state === 'submitted') throw new ProblemError('ATTEMPT.ALREADY_SUBMITTED')
    if (attempt.holder !== holder) throw new ProblemError('ATTEMPT.HELD_ELSEWHERE', { attemptId })
    const round = await this.rounds.demand(attempt.roundId)
    const live = this.papers.remember(attempt, round.secret)
    const [items, events] = await Promise.all([
      this.papers.deliver(attempt.form.map((item) => item.itemVersionId)),
      this.attempts.eventsOf(attemptId),
    ])
    return { attempt, round, live, items, events }
  }

  async status(actor: Actor, attemptId: string) {
    const attempt = await this.demandOwn(actor, attemptId)
    return { attempt, lastSeq: await this.attempts.lastSeq(attemptId) }
  }

  async demandOwn(actor: Pick<Actor, 'accountId'>, attemptId: string): Promise<AttemptEntity> {
    const attempt = await this.attempts.find(attemptId)
    if (!attempt || attempt.accountId !== actor.accountId) throw new ProblemError('ATTEMPT.NOT_FOUND')
    return attempt
  }

  ofPersonInRound(accountId: string, roundId: string) {
    return this.attempts.ofPerson(roundId, accountId)
  }

  ofPerson(accountId: string): Promise<AttemptEntity[]> {
    return this.attempts.allOfPerson(accountId)
  }

  eventsOf(attemptId: string) {
    return this.attempts.eventsOf(attemptId)
  }

  /** WN-2: who may read the keys of a round's banks does not take part in it. */
  private async refuseAuthor(actor: Actor, bankIds: readonly string[]): Promise<void> {
    if (actor.role === 'contestant') return
    const reach = await this.banks.reachOf(actor)
    if (!reach || reach.bankIds.some((id) => bankIds.includes(id))) throw new ProblemError('ATTEMPT.AUTHOR_BARRED')
  }

  private refusal(code: ErrorCode): ProblemError {
    this.metrics.refusedResponses.inc({ code })
    return new ProblemError(code)
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
  const response = place && readAnswer(place, answer)
  if (response === undefined) throw new ProblemError('ATTEMPT.UNKNOWN_OPTION')
  return response
}
