import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Bus } from '../../../platform/live/bus.js'
import { RepeatedJob } from '../../../platform/jobs/repeated-job.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import { ROUND_CHANGED } from '../../contests/index.js'
import { isOver, isPlaceOver } from '../domain/attempt-clock.js'
import { blankPlaces, blanksToFill } from '../domain/completeness.js'
import { PREDICTION_PLACE } from '../domain/prediction.js'
import { currentResponses, takable, withEvents } from '../domain/response-log.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'
import { AttemptRepository } from '../infra/attempt.repository.js'
import { appendEvents } from '../infra/write-records.js'
import type { LockedAttempt, StoredEvent } from '../infra/locked-attempts.js'
import type { Closing } from '../infra/write-closings.js'
import { AttemptJudge } from './attempt-judge.js'
import { Papers } from './papers.js'

const SWEEP_MS = 2_000
/** An answer that arrived in time may still be on its way to the disk; the job waits this long after the grace. */
const SWEEP_MARGIN_MS = 2_000
const SWEEP_LIMIT = 500
/** After a round's end, grace and the last sweep; then nothing can start or end in it any more. */
const EXPOSURE_MARGIN_MS = 15_000

/** A submitted attempt, for whoever keeps standings. Told after the commit, in the process that closed it or changed what it comes to. */
export interface SubmittedAttempt {
  attemptId: string
  roundId: string
  accountId: string
}

/** The notice to the sockets of every process that an attempt has ended. */
export const ATTEMPT_SUBMITTED = 'attempt.submitted'

/**
 * Closes attempts: by the participant's act, or at the deadline by a job that any number of processes may run at the same time,
 * that may crash anywhere and run again (AT-7): the row lock lets one of them close, the state keeps it closed.
 */
