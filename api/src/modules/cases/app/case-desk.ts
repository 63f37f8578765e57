import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { UnitsService } from '../../units/index.js'
import { type CaseStanding } from '../domain/case-life.js'
import { barOf } from '../domain/reviewer-bar.js'
import type { CaseFileEntity } from '../infra/case.entities.js'
import { CaseRepository, type SpokenAct } from '../infra/case.repository.js'
import { CasePapersRepository } from '../infra/case-papers.repository.js'

export type Bar = 'self' | 'own-unit' | 'recused'

const REFUSALS = {
  self: 'CASE.ABOUT_YOURSELF',
  'own-unit': 'CASE.OWN_UNIT',
  recused: 'CASE.RECUSED',
} as const

/** Who may look into a case, and how it stands. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly cases: CaseRepository,
    private readonly papers: CasePapersRepository,
    private readonly units: UnitsService,
  ) {}

  /** CA-3: whom a reviewer may not judge; null: nothing speaks against it. */
  async barOf(
    reviewerId: string,
    about: { accountId: string; unitId: string | null; caseId: string | null },
  ): Promise<Bar | null> {
    const [units, own, theirs] = await Promise.all([
      this.units.byId(),
      this.papers.unitsOf(reviewerId),
      this.papers.unitsOf(about.accountId),
    ])
    const bar = barOf(
      { accountId: reviewerId, unitIds: own },
      { accountId: about.accountId, unitIds: [about.unitId, ...theirs] },
      (unitId) => units.get(unitId)?.parentId,
    )
    if (bar || about.caseId === null) return bar
    const acts = await this.cases.acts(about.caseId)
    return acts.some(({ kind, actorId }) => kind === 'recused' && actorId === reviewerId) ? 'recused' : null
  }

  /** @throws ProblemError CASE.OWN_UNIT, CASE.ABOUT_YOURSELF, CASE.RECUSED */
  async demandUnbarred(
    reviewerId: string,
    about: { accountId: string; unitId: string | null; caseId: string | null },
  ): Promise<void> {
    const bar = await this.barOf(reviewerId, about)
    if (bar) throw new ProblemError(REFUSALS[bar])
  }

  /** @throws ProblemError CASE.NOT_FOUND, also once it has been deleted */
  async demand(caseId: string): Promise<CaseFileEntity & { accountId: string }> {
    return present(await this.cases.find(caseId))
  }
}

/** @throws ProblemError CASE.NOT_FOUND */
export function present(file: CaseFileEntity | null): CaseFileEntity & { accountId: string } {
  if (!file || file.accountId === null) throw new ProblemError('CASE.NOT_FOUND')
  return file as CaseFileEntity & { accountId: string }
}

/** What the rules ask of a case. */
export function standingOf(file: CaseFileEntity, acts: readonly SpokenAct[]): CaseStanding {
  const appealed = acts.findIndex(({ kind }) => kind === 'appealed')
  const before = appealed < 0 ? acts : acts.slice(0, appealed)
  return {
    state: file.state,
    hearingUntil: file.hearingUntil?.getTime() ?? null,
    isAnswered: file.answeredAt !== null,
    appealUntil: file.appealUntil?.getTime() ?? null,
    proposedBy: file.proposal?.by ?? null,
    decided: file.decision?.decision ?? null,
    tookPart: new Set(before.flatMap(({ actorId, kind }) => (actorId && kind !== 'recused' ? [actorId] : []))),
  }
}
