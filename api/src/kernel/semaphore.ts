/** Lets at most `width` tasks run at once; at most `queueLimit` more wait, the next one is refused. */
export class Semaphore {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(
    private readonly width: number,
    private readonly queueLimit: number,
  ) {}

  /** Runs the task when a place is free. Throws the error of `onFull` when the queue is full. */
  async run<T>(task: () => Promise<T>, onFull: () => Error): Promise<T> {
    if (this.running >= this.width) {
      if (this.waiting.length >= this.queueLimit) throw onFull()
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
    this.running++
    try {
      return await task()
    } finally {
      this.running--
      this.waiting.shift()?.()
    }
  }
}
