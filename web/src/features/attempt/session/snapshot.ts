import type { OutboxState } from '../outbox/core'
import type { PaperData } from './calls'

export type Phase =
  | { name: 'loading' }
  /** There is nothing to show: `error` says why. */
  | { name: 'broken'; error: unknown }
  | { name: 'working' }
  /** Another tab or device writes to the attempt. */
  | { name: 'held' }
  | { name: 'signed-out' }
  /** `isWaiting`: the last try did not reach the server. */
  | { name: 'submitting'; isTimeUp: boolean; isWaiting: boolean }
  /** `uncounted`: positions whose last choice reached the server too late. */
  | { name: 'done'; uncounted: readonly number[] }

export interface Snapshot {
  readonly phase: Phase
  readonly paper: PaperData | null
  readonly outbox: OutboxState | null
  /** How many choices this device had kept unsent when the attempt was opened. */
  readonly keptUnsent: number
  /** What the last request met: an answer, no network, or a server that asks to wait. */
  readonly network: 'ok' | 'lost' | 'busy'
  /** The paper was open for writing here before. */
  readonly wasWorking: boolean
  readonly isTakingOver: boolean
  /** Why taking over failed. */
  readonly takeOverError: unknown
  /** Why the server did not take the paper in: the rules ask for more answers. */
  readonly submitError: unknown
  /** Of a one-way paper: the next place is being opened, or why it was not. */
  readonly isOpening: boolean
  readonly openError: unknown
  /** The place whose last answer came after its clock. */
  readonly missed: number | null
}

/** A paper that came with starting or taking over. */
export interface Handed {
  paper: PaperData
  origin: 'fresh' | 'taken over'
}

export const emptySnapshot: Snapshot = {
  phase: { name: 'loading' },
  paper: null,
  outbox: null,
  keptUnsent: 0,
  network: 'ok',
  wasWorking: false,
  isTakingOver: false,
  takeOverError: null,
  submitError: null,
  isOpening: false,
  openError: null,
  missed: null,
}

export const unsentCount = (snapshot: Snapshot) => snapshot.outbox?.unsaved.length ?? snapshot.keptUnsent
