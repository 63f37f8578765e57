import { Injectable } from '@nestjs/common'
import { ContestsService } from '../../contests/index.js'
import { holdsPlace } from '../domain/winner-life.js'
import { WinnerRepository } from '../infra/winner.repository.js'
import { type ListedLine, linesOf, PrizeDesk } from './prize-desk.js'

/** The prizes of a round as they were published, with what they follow from beside the results. */
export interface PublishedPrizes {
  /** The results that the list was made from. */
  versionId: string | null
  lines: (Pick<ListedLine, 'key' | 'tier' | 'table' | 'count'> & { winners: string[] })[]
  /** Whom the order reaches and who gets no prize there. */
  passed: string[]
}

/** WN-5: tells later modules what anybody works a published list out again from. */
@Injectable()
export class PublicPrizes {
  constructor(
    private readonly winners: WinnerRepository,
    private readonly desk: PrizeDesk,
    private readonly contests: ContestsService,
  ) {}

  /** @returns null before the list is published */
  async ofRound(contestId: string, roundId: string): Promise<PublishedPrizes | null> {
    const list = await this.winners.findList({ contestId, kind: 'round', roundId })
    if (!list?.publishedAt) return null
    const contest = await this.contests.demand(contestId)
    const [winners, desk] = await Promise.all([this.winners.winnersOf([list.id]), this.desk.work(contest, roundId)])
    const held = winners.filter(({ state }) => holdsPlace(state))
    return {
      versionId: list.versionId,
      lines: linesOf(contest, roundId).map(({ key, tier, table, count }) => ({
        key,
        tier,
        table,
        count,
        winners: held.flatMap(({ lineKey, accountId }) => (lineKey === key && accountId !== null ? [accountId] : [])),
      })),
      passed: desk.done.skipped.flatMap((skip) => (skip.list === roundId ? [skip.accountId] : [])),
    }
  }
}
