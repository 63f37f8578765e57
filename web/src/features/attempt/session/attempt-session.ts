import { type Halt, type OutboxRecord, type OutboxState, halted, opened, realigned, recordOf } from '../outbox/core'
import { type Courier, createCourier } from '../outbox/courier'
import { delayAfter } from '../outbox/delay'
import type { PaperData, StatusData } from './calls'
import { createEnding } from './ending'
import { failureOf, isAnswer } from './failures'
import { createOneWay } from './one-way'
import { factsOf } from './paper-facts'
import type { SessionPorts } from './session-core'
import { type Handed, type Phase, type Snapshot, emptySnapshot } from './snapshot'
import { createWaiting } from './waiting'

export interface AttemptSession {
  get(): Snapshot
  watch(watcher: () => void): () => void
  open(handed?: Handed): Promise<void>
  choose(position: number, answer: string | null): void
  submit(): Promise<void>
  /** Of a one-way paper: on to the next place; there is no way back. */
  next(): Promise<void>
  takeOver(): Promise<void>
  /** Asks the server how things stand: on a timer, when the page is seen again, when the network returns. */
  check(): Promise<void>
  wake(): void
  /** Another tab or the server says so without being asked. */
  hear(news: 'taken-over' | 'submitted'): void
  /** The page goes away: what is unsaved gets one more chance. */
  leave(): void
}

const CLOCK_STEP_MS = 30_000

