import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { KnownNetworks } from '../../../platform/live/known-networks.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { networkOf } from '../domain/network.js'
import { KnownNetworkRepository } from '../infra/known-network.repository.js'

const REFRESH_MS = 10 * 60_000
/** People of one unit who took part from the network, on at least two days, within half a year. */
const PEOPLE_LEAST = 25
const DAYS_LEAST = 2
const REACH_DAYS = 180

/** EX-6: learns from attempts which networks are those of a school or another unit. What is kept of an attempt is enough (AT-16). */
@Injectable()
export class NetworkMemory implements OnApplicationBootstrap, OnApplicationShutdown {
  private known: ReadonlySet<string> = new Set()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly repository: KnownNetworkRepository,
    private readonly networks: KnownNetworks,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.networks.fill((address) => this.known.has(networkOf(address) ?? ''))
    void this.refresh()
    this.timer = setInterval(() => void this.refresh(), REFRESH_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  /** Reads it again; what cannot be read now stays as it was. */
  async refresh(): Promise<void> {
    try {
      this.known = new Set(await this.repository.of(REACH_DAYS, PEOPLE_LEAST, DAYS_LEAST))
    } catch (error) {
      this.logger.warn({ reason: (error as Error).message }, 'known networks could not be read')
    }
  }
}
