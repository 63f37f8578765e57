import { randomUUID } from 'node:crypto'
import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Semaphore } from '../../../kernel/semaphore.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { ThreadStopped } from '../../../platform/threads/limited-thread.js'
import { AuditService } from '../../audit/index.js'
import { canRevealKeys, type RoundEntity, RoundsService } from '../../contests/index.js'
import { EvidenceRepository } from '../infra/evidence.repository.js'
import { RunRepository } from '../infra/run.repository.js'
import { RoundSearch } from './round-search.js'
import { SignalExpiry } from './signal-expiry.js'

const BEAT_MS = 2_000
/** A run that has been silent for so long is dead: its process is gone, or has lost the database for good. */
const SILENT_S = 15
const SWEEP_MS = 5_000
/** How often, and how long after a round, the platform begins by itself; what is older than the last is left to people. */
const BEGIN_EVERY_MS = 60_000
const OVER_S = 60
const WITHIN_S = 3 * 86_400
const WAITING_MAX = 20

/**
 * DT-24, DT-25: searches for signals: one at a time in each round and in each process, in a thread, with signs of life. A run whose process
 * dies is ended by any other process, or by the next start; nothing of it was written, and it can be begun again.
 */
@Injectable()
export class SignalRuns implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly turns = new Semaphore(1, WAITING_MAX)
  private readonly running = new Map<string, AbortController>()
  private sweeping: NodeJS.Timeout | undefined
  private beginning: NodeJS.Timeout | undefined

  constructor(
    private readonly runs: RunRepository,
    private readonly search: RoundSearch,
    private readonly evidence: EvidenceRepository,
    private readonly rounds: RoundsService,
    private readonly expiry: SignalExpiry,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const quietly = (work: () => Promise<unknown>) => () =>
      void work().catch((error: Error) =>
        this.logger.warn({ reason: error.message }, 'searches for signals: a sweep failed'),
      )
    this.sweeping = setInterval(
      quietly(() => this.runs.endSilent(SILENT_S)),
      SWEEP_MS,
    )
    this.beginning = setInterval(
      quietly(() => this.beginDue()),
      BEGIN_EVERY_MS,
    )
    this.sweeping.unref()
    this.beginning.unref()
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.beginning)
    for (const control of this.running.values()) control.abort()
    while (this.running.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping)
  }

  /** Why no search of this round can be begun now; null: one can. */
  async blockedBy(round: RoundEntity): Promise<'not-yet' | 'running' | 'past-day' | null> {
    const isOver =
      this.rounds.stateOf(round) === 'closed' &&
      round.pausedAt === null &&
      canRevealKeys(round.closesAt.getTime(), round.graceMs, this.clock.now())
    if (!isOver || (await this.evidence.countOf(round.id)).running > 0) return 'not-yet'
    if (this.expiry.isPast(round)) return 'past-day'
    const [newest] = await this.runs.ofRound(round.id, 1)
    return newest?.state === 'running' ? 'running' : null
  }

  /**
   * Begins a search; it goes on after this has returned.
   * @param actorId null: the platform itself
   * @returns the id of the run
   * @throws ProblemError ROUND.NOT_FOUND; SIGNALS.NOT_YET while keys must stay secret; SIGNALS.RUNNING; SIGNALS.PAST_DAY
   */
  async start(actorId: string | null, roundId: string): Promise<string> {
    const round = await this.rounds.demand(roundId)
    await this.runs.endSilent(SILENT_S)
    const blocked = await this.blockedBy(round)
    if (blocked === 'not-yet') throw new ProblemError('SIGNALS.NOT_YET')
    if (blocked === 'past-day') throw new ProblemError('SIGNALS.PAST_DAY')
    const runId = randomUUID()
    await this.audit.together(async (manager) => {
      if (blocked === 'running' || !(await this.runs.begin(manager, runId, roundId, actorId)))
        throw new ProblemError('SIGNALS.RUNNING')
      await this.audit.record(actorId, 'signals.searched', `round:${roundId}`, { runId }, manager)
    })
    void this.work(runId, round)
    return runId
  }

  private async beginDue(): Promise<void> {
    for (const roundId of await this.runs.unsearched(OVER_S, WITHIN_S, 1))
      await this.start(null, roundId).catch((error) => {
        // Another process was faster, or a look under the lock says otherwise.
        if (!(error instanceof ProblemError)) throw error
      })
  }

  private async work(runId: string, round: RoundEntity): Promise<void> {
    const control = new AbortController()
    this.running.set(runId, control)
    const progress = { stage: 'loading' as 'loading' | 'searching' | 'storing', percent: 0 }
    const beating = setInterval(() => {
      const beat = this.runs.beat(runId, progress.stage, progress.percent)
      // Somebody has given it up, or it is gone: what it finds would be written by nobody.
      beat.then((isOurs) => !isOurs && control.abort()).catch(() => undefined)
    }, BEAT_MS)
    try {
      const { findings, ...outcome } = await this.turns.run(
        () => this.search.run(round, control.signal, (stage, percent) => Object.assign(progress, { stage, percent })),
        () => new ProblemError('SERVER.BUSY'),
      )
      progress.stage = 'storing'
      await this.runs.finish(
        runId,
        round.id,
        outcome,
        findings.map((finding) => ({ id: randomUUID(), ...finding })),
      )
    } catch (error) {
      const isStopped = error instanceof ThreadStopped
      if (!isStopped)
        this.logger.error({ err: error instanceof Error ? error.stack : String(error) }, 'a search for signals failed')
      // Were the database away just now, the sweep would end the run later.
      await this.runs.end(runId, isStopped ? 'stopped' : 'failed', (error as Error).message).catch(() => undefined)
    } finally {
      clearInterval(beating)
      this.running.delete(runId)
    }
  }
}
