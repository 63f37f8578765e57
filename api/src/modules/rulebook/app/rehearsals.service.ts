import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import { GRADINGS_OF, PRIZE_TIERS } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Semaphore } from '../../../kernel/semaphore.js'
import { runThread, ThreadOverrun, ThreadStopped } from '../../../platform/threads/limited-thread.js'
import {
  type ContestEntity,
  ContestsService,
  type RoundEntity,
  RoundsService,
  shownClosesAt,
} from '../../contests/index.js'
import type { Advice } from '../domain/advice.js'
import { attemptsWithin, rhythmOf } from '../domain/attempts-within.js'
import type { Rehearsal, RehearsalCell, RehearsalInput, RehearsalPrize } from '../domain/rehearse.js'

const LIMITS = { memoryMegabytes: 256, workMs: 60_000 }
const WAITING_MAX = 8

/** RB-4: rounds as they would go, from what their pools are expected to gain. */
@Injectable()
export class RehearsalsService implements BeforeApplicationShutdown {
  private readonly file: URL = new URL('./rehearsal.thread.js', import.meta.url)
  private readonly gate = new Semaphore(1, WAITING_MAX)
  private readonly stop = new AbortController()

  constructor(
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
  ) {}

  beforeApplicationShutdown(): void {
    this.stop.abort()
  }

  async rehearse(roundId: string, contestants: number, attemptsEach: number) {
    const round = await this.rounds.demand(roundId)
    const contest = await this.contests.demand(round.contestId)
    const pool = await this.rounds.expectedPool(round)
    const { rules, attemptLimit: limit } = round
    const opensAt = round.opensAt.getTime()
    const closesAt = shownClosesAt(round.closesAt.getTime(), round.pausedAt?.getTime() ?? null)
    const { period, waitS, counted } = rules.attempts
    const input: RehearsalInput = {
      cells: cellsOf(round, pool),
      contestants,
      attemptsEach: Math.min(attemptsEach, attemptsWithin({ period, limit, waitS, opensAt, closesAt })),
      period: rhythmOf({ period, limit }),
      waitS,
      counted,
      timeLimitS: round.timeLimitS,
      itemClockS: rules.itemClockS,
      windowS: (closesAt - opensAt) / 1000,
      allRequired: rules.allRequired,
      scoring: rules.scoring,
      ranking: rules.ranking,
      hasPrediction: rules.prediction !== null,
      prizes: prizesOf(contest, round),
    }
    const found = await this.run(input)
    return {
      ...found,
      attemptsEach: input.attemptsEach,
      knownItems: pool.filter(({ isKnown }) => isKnown).length,
      manyPartItems: pool.filter(({ type }) => type in GRADINGS_OF).length,
      poolItems: pool.length,
    }
  }

  /** @throws ProblemError SERVER.BUSY when too many wait, or the server stops */
  private async run(input: RehearsalInput): Promise<Rehearsal & { advice: Advice[] }> {
    try {
      return await this.gate.run(
        () => runThread(this.file, input, [], {}, LIMITS, this.stop.signal),
        () => new ProblemError('SERVER.BUSY'),
      )
    } catch (error) {
      if (error instanceof ThreadOverrun || error instanceof ThreadStopped) throw new ProblemError('SERVER.BUSY')
      throw error
    }
  }
}

/** The prizes that this round gives, the best first: those of other tables are none of its. */
function prizesOf({ prizes }: ContestEntity, { rules }: RoundEntity): RehearsalPrize[] {
  return prizes
    .filter(({ scope, table }) => scope === 'round' && isOfRound(table, rules.tables))
    .map(({ tier, table, count }) => ({ tier, table, count }))
    .sort((a, b) => PRIZE_TIERS.indexOf(a.tier) - PRIZE_TIERS.indexOf(b.tier))
}

function isOfRound(table: string | null, tables: readonly string[]): boolean {
  return table === null || tables.length === 0 || tables.includes(table)
}

type ExpectedItem = Awaited<ReturnType<RoundsService['expectedPool']>>[number]

function cellsOf(round: RoundEntity, pool: readonly ExpectedItem[]): RehearsalCell[] {
  return round.blueprint.map(({ topic, level, type, count, points }) => ({
    count,
    points,
    expectedShares: pool
      .filter((item) => item.topic === topic && item.level === level && (type === null || item.type === type))
      .map(({ expectedShare }) => expectedShare),
  }))
}
