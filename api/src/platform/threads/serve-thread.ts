import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '../../kernel/problem-error.js'
import type { FromThread, ToThread } from './thread-messages.js'

/** Asks the host for something and waits; `transfer`: parts of the payload that are handed over instead of copied. */
export type Ask = <Answer>(name: string, payload?: unknown, transfer?: readonly ArrayBuffer[]) => Promise<Answer>

/** The one call in a thread's file: does the work that `runThread` has ordered, and says how it went. */
export function serveThread<Data>(
  work: (data: Data, ask: Ask) => Promise<{ result: unknown; transfer?: readonly ArrayBuffer[] }>,
): void {
  const host = parentPort
  if (!host) throw new Error('this file is the work of a thread and runs nowhere else')
  const waiting = new Map<number, (value: unknown) => void>()
  let last = 0
  host.on('message', ({ id, value }: ToThread) => {
    waiting.get(id)?.(value)
    waiting.delete(id)
  })
  const ask: Ask = (name, payload, transfer = []) =>
    new Promise((resolve) => {
      const id = ++last
      waiting.set(id, resolve as (value: unknown) => void)
      host.postMessage({ kind: 'ask', id, name, payload } satisfies FromThread, [...transfer])
    })
  work(workerData as Data, ask).then(
    ({ result, transfer = [] }) => host.postMessage({ kind: 'done', result } satisfies FromThread, [...transfer]),
    (error: Error) =>
      host.postMessage({
        kind: 'failed',
        name: error.name,
        message: error.message,
        stack: error.stack,
        problem: error instanceof ProblemError ? { code: error.code, params: error.params } : null,
      } satisfies FromThread),
  )
}
