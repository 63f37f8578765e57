import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { AttemptCloser } from '../../attempts/index.js'
import { RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { rankingKey } from '../domain/ranking-key.js'
import { type StandingEntry, StandingStore } from '../infra/standing-store.js'
import { StandingRepository } from '../infra/standing.repository.js'

const CATCH_UP_MS = 10_000
/** A closing whose number is older than this is certainly visible to a query made now. */
const VISIBLE_AFTER_MS = 60_000

/**
 * Keeps the standings store in step with the database. Submissions flow in as they happen; every ten seconds whatever was
 * closed in the last minute is put again, so an update that got lost (a crash between commit and store, Redis away) heals; a
 * store that lost a round is filled again from the database (LB-4).
 */
@Injectable()
export class StandingsKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined
  private isStopped = false
  private readonly loading = new Map<string, Promise<void>>()
  /** (closing number, when it was the newest), oldest first. */
  private readonly seen: { closedSeq: number; at: number }[] = []

  constructor(
    private readonly store: StandingStore,
    private readonly repository: StandingRepository,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
    private readonly logger: Logger,
    closer: AttemptCloser,
  ) {
    closer.onSubmitted((attempts) => {
      // The catch-up heals what fails here.
      void this.putAll(attempts).catch((error) => this.complain(error))
    })
  }

  async onApplicationBootstrap(): Promise<void> {
    this.seen.push({ closedSeq: await this.repository.lastClosedSeq(), at: this.clock.now() })
    this.schedule()
  }

  onApplicationShutdown(): void {
    this.isStopped = true
    clearTimeout(this.timer)
  }

  /** Makes sure that the store can answer for a round. */
  async ensureLoaded(roundId: string): Promise<void> {
    if ((await this.store.version(roundId)) !== null) return
    let load = this.loading.get(roundId)
    if (!load) {
      load = this.load(roundId).finally(() => this.loading.delete(roundId))
      this.loading.set(roundId, load)
    }
    await load
  }

  private async load(roundId: string): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if (await this.store.beginLoad(roundId)) {
        // From here on puts are taken, so nothing that is submitted while we read can be missed.
        const rows = await this.repository.counted(roundId)
        await this.store.put(
          roundId,
          await Promise.all(
            rows.map((row) => this.entryOf({ ...row, roundId, submittedAtMs: row.submittedAt.getTime() })),
          ),
        )
        await this.store.endLoad(roundId, this.clock.now())
        return
      }
      if ((await this.store.version(roundId)) !== null) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('the standings of a round could not be loaded in time')
  }

  private async putAll(
    attempts: readonly {
      roundId: string
      accountId: string
      unitId: string | null
      points: number
      timeUsedS: number
      submittedAtMs: number
    }[],
  ): Promise<void> {
    const byRound = new Map<string, StandingEntry[]>()
    for (const attempt of attempts) {
      const list = byRound.get(attempt.roundId) ?? []
      list.push(await this.entryOf(attempt))
      byRound.set(attempt.roundId, list)
    }
    // A round that is not in the store needs nothing: whoever asks for it loads it from the database.
    for (const [roundId, entries] of byRound) await this.store.put(roundId, entries)
  }

  private async entryOf(attempt: {
    roundId: string
    accountId: string
    unitId: string | null
    points: number
    timeUsedS: number
    submittedAtMs: number
  }): Promise<StandingEntry> {
    return {
      accountId: attempt.accountId,
      groupId: attempt.unitId ? await this.units.groupOf(attempt.unitId) : '',
      key: rankingKey(attempt, (await this.rounds.demand(attempt.roundId)).opensAt.getTime()),
    }
  }

  private async catchUp(): Promise<void> {
    const now = this.clock.now()
    while (this.seen.length > 1 && now - (this.seen[1] as { at: number }).at > VISIBLE_AFTER_MS) this.seen.shift()
    const rows = await this.repository.closedAfter(this.seen[0]?.closedSeq ?? 0)
    if (rows.length === 0) return
    await this.putAll(rows.map((row) => ({ ...row, submittedAtMs: row.submittedAt.getTime() })))
    this.seen.push({ closedSeq: rows.at(-1)?.closedSeq ?? 0, at: now })
  }

  private schedule(): void {
    if (this.isStopped) return
    this.timer = setTimeout(() => {
      void this.catchUp()
        .catch((error) => this.complain(error))
        .finally(() => this.schedule())
    }, CATCH_UP_MS)
    this.timer.unref()
  }

  private complain(error: unknown): void {
    if (!this.isStopped) this.logger.warn({ reason: (error as Error).message }, 'standings are behind; catching up')
  }
}
