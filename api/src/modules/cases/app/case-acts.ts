import { Inject, Injectable } from '@nestjs/common'
import type { CaseDecision, CaseGround, ReviewerAct } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { canRevealKeys, type RoundEntity, RoundsService } from '../../contests/index.js'
import { NoticesService } from '../../notices/index.js'
import { RulingsService } from '../../results/index.js'
import { afterAct, appealUntil, deletionDay, effectOf, hearingUntil, isAppeal, refusalOf } from '../domain/case-life.js'
import type { ActContent, CaseFileEntity, StoredDecision } from '../infra/case.entities.js'
import { CaseRepository } from '../infra/case.repository.js'
import { CaseDesk, present, standingOf } from './case-desk.js'

export type ActIn =
  | { act: 'tell'; actNo: number; allegation: string; days: number }
  | { act: 'propose'; actNo: number; decision: CaseDecision; ground: CaseGround; words: string }
  | { act: 'approve' | 'send-back' | 'recuse'; actNo: number; words: string }

const AUDITED = {
  tell: 'case.told',
  propose: 'case.proposed',
  approve: 'case.approved',
  'send-back': 'case.sent_back',
  recuse: 'case.recused',
} as const satisfies Record<ReviewerAct, string>

type Version = Awaited<ReturnType<RulingsService['carryOut']>>['version']
type OpenFile = CaseFileEntity & { accountId: string }

/** CA-4 to CA-8: what reviewers do in a case. Each act holds the case; a decision takes effect in the same transaction. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly cases: CaseRepository,
    private readonly desk: CaseDesk,
    private readonly rounds: RoundsService,
    private readonly rulings: RulingsService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ProblemError as `refusalOf` and `demandUnbarred` say; CASE.MOVED_ON when somebody was faster */
  async act(actorId: string, caseId: string, input: ActIn): Promise<void> {
    const known = await this.desk.demand(caseId)
    await this.desk.demandUnbarred(actorId, { accountId: known.accountId, unitId: known.unitId, caseId })
    const round = await this.rounds.demand(known.roundId)
    const barred = await this.rulings.barredOf(round.id)
    const version = await this.cases.transaction(async (manager) => {
      const file = present(await this.cases.lock(manager, caseId))
      if (file.actNo !== input.actNo) throw new ProblemError('CASE.MOVED_ON')
      const now = this.clock.now()
      const standing = standingOf(file, await this.cases.acts(caseId, manager))
      const proposal = input.act === 'propose' ? { decision: input.decision, ground: input.ground } : null
      const refusal = refusalOf(standing, input.act, actorId, now, proposal)
      if (refusal) throw new ProblemError(refusal, { at: file.hearingUntil?.toISOString() ?? '' })
      const made = await this.carryOut(manager, file, round, barred, actorId, input, now)
      await this.cases.save(manager, file)
      await this.audit.record(
        actorId,
        AUDITED[input.act],
        `case:${caseId}`,
        { number: file.number, state: file.state, ...(proposal ?? {}) },
        manager,
      )
      return made
    })
    if (version) this.rulings.announce(known.roundId, version)
  }

  private async carryOut(
    manager: Transaction,
    file: OpenFile,
    round: RoundEntity,
    barred: ReadonlySet<string>,
    actorId: string,
    input: ActIn,
    now: number,
  ): Promise<Version | null> {
    const inAppeal = isAppeal(file.state)
    const approved = input.act === 'approve' ? file.proposal : null
    const { kind, state } = afterAct(file.state, input.act, approved?.decision ?? null, file.toldAt !== null)
    const note: ActContent = { words: 'allegation' in input ? input.allegation : input.words }
    file.state = state
    let version: Version | null = null
    switch (input.act) {
      case 'tell':
        if (!canRevealKeys(round.closesAt.getTime(), round.graceMs, now)) throw new ProblemError('CASE.ROUND_OPEN')
        file.allegation = input.allegation
        file.toldAt = new Date(now)
        file.hearingUntil = new Date(hearingUntil(now, input.days))
        note.until = file.hearingUntil.getTime()
        break
      case 'propose': {
        const { decision, ground, words } = input
        file.proposal = { decision, ground, words, at: now, by: actorId, approvedBy: null }
        Object.assign(note, { decision, ground })
        break
      }
      case 'send-back':
        file.proposal = null
        break
      case 'approve': {
        if (!approved) throw new ProblemError('CASE.WRONG_STATE')
        const agreed: StoredDecision = { ...approved, at: now, approvedBy: actorId }
        const before = file.decision?.decision ?? null
        if (inAppeal) file.appealAnswer = agreed
        else file.decision = agreed
        file.proposal = null
        Object.assign(note, { decision: agreed.decision, ground: agreed.ground })
        version = await this.takeEffect(manager, barred, file, inAppeal ? before : null, agreed, actorId)
        if (state === 'closed') this.close(file, now)
        else {
          file.appealUntil = new Date(appealUntil(now))
          note.until = file.appealUntil.getTime()
        }
        break
      }
      case 'recuse':
        break
    }
    await this.cases.append(manager, file, kind, actorId, now, note)
    await this.tell(manager, file, round, input.act, inAppeal)
    return version
  }

  /** CA-12: the decision's rulings, each one new version of the results; two people have agreed on them already. */
  private async takeEffect(
    manager: Transaction,
    barred: ReadonlySet<string>,
    file: OpenFile,
    before: CaseDecision | null,
    agreed: StoredDecision,
    approvedBy: string,
  ): Promise<Version | null> {
    const effect = effectOf(before, agreed.decision)
    // Results are public with their reasons: the number of the case leads those who may see more to it.
    const agreement = {
      roundId: file.roundId,
      reason: `Vụ việc số ${file.number}`,
      proposedBy: agreed.by,
      approvedBy,
    }
    const contents = [
      ...(effect.person ? [{ kind: effect.person, accountId: file.accountId }] : []),
      ...(effect.attempts ? file.attemptIds.map((attemptId) => ({ kind: effect.attempts, attemptId })) : []),
    ] as Parameters<RulingsService['carryOut']>[2]['content'][]
    let version: Version | null = null
    for (const content of contents)
      version = (await this.rulings.carryOut(manager, barred, { ...agreement, content })).version
    if (version) file.versionId = version.id
    return version
  }

  /** CA-7: final; from here on its day of deletion is known. */
  close(file: CaseFileEntity, now: number): void {
    file.state = 'closed'
    file.closedAt = new Date(now)
    file.deleteOn = deletionDay(vietnamDay(now), this.settings.caseRetentionMonths)
  }

  private async tell(manager: Transaction, file: OpenFile, round: RoundEntity, act: ReviewerAct, inAppeal: boolean) {
    const link = `/vu-viec/${file.id}`
    const name = round.name
    if (act === 'tell' && file.hearingUntil) {
      const params = { round: name, until: file.hearingUntil.toISOString() }
      await this.notices.tell(manager, [file.accountId], 'case-hearing', params, link)
    }
    if (act !== 'approve') return
    if (inAppeal) return this.notices.tell(manager, [file.accountId], 'case-appeal-answered', { round: name }, link)
    const until = file.appealUntil?.toISOString() ?? null
    // Whoever was never told of it is not frightened by a case that came to nothing; it stands in the own list.
    if (file.toldAt !== null)
      await this.notices.tell(manager, [file.accountId], 'case-decided', { round: name, until }, link)
  }
}
