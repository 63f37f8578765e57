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
import { timeUsedS } from '../domain/attempt-clock.js'
import { blankPlaces, blanksToFill } from '../domain/completeness.js'
import { judgeAttempt } from '../domain/judge-attempt.js'
import { PREDICTION_PLACE } from '../domain/prediction.js'
import { currentResponses, takable, withEvents } from '../domain/response-log.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'
import { AttemptRepository, type LockedAttempt, type StoredEvent } from '../infra/attempt.repository.js'
import type { Closing } from '../infra/write-closings.js'
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
  attemptNo: number
  tableCode: string | null
  points: number
  rightCount: number
  prediction: number | null
  /** AT-13: false: it has no place. */
  isRanked: boolean
  /** As it was; rankings normalise it by the extra time. */
  timeUsedS: number
  extraPercent: number
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
      const isInTime = pausedAt !== null || submittedAt < attempt.deadlineAt
      if (isInTime) demandComplete({ ...locked, events }, submittedAt)
      await this.attempts.appendEvents(manager, attemptId, last)
      return isInTime
        ? this.closing({ ...locked, events }, submittedAt, 'by_participant', manager)
        : this.closing({ ...locked, events }, attempt.deadlineAt, 'at_deadline', manager)
    })
    this.announce(closed)
  }

  /** Closes one attempt whose time is over, now. */
  async closeOverdue(attemptId: string): Promise<void> {
    this.announce(
      await this.attempts.close({ id: attemptId }, (locked, manager) => this.closingOverdue(locked, manager)),
    )
  }

  /** Closes everything that is overdue. @returns how many it closed */
  async sweep(): Promise<number> {
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

  /** CL-1: while the clock stands, nothing is overdue, whatever the row still says. */
  private async closingOverdue(locked: LockedAttempt, manager: Transaction): Promise<Closing | null> {
    return locked.pausedAt ? null : this.closing(locked, locked.attempt.deadlineAt, 'at_deadline', manager)
  }

  private async closing(
    { attempt, events, openings, rules, timeLimitS, pausedAt }: LockedAttempt,
    submittedAt: Date,
    submitKind: Closing['submitKind'],
    manager: Transaction,
  ): Promise<Closing> {
    const usedS = timeUsedS({
      startedAt: attempt.startedAt.getTime(),
      submittedAt: submittedAt.getTime(),
      deadlineAt: attempt.deadlineAt.getTime(),
      creditMs: attempt.creditMs,
      pausedAt: pausedAt?.getTime() ?? null,
    })
    const judgement = judgeAttempt({
      form: attempt.form,
      events,
      rules,
      timeLimitS,
      extraPercent: attempt.extraPercent,
      creditMs: attempt.creditMs,
      timeUsedS: usedS,
      heldPrediction: attempt.prediction,
      openings,
      keys: await this.papers.keysOf(
        attempt.form.map((item) => item.itemVersionId),
        manager,
      ),
      grade: gradeResponse,
    })
    return {
      ...judgement,
      id: attempt.id,
      submittedAt,
      submitKind,
      timeUsedS: usedS,
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
      attemptNo: attempt.attemptNo,
      tableCode: attempt.tableCode,
      points: closing.points,
      rightCount: closing.rightCount,
      prediction: closing.prediction,
      isRanked: closing.isRanked,
      timeUsedS: closing.timeUsedS,
      extraPercent: attempt.extraPercent,
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

/** AT-13: before the deadline a paper that must be whole is not taken in while something can still be answered. */
function demandComplete({ attempt, events, rules }: LockedAttempt, submittedAt: Date): void {
  if (!rules.allRequired) return
  const asksPrediction = rules.prediction !== null && attempt.prediction === null
  const isOpenOver = attempt.openUntil !== null && submittedAt > attempt.openUntil
  const blanks = blankPlaces(attempt.form.length, currentResponses(events), asksPrediction)
  const missing = blanksToFill(blanks, attempt.openPosition, isOpenOver)
  const places = missing.filter((position) => position !== PREDICTION_PLACE)
  if (places.length > 0)
    throw new ProblemError('ATTEMPT.INCOMPLETE', { places: places.join(', '), count: places.length })
  if (missing.length > 0) throw new ProblemError('ATTEMPT.PREDICTION_MISSING')
}
