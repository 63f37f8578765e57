import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { type ContestEntity, ContestsService, RoundsService } from '../../contests/index.js'
import { changesBetween, holdsPlace, type PlaceChange } from '../domain/winner-life.js'
import { type VersionHead, VersionRepository } from '../infra/version.repository.js'
import type { WinnerEntity, WinnerListEntity } from '../infra/winner.entities.js'
import { type ListKey, type NewWinner, WinnerRepository } from '../infra/winner.repository.js'
import { CollectiveService } from './collective.service.js'
import { type Desk, PrizeDesk } from './prize-desk.js'

/** A prize of a list as it would be given now. */
export interface WorkedLine {
  key: string
  tier: WinnerEntity['tier']
  reward: WinnerEntity['reward']
  table: string | null
  count: number
  winners: NewWinner[]
  waiting: { ids: string[]; seats: number }[]
  openSeats: number
}

/** What the rules make of the newest results, whatever is stored. */
export interface Worked {
  key: ListKey
  contest: ContestEntity
  title: { vi: string; en: string }
  lines: WorkedLine[]
  desk: Desk | null
  version: VersionHead | null
  /** Nothing that the list is made from can change any more by itself. */
  isFinal: boolean
  /** Winners who hold a locked lower prize elsewhere. */
  holdTwo: string[]
}

export type Obstacle =
  | 'nothing-proposed'
  | 'changes'
  | 'waiting-for-draw'
  | 'identities'
  | 'results-not-final'
  | 'holds-two'

/** Works lists out anew and compares them with what is stored. */
@Injectable()
export class WinnerLists {
  constructor(
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly desk: PrizeDesk,
    private readonly collective: CollectiveService,
    private readonly versions: VersionRepository,
    private readonly winners: WinnerRepository,
  ) {}

  /** @param list a round's id, `total` or `collective` */
  async work(contestId: string, list: string): Promise<Worked> {
    const contest = await this.contests.demand(contestId)
    if (list === 'collective') return this.workCollective(contest)
    const isTotal = list === 'total'
    const round = isTotal ? null : await this.rounds.demand(list)
    if (round && round.contestId !== contestId) throw new ProblemError('ROUND.NOT_FOUND')
    const desk = await this.desk.work(contest, round?.id ?? null)
    const done = desk.done.lines.filter(({ line }) => line.list === list)
    const lines = desk.lines.map((line): WorkedLine => {
      const given = done.find((one) => one.line.key === line.key)
      return {
        ...line,
        winners: (given?.awards ?? []).map(({ accountId, rank, orderNo }) => ({
          accountId,
          unitId: null,
          lineKey: line.key,
          tier: line.tier,
          reward: line.reward,
          tableCode: line.table,
          rank,
          orderNo,
          points: desk.rowBy.get(accountId)?.points ?? null,
          replacesId: null,
        })),
        waiting: (given?.waiting ?? []).map(({ accountIds, seats }) => ({ ids: accountIds, seats })),
        openSeats: given?.openSeats ?? line.count,
      }
    })
    return {
      key: { contestId, kind: isTotal ? 'total' : 'round', roundId: round?.id ?? null },
      contest,
      title: round?.name ?? { vi: 'Tổng các đợt', en: 'All rounds together' },
      lines,
      desk,
      version: desk.version,
      isFinal: desk.version?.isFinal ?? false,
      holdTwo: done.flatMap(({ awards }) =>
        awards.filter(({ alsoHolds }) => alsoHolds).map(({ accountId }) => accountId),
      ),
    }
  }

  async stored(worked: Worked): Promise<{ list: WinnerListEntity | null; winners: WinnerEntity[] }> {
    const list = await this.winners.findList(worked.key)
    return { list, winners: list ? await this.winners.winnersOf([list.id]) : [] }
  }

  find(versionId: string | null): Promise<VersionHead | null> {
    return versionId === null ? Promise.resolve(null) : this.versions.find(versionId)
  }

  private async workCollective(contest: ContestEntity): Promise<Worked> {
    const { plan, result, isFinal } = await this.collective.judge(contest)
    const byId = new Map(result.units.map((unit) => [unit.unitId, unit]))
    const lines = plan.prizes.map((prize, index): WorkedLine => {
      const units = result.awards[index]?.unitIds ?? []
      const key = `collective:${index}:${prize.tier}:${prize.by}:${prize.place}:${prize.sizeClass ?? ''}`
      const winner = (unitId: string): NewWinner => ({
        accountId: null,
        unitId,
        lineKey: key,
        tier: prize.tier,
        reward: prize.reward,
        tableCode: null,
        rank: prize.place,
        orderNo: index + 1,
        points:
          prize.by === 'formula' ? (byId.get(unitId)?.formula ?? null) : (byId.get(unitId)?.measures[prize.by] ?? null),
        replacesId: null,
      })
      return {
        key,
        tier: prize.tier,
        reward: prize.reward,
        table: null,
        count: 1,
        winners: units.length === 1 ? units.map(winner) : [],
        waiting: units.length > 1 ? [{ ids: units, seats: 1 }] : [],
        openSeats: units.length === 0 ? 1 : 0,
      }
    })
    return {
      key: { contestId: contest.id, kind: 'collective', roundId: null },
      contest,
      title: { vi: 'Giải tập thể', en: 'Collective prizes' },
      lines,
      desk: null,
      version: null,
      isFinal,
      holdTwo: [],
    }
  }
}

/** WN-9: how the stored places differ from what was worked out. */
export function changesOf(worked: Worked, winners: readonly WinnerEntity[]): PlaceChange[] {
  const isUnits = worked.key.kind === 'collective'
  // A unit may hold several prizes: what is compared there is the unit in its line.
  const who = (one: Pick<WinnerEntity, 'accountId' | 'unitId' | 'lineKey'>) =>
    isUnits ? `${one.unitId} ${one.lineKey}` : (one.accountId as string)
  return changesBetween(
    winners
      .filter(({ state }) => holdsPlace(state))
      .map((winner) => ({ accountId: who(winner), lineKey: winner.lineKey })),
    worked.lines.flatMap((line) => line.winners).map((winner) => ({ accountId: who(winner), lineKey: winner.lineKey })),
  )
}

/** WN-8: what has to be done before a list is signed. */
export function obstaclesOf(worked: Worked, winners: readonly WinnerEntity[]): Obstacle[] {
  const live = winners.filter(({ state }) => holdsPlace(state))
  const found: Obstacle[] = []
  if (live.length === 0) found.push('nothing-proposed')
  if (!worked.isFinal) found.push('results-not-final')
  if (live.length > 0 && changesOf(worked, winners).length > 0) found.push('changes')
  if (worked.lines.some(({ waiting }) => waiting.length > 0)) found.push('waiting-for-draw')
  if (live.some(({ accountId, state }) => accountId !== null && state === 'proposed')) found.push('identities')
  if (worked.holdTwo.length > 0) found.push('holds-two')
  return found
}
