import type { ApiBody, ApiOutput, ApiParams, ApiQuery, Problem } from '@thiso/contracts'
import { type RouteName, routes, urlOf } from '@thiso/contracts/routes'
import { type ProofAct, type ProofChallenge, proofSolver } from './proof'
import { noteServerTime } from './server-clock'

/** The API refused with a problem+json; `problem.messages` has the sentence in both languages. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
    this.name = 'ApiError'
  }
}

/** The API could not be reached, or answered something that is not ours (a captive portal, a proxy's page). */
export class NetworkError extends Error {
  constructor(readonly reason: 'offline' | 'timeout' | 'unreadable') {
    super(`network: ${reason}`)
    this.name = 'NetworkError'
  }
}

type Part<K extends string, T> = T extends undefined ? { [P in K]?: undefined } : { [P in K]: T }
export type CallInput<N extends RouteName> = Part<'params', ApiParams<N>> &
  (ApiQuery<N> extends undefined ? { query?: undefined } : { query?: ApiQuery<N> }) &
  Part<'body', ApiBody<N>> & { signal?: AbortSignal; timeoutMs?: number; keepalive?: boolean }

type Arguments<N extends RouteName> =
  Record<string, never> extends CallInput<N> ? [input?: CallInput<N>] : [input: CallInput<N>]

/**
 * Calls one endpoint of the contract. Resolves with its response; throws ApiError for a refusal and NetworkError when
 * the server was not reached within `timeoutMs` (15,000 unless told).
 */
export async function call<N extends RouteName>(name: N, ...[input]: Arguments<N>): Promise<ApiOutput<N>> {
  try {
    return await ask(name, input)
  } catch (error) {
    const solve = proofSolver()
    if (!solve || !(error instanceof ApiError) || error.problem.code !== 'REQUEST.PROOF_NEEDED') throw error
    // Very much comes from this network: the device does a little work, and the call is made again.
    const act = error.problem.params?.['act'] as ProofAct
    const challenge = (await ask('proofChallenge', { body: { act } })) as ProofChallenge
    return ask(name, input, await solve(challenge))
  }
}

async function ask<N extends RouteName>(name: N, input: unknown, proof?: string): Promise<ApiOutput<N>> {
  const {
    params,
    query,
    body,
    signal,
    timeoutMs = 15_000,
    keepalive = false,
  } = (input ?? {}) as {
    params?: Record<string, string>
    query?: Record<string, string | number | boolean | undefined>
    body?: unknown
    signal?: AbortSignal
    timeoutMs?: number
    keepalive?: boolean
  }
  // By hand, not AbortSignal.any/timeout: phones with an older Chrome do not have them.
  const controller = new AbortController()
  let isTimedOut = false
  const timer = setTimeout(() => {
    isTimedOut = true
    controller.abort()
  }, timeoutMs)
  const abort = () => controller.abort()
  signal?.addEventListener('abort', abort)
  const sentAt = performance.now()
  let response: Response
  let payload: unknown
  try {
    response = await fetch(urlOf(name, params, query), {
      method: routes[name].method,
      credentials: 'same-origin',
      keepalive,
      signal: controller.signal,
      headers: {
        accept: 'application/json',
        // A cross-site form or image cannot set a header of its own, so this one marks a call of ours.
        'x-thi-so': '1',
        ...(proof === undefined ? {} : { 'x-thi-so-proof': proof }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    payload = await response.json()
  } catch (error) {
    if (signal?.aborted) throw error
    if (isTimedOut) throw new NetworkError('timeout')
    throw new NetworkError(error instanceof SyntaxError ? 'unreadable' : 'offline')
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
  if (!response.ok) {
    if (isProblem(payload)) throw new ApiError(payload)
    throw new NetworkError('unreadable')
  }
  const timed = payload as { serverTime?: unknown; attempt?: { serverTime?: unknown } }
  noteServerTime(timed.serverTime ?? timed.attempt?.serverTime, sentAt, performance.now())
  return payload as ApiOutput<N>
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'messages' in value
}
