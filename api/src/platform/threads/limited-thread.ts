import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../kernel/problem-error.js'
import type { FromThread, ToThread } from './thread-messages.js'

export interface ThreadLimits {
  /** Of the thread's heap; what it allocates outside of it (file contents) its own code must bound. */
  memoryMegabytes: number
  /** Of the thread's own work: the clock stands still while it waits for an answer. */
  workMs: number
}

/** The thread took more time or memory than it may. */
export class ThreadOverrun extends Error {
  constructor(readonly limit: 'time' | 'memory') {
    super(`a thread went over its limit of ${limit}`)
    this.name = 'ThreadOverrun'
  }
}

/** Somebody wanted it to stop. */
export class ThreadStopped extends Error {
  constructor() {
    super('a thread was stopped')
    this.name = 'ThreadStopped'
  }
}

/** What the thread may ask for, by name. */
export type Answers = Record<string, (payload: never) => unknown>

/**
 * Runs work that may be hostile or long in a thread of its own: the server goes on answering, and no file can take its memory or its
 * time. The thread's file hands its work to `serveThread`.
 * @param transfer parts of `data` that are handed over instead of copied
 * @param stop ends the thread at once
 * @throws ThreadOverrun, ThreadStopped, the ProblemError that the work threw, or any other error of the work under its own name
 */
export function runThread<Result>(
  file: URL,
  data: unknown,
  transfer: readonly ArrayBuffer[],
  answers: Answers,
  limits: ThreadLimits,
  stop: AbortSignal,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    if (stop.aborted) return reject(new ThreadStopped())
    const worker = new Worker(file, {
      workerData: data,
      transferList: [...transfer],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 },
      // No secret of the process reaches the thread.
      env: {},
    })
    const clock = new WorkClock(limits.workMs, () => end(() => reject(new ThreadOverrun('time'))))
    const onStop = () => end(() => reject(new ThreadStopped()))
    stop.addEventListener('abort', onStop, { once: true })

    let isOver = false
    function end(settle: () => void): void {
      if (isOver) return
      isOver = true
      clock.stop()
      stop.removeEventListener('abort', onStop)
      // Its memory is free only once it has ended; whoever waits may begin the next one then.
      void worker.terminate().then(settle, settle)
    }

    async function answer({ id, name, payload }: Extract<FromThread, { kind: 'ask' }>): Promise<void> {
      clock.pause()
      try {
        const asked = answers[name]
        if (!asked) throw new Error(`the thread asked for ${name}`)
        const value = await asked(payload as never)
        if (isOver) return
        worker.postMessage({ id, value } satisfies ToThread)
        clock.resume()
      } catch (error) {
        end(() => reject(error))
      }
    }

    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ask') void answer(message)
      else if (message.kind === 'done') end(() => resolve(message.result as Result))
      else end(() => reject(errorOf(message)))
    })
    worker.on('error', (error: Error & { code?: string }) =>
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadOverrun('memory') : error)),
    )
    worker.on('exit', () => end(() => reject(new Error('a thread ended without a result'))))
  })
}

function errorOf({ name, message, stack, problem }: Extract<FromThread, { kind: 'failed' }>): Error {
  if (problem) return new ProblemError(problem.code, problem.params)
  return Object.assign(new Error(message), { name, stack })
}

/** Counts the time between `resume` and `pause`; several pauses may overlap. */
class WorkClock {
  private timer: NodeJS.Timeout | undefined
  private since = 0
  private pauses = 0

  constructor(
    private leftMs: number,
    private readonly onOver: () => void,
  ) {
    this.start()
  }

  pause(): void {
    if (this.pauses++ > 0) return
    clearTimeout(this.timer)
    this.leftMs -= performance.now() - this.since
  }

  resume(): void {
    if (--this.pauses === 0) this.start()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.pauses = Number.POSITIVE_INFINITY
  }

  private start(): void {
    this.since = performance.now()
    this.timer = setTimeout(this.onOver, Math.max(0, this.leftMs))
  }
}
