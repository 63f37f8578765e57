/** How a box that is taller than the screen is cut into pages, so that no line, card or picture is cut in two. */

/** From its upper to its lower edge, in pixels from the top of what stands in the box. */
export type Band = readonly [top: number, bottom: number]

export interface PageOf {
  /** What is seen of the box: from `from` to `to`. */
  from: number
  to: number
}

/** Of a page, so much must be left of it when it ends early for the sake of what would be cut. */
const LEAST_SHARE = 0.3

/**
 * Pages from the top down. The last one is full: it begins as early as it can, so it may show again what the one before ended with.
 * @param bands what must not be cut, in any order; they may lie side by side
 * @param height of the whole content, px
 * @param room how much of it is seen at a time, px
 */
export function pagesOf(bands: readonly Band[], height: number, room: number): PageOf[] {
  if (room <= 0 || height <= room) return [{ from: 0, to: height }]
  const pages: PageOf[] = []
  let from = 0
  while (from + room < height) {
    const to = cutBefore(bands, from + room, from + room * LEAST_SHARE)
    pages.push({ from, to })
    from = to
  }
  pages.push({ from: cutAfter(bands, height - room, from), to: height })
  return pages
}

/** The lowest cut at or above `at` that goes through nothing; `at` itself where all above `least` goes through something. */
function cutBefore(bands: readonly Band[], at: number, least: number): number {
  let cut = at
  for (;;) {
    const crossed = bands.filter(([top, bottom]) => top < cut && bottom > cut).map(([top]) => top)
    if (crossed.length === 0) return cut
    cut = Math.min(...crossed)
    if (cut < least) return at
  }
}

/** The highest cut at or below `at` that goes through nothing, `most` at the latest. */
function cutAfter(bands: readonly Band[], at: number, most: number): number {
  let cut = at
  for (;;) {
    const crossed = bands.filter(([top, bottom]) => top < cut && bottom > cut).map(([, bottom]) => bottom)
    if (crossed.length === 0) return Math.min(cut, most)
    cut = Math.max(...crossed)
    if (cut >= most) return most
  }
}

/** How much of a line of text its letters leave free above and below: lines stand closer than their boxes say. */
const FREE = 0.15
const WHOLE = 'li, img, svg, tr, figure, button, .hs-why, .hs-right, .hs-right-parts'

/** What must not be cut of what stands in a box now: lines of words, and cards, rows and pictures that are no taller than a page. */
export function bandsIn(box: HTMLElement, room: number): Band[] {
  const zero = box.getBoundingClientRect().top - box.scrollTop
  const bands: Band[] = []
  for (const element of box.querySelectorAll(WHOLE)) {
    const { top, bottom } = element.getBoundingClientRect()
    if (bottom > top && bottom - top <= room) bands.push([top - zero, bottom - zero])
  }
  const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    if (node.parentElement?.closest('.ts-hidden')) continue
    range.selectNodeContents(node)
    for (const { top, bottom } of range.getClientRects()) {
      const free = (bottom - top) * FREE
      if (bottom > top) bands.push([top + free - zero, bottom - free - zero])
    }
  }
  return bands
}
