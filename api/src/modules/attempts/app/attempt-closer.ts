import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Bus } from '../../../platform/live/bus.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import { ROUND_CHANGED } from '../../contests/index.js'
import { gradeResponse } from '../../item-bank/index.js'
import { receiptCode } from '../domain/receipt-code.js'
import { currentResponses, withEvents } from '../domain/response-log.js'
import { scoreAttempt, timeUsedS } from '../domain/score-attempt.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'
import { AttemptRepository, type Closing, type StoredEvent } from '../infra/attempt.repository.js'
import { Papers } from './papers.js'

const SWEEP_MS = 2_000
/** An answer that arrived in time may still be on its way to the disk; the job waits this long after the grace. */
const SWEEP_MARGIN_MS = 2_000
const SWEEP_LIMIT = 500
/** After a round's end, grace and the last sweep; then nothing can start or end in it any more. */
const EXPOSURE_MARGIN_MS = 15_000

/** A submitted attempt, for whoever keeps standings. Sent after the commit, in the process that closed it. */
export interface SubmittedAttempt {
  attemptId: string
  roundId: string
  accountId: string
  unitId: string | null
  points: number
  timeUsedS: number
  submittedAtMs: number
}

/** The notice to the sockets of every process that an attempt has ended. */
export const ATTEMPT_SUBMITTED = 'attempt.submitted'

/**
 * Closes attempts: by the participant's act, or at the deadline by a job that any number of processes may run at the same time,
 * that may crash anywhere and run again (AT-7): the row lock lets one of them close, the state keeps it closed.
 */
@Injectable()
export class AttemptCloser implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined
  private readonly listeners: ((attempts: SubmittedAttempt[]) => void)[] = []
  private isStopped = false

  constructor(
    private readonly attempts: AttemptRepository,
    private readonly papers: Papers,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {
    bus.subscribe(ROUND_CHANGED, (roundId) => void this.align(roundId as string).catch((error) => this.complain(error)))
  }

  onApplicationBootstrap(): void {
    this.schedule()
  }

  onApplicationShutdown(): void {
    this.isStopped = true
    clearTimeout(this.timer)
  }

  onSubmitted(listener: (attempts: SubmittedAttempt[]) => void): void {
    this.listeners.push(listener)
  }

  /**
   * Closes one attempt at `submittedAt`, after adding the answers that came with the submission. Closing twice does nothing.
   * After the deadline it is the page that hands in, by itself: such an attempt ends like one whose page was closed.
   * @throws ProblemError ATTEMPT.SEQUENCE_REUSED when an answer contradicts a stored one; the attempt goes on then
   */
  async submit(
    attemptId: string,
    submittedAt: Date,
    lastEvents: readonly (StoredEvent & { clientAtMs: number | null })[],
  ): Promise<void> {
    const closed = await this.attempts.close({ id: attemptId }, async (attempt, events, manager) => {
      const all = withEvents<StoredEvent>(events, lastEvents)
      if (!all) throw new ProblemError('ATTEMPT.SEQUENCE_REUSED')
      await this.attempts.appendEvents(manager, attemptId, lastEvents)
      return submittedAt < attempt.deadlineAt
        ? this.closing(attempt, all, submittedAt, 'by_participant', manager)
        : this.closing(attempt, all, attempt.deadlineAt, 'at_deadline', manager)
    })
    this.announce(closed)
  }

  /** Closes one attempt whose time is over, now. */
  async closeOverdue(attemptId: string): Promise<void> {
    this.announce(
      await this.attempts.close({ id: attemptId }, (attempt, events, manager) =>
        this.closing(attempt, events, attempt.deadlineAt, 'at_deadline', manager),
      ),
    )
  }

  /** Closes everything that is overdue. @returns how many it closed */
  async sweep(): Promise<number> {
    let total = 0
    for (;;) {
      const overdueAt = new Date(this.clock.now() - SWEEP_MARGIN_MS)
      const closed = await this.attempts.close({ overdueAt, limit: SWEEP_LIMIT }, (attempt, events, manager) =>
        this.closing(attempt, events, attempt.deadlineAt, 'at_deadline', manager),
      )
      this.announce(closed)
      total += closed.length
      if (closed.length < SWEEP_LIMIT) return total
    }
  }

  private async closing(
    attempt: AttemptEntity,
    events: readonly StoredEvent[],
    submittedAt: Date,
    submitKind: Closing['submitKind'],
    manager: Transaction,
  ): Promise<Closing> {
    const itemVersionIds = attempt.form.map((item) => item.itemVersionId)
    const keys = await this.papers.keysOf(itemVersionIds, manager)
    const score = scoreAttempt(itemVersionIds, keys, currentResponses(events), gradeResponse)
    return {
      id: attempt.id,
      submittedAt,
      submitKind,
      points: score.points,
      answeredCount: score.answeredCount,
      timeUsedS: timeUsedS(attempt.startedAt.getTime(), submittedAt.getTime(), attempt.deadlineAt.getTime()),
      receiptCode: receiptCode({ attemptId: attempt.id, submittedAt: submittedAt.toISOString(), events }),
    }
  }

  private announce(closed: readonly { attempt: AttemptEntity; closing: Closing }[]): void {
    if (closed.length === 0) return
    for (const { attempt, closing } of closed) {
      this.papers.forget(attempt.id)
      this.metrics.submittedAttempts.inc({ kind: closing.submitKind })
      this.bus.publish(ATTEMPT_SUBMITTED, attempt.id)
    }
    const submitted = closed.map(({ attempt, closing }) => ({
      attemptId: attempt.id,
      roundId: attempt.roundId,
      accountId: attempt.accountId,
      unitId: attempt.unitId,
      points: closing.points,
      timeUsedS: closing.timeUsedS,
      submittedAtMs: closing.submittedAt.getTime(),
    }))
    for (const listener of this.listeners) listener(submitted)
  }

  private async align(roundId: string | null): Promise<void> {
    for (const id of await this.attempts.alignDeadlines(roundId)) this.papers.forget(id)
  }

  private schedule(): void {
    if (this.isStopped) return
    this.timer = setTimeout(() => {
      void this.align(null)
        .then(() => this.sweep())
        .then(() => this.attempts.countExposure(new Date(this.clock.now() - EXPOSURE_MARGIN_MS)))
        .catch((error) => this.complain(error))
        .finally(() => this.schedule())
    }, SWEEP_MS)
    this.timer.unref()
  }

  private complain(error: unknown): void {
    if (!this.isStopped)
      this.logger.warn({ reason: (error as Error).message }, 'closing overdue attempts failed; trying again')
  }
}
