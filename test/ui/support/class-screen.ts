import type { Page } from 'playwright-core'
import { settled } from './act'
import { violationsOf } from './axe'
import { photograph } from './stage'

export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
/** What most projectors show. */
export const PROJECTOR = { width: 1280, height: 720 }
export const LARGE_PROJECTOR = { width: 1920, height: 1080 }
/** px in a window of `PROJECTOR`; in others it grows with the window. */
const LEAST_PX = 28

/** The screen as it stands: read from the last row, nothing pushed out of sight, nothing wrong for who hears it; and a picture. */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page)
  expect(await faultsOf(page)).toEqual([])
  expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
  await photograph(page, name, { whole: false })
}

/** What a class could not read of the screen now: too small, cut, or beside it. The host's own bar and dialogs are not looked at. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { looked, faults } = await page.evaluate((leastPx) => {
    const faults: string[] = []
    const least = leastPx * Math.min(innerWidth / 1280, innerHeight / 720) - 0.1
    const root = document.documentElement
    if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) faults.push('the page scrolls')
    const called = (box: Element) => `${box.tagName}.${box.className} “${box.textContent?.trim().slice(0, 40)}”`
    const isPaged = (box: Element) => box.parentElement?.querySelector(':scope > .hs-pager') != null
    const scene = document.querySelector('.hs-scene')?.getBoundingClientRect()
    if (!scene) return { looked: 0, faults: ['no scene'] }
    let looked = 0
    for (const box of document.querySelectorAll<HTMLElement>('.hs-head *, .hs-scene *, .hs-band *')) {
      if (box.closest('.ts-hidden, .hs-podium-report, .hs-reactions, svg, .ts-logo') || !box.getClientRects().length)
        continue
      const style = getComputedStyle(box)
      const pages = [...document.querySelectorAll('.hs-fit > :first-child')].find((each) => each.contains(box))
      const isText = [...box.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (isText) {
        looked++
        const px = Number.parseFloat(style.fontSize)
        if (px < least && !box.closest('sub, sup, msub, msup, msubsup, munder, mover'))
          faults.push(`${px} px: ${called(box)}`)
        const { left, right, top, bottom } = box.getBoundingClientRect()
        const isBelow = box.closest('.hs-scene') && (top < scene.top - 1 || bottom > scene.bottom + 1)
        if (left < -1 || right > innerWidth + 1 || (isBelow && !(pages && isPaged(pages))))
          faults.push(`beside: ${called(box)}`)
      }
      // Inline boxes have no size of their own.
      if (style.display === 'inline' || isPaged(box)) continue
      const isCut = box.scrollHeight > box.clientHeight + 2 && style.overflowY !== 'visible'
      if (isCut || (box.scrollWidth > box.clientWidth + 2 && box.clientWidth > 0)) faults.push(`cut: ${called(box)}`)
    }
    return { looked, faults }
  }, LEAST_PX)
  // A screen without words would have no fault either.
  expect(looked).toBeGreaterThan(1)
  return faults
}

/** What is seen of these in full when somebody turns all pages, each once. */
export async function seenOnPages(page: Page, selector: string): Promise<Set<string>> {
  const seen = new Set<string>()
  const pager = page.locator('.hs-pager')
  const count = (await pager.count()) === 0 ? 1 : Number(/\d+$/.exec(await pager.locator('span').innerText())?.[0])
  for (let turned = 0; turned < count; turned++) {
    const texts = await page.evaluate((each) => {
      const inset = /inset\(([\d.]+)px 0(?:px)? ([\d.]+)px/
      return [...document.querySelectorAll<HTMLElement>(each)]
        .filter((box) => {
          const pages = box.closest('.hs-fit')?.firstElementChild as HTMLElement
          const [, above = '0', below = '0'] = inset.exec(pages.style.clipPath) ?? []
          const frame = pages.getBoundingClientRect()
          const { top, bottom } = box.getBoundingClientRect()
          return top >= frame.top + Number(above) - 1 && bottom <= frame.bottom - Number(below) + 1
        })
        .map((box) => box.innerText.trim())
    }, selector)
    for (const text of texts) seen.add(text)
    if (count > 1) await pager.getByRole('button').last().click()
  }
  return seen
}

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Công Tằng Tôn Nữ', 'Nguyễn Phước Quý', 'Đặng', 'Bùi', 'Lý']
const MIDDLES = ['Thị', 'Bảo', 'Văn', 'Ngọc', 'Gia', 'Đức']
const GIVEN = ['Khai', 'Linh', 'Huy', 'Phương', 'Nghiêng', 'Trường', 'Quỳnh', 'An']
/** No two alike below 480. */
const nameOf = (n: number) => `${FAMILIES[n % 10]} ${MIDDLES[Math.floor(n / 10) % 6]} ${GIVEN[Math.floor(n / 60) % 8]}`
export const pupilNames = (count: number) => Array.from({ length: count }, (_, n) => nameOf(n))
