import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { ApiError } from '@thiso/kit/api/client'

export type Account = NonNullable<ApiOutput<'me'>['account']>

export interface SessionRecord {
  account: Account | null
  endedAccount: Account | null
  /** Signed out by the person's own wish: nobody needs to be led back to where they were. */
  hasLeft?: boolean
}

export const SESSION_KEY = ['me'] as const

/**
 * A session that ended elsewhere (another device, a new password) is noted, not acted upon: the shell asks for the
 * password on top of the page, so that nothing typed in a form is lost.
 */
function noteEndedSession(error: Error): void {
  if (!(error instanceof ApiError) || error.problem.code !== 'AUTH.SIGN_IN_NEEDED') return
  queryClient.setQueryData<SessionRecord>(SESSION_KEY, (known) =>
    known?.account ? { account: null, endedAccount: known.account } : known,
  )
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteEndedSession }),
  mutationCache: new MutationCache({ onError: noteEndedSession }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only a lost connection or a busy server is worth another try.
      retry: (failureCount, error) =>
        failureCount < 2 && (!(error instanceof ApiError) || error.problem.code === 'SERVER.BUSY'),
    },
    mutations: { networkMode: 'always' },
  },
})
