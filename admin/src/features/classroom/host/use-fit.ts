import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { bandsIn, type PageOf, pagesOf } from './pages'

/** From generous downwards; the stylesheet holds each text at the least size that is read from the last row, whatever these say. */
const SIZES = [1.35, 1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.68, 0.6]
/** A phone or a narrow window scrolls instead: nobody looks at it from ten metres. */
const NARROW_PX = 700
const NARROW_SIZE = 0.8

const EDGE_PX = 2

export interface Fit {
  /** What the box may fill. */
  frame: RefObject<HTMLDivElement | null>
  box: RefObject<HTMLDivElement | null>
  pageCount: number
  /** From 0. */
  page: number
  /** To a page, by a person: from then on none turns by itself. */
  show: (page: number) => void
}

/**
 * Makes what stands in a box as large as its frame allows: sets `--fit`, by which its text multiplies its size. What does not fit at the
 * least size is cut into pages, which turn by themselves.
 * @param about fits again when it changes
 * @param turnMs how long a page stands
 * @param startsAtEnd the last page is shown first: what is new stands there
 */
export function useFit(about: unknown, largest: number, turnMs: number, startsAtEnd: boolean): Fit {
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<readonly PageOf[]>([])
  const [wanted, setWanted] = useState(0)
  const [isTurning, setTurning] = useState(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands in the box is not seen from here, `about` stands for it
  useLayoutEffect(() => {
    const outer = frame.current
    const inner = box.current
    if (!outer || !inner) return
    const fit = () => {
      const found = fitInto(inner, outer, largest)
      setPages((before) => (isSame(before, found) ? before : found))
    }
    fit()
    // Not away from what somebody looks at.
    if (startsAtEnd && isTurning) setWanted(Number.MAX_SAFE_INTEGER)
    let isOver = false
    // The typeface and pictures come later and are of other sizes.
    void document.fonts.ready.then(() => !isOver && fit())
    const observer = new ResizeObserver(fit)
    observer.observe(outer)
    inner.addEventListener('load', fit, true)
    return () => {
      isOver = true
      observer.disconnect()
      inner.removeEventListener('load', fit, true)
    }
  }, [about, largest, startsAtEnd])

  const pageCount = Math.max(1, pages.length)
  const page = Math.min(wanted, pageCount - 1)
  useLayoutEffect(() => {
    const inner = box.current
    const shown = pages[page]
    if (!inner) return
    if (!shown || pages.length < 2) {
      inner.style.clipPath = ''
      inner.scrollTop = 0
      return
    }
    inner.scrollTop = shown.from
    // At the end it stops sooner, and above what the page begins with stands the end of the one before.
    const above = shown.from - inner.scrollTop
    // Edges of cards fall between pixels.
    const below = inner.clientHeight - (shown.to - inner.scrollTop) + EDGE_PX
    inner.style.clipPath = `inset(${above}px 0 ${Math.max(0, below)}px 0)`
  }, [pages, page])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is new is looked at for as long as any page
  useEffect(() => {
    if (pageCount < 2 || !isTurning) return
    const timer = setTimeout(() => setWanted((page + 1) % pageCount), turnMs)
    return () => clearTimeout(timer)
  }, [pageCount, page, isTurning, turnMs, about])

  const show = (to: number) => {
    setTurning(false)
    setWanted((to + pageCount) % pageCount)
  }
  // The keyboard goes to a button of another page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is of the pages
  useEffect(() => {
    const inner = box.current
    if (!inner || pages.length < 2) return
    const follow = ({ target }: FocusEvent) => {
      const { top, bottom } = (target as HTMLElement).getBoundingClientRect()
      const zero = inner.getBoundingClientRect().top - inner.scrollTop
      const found = pages.findIndex(({ from, to }) => top - zero >= from - 1 && bottom - zero <= to + 1)
      if (found >= 0) show(found)
    }
    inner.addEventListener('focusin', follow)
    return () => inner.removeEventListener('focusin', follow)
  }, [pages])
  return { frame, box, pageCount, page, show }
}

/** Sets the size; returns the pages, none where one is enough. */
function fitInto(box: HTMLElement, frame: HTMLElement, largest: number): PageOf[] {
  const isNarrow = window.innerWidth < NARROW_PX
  delete box.dataset['paged']
  for (const size of isNarrow ? [NARROW_SIZE] : SIZES.filter((each) => each <= largest)) {
    box.style.setProperty('--fit', String(size))
    if (box.scrollHeight <= frame.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) return []
  }
  if (isNarrow) return []
  box.dataset['paged'] = ''
  if (box.scrollHeight <= frame.clientHeight + 1) return []
  const room = frame.clientHeight - pagerHeight(frame)
  return pagesOf(bandsIn(box, room), box.scrollHeight, room)
}

/** As the stylesheet has it: 3.5 em of the class screen. */
const pagerHeight = (frame: HTMLElement) => 3.5 * Number.parseFloat(getComputedStyle(frame).fontSize)

const isSame = (one: readonly PageOf[], other: readonly PageOf[]) =>
  one.length === other.length &&
  one.every(({ from, to }, index) => other[index]?.from === from && other[index].to === to)
