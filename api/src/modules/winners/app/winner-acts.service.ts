import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { AuditSubject, IdentityProof, WinnerOutcome } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import { ageOn, GUARDIAN_AGE } from '../../identity/index.js'
import { NoticesService } from '../../notices/index.js'
import { displayName } from '../../standings/index.js'
import { UnitsService } from '../../units/index.js'
import { CODE_BYTES, certificateCode } from '../domain/certificate-code.js'
import { mayNameInFull } from '../domain/published-name.js'
import { holdsPlace, signatureOf, stateAfter } from '../domain/winner-life.js'
import type { HandOver, WinnerEntity } from '../infra/winner.entities.js'
import { WinnerPeopleRepository } from '../infra/winner-people.repository.js'
import { type HeldList, type NewWinner, WinnerRepository } from '../infra/winner.repository.js'
import { changesOf, obstaclesOf, type Worked, WinnerLists } from './winner-lists.js'

const PRIZE_PAGE = '/toi/giai'

/** What organizers do with a list of winners. Each act locks the list, so of two at once the second sees what the first did. */
@Injectable()
export class WinnerActs {
  constructor(
    private readonly lists: WinnerLists,
    private readonly winners: WinnerRepository,
    private readonly people: WinnerPeopleRepository,
    private readonly units: UnitsService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** WN-8, WN-9: stores what the newest results propose. Doing it again changes nothing. */
  async propose(actorId: string, contestId: string, list: string, revision: number, reason?: string): Promise<void> {
    const worked = await this.lists.work(contestId, list)
    if (worked.key.kind !== 'collective' && !worked.version) throw new ProblemError('WINNER.NO_RESULTS')
    const changes = await this.winners.changeList(worked.key, actorId, async (held) => {
      const found = changesOf(worked, held.winners)
      const isSame = found.length === 0 && held.list.versionId === (worked.version?.id ?? null)
      if (isSame && held.list.revision > 0) return null
      if (held.list.revision !== revision) throw new ProblemError('WINNER.CHANGED_MEANWHILE')
      if (found.length > 0 && held.list.state !== 'proposed' && !reason) throw new ProblemError('WINNER.REASON_NEEDED')
      if (found.length > 0) await this.applyChanges(actorId, worked, held, reason ?? null)
      await this.winners.saveList(held, {
        versionId: worked.version?.id ?? null,
        proposedBy: actorId,
        ...(found.length > 0 ? unsigned : {}),
      })
      return found
    })
    if (changes)
      await this.audit.record(actorId, 'winners.proposed', subjectOf(worked), {
        version: worked.version?.number ?? null,
        changed: changes.length,
        reason: reason ?? null,
      })
  }

  /** WN-8: one of two signatures; the second confirms every winner whose identity was seen. */
  async sign(actorId: string, contestId: string, list: string, revision: number): Promise<void> {
    const worked = await this.lists.work(contestId, list)
    const state = await this.winners.changeList(worked.key, actorId, async (held) => {
      const { list: stored } = held
      const signers = [stored.firstSignedBy, stored.secondSignedBy].filter((id) => id !== null)
      // The same click sent twice: done already.
      if (signers.includes(actorId) && stored.revision > revision) return null
      if (stored.revision !== revision) throw new ProblemError('WINNER.CHANGED_MEANWHILE')
      const next = signatureOf(signers, actorId)
      if (next === null)
        throw new ProblemError(signers.includes(actorId) ? 'WINNER.OTHER_SIGNER_NEEDED' : 'WINNER.WRONG_STATE')
      if (obstaclesOf(worked, held.winners).length > 0) throw new ProblemError('WINNER.NOT_READY')
      const at = new Date(this.clock.now())
      if (next === 'signed-once') {
        await this.winners.saveList(held, { state: next, firstSignedBy: actorId, firstSignedAt: at })
        return next
      }
      await this.winners.saveList(held, { state: next, secondSignedBy: actorId, secondSignedAt: at })
      for (const winner of held.winners) {
        // Nobody shows papers for a unit.
        const from = winner.unitId !== null && winner.state === 'proposed' ? 'identity-checked' : winner.state
        const to = stateAfter(from, 'sign')
        if (to) await this.winners.saveWinner(held, winner, { state: to }, { actorId, act: 'sign' })
      }
      return next
    })
    if (state) await this.audit.record(actorId, 'winners.signed', subjectOf(worked), { state })
  }

  /** WN-10: publishes confirmed winners under the names that consent allows; each gets the code of a certificate. */
  async publish(actorId: string, contestId: string, list: string, revision: number): Promise<void> {
    const worked = await this.lists.work(contestId, list)
    const count = await this.winners.changeList(worked.key, actorId, async (held) => {
      if (held.list.state === 'published') return null
      if (held.list.revision !== revision) throw new ProblemError('WINNER.CHANGED_MEANWHILE')
      if (held.list.state !== 'confirmed') throw new ProblemError('WINNER.WRONG_STATE')
      const confirmed = held.winners.filter(({ state }) => stateAfter(state, 'publish') !== null)
      const byId = await this.people.byId(confirmed.flatMap(({ accountId }) => accountId ?? []))
      const now = this.clock.now()
      for (const winner of confirmed) {
        const unitId = winner.unitId ?? worked.desk?.rowBy.get(winner.accountId as string)?.unitId ?? null
        const person = winner.accountId ? byId.get(winner.accountId) : undefined
        const publishedUnit = (await this.units.fullName(unitId)) ?? ''
        const isFull =
          person !== undefined &&
          mayNameInFull({
            nameDisplay: worked.contest.nameDisplay,
            choice: winner.nameChoice,
            age: person.birthDate ? ageOn(person.birthDate, vietnamDay(now)) : null,
            hasGuardianConsent: person.hasGuardianConsent,
            guardianAge: GUARDIAN_AGE,
          })
        const personName = person && displayName(person.fullName, isFull ? 'full' : 'masked', '')
        const change = {
          state: 'published' as const,
          publishedName: personName ?? publishedUnit,
          publishedUnit: personName === undefined ? '' : publishedUnit,
          certificateCode: winner.certificateCode ?? certificateCode(randomBytes(CODE_BYTES)),
        }
        await this.winners.saveWinner(held, winner, change, { actorId, act: 'publish' })
        if (winner.accountId)
          await this.notices.tell(
            held.manager,
            [winner.accountId],
            'prize-confirmed',
            { contest: worked.contest.title, tier: winner.tier },
            PRIZE_PAGE,
          )
      }
      await this.winners.saveList(held, {
        state: 'published',
        publishedBy: actorId,
        publishedAt: held.list.publishedAt ?? new Date(now),
      })
      return confirmed.length
    })
    if (count !== null) await this.audit.record(actorId, 'winners.published', subjectOf(worked), { count })
  }

  /** WN-11: who a winner is, for comparing with papers; every look is in the log with its reason. */
  async unmask(actorId: string, winnerId: string, reason: string) {
    const found = await this.winners.findWinner(winnerId)
    if (!found?.winner.accountId) throw new ProblemError('WINNER.NOT_FOUND')
    const { accountId, state } = found.winner
    if (!holdsPlace(state)) throw new ProblemError('WINNER.WRONG_STATE')
    await this.audit.record(actorId, 'winner.unmasked', `winner:${winnerId}`, { accountId, reason })
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
      const identity = { at: new Date(this.clock.now()).toISOString(), by: actorId, seen, lastDigits }
      await this.winners.saveWinner(held, winner, { state, identity }, { actorId, act: 'check-identity' })
      await this.winners.saveList(held, {})
      return true
    })
  }

  /** WN-9: the place becomes free; who moves up is shown and taken over by `propose`. */
  async end(actorId: string, winnerId: string, outcome: WinnerOutcome, reason: string) {
    await this.change(actorId, winnerId, 'winner.ended', { outcome, reason }, async (held, winner) => {
      if (winner.state === outcome) return false
      const state = stateAfter(winner.state, outcome)
      if (state === null) throw new ProblemError('WINNER.WRONG_STATE')
      const change = { state, reason, ...this.withoutCertificate(winner, reason) }
      await this.winners.saveWinner(held, winner, change, { actorId, act: outcome, detail: { reason } })
      // One signature was for the list as it stood; two lock it until people take the change over.
      await this.winners.saveList(held, held.list.state === 'signed-once' ? unsigned : {})
      return true
    })
  }

  /** WN-13: to whom a prize went; by proxy only with the winner's consent in writing. */
  async handOver(actorId: string, winnerId: string, input: Omit<HandOver, 'by'>) {
    await this.change(actorId, winnerId, 'winner.handed_over', { ...input }, async (held, winner) => {
      if (winner.state === 'handed-over') return false
      const state = stateAfter(winner.state, 'hand-over')
      if (state === null) throw new ProblemError('WINNER.WRONG_STATE')
      const handOver = { ...input, by: actorId }
      await this.winners.saveWinner(held, winner, { state, handOver }, { actorId, act: 'hand-over' })
      await this.winners.saveList(held, {})
      return true
    })
  }

  async withdrawCertificate(actorId: string, winnerId: string, reason: string) {
    await this.change(actorId, winnerId, 'winner.certificate_withdrawn', { reason }, async (held, winner) => {
      if (winner.certificateCode === null) throw new ProblemError('WINNER.WRONG_STATE')
      if (winner.certificateWithdrawnAt !== null) return false
      const change = this.withoutCertificate(winner, reason)
      await this.winners.saveWinner(held, winner, change, { actorId, act: 'withdraw-certificate', detail: { reason } })
      return true
    })
  }

  private async change(
    actorId: string,
    winnerId: string,
    act: Parameters<AuditService['record']>[1],
    detail: Record<string, unknown>,
    change: (held: HeldList, winner: WinnerEntity) => Promise<boolean>,
  ): Promise<void> {
    const isDone = await this.winners.changeWinner(winnerId, change)
    if (isDone === null) throw new ProblemError('WINNER.NOT_FOUND')
    if (isDone) await this.audit.record(actorId, act, `winner:${winnerId}`, detail)
  }

  private async applyChanges(actorId: string, worked: Worked, held: HeldList, reason: string | null): Promise<void> {
    const isKept = (winner: Pick<WinnerEntity, 'accountId' | 'unitId' | 'lineKey'>) => (one: typeof winner) =>
      one.accountId === winner.accountId && one.unitId === winner.unitId && one.lineKey === winner.lineKey
    const anew = worked.lines.flatMap((line) => line.winners)
    const live = held.winners.filter(({ state }) => holdsPlace(state))
    const gone = live.filter((winner) => !anew.some(isKept(winner)))
    const ended = held.winners.filter(({ state }) => !holdsPlace(state) && state !== 'withdrawn')
    for (const winner of gone) {
      const why = reason ?? ''
      const change = { state: 'withdrawn' as const, reason: why, ...this.withoutCertificate(winner, why) }
      await this.winners.saveWinner(held, winner, change, { actorId, act: 'withdraw', detail: { reason } })
    }
    const told: NewWinner[] = []
    for (const winner of anew) {
      if (live.some(isKept(winner))) continue
      const before = gone.find((one) => one.accountId !== null && one.accountId === winner.accountId)
      const left = [...gone, ...ended].find(
        (one) => one.lineKey === winner.lineKey && one.accountId !== winner.accountId,
      )
      const id = await this.winners.add(held, { ...winner, replacesId: left?.id ?? null })
      // Whose papers were seen for another tier of the same list need not bring them again.
      if (before?.identity) await this.carryOver(held, id, before, actorId)
      else if (winner.accountId) told.push(winner)
    }
    for (const { accountId, tier } of told)
      await this.notices.tell(
        held.manager,
        [accountId as string],
        'prize-identity-needed',
        { contest: worked.contest.title, tier, until: null },
        PRIZE_PAGE,
      )
  }

  private async carryOver(held: HeldList, id: string, before: WinnerEntity, actorId: string): Promise<void> {
    const fresh = { id, state: 'proposed' } as WinnerEntity
    const change = { state: 'identity-checked' as const, identity: before.identity, nameChoice: before.nameChoice }
    await this.winners.saveWinner(held, fresh, change, { actorId, act: 'move', detail: { from: before.id } })
  }

  private withoutCertificate(winner: WinnerEntity, reason: string): Partial<WinnerEntity> {
    if (winner.certificateCode === null || winner.certificateWithdrawnAt !== null) return {}
    return { certificateWithdrawnAt: new Date(this.clock.now()), certificateWithdrawnReason: reason }
  }
}

const unsigned = {
  state: 'proposed' as const,
  firstSignedBy: null,
  firstSignedAt: null,
  secondSignedBy: null,
  secondSignedAt: null,
}

function subjectOf({ key }: Worked): AuditSubject {
  return key.kind === 'round' ? `round:${key.roundId}` : `contest:${key.contestId}`
}