/** One attempt on this device: the paper, the outbox and what the screen has to say about both. */
export function createAttemptSession(ports: SessionPorts): AttemptSession {
  const { calls, keeper } = ports
  const watchers = new Set<() => void>()
  const waiting = createWaiting()
  let snapshot: Snapshot = emptySnapshot
  let courier: Courier | undefined
  let lastError: unknown
  /** What this device had kept when the page was opened. */
  let record: OutboxRecord | null = null
  let clock: ReturnType<typeof setTimeout> | undefined
  /** The paper on screen is this device's copy and has not been compared with the server yet. */
  let isCopy = false

  const put = (patch: Partial<Snapshot>) => {
    if (snapshot.phase.name === 'done') return
    snapshot = { ...snapshot, ...patch }
    if (patch.phase?.name === 'working') snapshot = { ...snapshot, wasWorking: true }
    for (const watcher of watchers) watcher()
  }
  const go = (phase: Phase) => put({ phase })
  const is = (...names: Phase['name'][]) => names.includes(snapshot.phase.name)

  async function ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      const answer = await request()
      put({ network: 'ok' })
      return answer
    } catch (error) {
      lastError = error
      const isRefusal = failureOf(error).kind === 'halt'
      put({ network: isRefusal ? 'ok' : isAnswer(error) ? 'busy' : 'lost' })
      throw error
    }
  }

  const outstanding = () => courier?.state().unsaved ?? record?.unsaved ?? []
  const lacking = (submitError: unknown) => put({ submitError })
  const core = { ports, waiting, courier: () => courier, outstanding, is, go, ask, heed, lacking, halt, refetch }
  const ending = createEnding(core)
  const oneWay = createOneWay({ ...core, adopt, tell: put, check })

  async function open(handed?: Handed) {
    if (!is('loading')) go({ name: 'loading' })
    record = await keeper.record()
    put({ keptUnsent: record?.unsaved.length ?? 0 })
    try {
      begin(handed?.paper ?? (await ask(calls.paper)), handed?.origin ?? 'fresh')
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'halt') return obey(failure.halt)
      const kept = await keeper.paper()
      if (!kept) return go({ name: 'broken', error })
      ports.assumeSkew(kept.skewMs)
      begin(kept.paper, 'copy')
    }
  }

  function begin(paper: PaperData, origin: 'fresh' | 'copy' | 'taken over') {
    isCopy = origin === 'copy'
    const facts = factsOf(paper)
    const first = opened(record, facts, !isCopy)
    const isHeldHere = isCopy || paper.attempt.isHeldHere
    if (!isCopy) keepPaper(paper)
    if (isHeldHere) ports.onHeld()
    const aligned = origin === 'taken over' ? realigned(first, facts) : first
    const state = isHeldHere ? aligned : halted(aligned, 'held')
    const isOver = paper.attempt.state === 'submitted'
    put({ paper, outbox: state, phase: { name: isOver ? 'loading' : isHeldHere ? 'working' : 'held' } })
    courier = createCourier(isOver ? halted(state, 'submitted') : state, {
      send: async (batch, signal) => {
        const answer = await ask(() => calls.save(batch, signal))
        return { savedSeqs: answer.savedSeqs, savedAt: Date.parse(answer.serverTime) }
      },
      failureOf,
      onChange: follow,
      now: () => performance.now(),
      random: ports.random,
    })
    keeper.keepRecord(recordOf(state))
    if (isOver) void ending.conclude()
    watchClock()
  }

  function follow(outbox: OutboxState) {
    const before = snapshot.outbox
    put({ outbox })
    if (before?.unsaved !== outbox.unsaved || before.saved !== outbox.saved) keeper.keepRecord(recordOf(outbox))
    if (outbox.halt && outbox.halt !== before?.halt) obey(outbox.halt)
  }

  function obey(halt: Halt) {
    if (ending.hasBegun()) return
    if (halt === 'over' || halt === 'submitted') return void ending.conclude(halt)
    if (halt === 'missing') return go({ name: 'broken', error: lastError })
    // A submission meets the same refusal and deals with it.
    if (is('submitting')) return
    if (halt === 'held') go({ name: 'held' })
    if (halt === 'signed-out') go({ name: 'signed-out' })
    if (halt === 'stale') void refetch()
  }

  /** A fresh paper, to which the outbox is fitted; asked for until it comes. */
  async function refetch(): Promise<void> {
    for (let tries = 1; !ending.hasBegun(); tries += 1) {
      try {
        return adopt(await ask(calls.paper))
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind === 'halt') return obey(failure.halt)
        await waiting.for(delayAfter(tries, ports.random()))
      }
    }
  }

  function adopt(paper: PaperData) {
    isCopy = false
    put({ paper })
    if (paper.attempt.state === 'submitted') return void ending.conclude()
    keepPaper(paper)
    if (!paper.attempt.isHeldHere) return courier?.halt('held')
    courier?.realign(factsOf(paper))
    ports.onHeld()
    if (!is('submitting')) go({ name: 'working' })
    watchClock()
  }

  const keepPaper = (paper: PaperData) => keeper.keepPaper({ paper, skewMs: ports.skewMs() })

  async function takeOver() {
    if (snapshot.isTakingOver) return
    put({ isTakingOver: true, takeOverError: null })
    try {
      const paper = await ask(calls.takeOver)
      ports.announce()
      if (courier) adopt(paper)
      else begin(paper, 'taken over')
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'halt' && failure.halt !== 'held') obey(failure.halt)
      else put({ takeOverError: error })
    } finally {
      put({ isTakingOver: false })
    }
  }

  async function check() {
    if (is('done', 'loading', 'broken') || ending.hasBegun()) return
    try {
      heed(await ask(calls.status))
      courier?.wake()
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'halt' && failure.halt !== 'stale') halt(failure.halt)
    }
  }

  function heed(status: StatusData) {
    if (status.state === 'submitted') return void ending.conclude()
    const { paper } = snapshot
    if (paper && isMoved(paper.attempt, status)) {
      const { deadlineAt, pausedAt, creditMs } = status
      const open =
        paper.attempt.open && status.open?.position === paper.attempt.open.position ? status.open : paper.attempt.open
      put({ paper: { ...paper, attempt: { ...paper.attempt, deadlineAt, pausedAt, creditMs, open } } })
    }
    if (!status.isHeldHere) halt('held')
    // Held again, signed in again, or further on than this page: the paper tells what has been saved since.
    else if (isCopy || is('held', 'signed-out') || isBehind(paper, status)) void refetch()
    watchClock()
  }

  function halt(reason: Halt) {
    if (courier) courier.halt(reason)
    else obey(reason)
  }

  function watchClock() {
    clearTimeout(clock)
    if (!snapshot.paper || is('done', 'loading') || ending.hasBegun()) return
    const { deadlineAt, pausedAt } = snapshot.paper.attempt
    const left = pausedAt ? CLOCK_STEP_MS : Date.parse(deadlineAt) - ports.now()
    if (left > 0) clock = setTimeout(watchClock, Math.min(left + 5, CLOCK_STEP_MS))
    else if (is('held')) clock = setTimeout(check, 3_000 + ports.random() * 3_000)
    else void ending.timeUp()
  }

  return {
    get: () => snapshot,
    watch(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    open,
    choose(position, answer) {
      if (!is('working') || !courier || !snapshot.paper) return
      const now = ports.now()
      const { deadlineAt, pausedAt, open: place } = snapshot.paper.attempt
      if (!pausedAt && now >= Date.parse(deadlineAt)) return
      // A place of a one-way paper that is over takes nothing; the prediction (0) is open as long as the paper.
      if (place && position > 0 && (position !== place.position || snapshot.isOpening)) return
      if (place && position > 0 && !pausedAt && now >= Date.parse(place.until)) return
      put({ submitError: null, openError: null })
      courier.choose({ position, answer, chosenAt: now, clientAtMs: Date.now() })
    },
    submit() {
      put({ submitError: null })
      return ending.submit()
    },
    async next() {
      if (snapshot.paper) await oneWay.next(snapshot.paper)
    },
    takeOver,
    check,
    wake() {
      waiting.skip()
      courier?.wake()
      watchClock()
    },
    hear(news) {
      if (ending.hasBegun()) return
      if (news === 'submitted') return void ending.conclude()
      // The server may tell the one who took over as well; its status says who holds the attempt.
      if (snapshot.isTakingOver) return
      halt('held')
      void check()
    },
    leave() {
      const unsaved = outstanding()
      if (unsaved.length > 0 && is('working')) calls.saveInPassing(unsaved.slice(0, 50))
    },
  }
}

/** Has anything changed that the clock on screen follows? */
const isMoved = (known: StatusData, status: StatusData) =>
  known.deadlineAt !== status.deadlineAt ||
  known.pausedAt !== status.pausedAt ||
  known.creditMs !== status.creditMs ||
  known.open?.until !== status.open?.until

/** Another page has opened a later place of a one-way paper. */
const isBehind = (paper: PaperData | null, status: StatusData) =>
  paper?.attempt.open !== null &&
  (status.open?.position ?? 0) > (paper?.attempt.open?.position ?? Number.POSITIVE_INFINITY)
