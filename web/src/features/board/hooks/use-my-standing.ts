import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { myStandingQuery } from '../../../lib/queries'

const LEAST_WAIT_MS = 10_000
const SPREAD_MS = 5_000

/** One's own place costs the server a search, so it is asked for again only when the board moved, and not at once. */
export function useMyStanding(roundId: string, version: number | undefined, enabled: boolean) {
  const standing = useQuery({ ...myStandingQuery(roundId), enabled, staleTime: LEAST_WAIT_MS })
  const { refetch, dataUpdatedAt } = standing
  const known = standing.data?.version
  const nextAt = useRef(0)

  // `dataUpdatedAt`: an answer that was still behind the board is asked for again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!enabled || version === undefined || known === undefined || known >= version) return
    const now = performance.now()
    if (nextAt.current < now) nextAt.current = now + Math.random() * SPREAD_MS
    const timer = setTimeout(() => {
      nextAt.current = performance.now() + LEAST_WAIT_MS + Math.random() * SPREAD_MS
      void refetch()
    }, nextAt.current - now)
    return () => clearTimeout(timer)
  }, [enabled, version, known, refetch, dataUpdatedAt])

  return standing
}
