import { Injectable } from '@nestjs/common'
import { PRIZE_TIERS, type WinnerNameChoice } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { ageOn, GUARDIAN_AGE } from '../../identity/index.js'
import { readCertificateCode } from '../domain/certificate-code.js'
import { isSigned } from '../domain/winner-life.js'
import type { WinnerEntity, WinnerListEntity } from '../infra/winner.entities.js'
import { type WinnerPerson, WinnerPeopleRepository } from '../infra/winner-people.repository.js'
import { WinnerRepository } from '../infra/winner.repository.js'
import { hasSignedPrize } from './winner-changes.js'
import { maskedAs } from './winner-person-acts.service.js'
import { maskedName } from './winner-view.service.js'

const PUBLIC_STATES = ['published', 'handed-over']
/** A winner may choose either name until the list is public. */
const OPEN_STATES = ['proposed', 'identity-checked', 'confirmed']

/** What everybody sees of winners, and what winners see of their prizes. */
@Injectable()
export class PrizePages {
  constructor(
    private readonly winners: WinnerRepository,
    private readonly people: WinnerPeopleRepository,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Published lists of a round's contest that belong to the round: its own, the running total's, the units'. */
  async published(roundId: string) {
    const round = await this.rounds.demand(roundId)
    const contest = await this.contests.demand(round.contestId)
    if (!contest.isPublished || round.publishedAt === null) throw new ProblemError('ROUND.NOT_FOUND')
    const lists = (await this.winners.listsOf(contest.id)).filter(
      (list) => list.publishedAt !== null && (list.roundId === null || list.roundId === roundId),
    )
    const winners = await this.winners.winnersOf(lists.map(({ id }) => id))
    const order = ['round', 'total', 'collective']
    const nameOf = new Map((await this.rounds.listOf(contest.id)).map(({ id, name }) => [id, name]))
    return {
      contestTitle: contest.title,
      roundName: round.name,
      lists: lists
        .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
        .map((list) => ({
          kind: list.kind,
          publishedAt: (list.publishedAt as Date).toISOString(),
          prizes: prizesOf(winners.filter(({ listId, state }) => listId === list.id && PUBLIC_STATES.includes(state))),
          figures: list.figures && {
            ...list.figures,
            sources: list.sources.map(({ roundId: id, number }) => ({
              roundId: id,
              roundName: nameOf.get(id) ?? { vi: '', en: '' },
              number,
            })),
          },
        })),
    }
  }

  /** WN-12: what a certificate's code stands for. Codes cannot be guessed, and guessing is slowed down all the same. */
  async certificate(typed: string, address: string) {
    await this.limits.take('certificateByAddress', address)
    const code = readCertificateCode(typed)
    const found = code === null ? null : await this.winners.findByCode(code)
    if (!found) throw new ProblemError('CERTIFICATE.NOT_FOUND')
    const { winner, list } = found
    const contest = await this.contests.demand(list.contestId)
    const round = list.roundId ? await this.rounds.demand(list.roundId) : null
    return {
      code: winner.certificateCode as string,
      isValid: winner.certificateWithdrawnAt === null,
      name: winner.publishedName ?? '',
      tier: winner.tier,
      table: winner.tableCode,
      contestTitle: contest.title,
      roundName: round?.name ?? null,
      organizerName: contest.organizerName,
      publishedAt: (winner.publishedAt ?? (list.publishedAt as Date)).toISOString(),
      withdrawnAt: winner.certificateWithdrawnAt?.toISOString() ?? null,
    }
  }

  /** ID-8: everything that was ever recorded of a person's prizes, whatever became of them. */
  async recordsOf(accountId: string): Promise<{ winner: WinnerEntity; list: WinnerListEntity }[]> {
    const winners = await this.winners.prizesOf(accountId)
    const lists = await this.winners.lists(winners.map(({ listId }) => listId))
    return winners.flatMap((winner) => {
      const list = lists.get(winner.listId)
      return list ? [{ winner, list }] : []
    })
  }

  async mine(accountId: string) {
    const found = await this.winners.prizesOf(accountId)
    const prizes = found.filter(({ state, listId }) => {
      if (state === 'withdrawn') return false
      // What may follow a signed prize is told once two people have signed it.
      const inList = found.filter((one) => one.listId === listId)
      return isSigned(state) || !hasSignedPrize({ winners: inList }, accountId)
    })
    const lists = await this.winners.lists(prizes.map(({ listId }) => listId))
    const person = (await this.people.byId([accountId])).get(accountId)
    const shown = []
    for (const prize of prizes) {
      const list = lists.get(prize.listId)
      if (!list || !person) continue
      const contest = await this.contests.demand(list.contestId)
      const round = list.roundId ? await this.rounds.demand(list.roundId) : null
      shown.push({
        id: prize.id,
        tier: prize.tier,
        reward: prize.reward,
        table: prize.tableCode,
        contestTitle: contest.title,
        roundId: list.roundId,
        roundName: round?.name ?? null,
        state: prize.state,
        nameChoice: prize.nameChoice,
        fullName: person.fullName,
        maskedName: maskedName(person),
        needsGuardian: this.needsGuardian(person),
        publishedName: prize.publishedName,
        certificateCode: prize.certificateWithdrawnAt === null ? prize.certificateCode : null,
      })
    }
    return { prizes: shown }
  }

  /** WN-10: under which name the winner agrees to be published. */
  async chooseName(accountId: string, winnerId: string, choice: WinnerNameChoice): Promise<void> {
    const person = (await this.people.byId([accountId])).get(accountId)
    const isDone = await this.winners.changeWinner(winnerId, async (held, winner) => {
      // Somebody else's prize is as if there were none.
      if (winner.accountId !== accountId || !person) return false
      const isPublic = !OPEN_STATES.includes(winner.state)
      // Consent to the full name may be withdrawn at any time; it is given only before the list is public.
      if (isPublic && choice === 'full' && winner.nameChoice !== 'full') throw new ProblemError('WINNER.NAME_FIXED')
      if (choice === 'full' && this.needsGuardian(person)) throw new ProblemError('WINNER.GUARDIAN_NEEDED')
      if (winner.nameChoice !== choice)
        await this.winners.saveWinner(
          held,
          winner,
          choice === 'masked' ? maskedAs(winner, person) : { nameChoice: choice },
          { actorId: accountId, act: 'choose-name', detail: { choice } },
        )
      return true
    })
    if (!isDone) throw new ProblemError('WINNER.NOT_FOUND')
  }

  private needsGuardian({ birthDate, hasGuardianConsent }: WinnerPerson): boolean {
    const today = vietnamDay(this.clock.now())
    return (birthDate === null || ageOn(birthDate, today) < GUARDIAN_AGE) && !hasGuardianConsent
  }
}

/** Winners under their prizes, the highest first. */
function prizesOf(winners: readonly WinnerEntity[]) {
  const lines = new Map<string, WinnerEntity[]>()
  for (const winner of winners) lines.set(winner.lineKey, [...(lines.get(winner.lineKey) ?? []), winner])
  return [...lines.values()]
    .map((line) => {
      const { tier, reward, tableCode } = line[0] as WinnerEntity
      const named = line.map((winner) => ({ name: winner.publishedName ?? '', unitName: winner.publishedUnit ?? '' }))
      return { tier, reward, table: tableCode, winners: named }
    })
    .sort(
      (a, b) =>
        PRIZE_TIERS.indexOf(a.tier) - PRIZE_TIERS.indexOf(b.tier) || (a.table ?? '').localeCompare(b.table ?? '', 'vi'),
    )
}
