import { useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'
import type { Winner } from '../tiers'

const SHOWN = 3
const PAGE_SIZE = 50

/** The first people of the standings who are not among the winners. */
export function useNextInLine(roundId: string, winners: Winner[], isWanted: boolean) {
  // Winners are the top of the standings, so the next stand on the page that follows them, or start on it.
  const page = Math.floor(winners.length / PAGE_SIZE) + 1
  const query = useQuery({
    queryKey: ['rounds', roundId, 'standings', { page, size: PAGE_SIZE }],
    queryFn: ({ signal }) => call('standings', { params: { roundId }, query: { page, size: PAGE_SIZE }, signal }),
    enabled: isWanted,
  })
  const taken = new Set(winners.map((winner) => winner.standing.accountId))
  return {
    people: query.data?.rows.filter((standing) => !taken.has(standing.accountId)).slice(0, SHOWN),
    error: query.error,
    refetch: query.refetch,
  }
}
