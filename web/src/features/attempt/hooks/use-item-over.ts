import { useEffect, useRef } from 'react'
import { attemptNow } from '../clock/attempt-clock'
import { type Asked, askAt } from './item-over'

/**
 * When the clock of a one-way place has run out, the page goes on by itself: while it is seen, so that nobody's next clock starts behind
 * a locked screen; else as soon as it is seen again. Whatever refuses that is asked again, ever more seldom.
 */
export function useItemOver(until: number | null, onOver: () => void) {
  const latest = useRef(onOver)
  latest.current = onOver
  const asked = useRef<Asked | null>(null)
  useEffect(() => {
    if (until === null) return
    let timer: ReturnType<typeof setTimeout>
    const due = askAt(until, asked.current, Math.random())
    const look = () => {
      clearTimeout(timer)
      const left = due - attemptNow()
      if (left > 0) timer = setTimeout(look, Math.min(left + 5, 15_000))
      else if (document.visibilityState === 'visible') {
        const times = asked.current?.until === until ? asked.current.times + 1 : 1
        asked.current = { until, times, at: attemptNow() }
        latest.current()
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [until])
}
