import { useEffect, useRef } from 'react'
import { type Blocker, useBlocker } from 'react-router'

/** Holds the page while something is unsaved: the browser asks on closing, the app asks on walking away. */
export function useLeaveGuard(isDirty: boolean): { blocker: Blocker; allowLeave: () => void } {
  const holds = useRef(isDirty)
  holds.current = isDirty
  const isAllowed = useRef(false)

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (holds.current && !isAllowed.current) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])

  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      holds.current && !isAllowed.current && currentLocation.pathname !== nextLocation.pathname,
  )
  return {
    blocker,
    allowLeave: () => {
      isAllowed.current = true
    },
  }
}
