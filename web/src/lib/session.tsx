import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { LoadingPage } from './loading-page'
import { ProblemPage } from './problem-page'

export type Account = NonNullable<ApiOutput<'me'>['account']>

export const sessionQuery = {
  queryKey: ['me'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call('me', { signal }),
  staleTime: 5 * 60_000,
} as const

/** Who is signed in on this device; `account` is null for a visitor and while it is not known yet. */
export function useSession() {
  const { data, isPending, error, refetch } = useQuery(sessionQuery)
  return { account: data?.account ?? null, isLoading: isPending, error: data ? null : error, refetch }
}

/** Answers that are the same for everyone, and the session itself. */
const shared = new Set<unknown>(['me', 'units', 'consent', 'home'])

/** After signing in or changing the profile: the new account is shown at once, what belonged to another is dropped. */
export function rememberAccount(client: QueryClient, account: Account | null) {
  const before = client.getQueryData<ApiOutput<'me'>>(sessionQuery.queryKey)?.account?.id
  if (before !== account?.id) {
    const predicate = (query: { queryKey: readonly unknown[] }) => !shared.has(query.queryKey[0])
    client.removeQueries({ type: 'inactive', predicate })
    const askAgain = () => void client.resetQueries({ type: 'active', predicate })
    if (account) askAgain()
    // Once the pages know that nobody is signed in: earlier, those for members would ask again, and be refused.
    else setTimeout(askAgain)
  }
  client.setQueryData<ApiOutput<'me'>>(sessionQuery.queryKey, (old) => ({
    serverTime: old?.serverTime ?? new Date(serverNow()).toISOString(),
    account,
  }))
}

export const signInPath = (from: string) => `/dang-nhap?tiep=${encodeURIComponent(from)}`

/** Sends a visitor to sign in and back here afterwards. */
export function RequireSignIn({ children }: { children: ReactNode }) {
  const { account, isLoading, error, refetch } = useSession()
  const { pathname, search } = useLocation()
  if (account) return children
  if (isLoading) return <LoadingPage />
  if (error) return <ProblemPage error={error} onRetry={() => void refetch()} />
  return <Navigate to={signInPath(pathname + search)} replace />
}
