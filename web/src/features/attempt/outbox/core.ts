import { picksOf } from '@thiso/contracts/vocab'
import { delayAfter } from './delay'

/**
 * The outbox of one attempt as pure functions: what was answered here, what the server is known to hold, what to send
 * next and when. Time, chance and the network are parameters, so every order of events can be tested.
 *
 * The server keeps, per item, the change with the highest sequence number. Hence three rules: a number once given to
 * a change is never given to another one, a later choice always gets a higher number, and sending the same change
 * twice is harmless.
 */

export interface Change {
  readonly seq: number
  readonly position: number
  /** One line, as the contract codes it; null for blank again. */
  readonly answer: string | null
  /** The server's clock as this page knew it; decides only between this device and another one. */
  readonly chosenAt: number
  /** The device's own clock, sent along as evidence. */
  readonly clientAtMs: number
  /** Other answers to the item that the server may hold because of this device. */
  readonly over: readonly (string | null)[]
}

export interface SavedAnswer {
  readonly answer: string | null
  /** ms since 1970 by the server's clock. */
  readonly savedAt: number
}

/** Why nothing is sent until somebody acts. 'stale': the paper must be fetched again and the changes renumbered. */
export type Halt = 'held' | 'signed-out' | 'over' | 'submitted' | 'missing' | 'stale'

export interface OutboxState {
  readonly nextSeq: number
  /** At most one change an item, in rising order of `seq`. */
  readonly unsaved: readonly Change[]
  /** By position: what the server is known to have committed. */
  readonly saved: Readonly<Record<number, SavedAnswer>>
  /** The request under way. */
  readonly flying: readonly Change[] | null
  /** Failures in a row. */
  readonly failures: number
  /** Nothing is sent before this moment (ms of the timer's clock). */
  readonly retryAt: number
  readonly halt: Halt | null
}

/** What survives a reload. */
export type OutboxRecord = Pick<OutboxState, 'nextSeq' | 'unsaved' | 'saved'>

/** The part of a paper that the outbox looks at. */
export interface PaperFacts {
  readonly lastSeq: number
  readonly responses: readonly { position: number; answer: string | null; savedAt: number }[]
  /** By position: what an answer may be made of; null where it is typed and may be anything. */
  readonly tokens: Readonly<Record<number, readonly string[] | null>>
}

export type Failure = { kind: 'retry'; afterMs?: number } | { kind: 'halt'; halt: Halt }

export type Plan = { kind: 'send'; batch: readonly Change[] } | { kind: 'wait'; until: number } | { kind: 'rest' }

export const BATCH_SIZE = 50

export function opened(record: OutboxRecord | null, paper: PaperFacts, isFresh: boolean): OutboxState {
  const fromPaper = savedOf(paper)
  const nextSeq = Math.max(paper.lastSeq + 1, record?.nextSeq ?? 1)
  return {
    ...reconciled(record?.unsaved ?? [], paper, nextSeq, false),
    // A paper kept on this device is older than what was saved after it was fetched.
    saved: isFresh ? fromPaper : { ...fromPaper, ...record?.saved },
    flying: null,
    failures: 0,
    retryAt: 0,
    halt: null,
  }
}

export function recordOf({ nextSeq, unsaved, saved }: OutboxState): OutboxRecord {
  return { nextSeq, unsaved, saved }
}

/** The answer that the person sees: undefined while the item was never touched. */
export function shownAnswer(state: OutboxState, position: number): string | null | undefined {
  const change = state.unsaved.find((one) => one.position === position)
  return change ? change.answer : state.saved[position]?.answer
}

export function choose(
  state: OutboxState,
  choice: Pick<Change, 'position' | 'answer' | 'chosenAt' | 'clientAtMs'>,
): OutboxState {
  const { position, answer } = choice
  if ((shownAnswer(state, position) ?? null) === answer) return state
  const before = state.unsaved.find((change) => change.position === position)
  const over = before ? [...before.over, before.answer] : [state.saved[position]?.answer ?? null]
  const change: Change = { ...choice, seq: state.nextSeq, over: [...new Set(over)] }
  return {
    ...state,
    nextSeq: state.nextSeq + 1,
    unsaved: [...state.unsaved.filter((one) => one !== before), change],
  }
}

