import { Injectable } from '@nestjs/common'
import { type PrizeTier, WINNER_OUTCOMES } from '@thiso/contracts/vocab'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { BarredService, type ContestEntity, type RoundEntity, RoundsService } from '../../contests/index.js'
import { ageOn, GUARDIAN_AGE } from '../../identity/index.js'
import { type AwardInput, awardPrizes, type Awarded, type PrizeLine } from '../domain/award-prizes.js'
import { holdsPlace, isSigned, stays } from '../domain/winner-life.js'
import { type VersionHead, VersionRepository, type VersionRow } from '../infra/version.repository.js'
import type { WinnerEntity, WinnerListEntity } from '../infra/winner.entities.js'
import { WinnerPeopleRepository } from '../infra/winner-people.repository.js'
import { WinnerRepository } from '../infra/winner.repository.js'

/** The key of the running total among lists; rounds go by their id. */
export const TOTAL = 'total'

export interface ListedLine extends PrizeLine {
  reward: { vi: string; en: string }
}

export interface Desk {
  input: AwardInput
  done: Awarded
  lines: ListedLine[]
  /** Also those of the other lists that were worked out with it, where a person has one prize of the contest. */
  allLines: ListedLine[]
  rowBy: Map<string, VersionRow>
  version: VersionHead | null
}

/** More rows than prizes are read, so that people who may not win do not make the list run out. */
const SPARE_ROWS = 30

/** Works out who gets which prize of a list from published standings, what is locked elsewhere and who may not win. */
@Injectable()
export class PrizeDesk {
  constructor(
    private readonly versions: VersionRepository,
    private readonly winners: WinnerRepository,
    private readonly people: WinnerPeopleRepository,
    private readonly rounds: RoundsService,
    private readonly barredPeople: BarredService,
  ) {}

  /** @param tried ranked rows of the round that are only tried out, in their order, in place of its newest results */
  async work(contest: ContestEntity, roundId: string | null, tried?: readonly VersionRow[]): Promise<Desk> {
    const own = roundId ?? TOTAL
    const rounds = await this.rounds.listOf(contest.id)
    const orderOf = new Map([[TOTAL, 0], ...rounds.map((round): [string, number] => [round.id, round.ordinal])])
    const keys = contest.rules.onePrizeEach ? [TOTAL, ...rounds.map(({ id }) => id)] : [own]
    const stored = await this.winners.listsOf(contest.id)
    const storedWinners = await this.winners.winnersOf(stored.map(({ id }) => id))
    const heldLists = stored.filter((list) => keyOf(list) !== own && isLocked(list, storedWinners))
    const heldKeys = new Set(heldLists.map(keyOf))
    const heads = new Map<string, VersionHead>()
    for (const key of keys) {
      const head = heldKeys.has(key) ? null : await this.versions.newest(contest.id, key === TOTAL ? null : key)
      if (head) heads.set(key, head)
    }
    const lines = keys.filter((key) => heads.has(key) || key === own).flatMap((key) => linesOf(contest, key))
    const held = storedWinners
      .filter((winner) => stays(winner) && heldLists.some(({ id }) => id === winner.listId))
      .flatMap((winner) => heldPrize(winner, stored, orderOf))
    const ended = storedWinners.flatMap((winner) => endedBy(winner, stored))
    const seats = lines.reduce((total, { count }) => total + count, 0)
    for (let count = seats + ended.length + held.length + SPARE_ROWS; ; count *= 4) {
      const rowsBy = new Map<string, VersionRow[]>()
      let isAll = true
      for (const [key, head] of heads) {
        const top = tried && key === own ? topOf(tried, count) : await this.versions.top(head.id, count)
        rowsBy.set(key, top.rows)
        isAll &&= top.isAll
      }
      const input: AwardInput = {
        lists: keys.map((key) => ({ key, order: orderOf.get(key) ?? 0, placings: rowsBy.get(key) ?? [] })),
        lines,
        isOnePrizeEach: contest.rules.onePrizeEach,
        ineligible: [...ended, ...(await this.barred(rowsBy, heads, rounds))],
        held: contest.rules.onePrizeEach ? held : [],
      }
      const done = awardPrizes(input)
      if (isAll || done.lines.every(({ openSeats }) => openSeats === 0)) {
        const rowBy = new Map((rowsBy.get(own) ?? []).map((row) => [row.accountId, row]))
        const ownLines = lines.filter(({ list }) => list === own)
        return { input, done, lines: ownLines, allLines: lines, rowBy, version: heads.get(own) ?? null }
      }
    }
  }

