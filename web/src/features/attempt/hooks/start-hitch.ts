import { ApiError } from '@thiso/kit/api/client'

export type Hitch = 'crowded' | 'noNetwork' | 'notYet'

/** The page may believe for a moment that the round is open before the server does; longer than this it is a refusal. */
const NOT_YET_TRIES = 5

/** What to do about a failed start: try again, no sooner than `afterMs`, or null when the answer is no. */
export function hitchOf(error: unknown, tries: number): { why: Hitch; afterMs: number } | null {
  if (!(error instanceof ApiError)) return { why: 'noNetwork', afterMs: 0 }
  const { code, status, params } = error.problem
  if (code === 'ROUND.NOT_OPEN') return tries <= NOT_YET_TRIES ? { why: 'notYet', afterMs: 500 } : null
  if (status === 429 || status >= 500) return { why: 'crowded', afterMs: (Number(params?.['seconds']) || 0) * 1_000 }
  return null
}
