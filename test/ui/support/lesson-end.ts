import type { Page } from 'playwright-core'
import { see } from './act'
import { heading, link } from './places'

/** What a pupil reads at the end, as it stands on the phone. */
export interface OwnEnd {
  right: string
  asked: string
  /** Whose the three figures are, where they are of a team. */
  team: string | undefined
  rank: string | undefined
  rightOfRank: string | undefined
  points: string | undefined
  /** Numbers of the items by what came of the own answer. */
  rightItems: number[]
  missedItems: number[]
}

/** A row of a table of the report: what stands in each column, by its header. */
export type ReportRow = Record<string, string>

const SUM = /^(?:Bạn|Đội) đúng (\d+) trên (\d+) câu$/

/**
 * The end of a lesson on a phone. Each missed item has to be there with its explanation and its source, each right one too, and the topics
 * to look at again with a way to practise.
 */
export async function readEnd(phone: Page, { why, source }: { why: string; source: RegExp }): Promise<OwnEnd> {
  await see(heading(phone, SUM), link(phone, 'Luyện tập thêm'))
  const [, right = '', asked = ''] = SUM.exec((await heading(phone, SUM).innerText()).trim()) ?? []
  const facts = Object.fromEntries(
    await phone
      .locator('.ls-end .ls-board-facts > div')
      .evaluateAll((rows) =>
        rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.firstChild?.textContent]),
      ),
  ) as ReportRow
  const rightItems: number[] = []
  const missedItems: number[] = []
  for (const article of await phone.locator('.ls-reviews > article').all()) {
    await see(article.getByText(why), article.getByRole('link', { name: source }))
    const number = Number(/\d+/.exec((await article.getAttribute('aria-label')) ?? '')?.[0])
    const isRight = (await article.locator('.ts-reviewed-head .ts-badge').innerText()).trim() === 'Trả lời đúng'
    if (isRight) rightItems.push(number)
    else missedItems.push(number)
  }
  if (missedItems.length === 0) await see(phone.getByText('Đúng hết, không có gì phải xem lại.'))
  else await see(phone.locator('.ls-topics li').getByText(`${right} trên ${asked} câu đúng`))
  const team = (await phone.getByRole('heading', { name: /^Cả đội: / }).allInnerTexts())[0]?.replace('Cả đội: ', '')
  const { Hạng: rank, 'Câu đúng': rightOfRank, Điểm: points } = facts
  return { right, asked, team, rank, rightOfRank, points, rightItems, missedItems }
}

/** A table of the teacher's report, by the first words of each row's header. */
export async function readTable(page: Page): Promise<Map<string, ReportRow>> {
  await see(page.getByRole('rowheader'))
  const rows = await page
    .getByRole('main')
    .locator('table')
    .evaluate((table) => {
      const headers = [...table.querySelectorAll('thead th')].map((header) => header.textContent?.trim() ?? '')
      return [...table.querySelectorAll('tbody tr')].map((row) => ({
        name:
          row.querySelector('th .lesson-name')?.firstChild?.textContent ?? row.querySelector('th')?.textContent ?? '',
        cells: [...row.children].map((cell, index): [string, string] => [
          headers[index] ?? '',
          cell.querySelector('[role="img"]')?.getAttribute('aria-label') ??
            (cell.querySelector('.lesson-rank')?.firstChild ?? cell).textContent?.trim() ??
            '',
        ]),
      }))
    })
  return new Map(rows.map(({ name, cells }) => [name.trim(), Object.fromEntries(cells)]))
}
