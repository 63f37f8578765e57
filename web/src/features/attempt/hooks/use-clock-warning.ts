import { useEffect, useState } from 'react'
import { attemptNow } from '../clock/attempt-clock'
import { LAST_MS, SOON_MS, warningBetween } from '../clock/thresholds'

const SHOWN_MS = 10_000
/** The clock may be corrected between two looks. */
const LONGEST_LOOK_MS = 15_000

/** The warning that has just come due, for as long as it is news. Renders only then, not at every tick. null: the clock stands. */
export function useClockWarning(deadline: number | null): 'soon' | 'last' | null {
  const [warning, setWarning] = useState<'soon' | 'last' | null>(null)

  useEffect(() => {
    if (deadline === null) return
    let before = deadline - attemptNow()
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(timer)
      const left = deadline - attemptNow()
      const due = warningBetween(before, left)
      before = left
      if (due) setWarning(due)
      const next = left > SOON_MS ? left - SOON_MS : left > LAST_MS ? left - LAST_MS : LONGEST_LOOK_MS
      if (left > 0) timer = setTimeout(look, Math.min(next + 5, LONGEST_LOOK_MS))
    }
    const see = () => document.visibilityState === 'visible' && look()
    look()
    document.addEventListener('visibilitychange', see)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', see)
    }
  }, [deadline])

  useEffect(() => {
    if (!warning) return
    const timer = setTimeout(() => setWarning(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [warning])

  return warning
}
