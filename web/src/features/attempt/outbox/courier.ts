import {
  type Change,
  type Failure,
  type Halt,
  type OutboxState,
  type PaperFacts,
  choose,
  departed,
  fell,
  halted,
  landed,
  plan,
  realigned,
  woken,
} from './core'

export interface CourierPorts {
  /** Resolves only when the server has committed the numbers that it names. */
  send(batch: readonly Change[], signal: AbortSignal): Promise<{ savedSeqs: readonly number[]; savedAt: number }>
  failureOf(error: unknown): Failure
  onChange(state: OutboxState): void
  /** ms that only grow; used for waiting. */
  now(): number
  random(): number
}

export interface Courier {
  state(): OutboxState
  choose(choice: Parameters<typeof choose>[1]): void
  /** Tries at once instead of waiting out the delay. */
  wake(): void
  halt(halt: Halt): void
  realign(paper: PaperFacts): void
  /** Sends nothing and breaks off the request under way, whose content is still in `unsaved`. */
  pause(): void
  resume(): void
  /** Everything the outbox held has been committed by other means. */
  settle(seqs: readonly number[], savedAt: number): void
}

/** Carries the outbox to the server: one request at a time, again after a failure, until nothing is left. */
export function createCourier(first: OutboxState, ports: CourierPorts): Courier {
  let state = first
  let isPaused = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Answers of a request that was broken off or overtaken by a realignment no longer count. */
  let trip: AbortController | undefined

  const put = (next: OutboxState) => {
    if (next !== state) {
      state = next
      ports.onChange(state)
    }
    move()
  }

  function move() {
    clearTimeout(timer)
    if (isPaused) return
    const now = ports.now()
    const next = plan(state, now)
    if (next.kind === 'send') void carry(next.batch)
    if (next.kind === 'wait') timer = setTimeout(move, next.until - now)
  }

  async function carry(batch: readonly Change[]) {
    const own = new AbortController()
    trip = own
    put(departed(state, batch))
    try {
      const answer = await ports.send(batch, own.signal)
      if (trip === own) put(landed(state, answer.savedSeqs, answer.savedAt))
    } catch (error) {
      if (trip === own) put(fell(state, ports.failureOf(error), ports.now(), ports.random()))
    }
  }

  const breakOff = () => {
    trip?.abort()
    trip = undefined
  }

  move()

  return {
    state: () => state,
    choose: (choice) => put(choose(state, choice)),
    wake: () => put(woken(state)),
    halt: (halt) => put(halted(state, halt)),
    realign(paper) {
      breakOff()
      put(realigned(state, paper))
    },
    pause() {
      isPaused = true
      clearTimeout(timer)
      breakOff()
      put({ ...state, flying: null })
    },
    resume() {
      isPaused = false
      put(woken(state))
    },
    settle: (seqs, savedAt) => put(landed({ ...state, flying: state.unsaved }, seqs, savedAt)),
  }
}
