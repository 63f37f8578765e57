import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { ApiError, call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import { nextLook } from './next-look'

export type ResultData = ApiOutput<'attemptResult'>

const POLL_MS = 2_000

export const isNotYet = (error: unknown) => error instanceof ApiError && error.problem.code === 'ATTEMPT.RESULT_NOT_YET'

export const resultKey = 'attempt-result'

export function useResult(attemptId: string) {
  return useQuery({
    queryKey: [resultKey, attemptId],
    queryFn: ({ signal }) => call('attemptResult', { params: { attemptId }, signal }),
    refetchInterval(query) {
      if (isNotYet(query.state.error)) return POLL_MS
      const { data, dataUpdateCount } = query.state
      return data ? nextLook(data, serverNow(), dataUpdateCount, Math.random()) : false
    },
  })
}
