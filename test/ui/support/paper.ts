import type { Locator, Page } from 'playwright-core'
import { see } from './act'

/** The paper as a person holds it: what is asked where, and the ways around. */
export const paper = {
  place: (page: Page, number: number, total = 20) =>
    page.getByRole('heading', { name: `Câu ${number} trên ${total}`, exact: true }),
  /** Whatever an item is answered with. */
  controls: (page: Page) =>
    page
      .getByRole('radio')
      .or(page.getByRole('checkbox'))
      .or(page.getByRole('textbox'))
      .or(page.getByRole('button', { name: /^(Chuyển lên|Move up):/ })),
  /** The whole card is there to be tapped, not the small circle or box in it. */
  card: (page: Page, index: number): Locator =>
    page
      .locator('label')
      .filter({ has: page.getByRole('radio').or(page.getByRole('checkbox')) })
      .nth(index),
  next: (page: Page) => page.getByRole('button', { name: 'Câu sau' }),
  back: (page: Page) => page.getByRole('button', { name: 'Câu trước' }),
  road: (page: Page) => page.getByRole('button', { name: /Xem tất cả câu$/ }),
  saved: (page: Page) => page.getByRole('status').getByText(/^(Đã lưu|Saved) \d{2}:\d{2}:\d{2}$/),
}

/** 'cards': one or several of them are chosen; 'parts': each has a choice of its own. */
export type Kind = 'cards' | 'parts' | 'field' | 'order'

export async function kindOf(page: Page): Promise<Kind> {
  await see(paper.controls(page))
  if (await page.getByRole('textbox').count()) return 'field'
  if (await page.getByRole('button', { name: /^(Chuyển lên|Move up):/ }).count()) return 'order'
  return (await page.getByRole('radiogroup').count()) > 1 ? 'parts' : 'cards'
}

/** Answers the item on screen, of whatever type, with something that depends on `index`; does not wait for the server. */
export async function give(page: Page, index: number, press: 'tap' | 'click' = 'tap'): Promise<Kind> {
  const kind = await kindOf(page)
  switch (kind) {
    case 'cards':
      await paper.card(page, index % (await page.locator('label').count()))[press]()
      break
    case 'parts':
      for (const part of await page.getByRole('radiogroup').all())
        await part
          .locator('label')
          .nth(index % 2)
          [press]()
      break
    case 'field':
      await page.getByRole('textbox').fill(`${index + 1}`)
      await page.getByRole('textbox').press('Enter')
      break
    case 'order':
      await page.getByRole('button', { name: /^(Giữ thứ tự này|Keep this order)$/ })[press]()
  }
  return kind
}

/** Answers and waits until the server has it. */
export async function answer(page: Page, index: number): Promise<void> {
  const kind = await give(page, index)
  await see(paper.saved(page))
  if (kind === 'cards') await see(savedCard(page))
}

/** A card that is chosen and has its tick. */
export const savedCard = (page: Page) =>
  page
    .getByRole('radio', { name: /, (đã lưu|saved)$/, checked: true })
    .or(page.getByRole('checkbox', { name: /, (đã lưu|saved)$/, checked: true }))
