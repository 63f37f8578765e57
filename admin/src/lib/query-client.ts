import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from '@thiso/kit/api/client'

export const SESSION_KEY = ['me'] as const

/** A session that ended elsewhere (another device, a new password) shows the sign-in page instead of an error. */
function forgetEndedSession(error: Error): void {
  if (!(error instanceof ApiError) || error.problem.code !== 'AUTH.SIGN_IN_NEEDED') return
  queryClient.setQueryData<{ account: unknown }>(SESSION_KEY, (known) => (known ? { ...known, account: null } : known))
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetEndedSession }),
  mutationCache: new MutationCache({ onError: forgetEndedSession }),
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
