import { useQuery } from '@tanstack/react-query'
import { monitorQuery } from '../../../lib/contest-queries'

const EVERY_MS = 2_000

/** The round's reading, every two seconds while the page is in view and the round can still change. */
export function useMonitor(roundId: string) {
  return useQuery({
    ...monitorQuery(roundId),
    staleTime: 0,
    retry: false,
    // In-progress attempts are still being closed for some seconds after the round.
    refetchInterval: ({ state }) => {
      const reading = state.data
      return reading && reading.round.state === 'closed' && reading.inProgressCount === 0 ? false : EVERY_MS
    },
    refetchIntervalInBackground: false,
  })
}
