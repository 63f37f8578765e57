import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import type { BoardPatch, BoardSnapshotData } from '@thiso/contracts'
import { patchBetween } from '@thiso/contracts/board-patch'
import { Logger } from '../../../platform/metrics/logger.js'
import { BoardService } from './board.service.js'

/** A board moves at most once a second. */
const TICK_MS = 1_000

/**
 * Tells the watchers of this process what moved. Each process reads the shared version once a second for each round that it
 * has watchers of, and sends its own sockets one patch; no message between processes is needed, and the work does not grow
 * with the number of submissions.
 */
@Injectable()
export class BoardFeed implements OnApplicationShutdown {
  private readonly last = new Map<string, BoardSnapshotData>()
  private timer: NodeJS.Timeout | undefined
  private isStopped = false

  constructor(
    private readonly boards: BoardService,
    private readonly logger: Logger,
  ) {}

  /**
   * @param watchedRounds the rounds that somebody here watches
   * @param send delivers a patch to the watchers of its round
   */
  start(watchedRounds: () => Iterable<string>, send: (patch: BoardPatch) => void): void {
    const tick = async () => {
      const watched = new Set(watchedRounds())
      for (const roundId of this.last.keys()) if (!watched.has(roundId)) this.last.delete(roundId)
      for (const roundId of watched) await this.feed(roundId, send)
    }
    const schedule = () => {
      if (this.isStopped) return
      this.timer = setTimeout(() => {
        void tick()
          .catch((error: Error) => this.logger.warn({ reason: error.message }, 'the board feed failed; trying again'))
          .finally(schedule)
      }, TICK_MS)
      this.timer.unref()
    }
    schedule()
  }

  /** The snapshot that the next patch will follow on: what a new watcher must start from. */
  async snapshotFor(roundId: string): Promise<BoardSnapshotData> {
    const known = this.last.get(roundId)
    if (known) return known
    const snapshot = await this.boards.snapshot(roundId)
    const raced = this.last.get(roundId)
    if (raced) return raced
    this.last.set(roundId, snapshot)
    return snapshot
  }

  onApplicationShutdown(): void {
    this.isStopped = true
    clearTimeout(this.timer)
  }

  private async feed(roundId: string, send: (patch: BoardPatch) => void): Promise<void> {
    const before = this.last.get(roundId)
    if (before && (await this.boards.versionOf(roundId)) === before.version) return
    const after = await this.boards.freshSnapshot(roundId)
    this.last.set(roundId, after)
    if (before && after.version !== before.version) send(patchBetween(before, after))
  }
}
