import type { Logger } from '../metrics/logger.js'

/**
 * Work that this process does again and again, never twice at a time: the pause begins when the work has ended. One that fails is
 * tried again after the pause, with a warning; what a process that is stopping leaves undone is no failure.
 */
export class RepeatedJob {
  private timer: NodeJS.Timeout | undefined
  private hasStopped = false

  /**
   * @param pauseMs between two turns, and before the first
   * @param failed the sentence of the log when a turn fails
   */
  constructor(
    private readonly pauseMs: number,
    private readonly work: () => Promise<unknown>,
    private readonly logger: Logger,
    private readonly failed: string,
  ) {}

  get isStopped(): boolean {
    return this.hasStopped
  }

  start(): void {
    if (this.hasStopped) return
    this.timer = setTimeout(() => void this.turn(), this.pauseMs)
    this.timer.unref()
  }

  /** No turn begins any more; one that runs comes to its end. */
  stop(): void {
    this.hasStopped = true
    clearTimeout(this.timer)
  }

  /** Says that the work, or a part of it that was done between two turns, has failed. */
  complain(error: unknown): void {
    if (!this.hasStopped) this.logger.warn({ reason: (error as Error).message }, this.failed)
  }

  private async turn(): Promise<void> {
    try {
      await this.work()
    } catch (error) {
      this.complain(error)
    }
    this.start()
  }
}
