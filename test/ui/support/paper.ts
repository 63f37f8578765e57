import type { Locator, Page } from 'playwright-core'
import { see } from './act'

/** The paper as a person holds it: what is asked where, and the ways around. */
export const paper = {
  place: (page: Page, number: number, total = 20) =>
    page.getByRole('heading', { name: `Câu ${number} trên ${total}`, exact: true }),
  options: (page: Page) => page.getByRole('radio'),
  /** The whole card is there to be tapped, not the small circle in it. */
  card: (page: Page, index: number): Locator =>
    page
      .locator('label')
      .filter({ has: page.getByRole('radio') })
      .nth(index),
  next: (page: Page) => page.getByRole('button', { name: 'Câu sau' }),
  back: (page: Page) => page.getByRole('button', { name: 'Câu trước' }),
  road: (page: Page) => page.getByRole('button', { name: /Xem tất cả câu$/ }),
  saved: (page: Page) => page.getByRole('status').getByText(/^Đã lưu \d{2}:\d{2}:\d{2}$/),
}

/** Taps an option and waits until the server has it. */
export async function answer(page: Page, index: number): Promise<void> {
  await paper.card(page, index).tap()
  await see(page.getByRole('radio', { name: /, đã lưu$/, checked: true }), paper.saved(page))
}
