import { type PageEventKind, type ProcessDetail } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import type { Actor } from '../../../platform/http/actor.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import { AttemptCallers, type AttemptEntity, AttemptsService, type FurtherCaller } from '../../attempts/index.js'
import { clockOffset, eventIdOf, placedAt } from '../domain/process-event.js'
import type { ProcessEventEntity } from '../infra/process-event.entity.js'
import { type NewProcessEvent, ProcessEventRepository } from '../infra/process-event.repository.js'

/** So long after its deadline a phone that had no network may still hand in what it noted. */
const LATE_MS = 24 * 3_600_000

export interface PageEventIn {
  id: string
  kind: PageEventKind
  atMs: number
  durationMs?: number | undefined
  position?: number | undefined
  length?: number | undefined
  percent?: number | undefined
}

/** PE: what is noted about how papers are taken. Nothing is noted of an attempt before whose start nothing was said about it. */
@Injectable()
export class ProcessLog {
  constructor(
    private readonly events: ProcessEventRepository,
    private readonly attempts: AttemptsService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    callers: AttemptCallers,
  ) {
    callers.onFurther((caller) => this.noteCaller(caller))
  }

  /**
   * Writes what a page noted. Repeating it changes nothing.
   * @param sentAtMs the device's clock when it sent this
   * @returns whether nothing more is noted about this attempt
   * @throws ProblemError ATTEMPT.NOT_FOUND for somebody else's attempt; REQUEST.TOO_MANY
   */
  async record(actor: Actor, attemptId: string, sentAtMs: number, told: readonly PageEventIn[]): Promise<boolean> {
    const arrivedAt = this.clock.now()
    await this.limits.take('processByAttempt', attemptId)
    const attempt = await this.attempts.demandOwn(actor, attemptId)
    if (attempt.noticeVersion === null || arrivedAt > attempt.deadlineAt.getTime() + LATE_MS) return true
    const offsetMs = clockOffset(sentAtMs, arrivedAt)
    await this.events.add(attemptId, [
      ...told.map((event) => asNoted(attempt, event, sentAtMs, arrivedAt)),
      ...(offsetMs === null ? [] : [clockEvent(attempt, offsetMs, sentAtMs, arrivedAt)]),
    ])
    return false
  }

  /** What is kept of these attempts: attempt by attempt, in order of time. */
  of(attemptIds: readonly string[]): Promise<ProcessEventEntity[]> {
    return attemptIds.length === 0 ? Promise.resolve([]) : this.events.of(attemptIds)
  }

  private async noteCaller({ attemptId, kind, to }: FurtherCaller): Promise<void> {
    const at = new Date(this.clock.now())
    const id = eventIdOf(attemptId, `${kind} ${to}`)
    await this.events.add(attemptId, [{ id, attemptId, kind, at, clientAtMs: null, durationMs: null, detail: { to } }])
  }
}

type Times = Pick<AttemptEntity, 'id' | 'startedAt' | 'submittedAt'>

function asNoted(attempt: Times, event: PageEventIn, sentAtMs: number, arrivedAt: number): NewProcessEvent {
  const { id, kind, atMs, durationMs, position, length, percent } = event
  const { at, lateMs } = placed(attempt, atMs, sentAtMs, arrivedAt)
  const detail: ProcessDetail = { position, length, percent, lateMs: lateMs ?? undefined }
  return {
    id: eventIdOf(attempt.id, `page ${id}`),
    attemptId: attempt.id,
    kind,
    at: new Date(at),
    clientAtMs: atMs,
    durationMs: durationMs ?? null,
    detail,
  }
}

function clockEvent(attempt: Times, offsetMs: number, sentAtMs: number, arrivedAt: number): NewProcessEvent {
  return {
    id: eventIdOf(attempt.id, `clock ${offsetMs}`),
    attemptId: attempt.id,
    kind: 'clock-offset',
    at: new Date(placed(attempt, sentAtMs, sentAtMs, arrivedAt).at),
    clientAtMs: sentAtMs,
    durationMs: null,
    detail: { offsetMs },
  }
}

function placed({ startedAt, submittedAt }: Times, atMs: number, sentAtMs: number, arrivedAt: number) {
  return placedAt({
    atMs,
    sentAtMs,
    arrivedAt,
    startedAt: startedAt.getTime(),
    endedAt: submittedAt?.getTime() ?? null,
  })
}
