import type { Page } from 'playwright-core'
import type { Host } from '../../support/host'
import { see, settled, sidewaysScroll } from './act'
import { violationsOf } from './axe'
import { button, field, heading } from './places'
import { photograph, type Visit } from './stage'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** What is wrong with the page as it stands, by axe and for a thumb. */
export async function inspect(page: Page, name: string): Promise<void> {
  await settled(page)
  await photograph(page, `lesson-phone/${name}`)
  const found = await violationsOf(page, { type: 'tag', values: TAGS })
  const faults = found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} at ${target.join(' ')}`))
  const overflow = await sidewaysScroll(page)
  expect(overflow > 0 ? [...faults, `${name}: can be pushed ${overflow} px sideways`] : faults).toEqual([])
}

export const option = (page: Page, text: string | RegExp) =>
  page.getByRole('button', { name: text }).and(page.locator('.ls-choice'))
export const place = (page: Page, number: number, total: number) => heading(page, `Câu ${number} trên ${total}`)
export const recorded = (page: Page) => page.getByRole('status').getByText(/^Đã ghi nhận/)

export async function join(page: Page, host: Host, name: string): Promise<void> {
  await page.goto(`/lop/${host.pin}`)
  await field(page, 'Tên hiện trên màn hình lớp').fill(name)
  await button(page, `Vào lớp: ${name}`).tap()
  await see(heading(page, 'Bạn đã vào lớp'))
}

/**
 * At which heights, in px from the top of the page, an element stands from its first sight on, frame by frame: more than one height is
 * something that moves while somebody aims at it.
 */
export async function watchHeights(page: Page, selector: string): Promise<{ seen: () => Promise<number[]> }> {
  const watch = await page.evaluateHandle((wanted) => {
    const heights = new Set<number>()
    const watched = { isOver: false, heights }
    const look = () => {
      const element = document.querySelector(wanted)
      if (element) heights.add(Math.round(element.getBoundingClientRect().top + window.scrollY))
      if (!watched.isOver) requestAnimationFrame(look)
    }
    look()
    return watched
  }, selector)
  return {
    seen: () =>
      watch.evaluate((watched) => {
        watched.isOver = true
        return [...watched.heights]
      }),
  }
}

/** The network goes and comes back, as in a school yard. */
export async function offline({ context, expectComplaint }: Visit, is: boolean): Promise<void> {
  expectComplaint(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  await context.setOffline(is)
}
