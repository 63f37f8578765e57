import { ApiError } from '@thiso/kit/api/client'
import { delayAfter } from '../outbox/delay'
import type { PaperData } from './calls'
import { failureOf } from './failures'
import type { SessionCore } from './session-core'

export interface OneWay {
  /** Opens the next place and closes the one on screen for good; tried again until the server has answered. */
  next(paper: PaperData): Promise<void>
}

interface OneWayCore extends SessionCore {
  adopt(paper: PaperData): void
  /** What the screen has to say about moving on. */
  tell(news: { isOpening?: boolean; openError?: unknown; missed?: number | null }): void
  check(): Promise<void>
}

/** Moving on in a one-way paper. What is outstanding goes along, so that the act that closes a place also brings its answer. */
export function createOneWay(core: OneWayCore): OneWay {
  const { ports, waiting, is, ask } = core
  let isOpening = false

  async function next(paper: PaperData) {
    const { open } = paper.attempt
    if (isOpening || !open || open.position > paper.itemCount || !is('working')) return
    isOpening = true
    core.tell({ isOpening: true, openError: null, missed: null })
    core.courier()?.pause()
    const last = core.outstanding().find((change) => change.position === open.position)
    try {
      const opened = await untilAnswered(open.position + 1)
      if (!opened) return
      core.adopt(opened)
      const saved = opened.responses.find((response) => response.position === open.position)
      if (last && (saved?.answer ?? null) !== last.answer) core.tell({ missed: open.position })
    } finally {
      isOpening = false
      core.tell({ isOpening: false })
      if (is('working')) core.courier()?.resume()
    }
  }

  async function untilAnswered(position: number): Promise<PaperData | null> {
    for (let tries = 1; is('working'); tries += 1) {
      try {
        return await ask(() => ports.calls.open(position, core.outstanding()))
      } catch (error) {
        const code = error instanceof ApiError ? error.problem.code : null
        if (code === 'ATTEMPT.ANSWER_FIRST' || code === 'ROUND.PAUSED') {
          core.tell({ openError: error })
          if (code === 'ROUND.PAUSED') void core.check()
          return null
        }
        const failure = failureOf(error)
        if (failure.kind === 'halt') {
          if (failure.halt === 'stale') await core.refetch()
          else core.halt(failure.halt)
          return null
        }
        await waiting.for(Math.max(delayAfter(tries, ports.random()), failure.afterMs ?? 0))
      }
    }
    return null
  }

  return { next }
}
