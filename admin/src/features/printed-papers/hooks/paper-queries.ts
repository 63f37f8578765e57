import { type QueryClient, keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'

type Signal = { signal: AbortSignal }

export const papersQuery = () => ({
  queryKey: ['printed-papers'] as const,
  queryFn: ({ signal }: Signal) => call('printedPapers', { signal }),
})

export const paperQuery = (paperId: string) => ({
  queryKey: ['printed-papers', paperId] as const,
  queryFn: ({ signal }: Signal) => call('printedPaper', { params: { paperId }, signal }),
  // It never changes.
  staleTime: Number.POSITIVE_INFINITY,
})

/** How many items of each topic and level the banks can give today. */
export function useUsable(bankIds: readonly string[]) {
  const query = { bankIds: bankIds.join(',') }
  return useQuery({
    queryKey: ['bank-matrix', query] as const,
    queryFn: ({ signal }: Signal) => call('bankMatrix', { query, signal }),
    enabled: bankIds.length > 0,
    placeholderData: keepPreviousData,
  })
}

/** After a paper was made: its versions are frozen and its items have one use more. */
export function paperMade(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['printed-papers'], exact: true })
  void client.invalidateQueries({ queryKey: ['item'] })
}
