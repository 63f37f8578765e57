import type { Change, Failure } from '../outbox/core'
import { delayAfter } from '../outbox/delay'
import type { StatusData } from './calls'
import type { SessionCore } from './session-core'
import { failureOf, isIncomplete } from './failures'

export interface Ending {
  submit(): Promise<void>
  timeUp(): Promise<void>
  /** The server has ended the attempt. */
  conclude(why?: 'over' | 'submitted'): Promise<void>
  hasBegun(): boolean
}

type Refusal = Extract<Failure, { kind: 'halt' }>

/** Handing in: by the person, by the clock, or found to have happened already. */
export function createEnding(core: SessionCore): Ending {
  const { ports, is, go, ask, waiting, outstanding } = core
  let isConcluding = false

  async function submit() {
    if (!is('working')) return
    go({ name: 'submitting', isTimeUp: false, isWaiting: false })
    await deliver(false)
  }

  /** Sends what is left, asks the server whether its clock agrees, and submits once. */
  async function timeUp() {
    if (!is('working')) return
    go({ name: 'submitting', isTimeUp: true, isWaiting: false })
    core.courier()?.wake()
    // A round that a thousand people started in one second ends for them in one second, too.
    await waiting.for(300 + ports.random() * 1_200)
    for (let tries = 1; is('submitting') && !isConcluding; tries += 1) {
      try {
        const status = await ask(ports.calls.status)
        if (status.state === 'submitted') return conclude()
        const isOver = Date.parse(status.deadlineAt) <= ports.now()
        if (isOver && status.isHeldHere) return deliver(true)
        go({ name: 'working' })
        return core.heed(status)
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind === 'halt') return refuse(failure)
        go({ name: 'submitting', isTimeUp: true, isWaiting: true })
        await waiting.for(delayAfter(tries, ports.random()))
      }
    }
  }

  /** The submission carries what is outstanding and is repeated until the server has answered it. */
  async function deliver(isTimeUp: boolean): Promise<void> {
    core.courier()?.pause()
    for (let tries = 1; is('submitting') && !isConcluding; tries += 1) {
      try {
        await ask(() => ports.calls.submit(outstanding()))
        return conclude()
      } catch (error) {
        // At the end of the time the server takes everything; said no, its clock is a moment behind.
        if (isIncomplete(error) && !isTimeUp) return comeBack(error)
        const failure = failureOf(error)
        if (failure.kind === 'halt' && failure.halt !== 'stale') return refuse(failure)
        if (failure.kind === 'halt') await core.refetch()
        else {
          if (is('submitting')) go({ name: 'submitting', isTimeUp, isWaiting: true })
          await waiting.for(Math.max(delayAfter(tries, ports.random()), failure.afterMs ?? 0))
        }
      }
    }
  }

  function comeBack(error: unknown) {
    go({ name: 'working' })
    core.courier()?.resume()
    core.lacking(error)
  }

  async function refuse(failure: Refusal): Promise<void> {
    if (failure.halt === 'over' || failure.halt === 'submitted') return conclude(failure.halt)
    go({ name: 'working' })
    core.courier()?.resume()
    core.halt(failure.halt)
  }

  async function conclude(why: 'over' | 'submitted' = 'submitted') {
    if (isConcluding) return
    isConcluding = true
    if (!is('submitting')) go({ name: 'submitting', isTimeUp: why === 'over', isWaiting: false })
    core.courier()?.pause()
    const left = outstanding()
    if (why === 'over') await ports.calls.submit([]).catch(() => undefined)
    const status = left.length > 0 ? await ports.calls.status().catch(() => null) : null
    waiting.stop()
    go({ name: 'done', uncounted: uncountedOf(left, status) })
    await ports.keeper.forget()
    ports.onEnd()
  }

  return { submit, timeUp, conclude, hasBegun: () => isConcluding }
}

/**
 * Of the changes that were never acknowledged, those that the server does not hold: their positions. This tab's numbers
 * reach the server in rising order, so all up to the highest stored one have arrived, provided that nobody else wrote.
 */
export function uncountedOf(unsaved: readonly Change[], status: StatusData | null): number[] {
  return unsaved
    .filter((change) => !status?.isHeldHere || change.seq > status.lastSeq)
    .map((change) => change.position)
    .sort((a, b) => a - b)
}
