import { Injectable } from '@nestjs/common'
import { fold } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { canRevealKeys, ContestsService, RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { awardPrizes } from '../domain/award-prizes.js'
import { ResultRepository, type ResultRow } from '../infra/result.repository.js'
import { linesOf } from './prize-desk.js'

/** Standings and winners as they would be while a round is running; nothing of it is kept. */
@Injectable()
export class WinnersService {
  constructor(
    private readonly results: ResultRepository,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  async standings(roundId: string, q: string | undefined, page: number, size: number) {
    const round = await this.rounds.demand(roundId)
    const words = q ? fold(q).split(' ').filter(Boolean) : []
    const { rows, total } = await this.results.page(round, words, (page - 1) * size, size)
    return { rows: await this.withUnits(rows), total }
  }

  /** What the ranking proposes for the round's prizes; final once nobody's answers can count any more. */
  async propose(roundId: string) {
    const round = await this.rounds.demand(roundId)
    const contest = await this.contests.demand(round.contestId)
    const lines = linesOf(contest, roundId)
    const seats = lines.reduce((total, { count }) => total + count, 0)
    // Prizes of a table may go far down the order over all tables.
    const isByTable = lines.some(({ table }) => table !== null)
    const top = seats === 0 ? [] : await this.results.upTo(round, isByTable ? MANY : seats)
    const placings = top.map((row, index) => ({
      accountId: row.accountId,
      table: row.table,
      rank: row.rank,
      orderNo: index + 1,
      isDecided: !row.isTied,
    }))
    const lists = [{ key: roundId, order: 1, placings }]
    const done = awardPrizes({ lists, lines, isOnePrizeEach: false, ineligible: [], held: [] })
    const reached = new Set<string>()
    const chosen = done.lines.flatMap(({ line, awards, waiting }) => {
      const prize = lines.find(({ key }) => key === line.key) as (typeof lines)[number]
      const people = [
        ...awards.map(({ accountId }) => ({ accountId, isContested: false })),
        ...waiting.flatMap(({ accountIds }) => accountIds.map((accountId) => ({ accountId, isContested: true }))),
      ]
      // Who waits for several prizes stands at the highest.
      return people.flatMap(({ accountId, isContested }) => {
        if (reached.has(accountId)) return []
        reached.add(accountId)
        return [{ tier: prize.tier, reward: prize.reward, accountId, isContested }]
      })
    })
    const standingBy = new Map((await this.withUnits(top)).map((row) => [row.accountId, row]))
    const winners = chosen.map(({ accountId, ...winner }) => ({
      ...winner,
      standing: standingBy.get(accountId) as WithUnit,
    }))
    const isFinal = canRevealKeys(round.closesAt.getTime(), round.graceMs, this.clock.now())
    return { round, contest, winners, isFinal, prizes: contest.prizes.filter(({ scope }) => scope === 'round') }
  }

  private async withUnits(rows: readonly ResultRow[]): Promise<WithUnit[]> {
    const byId = await this.units.byId()
    return rows.map((row) => {
      const unit = row.unitId ? byId.get(row.unitId) : undefined
      const parent = unit?.parentId ? byId.get(unit.parentId) : undefined
      return { ...row, unitName: unit?.name ?? '', parentUnitName: parent?.name ?? null }
    })
  }
}

type WithUnit = ResultRow & { unitName: string; parentUnitName: string | null }

/** Ranks read at most for prizes of tables before there are results. */
const MANY = 5_000
