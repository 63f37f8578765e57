import { useEffect } from 'react'

const QUIET_MS = 1_200

/**
 * Fetches the code of what comes next while the page rests, so that nobody waits for it later.
 * @param isNear false while that is still far away: then it would only take its share of the network
 */
export function useAhead(load: () => Promise<unknown>, isNear = true) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes next does not change
  useEffect(() => {
    if (!isNear) return
    const timer = setTimeout(() => void load().catch(() => undefined), QUIET_MS)
    return () => clearTimeout(timer)
  }, [isNear])
}
