import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'
import { compareWithServer } from '../clock/attempt-clock'
import type { Change } from '../outbox/core'

export type PaperData = ApiOutput<'paper'>
export type StatusData = ApiOutput<'attemptStatus'>

/** What an attempt asks of the server. A seam: tests put a model in its place. */
export interface AttemptCalls {
  paper(): Promise<PaperData>
  takeOver(): Promise<PaperData>
  status(): Promise<StatusData>
  save(batch: readonly Change[], signal: AbortSignal): Promise<ApiOutput<'saveResponses'>>
  /** Sent while the page goes away; nobody will be there to hear the answer. */
  saveInPassing(batch: readonly Change[]): void
  /** Of a one-way paper. */
  open(position: number, outstanding: readonly Change[]): Promise<PaperData>
  submit(outstanding: readonly Change[]): Promise<ApiOutput<'submitAttempt'>>
}

/** A save that hangs longer than this on a dying connection is better sent again. */
const SAVE_TIMEOUT_MS = 8_000

export function attemptCalls(attemptId: string, holder: string): AttemptCalls {
  const params = { attemptId }
  return {
    paper: () => timed(() => call('paper', { params, query: { holder } }), attemptTime),
    takeOver: () => timed(() => call('takeOverAttempt', { params, body: { holder } }), attemptTime),
    status: () =>
      timed(
        () => call('attemptStatus', { params, query: { holder } }),
        (status) => status.serverTime,
      ),
    save: (batch, signal) =>
      timed(
        () =>
          call('saveResponses', {
            params,
            body: { holder, responses: batch.map(wire) },
            signal,
            timeoutMs: SAVE_TIMEOUT_MS,
          }),
        (saved) => saved.serverTime,
      ),
    saveInPassing(batch) {
      const body = { holder, responses: batch.map(wire) }
      call('saveResponses', { params, body, keepalive: true }).catch(() => undefined)
    },
    open: (position, outstanding) =>
      timed(
        () =>
          call('openPlace', {
            params: { attemptId, position: String(position) },
            body: { holder, responses: outstanding.map(wire) },
            timeoutMs: SAVE_TIMEOUT_MS,
          }),
        attemptTime,
      ),
    submit: (outstanding) => call('submitAttempt', { params, body: { holder, responses: outstanding.map(wire) } }),
  }
}

const attemptTime = (paper: PaperData) => paper.attempt.serverTime

const wire = ({ seq, position, answer, clientAtMs }: Change) => ({ seq, position, answer, clientAtMs })

async function timed<T>(ask: () => Promise<T>, timeOf: (answer: T) => string): Promise<T> {
  const sentAt = performance.now()
  const answer = await ask()
  compareWithServer(timeOf(answer), performance.now() - sentAt)
  return answer
}
