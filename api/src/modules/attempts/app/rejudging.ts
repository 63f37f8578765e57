import { Injectable } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AttemptRepository } from '../infra/attempt.repository.js'
import type { AttemptClock } from '../infra/credit.repository.js'
import { AttemptJudge } from './attempt-judge.js'

/** Attempts judged at a time: some megabytes of answers. */
const CHUNK = 500

/** SC-3, CL-4: what submitted attempts come to when organizers have taken time out of their clocks. */
@Injectable()
export class Rejudging {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly judge: AttemptJudge,
  ) {}

  /**
   * Gives each submitted one that has a bonus for speed the score that follows from its new time. What is taken out must be recorded, and
   * the attempts locked.
   * @param usableExtra of the attempts whose rules have such a bonus
   */
  async scores(
    manager: Transaction,
    clocks: readonly AttemptClock[],
    usableExtra: ReadonlyMap<string, number | null>,
  ): Promise<AttemptClock[]> {
    const ids = clocks.filter(({ id, timeUsedS }) => timeUsedS !== null && usableExtra.has(id)).map(({ id }) => id)
    const times = new Map(clocks.map(({ id, timeUsedS }) => [id, timeUsedS]))
    const scores = new Map<string, AttemptClock['score']>()
    for (let from = 0; from < ids.length; from += CHUNK)
      for (const locked of await this.attempts.locked(manager, ids.slice(from, from + CHUNK))) {
        const { id } = locked.attempt
        const used = times.get(id) as number
        const { points, bonus } = await this.judge.judge(locked, used, usableExtra.get(id) ?? null, manager)
        scores.set(id, { points, bonus })
      }
    return clocks.map((clock) => ({ ...clock, score: scores.get(clock.id) ?? null }))
  }
}
