import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { mayAnswer, mayAppeal } from '../domain/case-life.js'
import { CaseRepository } from '../infra/case.repository.js'
import { present, standingOf } from './case-desk.js'

/** CA-6, CA-7: what the person says: once in the hearing, once as an appeal, each in time. */
@Injectable()
export class CaseHearing {
  constructor(
    private readonly cases: CaseRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError CASE.NOT_FOUND, CASE.TOO_LATE, CASE.WRONG_STATE */
  async answer(accountId: string, caseId: string, text: string): Promise<void> {
    await this.cases.transaction(async (manager) => {
      const file = present(await this.cases.lock(manager, caseId))
      if (file.accountId !== accountId || file.toldAt === null) throw new ProblemError('CASE.NOT_FOUND')
      const now = this.clock.now()
      if (!mayAnswer(standingOf(file, []), now)) {
        if (file.state === 'hearing' && file.answeredAt === null) throw tooLate(file.hearingUntil)
        throw new ProblemError('CASE.WRONG_STATE')
      }
      file.answer = text
      file.answeredAt = new Date(now)
      await this.cases.append(manager, file, 'answered', null, now, { words: text })
      await this.cases.save(manager, file)
    })
  }

  /** @throws ProblemError CASE.NOT_FOUND, CASE.TOO_LATE, CASE.WRONG_STATE */
  async appeal(accountId: string, caseId: string, text: string): Promise<void> {
    await this.cases.transaction(async (manager) => {
      const file = present(await this.cases.lock(manager, caseId))
      if (file.accountId !== accountId) throw new ProblemError('CASE.NOT_FOUND')
      const now = this.clock.now()
      if (!mayAppeal(standingOf(file, []), now)) {
        if (file.appealedAt === null && file.appealUntil !== null) throw tooLate(file.appealUntil)
        throw new ProblemError('CASE.WRONG_STATE')
      }
      file.state = 'appealed'
      file.appeal = text
      file.appealedAt = new Date(now)
      await this.cases.append(manager, file, 'appealed', null, now, { words: text })
      await this.cases.save(manager, file)
    })
  }
}

function tooLate(until: Date | null): ProblemError {
  return new ProblemError('CASE.TOO_LATE', { at: until?.toISOString() ?? '' })
}
