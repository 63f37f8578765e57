import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'
import { SESSION_KEY } from './query-client'

export type Account = NonNullable<ApiOutput<'me'>['account']>

export interface Session {
  account: Account | null
  /** An account that runs contests: organizer or administrator. */
  isStaff: boolean
  isAdministrator: boolean
  isPending: boolean
  error: Error | null
  refetch: () => void
}

export function useSession(): Session {
  const query = useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => call('me', { signal }),
    staleTime: 300_000,
  })
  const account = query.data?.account ?? null
  return {
    account,
    isStaff: account?.role === 'organizer' || account?.role === 'administrator',
    isAdministrator: account?.role === 'administrator',
    isPending: query.isPending,
    error: query.data ? null : query.error,
    refetch: () => void query.refetch(),
  }
}

/** Takes over a fresh sign-in (or none): what was cached belongs to the account before and goes. */
export function useSetAccount(): (account: Account | null) => void {
  const client = useQueryClient()
  return (account) => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] })
    client.setQueryData(SESSION_KEY, { serverTime: new Date().toISOString(), account })
  }
}