  /** Who may not win by the system's own knowledge, each with the reason. */
  private async barred(
    rowsBy: ReadonlyMap<string, VersionRow[]>,
    heads: ReadonlyMap<string, VersionHead>,
    rounds: readonly RoundEntity[],
  ): Promise<AwardInput['ineligible']> {
    const roundIds = rounds.map(({ id }) => id)
    const barred: AwardInput['ineligible'][number][] = []
    const people = await this.people.byId([...rowsBy.values()].flat().map(({ accountId }) => accountId))
    for (const [key, rows] of rowsBy) {
      // Ages are those of the day of the results, so that the same results propose the same people on any day.
      const day = vietnamDay((heads.get(key) as VersionHead).at.getTime())
      for (const { accountId } of rows) {
        const person = people.get(accountId)
        const isChild = person?.birthDate && ageOn(person.birthDate, day) < GUARDIAN_AGE
        if (isChild && !person.hasGuardianConsent)
          barred.push({ accountId, list: key, reason: 'no-guardian-consent' as const })
      }
      // RS-12: the points of the other rounds stay in the total; a prize of it needs all of them clean.
      if (key === TOTAL)
        for (const { accountId, roundId } of await this.versions.excludedFrom(
          roundIds,
          rows.map((row) => row.accountId),
        )) {
          const note = rounds.find(({ id }) => id === roundId)?.name.vi ?? ''
          barred.push({ accountId, list: key, reason: 'excluded' as const, note })
        }
      // Who is barred from one round is barred from the total that it is part of.
      for (const roundId of key === TOTAL ? roundIds : [key]) {
        const ids = rows.map(({ accountId }) => accountId)
        for (const [accountId, note] of await this.barredPeople.barredOf(roundId, ids))
          barred.push({ accountId, list: key, reason: 'barred' as const, note })
      }
    }
    return barred
  }
}

/** As `VersionRepository.top`, of rows at hand. */
function topOf(rows: readonly VersionRow[], count: number): { rows: VersionRow[]; isAll: boolean } {
  const seen = new Map<string | null, { n: number; rank: number }>()
  const top = rows.filter(({ table, rank }) => {
    const { n, rank: last } = seen.get(table) ?? { n: 0, rank: 0 }
    const isIn = n < count || rank === last
    if (isIn) seen.set(table, { n: n + 1, rank })
    return isIn
  })
  return { rows: top, isAll: top.length === rows.length }
}

export function keyOf(list: Pick<WinnerListEntity, 'kind' | 'roundId'>): string {
  return list.kind === 'round' ? (list.roundId as string) : list.kind
}

/** Signed by two, or holding winners who are: nothing else may move its places. */
function isLocked(list: WinnerListEntity, winners: readonly WinnerEntity[]): boolean {
  if (list.kind === 'collective') return false
  return winners.some(({ listId, state }) => listId === list.id && isSigned(state))
}

/** The prizes of a list in the contest's order; one that comes twice keeps its place by number. */
export function linesOf(contest: Pick<ContestEntity, 'prizes'>, list: string): ListedLine[] {
  const scope = list === TOTAL ? 'total' : 'round'
  const seen = new Map<string, number>()
  return contest.prizes
    .filter((prize) => prize.scope === scope)
    .map(({ tier, table, count, reward }) => {
      const name = `${list}:${tier}:${table ?? ''}`
      const n = (seen.get(name) ?? 0) + 1
      seen.set(name, n)
      return { key: `${name}:${n}`, list, tier, table, count, reward }
    })
}

/** Who gave a prize up or lost it, also while that waits for its signatures; a changed result alone bars nobody. */
function endedBy(winner: WinnerEntity, lists: readonly WinnerListEntity[]): AwardInput['ineligible'][number][] {
  const isOver = !holdsPlace(winner.state)
  const outcome = WINNER_OUTCOMES.find((one) => one === (isOver ? winner.state : winner.request?.act))
  const list = lists.find(({ id }) => id === winner.listId)
  if (!outcome || !list || winner.accountId === null) return []
  const note = (isOver ? winner.reason : winner.request?.reason) ?? ''
  return [{ accountId: winner.accountId, list: keyOf(list), reason: outcome, note }]
}

function heldPrize(
  winner: WinnerEntity,
  lists: readonly WinnerListEntity[],
  orderOf: ReadonlyMap<string, number>,
): AwardInput['held'][number][] {
  const list = lists.find(({ id }) => id === winner.listId)
  if (!list || winner.accountId === null) return []
  const key = keyOf(list)
  const line = { key: winner.lineKey, list: key, tier: winner.tier as PrizeTier, table: winner.tableCode, count: 1 }
  return [{ accountId: winner.accountId, line, listOrder: orderOf.get(key) ?? 0 }]
}
