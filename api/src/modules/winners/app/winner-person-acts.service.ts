import { Injectable } from '@nestjs/common'
import type { IdentityProof, WinnerOutcome } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService } from '../../contests/index.js'
import { NoticesService } from '../../notices/index.js'
import { UnitsService } from '../../units/index.js'
import { holdsPlace, stateAfter, stays } from '../domain/winner-life.js'
import type { HandOver, WinnerEntity, WinnerListEntity } from '../infra/winner.entities.js'
import { type WinnerPerson, WinnerPeopleRepository } from '../infra/winner-people.repository.js'
import { type HeldList, WinnerRepository } from '../infra/winner.repository.js'
import { unsigned } from './winner-acts.service.js'
import { PRIZE_PAGE, WinnerChanges } from './winner-changes.js'
import { WinnerLists } from './winner-lists.js'
import { maskedName } from './winner-view.service.js'

type Act = Parameters<AuditService['record']>[1]

/** What organizers do about one winner. Each act locks the list, so of two at once the second sees what the first did. */
@Injectable()
export class WinnerPersonActs {
  constructor(
    private readonly lists: WinnerLists,
    private readonly changes: WinnerChanges,
    private readonly winners: WinnerRepository,
    private readonly people: WinnerPeopleRepository,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** WN-11: who a winner is, for comparing with papers; every look is in the log with its reason. */
  async unmask(actorId: string, winnerId: string, reason: string) {
    const found = await this.winners.findWinner(winnerId)
    if (!found?.winner.accountId) throw new ProblemError('WINNER.NOT_FOUND')
    const { accountId, state } = found.winner
    if (!holdsPlace(state)) throw new ProblemError('WINNER.WRONG_STATE')
    await this.demandFinal(found.list)
    await this.audit.recordReading(actorId, 'winner.unmasked', `winner:${winnerId}`, { accountId, reason })
    const person = (await this.people.byId([accountId])).get(accountId)
    if (!person) throw new ProblemError('WINNER.NOT_FOUND')
    const { fullName, birthDate, login, guardianName, unitId } = person
    return { fullName, birthDate, login, guardianName, unitName: await this.units.fullName(unitId) }
  }

  /** WN-11: that papers were seen, and which kind; nothing else of them is kept. */
  async checkIdentity(actorId: string, winnerId: string, seen: IdentityProof[], lastDigits: string | null) {
    await this.change(actorId, winnerId, 'winner.identity_checked', { seen }, async (held, winner) => {
      if (winner.state === 'identity-checked') return false
      const state = stateAfter(winner.state, 'check-identity')
      if (state === null || winner.accountId === null) throw new ProblemError('WINNER.WRONG_STATE')
      await this.demandFinal(held.list)
      const identity = { at: new Date(this.clock.now()).toISOString(), by: actorId, seen, lastDigits }
      await this.winners.saveWinner(held, winner, { state, identity }, { actorId, act: 'check-identity' })
      await this.winners.saveList(held, {})
      return true
    })
  }

  /**
   * WN-9: the place becomes free; who moves up is shown and taken over by `propose`. Whom two people have signed keeps the prize until two
   * have signed the list without it.
   */
  async end(actorId: string, winnerId: string, outcome: WinnerOutcome, reason: string) {
    await this.change(actorId, winnerId, 'winner.ended', { outcome, reason }, async (held, winner) => {
      if (winner.state === outcome) return false
      if (stateAfter(winner.state, outcome) === null) throw new ProblemError('WINNER.WRONG_STATE')
      const contest = await this.contests.demand(held.list.contestId)
      if (!(await this.changes.leave(actorId, { contest }, held, winner, outcome, reason))) return false
      // One signature was for the list as it stood; two hold until people take the change over.
      await this.winners.saveList(held, held.list.state === 'signed-once' ? unsigned : {})
      return true
    })
  }

  /** WN-9: what was asked for about a signed winner is taken back before it happened. */
  async keep(actorId: string, winnerId: string, reason: string) {
    await this.change(actorId, winnerId, 'winner.kept', { reason }, async (held, winner) => {
      if (winner.request === null) return false
      // What results no longer name comes back with other results only.
      if (winner.request.act === 'withdraw' || !holdsPlace(winner.state)) throw new ProblemError('WINNER.WRONG_STATE')
      const { act } = winner.request
      await this.winners.saveWinner(held, winner, { request: null }, { actorId, act: 'keep', detail: { act, reason } })
      await this.winners.saveList(held, held.list.state === 'signed-once' ? unsigned : {})
      return true
    })
  }

  /** WN-10: the consent to be named in full was withdrawn, by the winner or a guardian; also after publication. */
  async mask(actorId: string, winnerId: string, reason: string) {
    await this.change(actorId, winnerId, 'winner.masked', { reason }, async (held, winner) => {
      if (winner.accountId === null) throw new ProblemError('WINNER.WRONG_STATE')
      const person = (await this.people.byId([winner.accountId])).get(winner.accountId)
      if (!person) throw new ProblemError('WINNER.NOT_FOUND')
      if (winner.nameChoice === 'masked') return false
      const change = maskedAs(winner, person)
      await this.winners.saveWinner(held, winner, change, { actorId, act: 'mask', detail: { reason } })
      return true
    })
  }

  /** WN-13: to whom a prize went; by proxy only with the winner's consent in writing. */
  async handOver(actorId: string, winnerId: string, input: Omit<HandOver, 'by'>) {
    await this.change(actorId, winnerId, 'winner.handed_over', { ...input }, async (held, winner) => {
      if (winner.state === 'handed-over') return false
      const state = stays(winner) ? stateAfter(winner.state, 'hand-over') : null
      if (state === null) throw new ProblemError('WINNER.WRONG_STATE')
      const handOver = { ...input, by: actorId }
      await this.winners.saveWinner(held, winner, { state, handOver }, { actorId, act: 'hand-over' })
      await this.winners.saveList(held, {})
      return true
    })
  }

  /** WN-12: one person asks for it with a reason, a second one does it; whoever won is told. */
  async withdrawCertificate(actorId: string, winnerId: string, reason: string) {
    const act = {
      name: 'winner.certificate_withdrawal_asked' as
        | 'winner.certificate_withdrawal_asked'
        | 'winner.certificate_withdrawn',
    }
    await this.change(actorId, winnerId, act, { reason }, async (held, winner) => {
      const { request, certificateCode, accountId, tier } = winner
      if (certificateCode === null) throw new ProblemError('WINNER.WRONG_STATE')
      if (winner.certificateWithdrawnAt !== null) return false
      if (request === null) {
        await this.changes.ask(actorId, held, winner, 'withdraw-certificate', reason)
        return true
      }
      // Who loses the prize loses the certificate with it.
      if (request.act !== 'withdraw-certificate') throw new ProblemError('WINNER.WRONG_STATE')
      if (request.by === actorId) throw new ProblemError('WINNER.OTHER_PERSON_NEEDED')
      act.name = 'winner.certificate_withdrawn'
      const change = { request: null, ...this.changes.withoutCertificate(winner, request.reason) }
      const detail = { reason: request.reason, askedBy: request.by }
      await this.winners.saveWinner(held, winner, change, { actorId, act: 'withdraw-certificate', detail })
      const { title } = await this.contests.demand(held.list.contestId)
      const params = { contest: title, before: tier, after: tier, isCertificateWithdrawn: true, reason: request.reason }
      if (accountId) await this.notices.tell(held.manager, [accountId], 'prize-changed', params, PRIZE_PAGE)
      return true
    })
  }

  /** WN-11: identities are looked at of winners of final results only. */
  private async demandFinal({ versionId }: WinnerListEntity): Promise<void> {
    if (!(await this.lists.find(versionId))?.isFinal) throw new ProblemError('WINNER.RESULTS_NOT_FINAL')
  }

  private async change(
    actorId: string,
    winnerId: string,
    act: Act | { name: Act },
    detail: Record<string, unknown>,
    change: (held: HeldList, winner: WinnerEntity) => Promise<boolean>,
  ): Promise<void> {
    const isDone = await this.winners.changeWinner(winnerId, async (held, winner) => {
      if (!(await change(held, winner))) return false
      const name = typeof act === 'string' ? act : act.name
      await this.audit.record(actorId, name, `winner:${winnerId}`, detail, held.manager)
      return true
    })
    if (isDone === null) throw new ProblemError('WINNER.NOT_FOUND')
  }
}

/** WN-10: masked from now on, also where the name is public already. */
export function maskedAs({ publishedName }: WinnerEntity, person: WinnerPerson): Partial<WinnerEntity> {
  return { nameChoice: 'masked', ...(publishedName === null ? {} : { publishedName: maskedName(person) }) }
}
