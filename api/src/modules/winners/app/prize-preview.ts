import { Injectable } from '@nestjs/common'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { type PrizeChanges, PrizeSources, type TriedRow } from '../../results/index.js'
import { prizeChanges } from '../domain/prize-changes.js'
import { WinnerRepository } from '../infra/winner.repository.js'
import { PrizeDesk, TOTAL } from './prize-desk.js'

/** RL-4: tells rulings which prizes they would move, by the same function that proposes winners. */
@Injectable()
export class PrizePreview {
  constructor(
    private readonly desk: PrizeDesk,
    private readonly winners: WinnerRepository,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    sources: PrizeSources,
  ) {
    sources.fillChanges((roundId, rows) => this.changes(roundId, rows))
  }

  /** @param rows everybody with a place as the ruling would have it, in their order */
  private async changes(roundId: string, rows: readonly TriedRow[]): Promise<PrizeChanges> {
    const round = await this.rounds.demand(roundId)
    const contest = await this.contests.demand(round.contestId)
    const before = await this.desk.work(contest, roundId)
    const after = await this.desk.work(contest, roundId, rows)
    const { lines, skipped } = prizeChanges(before.done, after.done)
    const rewardOf = new Map(after.allLines.map(({ key, reward }) => [key, reward]))
    const list = await this.winners.findList({ contestId: contest.id, kind: 'round', roundId })
    return {
      lines: lines.map(({ line, ...change }) => ({
        roundId: line.list === TOTAL ? null : line.list,
        tier: line.tier,
        table: line.table,
        reward: rewardOf.get(line.key) ?? { vi: '', en: '' },
        ...change,
      })),
      skipped,
      isSigned: list !== null && list.state !== 'proposed',
    }
  }
}
