import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { canRevealKeys, ContestsService, type RoundEntity, RoundsService } from '../../contests/index.js'
import { ItemsService } from '../../item-bank/index.js'
import { isSealed } from '../domain/publicity.js'

/** What may be told of a round at this moment. */
@Injectable()
export class RoundOpenness {
  constructor(
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly items: ItemsService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError ROUND.NOT_FOUND also for one that is not public */
  async demandPublic(roundId: string): Promise<RoundEntity> {
    const round = await this.rounds.demand(roundId)
    await this.contests.demandPublished(round.contestId)
    if (!round.publishedAt) throw new ProblemError('ROUND.NOT_FOUND')
    return round
  }

  /** No answer of anybody can count any more (RD-3, CL-1). */
  isOver({ pausedAt, closesAt, graceMs }: RoundEntity): boolean {
    return pausedAt === null && canRevealKeys(closesAt.getTime(), graceMs, this.clock.now())
  }

  isSealed(round: RoundEntity): boolean {
    return isSealed(round, this.isOver(round))
  }

  /** PF-6: whether secret and pool may be told: the round is over, and no other published round still needs one of its items (IB-11). */
  async isRevealed(round: RoundEntity): Promise<boolean> {
    if (!this.isOver(round)) return false
    const pool = await this.rounds.poolOf(round.id)
    return (await this.items.heldVersions(pool.map(({ itemVersionId }) => itemVersionId))).size === 0
  }
}
