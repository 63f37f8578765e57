import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { withEdits } from '@thiso/contracts/rule-words'
import type { Locale } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { Clock } from '../../../kernel/clock.js'
import type { Document } from '../../../platform/documents/document.js'
import { placeAndDate, stateHead, youthUnionHead } from '../../../platform/documents/heads.js'
import { AuditService } from '../../audit/index.js'
import {
  type ContestEntity,
  ContestsService,
  type RoundEntity,
  RoundsService,
  shownClosesAt,
} from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { articlesOf } from '../domain/articles.js'
import { rulebookBlocks } from '../domain/rulebook-document.js'
import type { Article, RulebookEdits, RulebookFacts, RulebookHead } from '../domain/rulebook-facts.js'
import { RulebookRepository } from '../infra/rulebook.repository.js'

const NO_EDITS: RulebookEdits = { around: {}, own: [] }

@Injectable()
export class RulebookService {
  constructor(
    private readonly rulebooks: RulebookRepository,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What is being written, what it comes to with the settings of this moment, and what is published. */
  async draft(contestId: string) {
    const contest = await this.contests.demand(contestId)
    const [saved, versions] = await Promise.all([this.rulebooks.find(contestId), this.rulebooks.versions(contestId)])
    const edits = saved?.edits ?? NO_EDITS
    const head = saved?.head ?? headOf(contest)
    const facts = await this.factsOf(contest)
    const made = { vi: articlesOf(facts, 'vi'), en: articlesOf(facts, 'en') }
    const articles = { vi: withEdits(made.vi, edits, 'vi'), en: withEdits(made.en, edits, 'en') }
    const roundCount = facts.rounds.length
    const isBehind = versions[0]?.hash !== hashOf(head, articles)
    return { contest, revision: saved?.revision ?? 0, edits, head, made, roundCount, articles, versions, isBehind }
  }

  /** @throws ProblemError RULEBOOK.CHANGED_MEANWHILE when somebody saved since `revision` */
  async save(actorId: string, contestId: string, revision: number, edits: RulebookEdits, head: RulebookHead) {
    await this.contests.demand(contestId)
    await this.audit.together(async (manager) => {
      if (!(await this.rulebooks.save(manager, contestId, revision, edits, head)))
        throw new ProblemError('RULEBOOK.CHANGED_MEANWHILE')
      await this.audit.record(actorId, 'rulebook.saved', `contest:${contestId}`, {}, manager)
    })
    return this.draft(contestId)
  }

  /**
   * RB-3: publishes what the settings and texts say now as the next version, which never changes.
   * @param actorId null: nobody, as in the demo
   * @throws ProblemError RULEBOOK.NO_ROUND, RULEBOOK.CHANGED_MEANWHILE, RULEBOOK.UNCHANGED
   */
  async publish(actorId: string | null, contestId: string, revision: number) {
    const draft = await this.draft(contestId)
    if (draft.revision !== revision) throw new ProblemError('RULEBOOK.CHANGED_MEANWHILE')
    if (draft.roundCount === 0) throw new ProblemError('RULEBOOK.NO_ROUND')
    const { head, articles } = draft
    const hash = hashOf(head, articles)
    await this.audit.together(async (manager) => {
      if (!(await this.rulebooks.publish(manager, { contestId, head, articles, hash, publishedBy: actorId })))
        throw new ProblemError('RULEBOOK.UNCHANGED')
      await this.audit.record(actorId, 'rulebook.published', `contest:${contestId}`, { hash }, manager)
    })
    return this.draft(contestId)
  }

  /** A published version, the newest if none is named. @throws ProblemError CONTEST.NOT_FOUND, RULEBOOK.NOT_PUBLISHED */
  async published(contestId: string, version?: number) {
    const contest = await this.contests.demand(contestId)
    if (!contest.isPublished) throw new ProblemError('CONTEST.NOT_FOUND')
    const [found, versions] = await Promise.all([
      this.rulebooks.findVersion(contest.id, version),
      this.rulebooks.versions(contest.id),
    ])
    if (!found) throw new ProblemError('RULEBOOK.NOT_PUBLISHED')
    return { contest, found, versions }
  }

  async draftDocument(contestId: string, locale: Locale): Promise<Document> {
    const { contest, head, articles } = await this.draft(contestId)
    const foot = locale === 'vi' ? 'Bản nháp' : 'Draft'
    return documentOf(contest, head, articles[locale], locale, new Date(this.clock.now()), foot)
  }

  async publishedDocument(contestId: string, version: number, locale: Locale): Promise<Document> {
    const { contest, found } = await this.published(contestId, version)
    const name = locale === 'vi' ? 'Phiên bản' : 'Version'
    const foot = `${name} ${found.version} · SHA-256 ${found.hash.slice(0, 16)}`
    return documentOf(contest, found.head, found.articles[locale], locale, found.publishedAt, foot)
  }

  private async factsOf(contest: ContestEntity): Promise<RulebookFacts> {
    const units = await this.units.byId()
    const unitIds = [contest.rules.eligibility, ...contest.rules.tables].flatMap((rule) => rule.unitIds)
    return {
      title: contest.title,
      summary: contest.summary,
      organizerName: contest.organizerName,
      rules: contest.rules,
      prizes: contest.prizes,
      rounds: (await this.publishedRounds(contest.id)).map(factsOfRound),
      unitNames: new Map(unitIds.map((id) => [id, units.get(id)?.name ?? ''])),
    }
  }

  /** Rounds that are still drafts are nobody's rules yet; while there are only drafts, they are what will be. */
  private async publishedRounds(contestId: string): Promise<RoundEntity[]> {
    const rounds = await this.rounds.listOf(contestId)
    const published = rounds.filter(({ publishedAt }) => publishedAt !== null)
    return published.length > 0 ? published : rounds
  }
}

function factsOfRound(round: RoundEntity) {
  return {
    id: round.id,
    name: round.name,
    opensAtMs: round.opensAt.getTime(),
    closesAtMs: shownClosesAt(round.closesAt.getTime(), round.pausedAt?.getTime() ?? null),
    timeLimitS: round.timeLimitS,
    attemptLimit: round.attemptLimit,
    resultPolicy: round.resultPolicy,
    itemCount: round.blueprint.reduce((sum, { count }) => sum + count, 0),
    maxPoints: round.blueprint.reduce((sum, { count, points }) => sum + count * points, 0),
    topics: [...new Set(round.blueprint.map(({ topic }) => topic))],
    rules: round.rules,
  }
}

function headOf(contest: ContestEntity): RulebookHead {
  return {
    style: 'state',
    above: '',
    body: contest.organizerName.vi,
    number: '',
    place: '',
    date: null,
    signerRole: 'TM. BAN TỔ CHỨC\nTRƯỞNG BAN',
    signerName: '',
  }
}

function hashOf(head: RulebookHead, articles: Record<Locale, Article[]>): string {
  return createHash('sha256').update(canonicalJson({ head, articles })).digest('hex')
}

function documentOf(
  contest: ContestEntity,
  head: RulebookHead,
  articles: readonly Article[],
  locale: Locale,
  at: Date,
  foot: string,
): Document {
  const title = locale === 'en' && contest.title.en ? contest.title.en : contest.title.vi
  const issuer = {
    ...(head.above ? { above: head.above } : {}),
    body: head.body,
    ...(head.number ? { number: head.number } : {}),
    ...(head.place ? { placeAndDate: placeAndDate(head.place, head.date ?? vietnamDay(at.getTime()), locale) } : {}),
  }
  return {
    title: `${locale === 'vi' ? 'Thể lệ' : 'Rules'}: ${title}`,
    author: contest.organizerName.vi,
    locale,
    page: 'portrait',
    at,
    head: head.style === 'state' ? stateHead(issuer, locale) : youthUnionHead(issuer),
    blocks: rulebookBlocks(title, head, articles, locale),
    foot,
  }
}
