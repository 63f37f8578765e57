import { useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'

/** The round's name and state, for pages whose own list does not carry them. */
export function useRound(roundId: string) {
  return useQuery({
    queryKey: ['adminRound', roundId],
    queryFn: ({ signal }) => call('adminRound', { params: { roundId }, signal }),
  })
}
