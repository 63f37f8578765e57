import { useEffect } from 'react'

const QUIET_MS = 1_200

/** Fetches the code of the page that comes next while this one rests: nobody waits for it once the clock runs. */
export function useAhead(load: () => Promise<unknown>) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: which page comes next does not change
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
}
