import type { Problem } from '@thiso/contracts'
import { ApiError } from '@thiso/kit/api/client'
import type { Failure } from '../outbox/core'

const haltOf: Partial<Record<Problem['code'], Extract<Failure, { kind: 'halt' }>['halt']>> = {
  'ATTEMPT.HELD_ELSEWHERE': 'held',
  'ATTEMPT.DEADLINE_PASSED': 'over',
  'ATTEMPT.ALREADY_SUBMITTED': 'submitted',
  'ATTEMPT.NOT_FOUND': 'missing',
  'ATTEMPT.UNKNOWN_OPTION': 'stale',
  'ATTEMPT.SEQUENCE_REUSED': 'stale',
  'ATTEMPT.PLACE_NOT_OPEN': 'stale',
  'AUTH.SIGN_IN_NEEDED': 'signed-out',
  'AUTH.NOT_ALLOWED': 'missing',
}

/** Everything that is not a clear answer is tried again: what was chosen must not depend on guessing an error right. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiError)) return { kind: 'retry' }
  const { code, params } = error.problem
  const halt = haltOf[code]
  if (halt) return { kind: 'halt', halt }
  const seconds = Number(params?.['seconds'])
  return seconds > 0 ? { kind: 'retry', afterMs: seconds * 1_000 } : { kind: 'retry' }
}

/** The rules ask for more answers before the paper is taken in. */
export const isIncomplete = (error: unknown) =>
  error instanceof ApiError &&
  (error.problem.code === 'ATTEMPT.INCOMPLETE' || error.problem.code === 'ATTEMPT.PREDICTION_MISSING')

/** The server answered, so the network is there, whatever the answer was. */
export const isAnswer = (error: unknown) => error instanceof ApiError
