import { useEffect, useRef } from 'react'
import { attemptNow } from '../clock/attempt-clock'

/** Answers on their way and a clock that is a little ahead: the page goes on this much after the end. */
const AFTER_MS = 400

/**
 * When the clock of a one-way place has run out, the page goes on by itself: while it is seen, so that nobody's next clock starts behind
 * a locked screen; else as soon as it is seen again.
 */
export function useItemOver(until: number | null, onOver: () => void) {
  const latest = useRef(onOver)
  latest.current = onOver
  useEffect(() => {
    if (until === null) return
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(timer)
      const left = until + AFTER_MS - attemptNow()
      if (left > 0) timer = setTimeout(look, Math.min(left + 5, 15_000))
      else if (document.visibilityState === 'visible') latest.current()
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [until])
}
