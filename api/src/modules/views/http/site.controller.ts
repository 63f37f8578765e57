import { Controller } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { type Actor, CurrentActor, MaybeActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { presentReceipt, Starting } from '../../attempts/index.js'
import { ContestsService, presentContest, presentRound, type RoundEntity, RoundsService } from '../../contests/index.js'
import { BoardService, firstOfEach } from '../../standings/index.js'
import { UnitsService } from '../../units/index.js'
import { MyDataService } from '../app/my-data.service.js'
import { ResultsService } from '../app/results.service.js'

/** Of a board, or of each table of one. */
const HOME_ROWS = 10

/** Pages of the contest site that put several modules together. */
@Controller()
export class SiteController {
  /** The page that everybody opens at the opening minute: read at most once a second. */
  private readonly home = new ShortMemory<Awaited<ReturnType<SiteController['readHome']>>>(1_000)

  constructor(
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly starting: Starting,
    private readonly results: ResultsService,
    private readonly boards: BoardService,
    private readonly myData: MyDataService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  @Endpoint('serverTime')
  time() {
    return { serverTime: this.serverTime() }
  }

  @Endpoint('home')
  async homePage() {
    const { contest, rounds, featured, board } = await this.home.get('', () => this.readHome())
    return {
      serverTime: this.serverTime(),
      contest,
      rounds: rounds.map((round) => this.present(round)),
      featuredRoundId: featured?.id ?? null,
      board,
    }
  }

  @Endpoint('round')
  async round(@Input() { params }: EndpointInput<'round'>, @MaybeActor() actor: Actor | null) {
    const round = await this.rounds.demand(params.roundId)
    const contest = await this.contests.demand(round.contestId)
    if (!contest.isPublished || this.rounds.stateOf(round) === 'draft') throw new ProblemError('ROUND.NOT_FOUND')
    return {
      serverTime: this.serverTime(),
      round: this.present(round),
      contest: presentContest(contest),
      mine: actor ? await this.starting.partOf(actor, round, contest) : null,
      papers: await this.rounds.drawnSpread(round),
    }
  }

  @Endpoint('units')
  async unitTree(@Input() { query }: EndpointInput<'units'>) {
    const asOf = query.asOf ?? (await this.contests.current())?.unitsAsOf ?? vietnamDay(this.clock.now())
    return { asOf, units: await this.units.treeOn(asOf) }
  }

  @Endpoint('attemptResult')
  async result(@Input() { params }: EndpointInput<'attemptResult'>, @CurrentActor() actor: Actor) {
    const { attempt, round, visibleAt, ...shown } = await this.results.result(actor, params.attemptId)
    return {
      ...shown,
      receipt: presentReceipt(attempt),
      round: this.present(round),
      attemptNo: attempt.attemptNo,
      timeUsedS: attempt.timeUsedS,
      prediction: attempt.prediction,
      isRanked: attempt.isRanked,
      extraPercent: attempt.extraPercent,
      creditMs: attempt.creditMs,
      resultVisibleAt: visibleAt?.toISOString() ?? null,
      serverTime: this.serverTime(),
    }
  }

  @Endpoint('myAttempts')
  async history(@CurrentActor() actor: Actor) {
    const entries = await this.results.history(actor)
    const titles = new Map<string, { vi: string; en: string }>()
    for (const { round } of entries)
      if (!titles.has(round.contestId)) titles.set(round.contestId, (await this.contests.demand(round.contestId)).title)
    return {
      attempts: entries.map(({ attempt, round, score, isCounted }) => ({
        attemptId: attempt.id,
        round: this.present(round),
        contestTitle: titles.get(round.contestId),
        attemptNo: attempt.attemptNo,
        state: attempt.state,
        startedAt: attempt.startedAt.toISOString(),
        submittedAt: attempt.submittedAt?.toISOString() ?? null,
        timeUsedS: attempt.timeUsedS,
        score,
        isCounted,
      })),
    }
  }

  @Endpoint('myData')
  everythingKept(@CurrentActor() actor: Actor) {
    return this.myData.of(actor)
  }

  private async readHome() {
    const contest = await this.contests.current()
    if (!contest) return { contest: null, rounds: [], featured: null, board: null }
    const rounds = (await this.rounds.listOf(contest.id)).filter((round) => this.rounds.stateOf(round) !== 'draft')
    const by = (state: string) => rounds.filter((round) => this.rounds.stateOf(round) === state)
    const featured =
      by('open')[0] ?? by('closed').sort((a, b) => b.closesAt.getTime() - a.closesAt.getTime())[0] ?? null
    // The board is a cache that may be away; the page stands without it.
    const board = featured ? await this.boards.snapshot(featured.id).catch(() => null) : null
    return {
      contest: presentContest(contest),
      rounds,
      featured,
      board: board && { ...board, rows: firstOfEach(board.rows, HOME_ROWS) },
    }
  }

  private present(round: RoundEntity) {
    return presentRound(round, this.rounds.stateOf(round))
  }

  private serverTime(): string {
    return new Date(this.clock.now()).toISOString()
  }
}
