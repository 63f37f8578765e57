import { Injectable } from '@nestjs/common'
import type { Locale } from '@thiso/contracts/vocab'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { DocumentRenderer } from '../../../platform/documents/document-renderer.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import type { StoredDecision } from '../infra/case.entities.js'
import { CaseRepository } from '../infra/case.repository.js'
import { CasePapersRepository } from '../infra/case-papers.repository.js'
import { CaseDesk } from './case-desk.js'
import { CaseEvidence } from './case-evidence.js'
import { caseRecord } from './case-record.js'
import { RECORD_WORDS } from './case-record-words.js'
import { articleOf } from './case-view.js'

/** CA-13: the record as a file, at any time and in both languages. */
@Injectable()
export class CaseRecords {
  constructor(
    private readonly cases: CaseRepository,
    private readonly papers: CasePapersRepository,
    private readonly desk: CaseDesk,
    private readonly evidence: CaseEvidence,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly renderer: DocumentRenderer,
    private readonly audit: AuditService,
  ) {}

  /** @throws ProblemError CASE.NOT_FOUND, CASE.OWN_UNIT, CASE.ABOUT_YOURSELF, CASE.RECUSED */
  async render(actorId: string, caseId: string, format: 'pdf' | 'docx', locale: Locale) {
    const file = await this.desk.demand(caseId)
    await this.desk.demandUnbarred(actorId, { accountId: file.accountId, unitId: file.unitId, caseId })
    await this.cases.view(caseId, actorId, 'record', null)
    const [acts, evidence, attempts, others] = await Promise.all([
      this.cases.acts(caseId),
      this.cases.evidence([caseId]),
      this.papers.attempts(file.attemptIds),
      this.papers.attempts(file.companions.slice(0, 1)),
    ])
    const round = await this.rounds.demand(file.roundId)
    const contest = await this.contests.demand(round.contestId)
    const names = await this.papers.names([file.accountId, ...acts.flatMap(({ actorId: by }) => by ?? [])])
    const words = RECORD_WORDS[locale]
    const nameOf = (id: string) => names.get(id) ?? ''
    const time = (at: Date) => clockText(at, locale)
    const newest = acts.at(-1)?.at ?? file.openedAt
    const own = attempts[0]
    const favours = own
      ? (await this.evidence.compare(own, others[0] ?? null, await this.cases.earlierCount(file.accountId, caseId)))
          .inFavour
      : []
    const decided = (of: StoredDecision | null) =>
      of && {
        ...of,
        article: articleOf(of.ground),
        by: nameOf(of.by),
        approvedBy: of.approvedBy ? nameOf(of.approvedBy) : '',
        day: time(new Date(of.at)),
      }
    const document = caseRecord({
      locale,
      // As of its newest act: the same case gives the same bytes on any day.
      at: newest,
      day: vietnamDay(newest.getTime()),
      number: file.number,
      organizer: contest.organizerName[locale] || contest.organizerName.vi,
      contest: contest.title[locale] || contest.title.vi,
      round: round.name[locale] || round.name.vi,
      isFinal: file.state === 'closed',
      person: {
        name: nameOf(file.accountId),
        unit: (await this.units.fullName(file.unitId)) ?? '',
        isMinor: file.ageGroup === 'under-16' || file.ageGroup === '16-17',
        guardian: file.guardianName,
      },
      attempts: attempts.map(({ attemptNo, startedAt, submittedAt }) => ({
        no: attemptNo,
        startedAt: time(startedAt),
        submittedAt: submittedAt ? time(submittedAt) : '',
      })),
      evidence: evidence.map(({ family, note, p }) =>
        family
          ? `${words.family[family]}${p === null ? '' : words.chance(chanceText(p, locale))}`
          : words.seen(note ?? ''),
      ),
      inFavour: favours.map(({ kind, n, of }) => words.favourOf[kind](n, of)),
      allegation: file.allegation,
      hearingUntil: file.hearingUntil && time(file.hearingUntil),
      answer: file.answer && file.answeredAt ? { words: file.answer, at: time(file.answeredAt) } : null,
      decision: decided(file.decision),
      version: file.versionId === null ? null : await this.papers.versionNumber(file.versionId),
      appeal: file.appeal && file.appealedAt ? { words: file.appeal, at: time(file.appealedAt) } : null,
      appealUntil: file.appealUntil && time(file.appealUntil),
      appealAnswer: decided(file.appealAnswer),
      acts: acts.map(({ no, at, kind, actorId: by }) => ({ no, at: time(at), kind, by: by && nameOf(by) })),
      head: file.head.toString('hex'),
      deleteOn: file.deleteOn?.split('-').reverse().join('/') ?? null,
    })
    await this.audit.recordReading(actorId, 'case.record_made', `case:${caseId}`, {
      number: file.number,
      format,
      locale,
    })
    return { number: file.number, bytes: await this.renderer.renderDocument(document, format) }
  }
}

function clockText(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at)
}

/** 1 trong 20.000: how often chance gives it, in words that need no powers of ten. */
function chanceText(p: number, locale: Locale): string {
  const least = 1e-12
  const one = Math.round(1 / Math.max(p, least))
  const number = new Intl.NumberFormat(locale).format(one)
  const than = p < least ? (locale === 'vi' ? 'dưới ' : 'less than ') : ''
  return `${than}${locale === 'vi' ? `1 trong ${number}` : `1 in ${number}`}`
}
