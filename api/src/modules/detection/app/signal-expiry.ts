import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { AuditService } from '../../audit/index.js'
import { deletionDay } from '../domain/deletion-day.js'
import { SignalExpiryRepository } from '../infra/signal-expiry.repository.js'
import { SignalsService } from './signals.service.js'

const SWEEP_MS = 30 * 60_000

/** DT-29: deletes signals on their day; any number of processes may run it, and run it again. */
@Injectable()
export class SignalExpiry implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly expiry: SignalExpiryRepository,
    private readonly signals: SignalsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    void this.sweep()
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  /** The day of a round, as it stands now. */
  dayOf({ resultsPublishedAt, closesAt }: { resultsPublishedAt: Date | null; closesAt: Date }): string {
    return deletionDay(resultsPublishedAt?.getTime() ?? null, closesAt.getTime(), this.settings.signalKeepDays)
  }

  /** Has the day come? */
  isPast(round: { resultsPublishedAt: Date | null; closesAt: Date }): boolean {
    return vietnamDay(this.clock.now()) >= this.dayOf(round)
  }

  get keepDays(): number {
    return this.settings.signalKeepDays
  }

  /** What was deleted of a round, the newest first. */
  ledger(roundId: string) {
    return this.expiry.ledger(roundId)
  }

  /** A failed sweep is done again by the next one. */
  async sweep(): Promise<void> {
    try {
      for (const round of await this.expiry.kept()) if (this.isPast(round)) await this.clear(round.roundId)
    } catch (error) {
      this.logger.warn({ reason: (error as Error).message }, 'signals could not be cleared')
    }
  }

  private async clear(roundId: string): Promise<void> {
    const ids = await this.expiry.idsOf(roundId)
    const held = await this.signals.held(ids)
    await this.expiry.delete(
      roundId,
      ids.filter((id) => held.has(id)),
      (manager, counts) =>
        this.audit.record(null, 'signals.deleted', `round:${roundId}`, { ...counts, kept: held.size }, manager),
    )
  }
}
