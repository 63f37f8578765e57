import { useEffect, useState } from 'react'
import { attemptNow } from '../clock/attempt-clock'

/** Milliseconds left, ticking on whole seconds; follows every correction of the clock, forward and back. */
export function useTimeLeft(deadline: number): number {
  const [left, setLeft] = useState(() => deadline - attemptNow())

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      clearTimeout(timer)
      const now = deadline - attemptNow()
      setLeft(now)
      timer = setTimeout(tick, now > 0 ? (now % 1000) + 15 : 1000)
    }
    const see = () => document.visibilityState === 'visible' && tick()
    tick()
    document.addEventListener('visibilitychange', see)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', see)
    }
  }, [deadline])

  return Math.max(0, left)
}
