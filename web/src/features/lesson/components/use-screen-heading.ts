import { useEffect, useRef } from 'react'

/**
 * A new screen says where one has come: its heading takes the focus, unless the person is in the middle of something that is still there.
 * @param screen the same word while the screen is the same
 */
export function useScreenHeading(screen: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another screen is shown
  useEffect(() => {
    const at = document.activeElement
    const isBusy = at instanceof HTMLElement && at.closest('input, textarea, select, dialog[open]') !== null
    window.scrollTo(0, 0)
    if (!isBusy) heading.current?.focus({ preventScroll: true })
  }, [screen])
  return heading
}
