import { randomBytes } from 'node:crypto'
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { Bus } from '../../../platform/live/bus.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { ROUND_CHANGED } from '../../contests/index.js'
import { unitsScopeOf } from '../domain/draw-list.js'
import { commitmentTo } from '../domain/verifiable-draw.js'
import { DrawRepository } from '../infra/draw.repository.js'

/**
 * DW-7: a commitment for every round that is published, and its contest's running total and units, before anybody takes part. What was
 * missed, because no process ran at the moment, is made up for as long as nobody has; afterwards it is left out and said so.
 */
@Injectable()
export class DrawCommitments implements OnApplicationBootstrap {
  constructor(
    private readonly draws: DrawRepository,
    private readonly logger: Logger,
    bus: Bus,
  ) {
    bus.subscribe(ROUND_CHANGED, () => void this.look())
  }

  onApplicationBootstrap(): void {
    void this.look()
  }

  async commitAll(): Promise<void> {
    for (const scope of await this.draws.uncommitted(unitsScopeOf)) {
      const secret = randomBytes(32)
      await this.draws.commit({ ...scope, secret, commitment: commitmentTo(scope.scopeId, secret).toString('hex') })
    }
  }

  private async look(): Promise<void> {
    await this.commitAll().catch((error) =>
      this.logger.warn({ reason: (error as Error).message }, 'committing to draws failed; the next change tries again'),
    )
  }
}
