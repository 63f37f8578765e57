import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { Bus } from '../../../platform/live/bus.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { ROUND_CHANGED, RoundsService } from '../../contests/index.js'
import { RULING_APPLIED } from '../../results/index.js'
import { AnalysisService } from './analysis.service.js'

/** Results may be published some seconds before keys may be read, and the database may be away. */
const AGAIN_MS = 15_000
const TRIES = 20

/**
 * DR-6: once the results of a round are published, keeps how its items did on first attempts, for what later rounds expect of them; and
 * again after each ruling. Of an item that was struck out or right for everybody nothing is kept: its answers tell about its fault.
 */
@Injectable()
export class ItemRecords implements OnApplicationShutdown {
  private readonly done = new Set<string>()
  private readonly timers = new Set<NodeJS.Timeout>()

  constructor(
    private readonly analysis: AnalysisService,
    private readonly rounds: RoundsService,
    private readonly logger: Logger,
    bus: Bus,
  ) {
    bus.subscribe(ROUND_CHANGED, (roundId) => void this.look(roundId as string))
    bus.subscribe(RULING_APPLIED, (roundId) => {
      this.done.delete(roundId as string)
      void this.look(roundId as string)
    })
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearTimeout(timer)
  }

  private async look(roundId: string, tries = TRIES): Promise<void> {
    if (this.done.has(roundId)) return
    try {
      const [round] = await this.rounds.find([roundId])
      if (!round?.resultsPublishedAt) return
      this.done.add(roundId)
      const { analysis } = await this.analysis.analyse(roundId, 'first')
      // Several processes may do this: they write the same.
      await this.rounds.keepItemRecords(
        null,
        roundId,
        analysis.items.flatMap(({ item, statistics, ruling, meanShare }) =>
          meanShare === null || ruling === 'strike' || ruling === 'all-right'
            ? []
            : [{ itemVersionId: item.version.id, firstCount: statistics.servedCount, firstShare: meanShare }],
        ),
      )
    } catch (error) {
      this.done.delete(roundId)
      this.logger.warn({ roundId, reason: (error as Error).message }, 'how items did could not be kept; trying again')
      if (tries > 1) this.later(() => void this.look(roundId, tries - 1))
    }
  }

  private later(act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      act()
    }, AGAIN_MS)
    timer.unref()
    this.timers.add(timer)
  }
}
