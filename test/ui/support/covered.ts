import type { Page } from 'playwright-core'

/**
 * What is to be tapped and stands in the window, but would not get the tap since something else lies over it. What has been scrolled
 * under the bars of the page itself is no such thing, so it is asked with the page at its top.
 */
export function coveredTargets(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate((root) => {
    window.scrollTo(0, 0)
    const bar = document.querySelector('.ts-actionbar')
    const floor = bar?.getBoundingClientRect().top ?? window.innerHeight
    const targets = document.querySelectorAll<HTMLElement>(
      `${root} :is(button, a[href], input, select, summary, [role="tab"])`,
    )
    return [...targets].flatMap((target) => {
      const { left, top, width, height } = target.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      const isSeen = width > 0 && y > 0 && y < window.innerHeight && (bar?.contains(target) || y < floor)
      if (!isSeen || target.closest('.ts-hidden')) return []
      const hit = document.elementFromPoint(x, y)
      const isFree =
        hit !== null && (target.contains(hit) || hit.contains(target) || hit.closest('label')?.contains(target))
      return isFree ? [] : [`${target.textContent || target.getAttribute('aria-label')} under ${hit?.className}`]
    })
  }, within)
}