@Injectable()
export class AttemptCloser implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: RepeatedJob
  private readonly listeners: ((attempts: SubmittedAttempt[]) => void)[] = []
  private readonly before: (() => Promise<void>)[] = []

  constructor(
    private readonly attempts: AttemptRepository,
    private readonly papers: Papers,
    private readonly judge: AttemptJudge,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    logger: Logger,
  ) {
    this.job = new RepeatedJob(SWEEP_MS, () => this.tidy(), logger, 'closing overdue attempts failed; trying again')
    bus.subscribe(
      ROUND_CHANGED,
      (roundId) => void this.align(roundId as string).catch((error) => this.job.complain(error)),
    )
  }

  onApplicationBootstrap(): void {
    this.job.start()
  }

  onApplicationShutdown(): void {
    this.job.stop()
  }

  onSubmitted(listener: (attempts: SubmittedAttempt[]) => void): void {
    this.listeners.push(listener)
  }

  /** What has to have happened before overdue attempts are closed. */
  beforeSweep(act: () => Promise<void>): void {
    this.before.push(act)
  }

  /**
   * Closes one attempt at `submittedAt`, after adding the answers that came with the submission. Closing twice does nothing.
   * After the deadline it is the page that hands in, by itself: such an attempt ends like one whose page was closed.
   * @throws ProblemError ATTEMPT.SEQUENCE_REUSED when an answer contradicts a stored one, ATTEMPT.INCOMPLETE or
   *   ATTEMPT.PREDICTION_MISSING before the deadline when the rules ask for more answers; the attempt goes on then
   */
  async submit(
    attemptId: string,
    submittedAt: Date,
    lastEvents: readonly (StoredEvent & { clientAtMs: number | null })[],
  ): Promise<void> {
    const closed = await this.attempts.close({ id: attemptId }, async (locked, manager) => {
      const { attempt, pausedAt } = locked
      const last = takable(attempt, lastEvents)
      const events = withEvents<StoredEvent>(locked.events, last)
      if (!events) throw new ProblemError('ATTEMPT.SEQUENCE_REUSED')
      const isInTime = pausedAt !== null ? !this.isOver(locked) : submittedAt < attempt.deadlineAt
      if (isInTime) demandComplete({ ...locked, events }, submittedAt)
      await appendEvents(manager, attemptId, locked.events, last)
      return isInTime
        ? this.judge.closing({ ...locked, events }, submittedAt, 'by_participant', manager)
        : this.judge.closing({ ...locked, events }, attempt.deadlineAt, 'at_deadline', manager)
    })
    this.announce(closed)
  }

  /** Closes one attempt whose time is over, now. @returns false when it goes on, since the clock stands, or has ended before */
  async closeOverdue(attemptId: string): Promise<boolean> {
    const closed = await this.attempts.close({ id: attemptId }, (locked, manager) =>
      this.closingOverdue(locked, manager),
    )
    this.announce(closed)
    return closed.length > 0
  }

  /** Closes attempts that the caller's transaction has locked, where their time is over; `announce` them after the commit. */
  closeLocked(manager: Transaction, ids: readonly string[]) {
    return this.attempts.closeLocked(manager, ids, (locked, own) => this.closingOverdue(locked, own))
  }

  /** Closes everything that is overdue. @returns how many it closed */
  async sweep(): Promise<number> {
    for (const act of this.before) await act()
    let total = 0
    for (;;) {
      const overdueAt = new Date(this.clock.now() - SWEEP_MARGIN_MS)
      const closed = await this.attempts.close({ overdueAt, limit: SWEEP_LIMIT }, (locked, manager) =>
        this.closingOverdue(locked, manager),
      )
      this.announce(closed)
      total += closed.length
      if (closed.length < SWEEP_LIMIT) return total
    }
  }

  /** CL-1: while the clock stands, only what was over before is overdue, whatever the row still says. */
  private async closingOverdue(locked: LockedAttempt, manager: Transaction): Promise<Closing | null> {
    return this.isOver(locked) ? this.judge.closing(locked, locked.attempt.deadlineAt, 'at_deadline', manager) : null
  }

  private isOver({ attempt, graceMs, pausedAt }: LockedAttempt): boolean {
    const clock = { deadlineAt: attempt.deadlineAt.getTime(), graceMs, pausedAt: pausedAt?.getTime() ?? null }
    return isOver(clock, this.clock.now())
  }

  /** Tells everybody that attempts have ended; after the commit. */
  announce(closed: readonly { attempt: AttemptEntity; closing: Closing }[]): void {
    if (closed.length === 0) return
    for (const { attempt, closing } of closed) {
      this.papers.forget(attempt.id)
      this.metrics.submittedAttempts.inc({ kind: closing.submitKind })
      this.bus.publish(ATTEMPT_SUBMITTED, attempt.id)
    }
    this.tell(closed.map(({ attempt: { id, roundId, accountId } }) => ({ attemptId: id, roundId, accountId })))
  }

  /** Tells whoever keeps standings what has ended, or comes to something else than before; after the commit. */
  tell(submitted: SubmittedAttempt[]): void {
    if (submitted.length > 0) for (const listener of this.listeners) listener(submitted)
  }

  private async align(roundId: string | null): Promise<void> {
    for (const id of await this.attempts.alignDeadlines(roundId)) this.papers.forget(id)
  }

  private async tidy(): Promise<void> {
    await this.align(null)
    await this.sweep()
    await this.attempts.countExposure(new Date(this.clock.now() - EXPOSURE_MARGIN_MS))
  }
}

/** AT-13: before the deadline a paper that must be whole is not taken in while something can still be answered. */
function demandComplete({ attempt, events, rules, graceMs }: LockedAttempt, submittedAt: Date): void {
  if (!rules.allRequired) return
  const asksPrediction = rules.prediction !== null && attempt.prediction === null
  const isOpenOver =
    attempt.openUntil !== null && isPlaceOver(attempt.openUntil.getTime(), graceMs, submittedAt.getTime())
  const blanks = blankPlaces(attempt.form.length, currentResponses(events), asksPrediction)
  const missing = blanksToFill(blanks, attempt.openPosition, isOpenOver)
  const places = missing.filter((position) => position !== PREDICTION_PLACE)
  if (places.length > 0)
    throw new ProblemError('ATTEMPT.INCOMPLETE', { places: places.join(', '), count: places.length })
  if (missing.length > 0) throw new ProblemError('ATTEMPT.PREDICTION_MISSING')
}
