import type { Locator, Page } from 'playwright-core'

/** Waits until a person would see it. */
export async function see(...things: Locator[]): Promise<void> {
  for (const thing of things) await thing.first().waitFor({ state: 'visible' })
}

/** Waits until nobody would see it any more. */
export async function seeNoMore(thing: Locator): Promise<void> {
  await thing.first().waitFor({ state: 'hidden' })
}

/** How many pixels the page can be pushed sideways; a phone's page must not move at all. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Goes on with Tab until that is where the keyboard is; a person would give up long before the limit. */
export async function tabTo(page: Page, thing: Locator, most = 60): Promise<void> {
  await thing.first().waitFor({ state: 'visible' })
  for (let presses = 0; presses <= most; presses++) {
    if (await thing.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${thing}`)
}

/** Asks again until it holds; for what no page shows. */
export async function until<T>(ask: () => Promise<T | false | undefined | null>, patienceMs = 20_000): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    const found = await ask()
    if (found) return found
    if (Date.now() > end) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Waits until nothing on the page is still on its way: no grey place holder, no busy table, the typeface there. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(
    () =>
      document.querySelector('.ts-skeleton, .ts-loading, .app-loading, [aria-busy="true"]') === null &&
      document.fonts.status === 'loaded',
  )
}
