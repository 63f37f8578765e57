import { QueryClient } from '@tanstack/react-query'
import { ApiError, NetworkError } from '@thiso/kit/api/client'

/** A refusal is an answer and stays one; only a lost or overloaded connection is worth asking again. */
function isWorthRetrying(error: unknown): boolean {
  if (error instanceof NetworkError) return error.reason !== 'unreadable'
  return error instanceof ApiError && error.problem.status >= 500
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      // The browser's own idea of being online is wrong often enough on phones; the request itself knows.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      // Spread out, so that a thousand phones that lost the server together do not come back together.
      retryDelay: (failures) => 600 * 2 ** failures * (0.6 + Math.random() * 0.8),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
