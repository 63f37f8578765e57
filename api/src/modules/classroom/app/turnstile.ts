import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'

/** About a second's work; whoever comes later is told to try again instead of waiting longer than a page waits. */
const MOST_WAITING = 300
const MOST_MS = 5_000

/**
 * Seats of one lesson are taken one after the other anyway, since each holds the lesson. They wait here and not with a connection in their
 * hands: a flood of them must not keep the host, answers and other lessons from the database.
 */
@Injectable()
export class Turnstile {
  private readonly lines = new Map<string, { last: Promise<unknown>; length: number }>()

  /** @throws ProblemError REQUEST.TOO_MANY when too many wait already, SERVER.BUSY when the turn comes too late */
  async pass<T>(lessonId: string, run: () => Promise<T>): Promise<T> {
    const line = this.lines.get(lessonId) ?? { last: Promise.resolve(), length: 0 }
    if (line.length >= MOST_WAITING) throw new ProblemError('REQUEST.TOO_MANY', { seconds: 2 })
    this.lines.set(lessonId, line)
    line.length++
    const cameAt = performance.now()
    const own = line.last.then(() => {
      if (performance.now() - cameAt > MOST_MS) throw new ProblemError('SERVER.BUSY')
      return run()
    })
    line.last = own.catch(() => undefined)
    try {
      return await own
    } finally {
      line.length--
      if (line.length === 0) this.lines.delete(lessonId)
    }
  }
}
