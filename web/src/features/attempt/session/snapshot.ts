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
  /** What the last request met: an answer, no network, or a server that asks to wait. */
  readonly network: 'ok' | 'lost' | 'busy'
  readonly isTakingOver: boolean
  /** Why taking over failed. */
  readonly takeOverError: unknown
}

export const emptySnapshot: Snapshot = {
  phase: { name: 'loading' },
  paper: null,
  outbox: null,
  network: 'ok',
  isTakingOver: false,
  takeOverError: null,
}
