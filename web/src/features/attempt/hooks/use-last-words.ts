import { useEffect } from 'react'
import { attemptNow } from '../clock/attempt-clock'

/** Long enough for a save to reach the server, short enough to cost nobody a word. */
const BEFORE_MS = 600

/** null: the clock stands. Whoever is still typing when the time runs out has typed an answer: just before, the field is left and hands it over. */
export function useLastWords(deadline: number | null) {
  useEffect(() => {
    if (deadline === null) return
    const leave = () => {
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
    }
    const timer = setTimeout(leave, Math.max(0, deadline - attemptNow() - BEFORE_MS))
    return () => clearTimeout(timer)
  }, [deadline])
}
