import { useEffect, useRef } from 'react'
import { useNavigationType } from 'react-router'

/** How long a page may take to show its heading before the focus is left where it is. */
const PATIENCE_MS = 4_000

/**
 * After a change of page the view goes to the top and the focus to the page's heading, so that a screen reader says
 * where one has come. The heading may come late (code, data); whoever moved the focus meanwhile keeps it.
 */
export function usePageFocus(pathname: string) {
  const shown = useRef(pathname)
  const kind = useNavigationType()

  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const main = document.getElementById('main')
    if (!main) return
    if (kind !== 'POP') window.scrollTo(0, 0)
    const from = document.activeElement

    const focusHeading = () => {
      const heading = main.querySelector<HTMLElement>('h1')
      if (!heading) return false
      const at = document.activeElement
      if (at === from || at === document.body || at === null) {
        heading.tabIndex = -1
        heading.focus({ preventScroll: true })
      }
      return true
    }

    // One tick later, when the old page's heading has gone.
    let observer: MutationObserver | undefined
    const start = setTimeout(() => {
      if (focusHeading()) return
      observer = new MutationObserver(() => focusHeading() && observer?.disconnect())
      observer.observe(main, { childList: true, subtree: true })
    }, 0)
    const stop = setTimeout(() => observer?.disconnect(), PATIENCE_MS)
    return () => {
      clearTimeout(start)
      clearTimeout(stop)
      observer?.disconnect()
    }
  }, [pathname, kind])
}
