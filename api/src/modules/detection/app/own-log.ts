import { Injectable } from '@nestjs/common'
import type { Actor } from '../../../platform/http/actor.js'
import { AttemptsService } from '../../attempts/index.js'
import { RoundsService } from '../../contests/index.js'
import { presentProcessEvent } from './present-process-event.js'
import { ProcessLog } from './process-log.service.js'

/** PE-6: a person sees everything that is kept about how the own attempt was taken. */
@Injectable()
export class OwnLog {
  constructor(
    private readonly log: ProcessLog,
    private readonly attempts: AttemptsService,
    private readonly rounds: RoundsService,
  ) {}

  /**
   * When each answer was saved, without what it was (ID-8), and the events of the process.
   * @throws ProblemError ATTEMPT.NOT_FOUND for somebody else's attempt
   */
  async of(actor: Pick<Actor, 'accountId'>, attemptId: string) {
    const attempt = await this.attempts.demandOwn(actor, attemptId)
    const [round, answers, events] = await Promise.all([
      this.rounds.demand(attempt.roundId),
      this.attempts.eventsOf(attemptId),
      this.log.of([attemptId]),
    ])
    return {
      roundName: round.name,
      attemptNo: attempt.attemptNo,
      startedAt: attempt.startedAt.toISOString(),
      submittedAt: attempt.submittedAt?.toISOString() ?? null,
      submitKind: attempt.submitKind,
      network: attempt.network,
      notice:
        attempt.noticeVersion === null || attempt.noticeSha256 === null
          ? null
          : { version: attempt.noticeVersion, sha256: attempt.noticeSha256 },
      deleteAfter: events[0]?.deleteAfter.toISOString() ?? null,
      answers: answers.map(({ position, receivedAt }) => ({ position, at: receivedAt.toISOString() })),
      events: events.map(presentProcessEvent),
    }
  }
}
