import { type RefObject, useEffect } from 'react'

/** On arrival the view is at the top and the focus on the heading, so that a screen reader says where one has come. */
export function useArrival(heading: RefObject<HTMLElement | null>, isWanted = true) {
  useEffect(() => {
    if (!isWanted) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [heading, isWanted])
}
