import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import type { ContestEntity, RoundEntity } from '../../contests/index.js'
import { BanksService } from '../../item-bank/index.js'

/** How a person takes part in a round: in which table, with how much extra time. */
export interface Entry {
  tableCode: string | null
  extraPercent: number
}

/** Who may start an attempt, and how. The one place that asks; everything else of starting is about time and number. */
@Injectable()
export class EntryCheck {
  constructor(private readonly banks: BanksService) {}

  /** @throws ProblemError why this person may not take part in this round */
  async admit(actor: Actor, round: RoundEntity, _contest: ContestEntity): Promise<Entry> {
    await this.refuseAuthor(actor, round.bankIds)
    return { tableCode: null, extraPercent: 0 }
  }

  /** WN-2: who may read the keys of a round's banks does not take part in it. */
  private async refuseAuthor(actor: Actor, bankIds: readonly string[]): Promise<void> {
    if (actor.role === 'contestant') return
    const reach = await this.banks.reachOf(actor)
    if (!reach || reach.bankIds.some((id) => bankIds.includes(id))) throw new ProblemError('ATTEMPT.AUTHOR_BARRED')
  }
}
