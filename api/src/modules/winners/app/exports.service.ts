import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import type { Locale } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDateTime } from '../../../kernel/vietnam-time.js'
import { type Cell, type Column, csvStream, xlsxStream } from '../../../platform/files/table-files.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { displayName } from '../../standings/index.js'
import { UnitsService } from '../../units/index.js'
import { stays } from '../domain/winner-life.js'
import { ParticipationRepository } from '../infra/participation.repository.js'
import { ResultRepository, type VersionLine } from '../infra/result.repository.js'
import { VersionRepository } from '../infra/version.repository.js'
import { WinnerPeopleRepository } from '../infra/winner-people.repository.js'
import { CollectiveService } from './collective.service.js'
import { TEXTS } from './export-texts.js'
import { inLocale, prizeName } from './list-texts.js'
import { WinnerLists } from './winner-lists.js'

export type TableFormat = 'xlsx' | 'csv' | 'pdf'

/** With a reason names stand in full. */
interface Names {
  locale: Locale
  reason?: string | undefined
}

const PAGE = 2_000

/** WN-3, WN-11, WN-14: standings, winners and participation as files, in pages that are never held together. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly results: ResultRepository,
    private readonly versions: VersionRepository,
    private readonly participation: ParticipationRepository,
    private readonly collective: CollectiveService,
    private readonly lists: WinnerLists,
    private readonly people: WinnerPeopleRepository,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The newest results of a round; before there are any, the ranking as it stands. */
  async standings(actorId: string, roundId: string, format: TableFormat, { locale, reason }: Names): Promise<Readable> {
    const round = await this.rounds.demand(roundId)
    const head = await this.versions.newest(round.contestId, roundId)
    await this.audit.recordReading(actorId, 'standings.exported', `round:${roundId}`, {
      format,
      version: head?.number ?? null,
      ...inFull(reason),
    })
    const rows = head ? this.results.allOfVersion(head.id, PAGE) : this.results.all(round, PAGE)
    const nameOf = await this.unitNames()
    const isVersion = head !== null
    const cells = async function* () {
      for await (const page of rows)
        yield page.map((row) => [
          ...resultCells(row, nameOf, reason !== undefined),
          ...(isVersion ? [unrankedText((row as VersionLine).unrankedReason, locale)] : []),
        ])
    }
    const columns = [...resultColumns(locale), ...(isVersion ? [{ header: TEXTS[locale].note, width: 24 }] : [])]
    return this.file(format, `${TEXTS[locale].standings} ${inLocale(round.name, locale)}`, columns, cells(), locale)
  }

  /**
   * A list of winners, for paying out and for certificates of one's own. Full names, days of birth and logins only with a reason, and only
   * of winners by final results.
   */
  async winnerList(
    actorId: string,
    contestId: string,
    list: string,
    format: TableFormat,
    { locale, reason }: Names,
  ): Promise<Readable> {
    const worked = await this.lists.work(contestId, list)
    const stored = await this.lists.stored(worked)
    const isFull = reason !== undefined
    if (isFull && !(await this.lists.find(stored.list?.versionId ?? null))?.isFinal)
      throw new ProblemError('WINNER.RESULTS_NOT_FINAL')
    const live = stored.winners.filter(stays)
    await this.audit.recordReading(actorId, 'winners.exported', `contest:${contestId}`, {
      list,
      format,
      rowCount: live.length,
      ...inFull(reason),
    })
    const texts = TEXTS[locale]
    const people = await this.people.byId(live.flatMap(({ accountId }) => accountId ?? []))
    const nameOf = await this.unitNames()
    const rows = live.map((winner): Cell[] => {
      const person = winner.accountId ? people.get(winner.accountId) : undefined
      const unitId = winner.unitId ?? worked.desk?.rowBy.get(winner.accountId ?? '')?.unitId ?? person?.unitId ?? null
      const [unit, parent] = nameOf(unitId)
      return [
        prizeName(winner.tier, winner.tableCode, locale),
        inLocale(winner.reward, locale),
        winner.rank,
        person ? nameText(person.fullName, isFull) : unit,
        ...(isFull ? [dayText(person?.birthDate ?? null), person?.login ?? ''] : []),
        person ? unit : '',
        parent,
        winner.points,
        texts.states[winner.state],
        winner.publishedName ?? '',
        winner.certificateCode ?? '',
        winner.handOver ? vietnamDateTime(Date.parse(winner.handOver.at)) : '',
      ]
    })
    const columns: Column[] = [
      { header: texts.prize, width: 20 },
      { header: texts.reward, width: 28 },
      { header: texts.rank, width: 7 },
      { header: texts.fullName, width: 28 },
      ...(isFull
        ? [
            { header: texts.birthDate, width: 12 },
            { header: texts.login, width: 18 },
          ]
        : []),
      { header: texts.unit, width: 26 },
      { header: texts.parentUnit, width: 22 },
      { header: texts.points, width: 9 },
      { header: texts.state, width: 16 },
      { header: texts.publishedName, width: 24 },
      { header: texts.certificate, width: 20 },
      { header: texts.handedOverAt, width: 20 },
    ]
    return this.file(format, `${texts.winnerList} ${inLocale(worked.title, locale)}`, columns, pages([rows]), locale)
  }

  async participationByUnit(actorId: string, contestId: string, format: TableFormat, locale: Locale) {
    const contest = await this.contests.demand(contestId)
    const parts = await this.participation.byUnit(contestId, await this.collective.barredIn(contestId))
    await this.audit.recordReading(actorId, 'participation.exported', `contest:${contestId}`, {
      format,
      rowCount: parts.length,
    })
    const texts = TEXTS[locale]
    const nameOf = await this.unitNames()
    const rows = parts
      .map((part) => ({ part, names: nameOf(part.unitId) }))
      .sort((a, b) => b.part.participants - a.part.participants || a.names[0].localeCompare(b.names[0], 'vi'))
      .map(({ part, names }): Cell[] => [
        ...names,
        part.participants,
        part.attempts,
        part.firstAttempts === 0 ? null : Math.round((1000 * part.shareSum) / part.firstAttempts) / 10,
      ])
    const columns: Column[] = [
      { header: texts.unit, width: 36 },
      { header: texts.parentUnit, width: 30 },
      { header: texts.participants, width: 14 },
      { header: texts.attemptsTotal, width: 14 },
      { header: texts.meanShare, width: 22 },
    ]
    return this.file(
      format,
      `${texts.participation} ${inLocale(contest.title, locale)}`,
      columns,
      pages([rows]),
      locale,
    )
  }

  private async file(
    format: TableFormat,
    title: string,
    columns: Column[],
    rows: AsyncIterable<Cell[][]>,
    locale: Locale,
  ): Promise<Readable> {
    if (format === 'csv') return csvStream(columns, rows)
    if (format === 'xlsx') return xlsxStream(title, columns, rows)
    // Loaded with the first PDF: it brings a font engine.
    const { pdfStream } = await import('../../../platform/files/pdf-table.js')
    return pdfStream(title, columns, rows, new Date(this.clock.now()), locale)
  }

  private async unitNames(): Promise<(unitId: string | null) => [string, string]> {
    const byId = await this.units.byId()
    return (unitId) => {
      const unit = unitId ? byId.get(unitId) : undefined
      const parent = unit?.parentId ? byId.get(unit.parentId) : undefined
      return [unit?.name ?? '', parent?.name ?? '']
    }
  }
}

