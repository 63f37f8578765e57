import { useEffect } from 'react'

/** The browser asks before closing the tab, but only while something is unsent: a needless question teaches to ignore it. */
export function useLeaveWarning(isUnsent: boolean) {
  useEffect(() => {
    if (!isUnsent) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsent])
}
