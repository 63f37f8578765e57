import { Inject, Injectable } from '@nestjs/common'
import { ARTICLE_KEYS, ARTICLE_OF_GROUND, type CaseGround } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { displayName } from '../../standings/index.js'
import { UnitsService } from '../../units/index.js'
import { isHearingOver, mayAnswer, mayAppeal, mayDo } from '../domain/case-life.js'
import { labelOf } from '../domain/open-cases.js'
import type { CaseFileEntity, StoredDecision } from '../infra/case.entities.js'
import { CaseRepository, type SpokenAct } from '../infra/case.repository.js'
import { type CaseAttempt, CasePapersRepository } from '../infra/case-papers.repository.js'
import { CaseDesk, standingOf } from './case-desk.js'
import { CaseEvidence } from './case-evidence.js'

/** Of so many others a paper is put beside the person's; the evidence rarely names more. */
const MOST_COMPARED = 6

/** CA-10: a case as reviewers and the person see it. Whatever of the evidence a reviewer is shown is noted first. */
@Injectable()
export class CaseView {
  constructor(
    private readonly cases: CaseRepository,
    private readonly papers: CasePapersRepository,
    private readonly desk: CaseDesk,
    private readonly evidence: CaseEvidence,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(actorId: string, filter: { roundId: string | undefined; openOnly: boolean }, page: number, size: number) {
    const { files, total } = await this.cases.page(filter, (page - 1) * size, size)
    const names = await this.papers.names(files.flatMap(({ accountId }) => accountId ?? []))
    const evidence = await this.cases.evidence(files.map(({ id }) => id))
    const rows = await Promise.all(
      files.map(async (file) => {
        const accountId = file.accountId as string
        const { unitId, id: caseId } = file
        return {
          ...(await this.headOf(file)),
          name: displayName(names.get(accountId) ?? '', 'masked', ''),
          unitName: (await this.units.fullName(unitId)) ?? '',
          families: familiesOf(evidence.filter((each) => each.caseId === caseId)),
          openedAt: file.openedAt.toISOString(),
          until: untilOf(file)?.toISOString() ?? null,
          isAnswered: file.answeredAt !== null,
          decision: (file.appealAnswer ?? file.decision)?.decision ?? null,
          bar: await this.desk.barOf(actorId, { accountId, unitId, caseId }),
        }
      }),
    )
    return { rows, total, page, size }
  }

  /** @throws ProblemError CASE.NOT_FOUND; CASE.OWN_UNIT, CASE.ABOUT_YOURSELF: who may not judge does not see the evidence either */
  async forReviewer(actorId: string, caseId: string) {
    const file = await this.desk.demand(caseId)
    await this.demandSight(actorId, file)
    await this.cases.view(caseId, actorId, 'case', null)
    const [acts, evidence, views, attempts, others, related, bar, hasResults] = await Promise.all([
      this.cases.acts(caseId),
      this.cases.evidence([caseId]),
      this.cases.views(caseId),
      this.papers.attempts(file.attemptIds),
      this.papers.attempts(file.companions),
      this.cases.ofAttempts(file.companions),
      this.desk.barOf(actorId, { accountId: file.accountId, unitId: file.unitId, caseId }),
      this.papers.hasResults(file.roundId),
    ])
    const staff = await this.papers.names([
      file.accountId,
      ...acts.flatMap(({ actorId: by }) => by ?? []),
      ...views.map(({ accountId }) => accountId),
    ])
    const now = this.clock.now()
    const standing = standingOf(file, acts)
    const own = attempts[0]
    const decided = (of: StoredDecision | null) =>
      of && {
        ...presentDecision(of),
        byName: staff.get(of.by) ?? '',
        approvedBy: of.approvedBy && (staff.get(of.approvedBy) ?? ''),
        isOwn: of.by === actorId,
      }
    const caseOf = new Map(related.map((each) => [each.attemptId, each.caseId]))
    return {
      ...(await this.headOf(file)),
      actNo: file.actNo,
      hasResults,
      person: {
        accountId: file.accountId,
        name: staff.get(file.accountId) ?? '',
        unitName: (await this.units.fullName(file.unitId)) ?? '',
        ageGroup: file.ageGroup,
        guardianName: file.guardianName,
      },
      bar,
      may: bar ? [] : mayDo(standing, actorId, now),
      attempts: attempts.map(presentAttempt),
      evidence: evidence.map(({ id, kind, family, p, facts, note, foundAt }) => ({
        id,
        kind,
        family,
        p,
        facts: facts as Record<string, never>,
        note,
        foundAt: foundAt.toISOString(),
      })),
      companions: await Promise.all(
        inOrder(file.companions, others).map(async (other) => ({
          label: labelOf(file.companions.indexOf(other.attemptId)),
          attemptId: other.attemptId,
          name: displayName(other.name, 'masked', ''),
          unitName: (await this.units.fullName(other.unitId)) ?? '',
          caseId: caseOf.get(other.attemptId) ?? null,
        })),
      ),
      inFavour: own ? (await this.evidence.compare(own, null, await this.earlier(file))).inFavour : [],
      allegation: file.allegation,
      hearingUntil: file.hearingUntil?.toISOString() ?? null,
      isHearingOver: file.toldAt !== null && isHearingOver(standing, now),
      answer: file.answer,
      answeredAt: file.answeredAt?.toISOString() ?? null,
      proposal: decided(file.proposal),
      decision: decided(file.decision),
      appealUntil: file.appealUntil?.toISOString() ?? null,
      appeal: file.appeal,
      appealedAt: file.appealedAt?.toISOString() ?? null,
      appealAnswer: decided(file.appealAnswer),
      versionNumber: file.versionId === null ? null : await this.papers.versionNumber(file.versionId),
      acts: acts.map((act) => presentAct(act, staff)),
      views: views.map(({ at, accountId, part }) => ({ at: at.toISOString(), by: staff.get(accountId) ?? '', part })),
      deleteOn: file.deleteOn,
      keptMonths: this.settings.caseRetentionMonths,
    }
  }

  /** One attempt of the case, beside one of those that the evidence names. */
  async papersFor(actorId: string, caseId: string, attemptId: string, withId: string | undefined) {
    const file = await this.desk.demand(caseId)
    await this.demandSight(actorId, file)
    if (!file.attemptIds.includes(attemptId) || (withId && !file.companions.includes(withId)))
      throw new ProblemError('CASE.ATTEMPT_UNFIT')
    await this.cases.view(caseId, actorId, 'papers', withId ?? attemptId)
    const [[own], others] = [
      await this.papers.attempts([attemptId]),
      withId ? await this.papers.attempts([withId]) : [],
    ]
    if (!own) throw new ProblemError('CASE.ATTEMPT_UNFIT')
    const { places, ...found } = await this.evidence.compare(own, others[0] ?? null, await this.earlier(file))
    return {
      ...found,
      timeline: (await this.evidence.timeline(own)).map((moment) => ({ ...moment, at: moment.at.toISOString() })),
      places: places.map(({ itemVersionId: _, ...place }) => place),
    }
  }

  async listOwn(accountId: string) {
    const files = await this.cases.ofPerson(accountId)
    return {
      cases: await Promise.all(
        files.map(async (file) => {
          const { roundId: _, contestId: __, ...head } = await this.headOf(file)
          return { ...head, until: untilOf(file)?.toISOString() ?? null, toldAt: file.toldAt?.toISOString() ?? null }
        }),
      ),
    }
  }

  /** ID-8: the cases that a person knows of, with what was said in them to and by the person. */
  async keptAbout(accountId: string) {
    const files = await this.cases.ofPerson(accountId)
    return Promise.all(
      files.map(async (file) => {
        const { number, state, roundName, contestTitle } = await this.headOf(file)
        return {
          number,
          state,
          roundName,
          contestTitle,
          openedAt: file.openedAt.toISOString(),
          toldAt: file.toldAt?.toISOString() ?? null,
          allegation: file.allegation,
          guardianName: file.guardianName,
          hearingUntil: file.hearingUntil?.toISOString() ?? null,
          said: file.answer,
          saidAt: file.answeredAt?.toISOString() ?? null,
          decision: file.decision && presentDecision(file.decision),
          appeal: file.appeal,
          appealedAt: file.appealedAt?.toISOString() ?? null,
          decisionOnAppeal: file.appealAnswer && presentDecision(file.appealAnswer),
          deleteOn: file.deleteOn,
        }
      }),
    )
  }

  /** CA-6: what the person sees: all of the own, of others only that their answers were the same. */
  async forPerson(accountId: string, caseId: string) {
    const file = await this.desk.demand(caseId)
    if (file.accountId !== accountId || (file.toldAt === null && file.closedAt === null))
      throw new ProblemError('CASE.NOT_FOUND')
    const [attempts, others, evidence] = await Promise.all([
      this.papers.attempts(file.attemptIds),
      this.papers.attempts(file.companions.slice(0, MOST_COMPARED)),
      this.cases.evidence([caseId]),
    ])
    const standing = standingOf(file, [])
    const now = this.clock.now()
    const own = attempts[0]
    const earlier = await this.earlier(file)
    const compared = await Promise.all(
      (own ? inOrder(file.companions, others) : []).map(async (other) => ({
        label: labelOf(file.companions.indexOf(other.attemptId)),
        ...(await this.evidence.compare(own as CaseAttempt, other, earlier)),
      })),
    )
    const alone = own ? await this.evidence.compare(own, null, earlier) : null
    const sameAs = (position: number) =>
      compared.flatMap(({ label, places }) => (places[position - 1]?.mark === 'same-wrong' ? [label] : []))
    const { contestId: _, ...head } = await this.headOf(file)
    return {
      ...head,
      attempts: attempts.map(({ attemptId, attemptNo, startedAt }) => ({
        attemptId,
        attemptNo,
        startedAt: startedAt.toISOString(),
      })),
      isMinor: file.ageGroup === 'under-16' || file.ageGroup === '16-17',
      guardianName: file.guardianName,
      families: familiesOf(evidence),
      allegation: file.allegation,
      toldAt: file.toldAt?.toISOString() ?? null,
      hearingUntil: file.hearingUntil?.toISOString() ?? null,
      canAnswer: mayAnswer(standing, now),
      answer: file.answer,
      answeredAt: file.answeredAt?.toISOString() ?? null,
      timeline: own
        ? (await this.evidence.timeline(own)).map((moment) => ({ ...moment, at: moment.at.toISOString() }))
        : [],
      places: (alone?.places ?? []).map(({ position, stem, own: answer, isRight, share }) => ({
        position,
        stem,
        own: answer,
        isRight,
        sameAs: sameAs(position),
        share,
      })),
      comparisons: compared.flatMap(({ label, chance }) => (chance ? [{ label, chance }] : [])),
      inFavour: uniqueFavours([...(alone?.inFavour ?? []), ...compared.flatMap((each) => each.inFavour)]),
      decision: file.decision && presentDecision(file.decision),
      appealUntil: file.appealUntil?.toISOString() ?? null,
      canAppeal: mayAppeal(standing, now),
      appeal: file.appeal,
      appealedAt: file.appealedAt?.toISOString() ?? null,
      appealAnswer: file.appealAnswer && presentDecision(file.appealAnswer),
      deleteOn: file.deleteOn,
      keptMonths: this.settings.caseRetentionMonths,
    }
  }

  /** Who has stepped back still sees that there is a case, as the list says it, but no evidence any more. */
  private async demandSight(actorId: string, file: CaseFileEntity & { accountId: string }): Promise<void> {
    await this.desk.demandUnbarred(actorId, { accountId: file.accountId, unitId: file.unitId, caseId: file.id })
  }

  private async headOf(file: CaseFileEntity) {
    const round = await this.rounds.demand(file.roundId)
    const contest = await this.contests.demand(round.contestId)
    return {
      id: file.id,
      number: file.number,
      state: file.state,
      roundId: file.roundId,
      roundName: round.name,
      contestId: contest.id,
      contestTitle: contest.title,
    }
  }

  private earlier(file: CaseFileEntity & { accountId: string }): Promise<number> {
    return this.cases.earlierCount(file.accountId, file.id)
  }
}

export function articleOf(ground: CaseGround): number {
  return ARTICLE_KEYS.indexOf(ARTICLE_OF_GROUND[ground]) + 1
}

function presentDecision({ decision, ground, words, at }: StoredDecision) {
  return { decision, ground, article: articleOf(ground), words, at: new Date(at).toISOString() }
}

function presentAct({ no, at, kind, actorId, content, head }: SpokenAct, names: ReadonlyMap<string, string>) {
  return {
    no,
    at: at.toISOString(),
    kind,
    by: actorId && (names.get(actorId) ?? ''),
    words: content?.words ?? null,
    decision: content?.decision ?? null,
    head: head.toString('hex'),
  }
}

function presentAttempt({ attemptId, attemptNo, startedAt, submittedAt, points, maxPoints }: CaseAttempt) {
  return {
    attemptId,
    attemptNo,
    startedAt: startedAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    points,
    maxPoints,
  }
}

function familiesOf(evidence: readonly { family: string | null }[]) {
  return [...new Set(evidence.flatMap(({ family }) => family ?? []))] as never[]
}

function untilOf({ state, hearingUntil, answeredAt, appealUntil }: CaseFileEntity): Date | null {
  if (state === 'hearing') return answeredAt ? null : hearingUntil
  return state === 'decided' ? appealUntil : null
}

/** As the file names them: letters follow that order. */
function inOrder(ids: readonly string[], attempts: readonly CaseAttempt[]): CaseAttempt[] {
  return [...attempts].sort((a, b) => ids.indexOf(a.attemptId) - ids.indexOf(b.attemptId))
}

function uniqueFavours<F extends { kind: string }>(favours: readonly F[]): F[] {
  return [...new Map(favours.map((favour) => [favour.kind, favour])).values()]
}
