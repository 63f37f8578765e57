import { Injectable } from '@nestjs/common'
import type { WinnerListState, WinnerObstacle } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { type ContestEntity, ContestsService, RoundsService } from '../../contests/index.js'
import { ResultsService } from '../../results/index.js'
import { changesBetween, holdsPlace, type PlaceChange, stays } from '../domain/winner-life.js'
import { measureOf } from '../domain/collective-prize.js'
import { type VersionHead, VersionRepository } from '../infra/version.repository.js'
import type { ListSource, WinnerEntity, WinnerListEntity } from '../infra/winner.entities.js'
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
  /** Why seats may stay open: how many have a place there, or units can be compared; how many of them are passed over. */
  reach: { placed: number; passed: number }
}

/** What the rules make of the newest results, whatever is stored. */
export interface Worked {
  key: ListKey
  contest: ContestEntity
  title: { vi: string; en: string }
  lines: WorkedLine[]
  desk: Desk | null
  version: VersionHead | null
  /** Of units: the results that their figures are counted from. */
  sources: ListSource[]
  /** Nothing that the list is made from can change any more by itself. */
  isFinal: boolean
  /** RS-11: of the total only. */
  gap: 'rounds-not-final' | 'total-outdated' | null
  /** Winners who hold a locked lower prize elsewhere. */
  holdTwo: string[]
}

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
    private readonly results: ResultsService,
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
        reach: reachOf(desk, line),
      }
    })
    return {
      key: { contestId, kind: isTotal ? 'total' : 'round', roundId: round?.id ?? null },
      contest,
      title: round?.name ?? { vi: 'Tổng các đợt', en: 'All rounds together' },
      lines,
      desk,
      version: desk.version,
      sources: [],
      isFinal: desk.version?.isFinal ?? false,
      gap: isTotal ? await this.results.totalGap(contestId) : null,
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
    const { plan, result, isFinal, sources } = await this.collective.judge(contest)
    const byId = new Map(result.units.map((unit) => [unit.unitId, unit]))
    const holders = new Set(result.awards.flatMap(({ unitIds }) => unitIds))
    const isUndrawn = new Set(result.awards.flatMap(({ unitIds }) => (unitIds.length > 1 ? unitIds : [])))
    const lines = plan.prizes.map((prize, index): WorkedLine => {
      const units = result.awards[index]?.unitIds ?? []
      const compared = result.units.filter(
        (unit) =>
          (prize.sizeClass === null || unit.sizeClass === prize.sizeClass) && measureOf(unit, prize.by) !== null,
      )
      // Whoever the draw leaves without a higher prize may still come to this one.
      const undrawn = compared.flatMap(({ unitId }) => (isUndrawn.has(unitId) ? [unitId] : []))
      const waiting = units.length > 1 ? units : units.length === 0 && plan.onePrizeEach ? undrawn : []
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
        waiting: waiting.length > 0 ? [{ ids: waiting, seats: 1 }] : [],
        openSeats: units.length === 0 && waiting.length === 0 ? 1 : 0,
        reach: { placed: compared.length, passed: compared.filter(({ unitId }) => holders.has(unitId)).length },
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
      sources,
      gap: null,
      holdTwo: [],
    }
  }
}

/** A stored list, as far as it tells what is open about it. */
export interface StoredState {
  state: WinnerListState
  winners: readonly WinnerEntity[]
}

/**
 * WN-9: how the stored places differ from what was worked out. What one person asked for about a signed list is a change of it until
 * people take it over; from then on it is part of what they sign.
 */
export function changesOf(worked: Worked, { state, winners }: StoredState): PlaceChange[] {
  const isUnits = worked.key.kind === 'collective'
  // A unit may hold several prizes: what is compared there is the unit in its line.
  const who = (one: Pick<WinnerEntity, 'accountId' | 'unitId' | 'lineKey'>) =>
    isUnits ? `${one.unitId} ${one.lineKey}` : (one.accountId as string)
  const isSignedList = state === 'confirmed' || state === 'published'
  return changesBetween(
    winners
      .filter((winner) => (isSignedList ? holdsPlace(winner.state) : stays(winner)))
      .map((winner) => ({ accountId: who(winner), lineKey: winner.lineKey })),
    worked.lines.flatMap((line) => line.winners).map((winner) => ({ accountId: who(winner), lineKey: winner.lineKey })),
  )
}

/** Whether both are the same prize of the same person or unit. */
export function isSamePlace(a: PlaceOf, b: PlaceOf): boolean {
  return a.accountId === b.accountId && a.unitId === b.unitId && a.lineKey === b.lineKey
}
type PlaceOf = Pick<WinnerEntity, 'accountId' | 'unitId' | 'lineKey'>

/** Winners who keep their place with another rank or other points than those that are stored. */
export function movedFigures(worked: Worked, winners: readonly WinnerEntity[]) {
  const anew = worked.lines.flatMap((line) => line.winners)
  return winners.filter(stays).flatMap((winner) => {
    const now = anew.find((one) => isSamePlace(one, winner))
    const isSame = !now || (now.rank === winner.rank && now.orderNo === winner.orderNo && now.points === winner.points)
    return isSame ? [] : [{ winner, rank: now.rank, orderNo: now.orderNo, points: now.points }]
  })
}

/** WN-8: what has to be done before a list is signed or published. */
export function obstaclesOf(worked: Worked, stored: StoredState): WinnerObstacle[] {
  const { winners } = stored
  const live = winners.filter(stays)
  const found: WinnerObstacle[] = []
  const isStored = winners.some(({ state }) => holdsPlace(state))
  if (!isStored) found.push('nothing-proposed')
  if (!worked.isFinal) found.push('results-not-final')
  if (worked.gap) found.push(worked.gap)
  if (isStored && (changesOf(worked, stored).length > 0 || movedFigures(worked, winners).length > 0))
    found.push('changes')
  if (worked.lines.some(({ waiting }) => waiting.length > 0)) found.push('waiting-for-draw')
  if (live.some(({ accountId, state }) => accountId !== null && state === 'proposed')) found.push('identities')
  if (worked.holdTwo.length > 0) found.push('holds-two')
  return found
}

/** How many have a place in the table of a prize, and how many of them get nothing there for a reason. */
function reachOf({ input, done, rowBy }: Desk, { list, table }: { list: string; table: string | null }) {
  const placings = input.lists.find(({ key }) => key === list)?.placings ?? []
  const passed = done.skipped.filter(
    (skip) => skip.list === list && (table === null || rowBy.get(skip.accountId)?.table === table),
  )
  return {
    placed: placings.filter((placing) => table === null || placing.table === table).length,
    passed: passed.length,
  }
}
