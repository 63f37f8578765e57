import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { ApiError, call } from '@thiso/kit/api/client'

export type ResultData = ApiOutput<'attemptResult'>

const POLL_MS = 2_000
/** The standing is worked out a moment after the submission. */
const STANDING_POLL_MS = 5_000
const STANDING_TRIES = 6

export const isNotYet = (error: unknown) => error instanceof ApiError && error.problem.code === 'ATTEMPT.RESULT_NOT_YET'

export const resultKey = 'attempt-result'

export function useResult(attemptId: string) {
  return useQuery({
    queryKey: [resultKey, attemptId],
    queryFn: ({ signal }) => call('attemptResult', { params: { attemptId }, signal }),
    refetchInterval(query) {
      if (isNotYet(query.state.error)) return POLL_MS
      const { data } = query.state
      const isRankMissing = data?.score && !data.standing && query.state.dataUpdateCount < STANDING_TRIES
      return isRankMissing ? STANDING_POLL_MS : false
    },
  })
}
