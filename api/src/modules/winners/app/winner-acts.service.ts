import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { type AuditSubject, isSameJson } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import { AccountsService, ageOn, GUARDIAN_AGE } from '../../identity/index.js'
import { NoticesService } from '../../notices/index.js'
import { displayName } from '../../standings/index.js'
import { UnitsService } from '../../units/index.js'
import { CODE_BYTES, certificateCode } from '../domain/certificate-code.js'
import { mayNameInFull } from '../domain/published-name.js'
import { signatureOf, stateAfter } from '../domain/winner-life.js'
import type { WinnerListEntity } from '../infra/winner.entities.js'
import { WinnerPeopleRepository } from '../infra/winner-people.repository.js'
import { type HeldList, WinnerRepository } from '../infra/winner.repository.js'
import { CollectiveService } from './collective.service.js'
import { PRIZE_PAGE, WinnerChanges } from './winner-changes.js'
import { changesOf, movedFigures, obstaclesOf, type Worked, WinnerLists } from './winner-lists.js'

/** What organizers do with a list of winners. Each act locks the list, so of two at once the second sees what the first did. */
@Injectable()
export class WinnerActs {
  constructor(
    private readonly lists: WinnerLists,
    private readonly changes: WinnerChanges,
    private readonly accounts: AccountsService,
    private readonly collective: CollectiveService,
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
    const isUnits = worked.key.kind === 'collective'
    if (!worked.version && (!isUnits || worked.sources.length === 0)) throw new ProblemError('WINNER.NO_RESULTS')
    // Who is proposed is told so and asked for papers: never from results that may still turn out otherwise.
    if (!worked.isFinal) throw new ProblemError('WINNER.RESULTS_NOT_FINAL')
    await this.winners.changeList(worked.key, actorId, async (held) => {
      const stored = { state: held.list.state, winners: held.winners }
      const count = changesOf(worked, stored).length + movedFigures(worked, held.winners).length
      const isSame =
        count === 0 &&
        held.list.versionId === (worked.version?.id ?? null) &&
        isSameJson(held.list.sources ?? [], worked.sources)
      if (isSame && held.list.revision > 0) return null
      if (held.list.revision !== revision) throw new ProblemError('WINNER.CHANGED_MEANWHILE')
      if (count > 0 && held.list.state !== 'proposed' && !reason) throw new ProblemError('WINNER.REASON_NEEDED')
      if (count > 0) await this.changes.takeOver(actorId, worked, held, reason ?? '')
      await this.winners.saveList(held, {
        versionId: worked.version?.id ?? null,
        sources: worked.sources,
        proposedBy: actorId,
        ...(count > 0 ? unsigned : {}),
      })
      const detail = { version: worked.version?.number ?? null, changed: count, reason: reason ?? null }
      await this.audit.record(actorId, 'winners.proposed', subjectOf(worked), detail, held.manager)
      return count
    })
  }

  /**
   * WN-8: one of two signatures; the second confirms every winner whose identity was seen, and lets those go whom the signed list named
   * and this one does not.
   */
  async sign(actorId: string, contestId: string, list: string, revision: number): Promise<void> {
    const worked = await this.lists.work(contestId, list)
    await this.winners.changeList(worked.key, actorId, async (held) => {
      const { list: stored } = held
      const dropped = await this.lapsedSigner(stored)
      const signers = [stored.firstSignedBy, stored.secondSignedBy].filter(
        (id) => id !== null && id !== dropped,
      ) as string[]
      // The same click sent twice: done already.
      if (signers.includes(actorId) && stored.revision > revision) return null
      if (stored.revision !== revision) throw new ProblemError('WINNER.CHANGED_MEANWHILE')
      const next = signatureOf(signers, actorId)
      if (next === null)
        throw new ProblemError(signers.includes(actorId) ? 'WINNER.OTHER_SIGNER_NEEDED' : 'WINNER.WRONG_STATE')
      if (obstaclesOf(worked, { state: stored.state, winners: held.winners }).length > 0)
        throw new ProblemError('WINNER.NOT_READY')
      const at = new Date(this.clock.now())
      if (next === 'signed-once') {
        await this.winners.saveList(held, { state: next, firstSignedBy: actorId, firstSignedAt: at })
        return this.recordSignature(held, actorId, worked, { state: next, dropped })
      }
      await this.changes.settle(actorId, worked, held)
      await this.winners.saveList(held, { state: next, secondSignedBy: actorId, secondSignedAt: at })
      for (const winner of held.winners) {
        // Nobody shows papers for a unit.
        const from = winner.unitId !== null && winner.state === 'proposed' ? 'identity-checked' : winner.state
        const to = stateAfter(from, 'sign')
        if (to) await this.winners.saveWinner(held, winner, { state: to }, { actorId, act: 'sign' })
      }
      return this.recordSignature(held, actorId, worked, { state: next, dropped })
    })
  }

  /** WN-10: publishes confirmed winners under the names that consent allows; each gets the code of a certificate. */
  async publish(actorId: string, contestId: string, list: string, revision: number): Promise<void> {
    const worked = await this.lists.work(contestId, list)
    await this.winners.changeList(worked.key, actorId, async (held) => {
      if (held.list.state === 'published') return null
      if (held.list.revision !== revision) throw new ProblemError('WINNER.CHANGED_MEANWHILE')
      if (held.list.state !== 'confirmed') throw new ProblemError('WINNER.WRONG_STATE')
      if (obstaclesOf(worked, { state: held.list.state, winners: held.winners }).length > 0)
        throw new ProblemError('WINNER.OUTDATED')
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
          publishedAt: new Date(now),
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
        ...(worked.key.kind === 'collective' ? { figures: await this.collective.figures(worked.contest) } : {}),
      })
      const count = confirmed.length
      await this.audit.record(actorId, 'winners.published', subjectOf(worked), { count }, held.manager)
      return count
    })
  }

  private async recordSignature(
    { manager }: HeldList,
    actorId: string,
    worked: Parameters<typeof subjectOf>[0],
    signed: { state: string; dropped: string | null },
  ) {
    await this.audit.record(actorId, 'winners.signed', subjectOf(worked), signed, manager)
    return signed
  }

  /** WN-8: who signed first and is no longer an organizer: that signature counts for nothing. */
  private async lapsedSigner({ state, firstSignedBy }: WinnerListEntity): Promise<string | null> {
    if (state !== 'signed-once' || firstSignedBy === null) return null
    const { role } = await this.accounts.demand(firstSignedBy)
    return role === 'organizer' || role === 'administrator' ? null : firstSignedBy
  }
}

export const unsigned = {
  state: 'proposed' as const,
  firstSignedBy: null,
  firstSignedAt: null,
  secondSignedBy: null,
  secondSignedAt: null,
}

function subjectOf({ key }: Worked): AuditSubject {
  return key.kind === 'round' ? `round:${key.roundId}` : `contest:${key.contestId}`
}
