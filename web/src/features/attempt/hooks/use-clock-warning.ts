import { useEffect, useRef, useState } from 'react'
import { warningBetween } from '../clock/thresholds'

const SHOWN_MS = 10_000

/** The warning that has just come due, for as long as it is news. */
export function useClockWarning(leftMs: number): 'soon' | 'last' | null {
  const before = useRef(leftMs)
  const [warning, setWarning] = useState<'soon' | 'last' | null>(null)

  useEffect(() => {
    const due = warningBetween(before.current, leftMs)
    before.current = leftMs
    if (due) setWarning(due)
  }, [leftMs])

  useEffect(() => {
    if (!warning) return
    const timer = setTimeout(() => setWarning(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [warning])

  return warning
}
