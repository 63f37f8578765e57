import { Injectable } from '@nestjs/common'
import { type Locale, TOPIC_NAMES, TOPICS, type Topic } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { DocumentRenderer } from '../../../platform/documents/document-renderer.js'
import { AuditService } from '../../audit/index.js'
import { canRevealKeys, ContestsService, RoundsService } from '../../contests/index.js'
import { type FullItem, gradeResponse, ItemsService } from '../../item-bank/index.js'
import { gradeRuled, ruledKeyOf, RulingsService } from '../../results/index.js'
import { UnitsService } from '../../units/index.js'
import { topicShares } from '../domain/topic-shares.js'
import { competingUnit } from '../domain/unit-groups.js'
import { type BarredIn, ParticipationRepository } from '../infra/participation.repository.js'
import { workbook } from '../infra/report-book.js'
import { CertificateForms } from './certificate-forms.service.js'
import { CollectiveService } from './collective.service.js'
import { knowsRosters, REPORT_WORDS, type ReportFacts, reportOf, unitColumns } from './contest-report.js'
import { inLocale } from './list-texts.js'

const TENTHS = 10

/** WN-16: participation, scores and what is known, of a whole contest. */
@Injectable()
export class ContestReports {
  constructor(
    private readonly participation: ParticipationRepository,
    private readonly collective: CollectiveService,
    private readonly forms: CertificateForms,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
    private readonly items: ItemsService,
    private readonly rulings: RulingsService,
    private readonly renderer: DocumentRenderer,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async file(actorId: string, contestId: string, format: 'pdf' | 'docx' | 'xlsx', locale: Locale): Promise<Buffer> {
    const facts = await this.facts(contestId, locale)
    await this.audit.recordReading(actorId, 'contest_report.made', `contest:${contestId}`, { format })
    return format === 'xlsx' ? this.book(facts) : this.renderer.renderDocument(reportOf(facts), format)
  }

  private async facts(contestId: string, locale: Locale): Promise<ReportFacts> {
    const contest = await this.contests.demand(contestId)
    const barred = await this.collective.barredIn(contestId)
    const [parts, days, tenths, rounds, byId, judged] = await Promise.all([
      this.participation.byUnit(contestId, barred),
      this.participation.byDay(contestId, barred),
      this.participation.byRound(contestId, barred),
      this.rounds.listOf(contestId),
      this.units.byId(),
      this.collective.judge(contest),
    ])
    const kinds = judged.plan.unitKinds
    const groupOf = (unitId: string) => competingUnit(unitId, kinds, byId) ?? unitId
    const groups = new Map<string, { participants: number; attempts: number; first: number; shareSum: number }>()
    for (const part of parts) {
      const id = groupOf(part.unitId)
      const sums = groups.get(id) ?? { participants: 0, attempts: 0, first: 0, shareSum: 0 }
      sums.participants += part.participants
      sums.attempts += part.attempts
      sums.first += part.firstAttempts
      sums.shareSum += part.shareSum
      groups.set(id, sums)
    }
    const units = [...groups]
      .map(([id, sums]) => ({
        id,
        name: byId.get(id)?.name ?? '',
        participants: sums.participants,
        roster: judged.rosterBy.get(id)?.size ?? null,
        attempts: sums.attempts,
        meanShare: sums.first === 0 ? null : sums.shareSum / sums.first,
      }))
      .sort((a, b) => b.participants - a.participants || a.name.localeCompare(b.name, 'vi'))
    const at = new Date(this.clock.now())
    const over = rounds.filter((round) => canRevealKeys(round.closesAt.getTime(), round.graceMs, at.getTime()))
    const shares = await this.topicShares(
      contestId,
      barred,
      over.map(({ id }) => id),
      groupOf,
    )
    return {
      locale,
      at,
      day: vietnamDay(at.getTime()),
      place: await this.forms.placeOf(contestId),
      organizer: inLocale(contest.organizerName, locale),
      contest: inLocale(contest.title, locale),
      people: units.reduce((sum, { participants }) => sum + participants, 0),
      attempts: units.reduce((sum, { attempts }) => sum + attempts, 0),
      units,
      days,
      rounds: rounds.map((round) => ({
        name: inLocale(round.name, locale),
        tenths: Array.from(
          { length: TENTHS },
          (_, tenth) => tenths.find((one) => one.roundId === round.id && one.tenth === tenth)?.count ?? 0,
        ),
      })),
      topics: TOPICS.map((topic) => ({
        topic,
        name: TOPIC_NAMES[locale][topic],
        share: shares.of(null, topic),
        byUnit: units.map(({ id }) => shares.of(id, topic)),
      })).filter(({ share }) => share !== null),
    }
  }

  /** Only of rounds that are over: shares right of an open round would tell its keys to whoever tries answers. */
  private async topicShares(
    contestId: string,
    barred: BarredIn,
    roundIds: readonly string[],
    groupOf: (unitId: string) => string,
  ) {
    const marks: { unitId: string; topic: Topic; share: number; count: number }[] = []
    const itemBy = new Map<string, FullItem>()
    for (const roundId of roundIds) {
      const rulings = await this.rulings.heldOf(roundId)
      const counts = await this.participation.responses(contestId, barred, roundId)
      const unknown = [...new Set(counts.map(({ itemVersionId }) => itemVersionId))].filter((id) => !itemBy.has(id))
      for (const item of await this.items.readVersions(unknown)) itemBy.set(item.version.id, item)
      for (const { unitId, itemVersionId, response, count } of counts) {
        const item = itemBy.get(itemVersionId)
        if (!item) continue
        const ruled = ruledKeyOf(item.key.key, rulings.get(itemVersionId))
        // What was struck is worth nothing; what is right for everybody was answered by everybody.
        if (ruled.isStruck) continue
        const isBlank = response === null && !ruled.isRightForAll
        const share = isBlank ? 0 : gradeRuled(ruled, response ?? '', gradeResponse)
        marks.push({ unitId: groupOf(unitId), topic: item.item.topic, share, count })
      }
    }
    return topicShares(marks)
  }

  private book(facts: ReportFacts): Promise<Buffer> {
    const words = REPORT_WORDS[facts.locale]
    const percent = (share: number | null) => (share === null ? null : Math.round(1000 * share) / 10)
    const wide = (header: string, index: number) => ({ header, width: index === 0 ? 34 : 16 })
    return workbook(
      [
        {
          name: words.sheets.units,
          columns: unitColumns(facts).map(wide),
          rows: facts.units.map((unit) => [
            unit.name,
            unit.participants,
            ...(knowsRosters(facts)
              ? [unit.roster, unit.roster === null ? null : percent(unit.participants / unit.roster)]
              : []),
            unit.attempts,
            percent(unit.meanShare),
          ]),
        },
        {
          name: words.sheets.days,
          columns: [words.dayAxis, words.peopleAxis, words.unitColumns[4]].map(wide),
          rows: facts.days.map(({ day, participants, attempts }) => [
            day.split('-').reverse().join('/'),
            participants,
            attempts,
          ]),
        },
        {
          name: words.sheets.scores,
          columns: ['', ...Array.from({ length: TENTHS }, (_, tenth) => words.tenth(tenth))].map(wide),
          rows: facts.rounds.map(({ name, tenths }) => [name, ...tenths]),
        },
        {
          name: words.sheets.topics,
          columns: [words.unit, ...facts.topics.map(({ name }) => name)].map(wide),
          rows: [
            [words.all, ...facts.topics.map(({ share }) => percent(share))],
            ...facts.units.map(({ name }, index) => [
              name,
              ...facts.topics.map(({ byUnit }) => percent(byUnit[index] ?? null)),
            ]),
          ],
        },
      ],
      facts.at,
    )
  }
}