type ResultLine = Pick<
  VersionLine,
  'rank' | 'fullName' | 'unitId' | 'points' | 'timeUsedS' | 'submittedAt' | 'attemptCount'
>

function resultColumns(locale: Locale): Column[] {
  const texts = TEXTS[locale]
  return [
    { header: texts.rank, width: 8 },
    { header: texts.fullName, width: 28 },
    { header: texts.unit, width: 26 },
    { header: texts.parentUnit, width: 26 },
    { header: texts.points, width: 10 },
    { header: texts.timeUsed, width: 14 },
    { header: texts.submittedAt, width: 20 },
    { header: texts.attempts, width: 10 },
  ]
}

function resultCells(row: ResultLine, nameOf: (unitId: string | null) => [string, string], isFull: boolean): Cell[] {
  return [
    row.rank,
    nameText(row.fullName, isFull),
    ...nameOf(row.unitId),
    row.points,
    row.timeUsedS,
    vietnamDateTime(row.submittedAt.getTime()),
    row.attemptCount,
  ]
}

function nameText(fullName: string, isFull: boolean): string {
  return isFull ? fullName : displayName(fullName, 'masked', '')
}

/** What the log keeps of names that were taken along. */
function inFull(reason: string | undefined) {
  return reason === undefined ? {} : { names: 'full', reason }
}

function unrankedText(reason: string | null, locale: Locale): string {
  const words: Record<string, string> = TEXTS[locale].unranked
  return reason === null ? '' : (words[reason] ?? reason)
}

function dayText(day: string | null): string {
  return day ? day.split('-').reverse().join('/') : ''
}

async function* pages<T>(list: readonly T[]): AsyncIterable<T> {
  yield* list
}
