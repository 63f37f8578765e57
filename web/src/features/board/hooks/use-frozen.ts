import { serverNow } from '@thiso/kit/api/server-clock'
import { useEffect, useState } from 'react'

const LONGEST_TIMER_MS = 3_600_000

/** Whether the board stands still by the server's clock; renders again at the moment at which it begins to. */
export function useFrozen(frozenAt: string | null | undefined): boolean {
  const from = frozenAt ? Date.parse(frozenAt) : Number.POSITIVE_INFINITY
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const wait = from - Math.max(now, serverNow())
    if (wait <= 0 || !Number.isFinite(wait)) return
    const timer = setTimeout(() => setNow(serverNow()), Math.min(wait + 20, LONGEST_TIMER_MS))
    const wake = () => document.visibilityState === 'visible' && setNow(serverNow())
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [from, now])
  return Math.max(now, serverNow()) >= from
}
