import { Injectable } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'
import { gradeResponse } from '../../item-bank/index.js'
import { timeUsedS, usableExtraOf } from '../domain/attempt-clock.js'
import { type Judgement, judgeAttempt } from '../domain/judge-attempt.js'
import { receiptCode } from '../domain/receipt-code.js'
import type { LockedAttempt } from '../infra/locked-attempts.js'
import type { Closing } from '../infra/write-closings.js'
import { Papers } from './papers.js'

/** What the outcome of an attempt is, from everything that is recorded of it under its lock. */
@Injectable()
export class AttemptJudge {
  constructor(private readonly papers: Papers) {}

  /** The end of a running attempt. */
  async closing(
    locked: LockedAttempt,
    submittedAt: Date,
    submitKind: Closing['submitKind'],
    manager: Transaction,
  ): Promise<Closing> {
    const { attempt, events, timeLimitS, pausedAt } = locked
    const clock = {
      startedAt: attempt.startedAt.getTime(),
      deadlineAt: attempt.deadlineAt.getTime(),
      creditMs: attempt.creditMs,
    }
    const usedS = timeUsedS({ ...clock, submittedAt: submittedAt.getTime(), pausedAt: pausedAt?.getTime() ?? null })
    const usableExtra = usableExtraOf(clock, timeLimitS, attempt.extraPercent)
    return {
      ...(await this.judge(locked, usedS, usableExtra, manager)),
      id: attempt.id,
      submittedAt,
      submitKind,
      timeUsedS: usedS,
      usableExtra,
      receiptCode: receiptCode({ attemptId: attempt.id, submittedAt: submittedAt.toISOString(), events }),
    }
  }

  /** SC-3: what an attempt comes to with the time used that it has or is to have. */
  async judge(
    { attempt, events, openings, takenOut, rules, timeLimitS }: LockedAttempt,
    timeUsedS: number,
    usableExtra: number | null,
    manager: Transaction,
  ): Promise<Judgement> {
    return judgeAttempt({
      form: attempt.form,
      events,
      rules,
      timeLimitS,
      extraPercent: attempt.extraPercent,
      usableExtra,
      takenOut,
      timeUsedS,
      heldPrediction: attempt.prediction,
      openings,
      keys: await this.papers.keysOf(
        attempt.form.map((item) => item.itemVersionId),
        manager,
      ),
      grade: gradeResponse,
    })
  }
}
