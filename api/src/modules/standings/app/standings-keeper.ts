import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { RepeatedJob } from '../../../platform/jobs/repeated-job.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { AttemptCloser } from '../../attempts/index.js'
import { ContestsService, cutoffOf, RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { type LiveBoard, liveBoard, tableIndexIn } from '../domain/live-board.js'
import { rankingKey } from '../domain/ranking-key.js'
import { type StandingEntry, StandingStore } from '../infra/standing-store.js'
import { type CountedRow, StandingRepository } from '../infra/standing.repository.js'

const CATCH_UP_MS = 10_000
/** A closing whose number is older than this is certainly visible to a query made now. */
const VISIBLE_AFTER_MS = 60_000
/** Submissions are gathered for so long: a board moves at most once a second. */
const GATHER_MS = 100
/** People looked up in one query. */
const CHUNK = 1_000

/**
 * Keeps the standings store in step with the database. Whoever submits is looked up anew, all attempts together, so that what is put is
 * always the truth of one moment; every ten seconds whoever was closed in the last minute is looked up again, so an update that got lost
 * (a crash between commit and store, Redis away) heals; a store that lost a board is filled again from the database (LB-4).
 */
@Injectable()
export class StandingsKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: RepeatedJob
  private gathering: NodeJS.Timeout | undefined
  private waiting = new Map<string, Set<string>>()
  private readonly loading = new Map<string, Promise<void>>()
  private readonly current = new Map<string, string>()
  /** (closing number, when it was the newest), oldest first. */
  private readonly seen: { closedSeq: number; at: number }[] = []

  constructor(
    private readonly store: StandingStore,
    private readonly repository: StandingRepository,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
    logger: Logger,
    closer: AttemptCloser,
  ) {
    this.job = new RepeatedJob(CATCH_UP_MS, () => this.catchUp(), logger, 'standings are behind; catching up')
    closer.onSubmitted((attempts) => this.gather(attempts))
  }

  async onApplicationBootstrap(): Promise<void> {
    this.seen.push({ closedSeq: await this.repository.lastClosedSeq(), at: this.clock.now() })
    this.job.start()
  }

  onApplicationShutdown(): void {
    this.job.stop()
    clearTimeout(this.gathering)
  }

  /** The board of a round as its settings stand now, with the store able to answer for it. */
  async ensureLoaded(roundId: string): Promise<LiveBoard> {
    const board = await this.boardOf(roundId)
    if ((await this.store.version(board.boardId)) !== null) return board
    let load = this.loading.get(board.boardId)
    if (!load) {
      load = this.load(board).finally(() => this.loading.delete(board.boardId))
      this.loading.set(board.boardId, load)
    }
    await load
    return board
  }

  private async boardOf(roundId: string): Promise<LiveBoard> {
    const round = await this.rounds.demand(roundId)
    const { rules } = await this.contests.demand(round.contestId)
    const codes = rules.tables.map(({ code }) => code)
    const board = liveBoard(round, cutoffOf(round), codes)
    const before = this.current.get(roundId)
    this.current.set(roundId, board.boardId)
    // Other settings, another board: nobody asks for the old one any more.
    if (before !== undefined && before !== board.boardId) await this.store.drop(before)
    return board
  }

  private async load(board: LiveBoard): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if (await this.store.beginLoad(board.boardId)) {
        // From here on puts are taken, so nothing that is submitted while we read can be missed.
        const rows = await this.repository.counted(board)
        await this.store.put(board.boardId, await this.entriesOf(board, rows))
        await this.store.endLoad(board.boardId, this.clock.now())
      }
      // Absent still: it was dropped while it was read, and what was read may be old.
      if ((await this.store.version(board.boardId)) !== null) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('the standings of a round could not be loaded in time')
  }

  private gather(attempts: readonly { roundId: string; accountId: string }[]): void {
    for (const { roundId, accountId } of attempts) {
      const people = this.waiting.get(roundId) ?? new Set()
      this.waiting.set(roundId, people.add(accountId))
    }
    if (this.gathering || this.job.isStopped) return
    this.gathering = setTimeout(() => {
      this.gathering = undefined
      const gathered = this.waiting
      this.waiting = new Map()
      // The catch-up heals what fails here.
      void this.refreshAll(gathered).catch((error) => this.job.complain(error))
    }, GATHER_MS)
  }

  private async refreshAll(gathered: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
    for (const [roundId, people] of gathered) {
      const board = await this.boardOf(roundId)
      const ids = [...people]
      for (let from = 0; from < ids.length; from += CHUNK) {
        const asked = ids.slice(from, from + CHUNK)
        const rows = await this.repository.counted(board, asked)
        if (await this.hasLost(board, asked, rows)) {
          await this.store.drop(board.boardId)
          break
        }
        // A board that is not in the store needs nothing: whoever asks for it loads it from the database.
        if (!(await this.store.put(board.boardId, await this.entriesOf(board, rows)))) break
      }
    }
  }

  /** CL-7: whether somebody stands there whose only attempt with a place was taken anew without one: a store only puts, so it is filled again. */
  private async hasLost(board: LiveBoard, asked: readonly string[], rows: readonly CountedRow[]): Promise<boolean> {
    if (rows.length === asked.length) return false
    const found = new Set(rows.map(({ accountId }) => accountId))
    for (const accountId of asked)
      if (!found.has(accountId) && (await this.store.find(board.boardId, accountId))) return true
    return false
  }

  private entriesOf(board: LiveBoard, rows: readonly CountedRow[]): Promise<StandingEntry[]> {
    return Promise.all(
      rows.map(
        async ({ accountId, unitId, table, points, rightCount, timeUsedS, submittedAt, attemptCount, endedCount }) => {
          const result = { points, rightCount, timeUsedS, submittedAtMs: submittedAt.getTime(), attemptCount }
          return {
            accountId,
            groupId: unitId ? await this.units.groupOf(unitId) : '',
            version: endedCount,
            key: rankingKey(board.layout, result, tableIndexIn(board, table)),
            result,
          }
        },
      ),
    )
  }

  private async catchUp(): Promise<void> {
    const now = this.clock.now()
    while (this.seen.length > 1 && now - (this.seen[1] as { at: number }).at > VISIBLE_AFTER_MS) this.seen.shift()
    const rows = await this.repository.closedAfter(this.seen[0]?.closedSeq ?? 0)
    if (rows.length === 0) return
    const people = new Map<string, Set<string>>()
    for (const { roundId, accountId } of rows)
      people.set(roundId, (people.get(roundId) ?? new Set<string>()).add(accountId))
    await this.refreshAll(people)
    this.seen.push({ closedSeq: rows.at(-1)?.closedSeq ?? 0, at: now })
  }
}
