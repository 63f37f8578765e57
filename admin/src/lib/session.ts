import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'
import { type Account, SESSION_KEY, type SessionRecord, queryClient } from './query-client'

export type { Account }

export interface Session {
  account: Account | null
  /** The session of this account ended by itself (signed out elsewhere, expired) while its pages were open. */
  endedAccount: Account | null
  /** Signed out by the person's own wish. */
  hasLeft: boolean
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
    queryFn: async ({ signal }): Promise<SessionRecord> => {
      const { account } = await call('me', { signal })
      const known = queryClient.getQueryData<SessionRecord>(SESSION_KEY)
      return { account, endedAccount: account ? null : (known?.account ?? known?.endedAccount ?? null) }
    },
    staleTime: 300_000,
  })
  const account = query.data?.account ?? null
  return {
    account,
    endedAccount: query.data?.endedAccount ?? null,
    hasLeft: query.data?.hasLeft ?? false,
    isStaff: isStaff(account),
    isAdministrator: account?.role === 'administrator',
    isPending: query.isPending,
    error: query.data ? null : query.error,
    refetch: () => void query.refetch(),
  }
}

export const isStaff = (account: Account | null) => account?.role === 'organizer' || account?.role === 'administrator'

/** Takes over a fresh sign-in, or none: what was cached for the account before goes or is asked for again. */
export function useSetAccount(): (account: Account | null) => void {
  const client = useQueryClient()
  return (account) => {
    const others = { predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== SESSION_KEY[0] }
    client.setQueryData<SessionRecord>(SESSION_KEY, { account, endedAccount: null, hasLeft: account === null })
    client.removeQueries({ ...others, type: 'inactive' })
    if (account) void client.invalidateQueries(others)
  }
}
