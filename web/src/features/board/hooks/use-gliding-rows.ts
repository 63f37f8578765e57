import { type RefObject, useLayoutEffect, useRef } from 'react'

const GLIDE_MS = 200

/** Rows glide from their old place to the new one; with reduced motion they are simply there. */
export function useGlidingRows(list: RefObject<HTMLElement | null>, rows: unknown) {
  const tops = useRef(new Map<string, number>())

  // biome-ignore lint/correctness/useExhaustiveDependencies: measured whenever the rows have changed
  useLayoutEffect(() => {
    const found = new Map<string, number>()
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    for (const row of list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      const id = row.dataset['row'] ?? ''
      const top = row.offsetTop - (list.current?.offsetTop ?? 0)
      const from = tops.current.get(id)
      found.set(id, top)
      if (isStill || from === undefined || from === top) continue
      row.animate?.([{ transform: `translateY(${from - top}px)` }, { transform: 'none' }], {
        duration: GLIDE_MS,
        easing: 'ease-out',
      })
    }
    tops.current = found
  }, [list, rows])
}