export function plan(state: OutboxState, now: number): Plan {
  if (state.halt || state.flying || state.unsaved.length === 0) return { kind: 'rest' }
  if (now < state.retryAt) return { kind: 'wait', until: state.retryAt }
  return { kind: 'send', batch: state.unsaved.slice(0, BATCH_SIZE) }
}

export function departed(state: OutboxState, batch: readonly Change[]): OutboxState {
  return { ...state, flying: batch }
}

/** The server has committed `savedSeqs` of the request under way. */
export function landed(state: OutboxState, savedSeqs: readonly number[], savedAt: number): OutboxState {
  const durable = new Set(savedSeqs)
  const sent = state.flying ?? []
  const saved = { ...state.saved }
  for (const change of sent) {
    if (durable.has(change.seq)) saved[change.position] = { answer: change.answer, savedAt }
  }
  const isComplete = sent.every((change) => durable.has(change.seq))
  return {
    ...state,
    flying: null,
    failures: 0,
    retryAt: 0,
    saved,
    unsaved: state.unsaved.filter((change) => !durable.has(change.seq)),
    // A number that the server took no notice of will not fare better a second time.
    halt: isComplete ? state.halt : (state.halt ?? 'stale'),
  }
}

/** `roll` is a random number from 0 to 1: thousands of phones must not knock again in the same instant. */
export function fell(state: OutboxState, failure: Failure, now: number, roll: number): OutboxState {
  if (failure.kind === 'halt') return halted({ ...state, flying: null }, failure.halt)
  const failures = state.failures + 1
  const delay = Math.max(delayAfter(failures, roll), failure.afterMs ?? 0)
  return { ...state, flying: null, failures, retryAt: now + delay }
}

/** The network is said to be back: no reason to wait any longer. */
export function woken(state: OutboxState): OutboxState {
  return state.retryAt === 0 ? state : { ...state, retryAt: 0 }
}

/** A request under way goes on: its answer still says what is durable. An attempt that ended stays ended. */
export function halted(state: OutboxState, halt: Halt): OutboxState {
  return isEnded(state) ? state : { ...state, halt }
}

export const isEnded = (state: OutboxState) => state.halt === 'over' || state.halt === 'submitted'

/** A fresh paper has come after a take-over or a disagreement about numbers. */
export function realigned(state: OutboxState, paper: PaperFacts): OutboxState {
  const nextSeq = Math.max(state.nextSeq, paper.lastSeq + 1)
  return {
    ...reconciled(state.unsaved, paper, nextSeq, true),
    saved: savedOf(paper),
    flying: null,
    failures: 0,
    retryAt: 0,
    halt: null,
  }
}

/**
 * What to do with unsaved changes in view of a paper. With `isRenumbering` each gets a number above all that were ever
 * used; otherwise it keeps its own, so that the server recognises a change that did arrive, unless a later number was
 * saved beside it. What another device chose later than this one is left as it is.
 */
function reconciled(
  changes: readonly Change[],
  paper: PaperFacts,
  firstFreeSeq: number,
  isRenumbering: boolean,
): Pick<OutboxState, 'nextSeq' | 'unsaved'> {
  const saved = savedOf(paper)
  const kept: Change[] = []
  const renumbered: Change[] = []
  for (const change of changes) {
    if (!isKnown(paper, change)) continue
    const held = saved[change.position]
    const isOther = held !== undefined && held.answer !== change.answer
    const isForeign = isOther && !change.over.includes(held.answer)
    if (isForeign && held.savedAt > change.chosenAt) continue
    if (isRenumbering || (isOther && change.seq <= paper.lastSeq)) {
      renumbered.push({ ...change, seq: firstFreeSeq + renumbered.length })
    } else kept.push(change)
  }
  return { nextSeq: firstFreeSeq + renumbered.length, unsaved: [...kept, ...renumbered] }
}

function savedOf(paper: PaperFacts): Record<number, SavedAnswer> {
  const saved: Record<number, SavedAnswer> = {}
  for (const { position, answer, savedAt } of paper.responses) saved[position] = { answer, savedAt }
  return saved
}

/** A token that the paper does not have can never be saved; keeping it would block all others. */
function isKnown(paper: PaperFacts, { position, answer }: Change): boolean {
  const tokens = paper.tokens[position]
  if (tokens === undefined) return false
  if (tokens === null || answer === null) return true
  return [...picksOf(answer)].every(([token, pick]) => tokens.includes(token) && (pick === '' || tokens.includes(pick)))
}
