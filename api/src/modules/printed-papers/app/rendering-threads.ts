import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Semaphore } from '../../../kernel/semaphore.js'
import { runThread, ThreadOverrun, ThreadStopped } from '../../../platform/threads/limited-thread.js'
import type { RenderOrder } from '../infra/render-file.js'

const LIMITS = { memoryMegabytes: 512, workMs: 120_000 }
const AT_ONCE = 1
const WAITING_MAX = 12

/** Makes files of papers in threads, one after the other. */
@Injectable()
export class RenderingThreads implements BeforeApplicationShutdown {
  protected readonly file: URL = new URL('./rendering.thread.js', import.meta.url)
  private readonly gate = new Semaphore(AT_ONCE, WAITING_MAX)
  private readonly stop = new AbortController()

  beforeApplicationShutdown(): void {
    this.stop.abort()
  }

  /** @throws ProblemError SERVER.BUSY when too many wait, or the server stops */
  async run(order: RenderOrder): Promise<Buffer> {
    try {
      const bytes = await this.gate.run(
        () => runThread<Uint8Array>(this.file, order, [], {}, LIMITS, this.stop.signal),
        () => new ProblemError('SERVER.BUSY'),
      )
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    } catch (error) {
      if (error instanceof ThreadOverrun || error instanceof ThreadStopped) throw new ProblemError('SERVER.BUSY')
      throw error
    }
  }
}
