import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { AgeGroup } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { NO_LINKS } from '../../../kernel/hash-chain.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import { RoundsService } from '../../contests/index.js'
import { type FoundSignal, reachesReviewer, SignalsService } from '../../detection/index.js'
import { ageOn, GUARDIAN_AGE } from '../../identity/index.js'
import { reaching } from '../domain/open-cases.js'
import type { CaseEvidenceEntity, CaseFileEntity } from '../infra/case.entities.js'
import { CaseRepository } from '../infra/case.repository.js'
import { type CaseAttempt, CasePapersRepository } from '../infra/case-papers.repository.js'
import { CaseDesk } from './case-desk.js'

const ADULT = 18

/** CA-1, CA-2: cases come from signals of two families, or from an organizer with a reason; what belongs to an open one joins it. */
@Injectable()
export class CaseOpening {
  constructor(
    private readonly cases: CaseRepository,
    private readonly papers: CasePapersRepository,
    private readonly signals: SignalsService,
    private readonly rounds: RoundsService,
    private readonly desk: CaseDesk,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    signals.heldBy((ids) => cases.heldSignals(ids))
  }

  /** CA-2: an organizer saw something. @throws ProblemError CASE.ATTEMPT_UNFIT, CASE.OWN_UNIT, CASE.ABOUT_YOURSELF */
  async byOrganizer(
    actorId: string,
    roundId: string,
    seen: { attemptId: string; reason: string; note: string; withAttemptIds: readonly string[] },
  ): Promise<{ caseId: string; isNew: boolean }> {
    const others = await this.papers.attempts(seen.withAttemptIds)
    const [attempt] = await this.papers.attempts([seen.attemptId])
    if (attempt?.roundId !== roundId || others.some((other) => other.roundId !== roundId))
      throw new ProblemError('CASE.ATTEMPT_UNFIT')
    await this.desk.demandUnbarred(actorId, { accountId: attempt.accountId, unitId: attempt.unitId, caseId: null })
    const at = this.clock.now()
    const evidence = { kind: 'seen', family: null, note: seen.note, facts: { reason: seen.reason } }
    return this.openOrJoin(actorId, actorId, attempt, others, at, [{ ...evidence, signal: null }], seen.reason)
  }

  /**
   * CA-1: every attempt that signals of two families meet on. What a case rests on already is not told again, also once it is closed: the
   * same evidence never opens a second case.
   */
  async fromSignals(actorId: string | null, roundId: string): Promise<{ opened: number; joined: number }> {
    await this.rounds.demand(roundId)
    const found = reaching(await this.signals.ofRound(roundId), reachesReviewer)
    const attempts = await this.papers.attempts([...found.keys()])
    const counted = { opened: 0, joined: 0 }
    for (const attempt of attempts) {
      const signals = found.get(attempt.attemptId) ?? []
      const known = new Set(await this.knownSignals(attempt.attemptId))
      const fresh = signals.filter((signal) => !known.has(signalName(signal)))
      if (fresh.length === 0) continue
      const otherIds = [...new Set(signals.flatMap(({ attemptIds }) => attemptIds))].filter(
        (id) => id !== attempt.attemptId,
      )
      const others = (await this.papers.attempts(otherIds)).filter(({ accountId }) => accountId !== attempt.accountId)
      const { isNew } = await this.openOrJoin(
        null,
        actorId,
        attempt,
        others,
        this.clock.now(),
        fresh.map((signal) => ({ kind: signal.kind, family: signal.family, note: null, facts: signal.facts, signal })),
        null,
      )
      counted[isNew ? 'opened' : 'joined']++
    }
    return counted
  }

  private async knownSignals(attemptId: string): Promise<string[]> {
    const cases = await this.cases.ofAttempts([attemptId])
    const evidence = await this.cases.evidence(cases.map(({ caseId }) => caseId))
    return evidence.map(signalName)
  }

  /**
   * @param openerId whose reason it rests on; null: signals alone
   * @param actorId who asked for it, for the audit log
   */
  private async openOrJoin(
    openerId: string | null,
    actorId: string | null,
    attempt: CaseAttempt,
    others: readonly CaseAttempt[],
    at: number,
    given: readonly (Pick<CaseEvidenceEntity, 'kind' | 'family' | 'note' | 'facts'> & { signal: FoundSignal | null })[],
    words: string | null,
  ): Promise<{ caseId: string; isNew: boolean }> {
    return this.cases.transaction(async (manager) => {
      const open = await this.cases.lockOpen(manager, attempt.roundId, attempt.accountId)
      const file = open ?? newFile(attempt, await this.cases.nextNumber(manager), at)
      const add = (list: string[], ids: readonly string[]) => [...new Set([...list, ...ids])]
      file.attemptIds = add(file.attemptIds, [attempt.attemptId])
      file.companions = add(
        file.companions,
        others.map(({ attemptId }) => attemptId),
      )
      if (!open) await this.cases.insert(manager, file)
      const signals = given.flatMap(({ signal }) => signal?.id ?? [])
      const content = { ...(words ? { words } : {}), ...(signals.length > 0 ? { signals } : {}) }
      await this.cases.append(manager, file, open ? 'joined' : 'opened', openerId, at, content)
      await this.cases.addEvidence(
        manager,
        given.map(({ signal, kind, family, note, facts }) => ({
          id: randomUUID(),
          caseId: file.id,
          signalId: signal?.id ?? null,
          kind,
          family,
          p: signal?.adjustedP ?? signal?.p ?? null,
          facts,
          note,
          attemptIds: signal
            ? [...signal.attemptIds]
            : [attempt.attemptId, ...others.map(({ attemptId }) => attemptId)],
          foundAt: signal?.foundAt ?? new Date(at),
        })),
      )
      await this.cases.save(manager, file)
      const detail = {
        roundId: file.roundId,
        isNew: !open,
        ...(signals.length > 0 ? { signals: signals.length } : {}),
      }
      await this.audit.record(actorId, 'case.opened', `case:${file.id}`, detail, manager)
      return { caseId: file.id, isNew: !open }
    })
  }
}

/** What makes two signals of different runs the same one: another run finds it again under another id. */
function signalName({ kind, attemptIds }: { kind: string; attemptIds: readonly string[] }): string {
  return [kind, ...[...attemptIds].sort(byCodeUnits)].join(' ')
}

function newFile(attempt: CaseAttempt, number: number, at: number): CaseFileEntity {
  const age = attempt.birthDate === null ? null : ageOn(attempt.birthDate, vietnamDay(at))
  const ageGroup: AgeGroup =
    age === null ? 'unknown' : age < GUARDIAN_AGE ? 'under-16' : age < ADULT ? '16-17' : 'adult'
  return {
    id: randomUUID(),
    number,
    roundId: attempt.roundId,
    accountId: attempt.accountId,
    unitId: attempt.unitId,
    attemptIds: [],
    companions: [],
    ageGroup,
    guardianName: ageGroup === 'under-16' ? attempt.guardianName : null,
    state: 'opened',
    actNo: 0,
    head: NO_LINKS,
    openedAt: new Date(at),
    allegation: null,
    toldAt: null,
    hearingUntil: null,
    answer: null,
    answeredAt: null,
    proposal: null,
    decision: null,
    appealUntil: null,
    appeal: null,
    appealedAt: null,
    appealAnswer: null,
    versionId: null,
    closedAt: null,
    deleteOn: null,
    deletedAt: null,
  }
}
