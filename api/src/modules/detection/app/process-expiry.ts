import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { ProcessEventRepository } from '../infra/process-event.repository.js'

const SWEEP_MS = 3_600_000

/** PE-5: what was told about deletion is kept by a job; any number of processes may run it, and run it again. */
@Injectable()
export class ProcessExpiry implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly events: ProcessEventRepository,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  /** A failed sweep is done again by the next one. */
  async sweep(): Promise<void> {
    try {
      await this.events.sweep(new Date(this.clock.now()))
    } catch (error) {
      this.logger.warn({ reason: (error as Error).message }, 'old process events could not be deleted')
    }
  }
}
