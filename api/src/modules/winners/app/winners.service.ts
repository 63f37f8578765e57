import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { fold, type Locale } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDateTime } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import { canRevealKeys, ContestsService, RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { proposeWinners } from '../domain/propose-winners.js'
import { type Cell, type Column, csvStream, xlsxStream } from '../../../platform/files/table-files.js'
import { ResultRepository, type ResultRow } from '../infra/result.repository.js'
import { TEXTS } from './export-texts.js'

const EXPORT_PAGE = 2_000

@Injectable()
export class WinnersService {
  constructor(
    private readonly results: ResultRepository,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async standings(roundId: string, q: string | undefined, page: number, size: number) {
    await this.rounds.demand(roundId)
    const words = q ? fold(q).split(' ').filter(Boolean) : []
    const { rows, total } = await this.results.page(roundId, words, (page - 1) * size, size)
    return { rows: await this.withUnits(rows), total }
  }

  /** What the ranking proposes for the contest's prizes; final once nobody's answers can count any more. */
  async propose(roundId: string) {
    const round = await this.rounds.demand(roundId)
    const contest = await this.contests.demand(round.contestId)
    const prizeCount = contest.prizes.reduce((total, prize) => total + prize.count, 0)
    const standings = await this.withUnits(prizeCount > 0 ? await this.results.upTo(roundId, prizeCount) : [])
    const winners = proposeWinners(standings, contest.prizes).map(({ standing, prizeIndex, isContested }) => {
      const prize = contest.prizes[prizeIndex] as (typeof contest.prizes)[number]
      return { tier: prize.tier, reward: prize.reward, standing, isContested }
    })
    const isFinal = canRevealKeys(round.closesAt.getTime(), round.graceMs, this.clock.now())
    return { round, contest, winners, isFinal }
  }

  async exportWinners(actorId: string, roundId: string, format: 'xlsx' | 'csv', locale: Locale): Promise<Readable> {
    const { round, winners } = await this.propose(roundId)
    await this.audit.record(actorId, 'winners.exported', `round:${roundId}`, { format, rowCount: winners.length })
    const texts = TEXTS[locale]
    const columns: Column[] = [
      { header: texts.prize, width: 20 },
      { header: texts.reward, width: 32 },
      ...resultColumns(locale),
      { header: texts.note, width: 36 },
    ]
    const rows = winners.map(({ tier, reward, standing, isContested }): Cell[] => [
      texts.tiers[tier],
      reward[locale] || reward.vi,
      ...resultCells(standing),
      isContested ? texts.contested : '',
    ])
    return this.file(format, `${texts.winners} ${round.name[locale] || round.name.vi}`, columns, pages([rows]))
  }

  async exportStandings(actorId: string, roundId: string, format: 'xlsx' | 'csv', locale: Locale): Promise<Readable> {
    const round = await this.rounds.demand(roundId)
    await this.audit.record(actorId, 'standings.exported', `round:${roundId}`, { format })
    const cells = async function* (this: WinnersService) {
      for await (const page of this.results.all(roundId, EXPORT_PAGE))
        yield (await this.withUnits(page)).map(resultCells)
    }.call(this)
    return this.file(
      format,
      `${TEXTS[locale].standings} ${round.name[locale] || round.name.vi}`,
      resultColumns(locale),
      cells,
    )
  }

  private file(format: 'xlsx' | 'csv', title: string, columns: Column[], rows: AsyncIterable<Cell[][]>): Readable {
    return format === 'csv' ? csvStream(columns, rows) : xlsxStream(title, columns, rows)
  }

  private async withUnits(rows: readonly ResultRow[]) {
    const byId = await this.units.byId()
    return rows.map((row) => {
      const unit = row.unitId ? byId.get(row.unitId) : undefined
      const parent = unit?.parentId ? byId.get(unit.parentId) : undefined
      return { ...row, unitName: unit?.name ?? '', parentUnitName: parent?.name ?? null }
    })
  }
}

type Standing = Awaited<ReturnType<WinnersService['standings']>>['rows'][number]

function resultColumns(locale: Locale): Column[] {
  const texts = TEXTS[locale]
  return [
    { header: texts.rank, width: 8 },
    { header: texts.fullName, width: 28 },
    { header: texts.birthDate, width: 12 },
    { header: texts.unit, width: 26 },
    { header: texts.parentUnit, width: 26 },
    { header: texts.points, width: 10 },
    { header: texts.timeUsed, width: 14 },
    { header: texts.submittedAt, width: 20 },
    { header: texts.attempts, width: 10 },
    { header: texts.login, width: 18 },
  ]
}

function resultCells(standing: Standing): Cell[] {
  return [
    standing.rank,
    standing.fullName,
    standing.birthDate ? standing.birthDate.split('-').reverse().join('/') : '',
    standing.unitName,
    standing.parentUnitName ?? '',
    standing.points,
    standing.timeUsedS,
    vietnamDateTime(standing.submittedAt.getTime()),
    standing.attemptCount,
    standing.login,
  ]
}

async function* pages<T>(list: readonly T[]): AsyncIterable<T> {
  yield* list
}
