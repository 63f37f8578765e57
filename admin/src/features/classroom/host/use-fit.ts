import { type RefObject, useLayoutEffect, useRef } from 'react'

/** From generous to the smallest that is still read from the last row on a usual projector; below it the box scrolls. */
const SIZES = [1.35, 1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45, 0.38]
/** A phone or a narrow window scrolls instead: nobody looks at it from ten metres. */
const NARROW_PX = 700
const NARROW_SIZE = 0.8

/**
 * Makes what stands in a box as large as the box allows: sets `--fit`, by which its text multiplies its size.
 * @param about fits again when it changes
 */
export function useFit<T extends HTMLElement>(about: unknown, largest = SIZES[0] as number): RefObject<T | null> {
  const box = useRef<T>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands in the box is not seen from here, `about` stands for it
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const fit = () => {
      const sizes = window.innerWidth < NARROW_PX ? [NARROW_SIZE] : SIZES.filter((size) => size <= largest)
      for (const size of sizes) {
        element.style.setProperty('--fit', String(size))
        if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1) return
      }
    }
    fit()
    let isOver = false
    // The typeface and pictures come later and are of other sizes.
    void document.fonts.ready.then(() => !isOver && fit())
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    element.addEventListener('load', fit, true)
    return () => {
      isOver = true
      observer.disconnect()
      element.removeEventListener('load', fit, true)
    }
  }, [about, largest])
  return box
}
