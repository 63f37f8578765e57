import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import type { AnalysedAttempts, Locale } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Semaphore } from '../../../kernel/semaphore.js'
import { csvStream, xlsxStream } from '../../../platform/files/table-files.js'
import { AuditService } from '../../audit/index.js'
import { canRevealKeys, type RoundEntity, RoundsService } from '../../contests/index.js'
import { type Author, type FullItem, ItemsService } from '../../item-bank/index.js'
import { type ItemRulings, ResultsService, RulingsService } from '../../results/index.js'
import { CollectedAnswers } from '../domain/collected-answers.js'
import { AnswerSheetRepository } from '../infra/answer-sheet.repository.js'
import { analysisTable } from './analysis-table.js'
import { analyseRound, type RoundAnalysis } from './round-analysis.js'

/** Analyses kept by this process; each is some hundred kilobytes. */
const KEPT = 12
const WAITING = 20

/** IA: how the items of a closed round did. Reads only; what was computed is kept until results or keys change. */
@Injectable()
export class AnalysisService {
  private readonly kept = new Map<string, { mark: string; analysis: Promise<RoundAnalysis> }>()
  /** One round at a time: while one is counted the others wait, and people who are taking part do not. */
  private readonly turns = new Semaphore(1, WAITING)

  constructor(
    private readonly sheets: AnswerSheetRepository,
    private readonly rounds: RoundsService,
    private readonly items: ItemsService,
    private readonly results: ResultsService,
    private readonly rulings: RulingsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The analysis for a person who looks at it: every key in it is traced (IB-4). */
  async read(actor: Author, roundId: string, attempts: AnalysedAttempts) {
    const found = await this.analyse(roundId, attempts)
    await this.trace(actor, 'analysis', found.analysis)
    return found
  }

  /** The table of items as a file. */
  async export(
    actor: Author,
    roundId: string,
    attempts: AnalysedAttempts,
    format: 'xlsx' | 'csv' | 'pdf',
    locale: Locale,
  ): Promise<Readable> {
    const { round, analysis } = await this.analyse(roundId, attempts)
    await this.trace(actor, 'export', analysis)
    await this.audit.recordReading(actor.accountId, 'analysis.exported', `round:${roundId}`, {
      format,
      rowCount: analysis.items.length,
    })
    const { title, columns, rows } = analysisTable(analysis, attempts, locale)
    const pages = (async function* () {
      yield rows
    })()
    const name = `${title} ${round.name[locale] || round.name.vi}`
    if (format === 'csv') return csvStream(columns, pages)
    if (format === 'xlsx') return xlsxStream(name, columns, pages)
    const { pdfStream } = await import('../../../platform/files/pdf-table.js')
    return pdfStream(name, columns, pages, new Date(this.clock.now()), locale)
  }

  /**
   * @throws ProblemError ROUND.NOT_FOUND; ANALYSIS.NOT_YET while an answer of anybody may still count (RD-3): the figures would tell
   *   the keys
   */
  async analyse(roundId: string, attempts: AnalysedAttempts): Promise<{ round: RoundEntity; analysis: RoundAnalysis }> {
    const round = await this.rounds.demand(roundId)
    const isOver =
      this.rounds.stateOf(round) === 'closed' &&
      round.pausedAt === null &&
      canRevealKeys(round.closesAt.getTime(), round.graceMs, this.clock.now())
    if (!isOver) throw new ProblemError('ANALYSIS.NOT_YET')
    const { mark, runningCount } = await this.sheets.stateOf(roundId)
    if (runningCount > 0) throw new ProblemError('ANALYSIS.NOT_YET')

    const name = `${roundId} ${attempts}`
    const pool = await this.rounds.poolOf(roundId)
    const items = await this.items.readVersions(pool.map(({ itemVersionId }) => itemVersionId))
    const [held, latest] = await Promise.all([this.rulings.heldOf(roundId), this.results.latest(roundId)])
    const now = `${mark} ${latest?.id ?? ''} ${hashOfKeys(items, held)}`
    const known = this.kept.get(name)
    if (known?.mark === now) return { round, analysis: await known.analysis }
    const analysis = this.turns.run(
      () => this.compute(round, attempts, items, held, latest?.id ?? null),
      () => new ProblemError('SERVER.BUSY'),
    )
    this.keep(name, { mark: now, analysis })
    return { round, analysis: await analysis }
  }

  private async compute(
    round: RoundEntity,
    attempts: AnalysedAttempts,
    items: readonly FullItem[],
    held: ItemRulings,
    versionId: string | null,
  ): Promise<RoundAnalysis> {
    const answers = new CollectedAnswers()
    for await (const page of this.sheets.sheets(round, attempts, versionId))
      for (const sheet of page) answers.add(sheet)
    return analyseRound(answers, items, held)
  }

  private keep(name: string, entry: { mark: string; analysis: Promise<RoundAnalysis> }): void {
    this.kept.delete(name)
    this.kept.set(name, entry)
    const [oldest] = this.kept.keys()
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest)
    entry.analysis.catch(() => {
      if (this.kept.get(name) === entry) this.kept.delete(name)
    })
  }

  private trace(actor: Author, purpose: 'analysis' | 'export', analysis: RoundAnalysis): Promise<void> {
    return this.items.recordReading(
      actor,
      purpose,
      analysis.items.map(({ item }) => item.item.code),
    )
  }
}

function hashOfKeys(items: readonly FullItem[], held: ItemRulings): string {
  const keys = items.map(({ version, key }) => [version.id, JSON.stringify(key.key)])
  return createHash('sha256')
    .update(canonicalJson([keys, Object.fromEntries(held)]))
    .digest('base64')
}
