import { violationsOf } from './support/axe'
import { see, seeNoMore, settled, sidewaysScroll } from './support/act'
import { describeInBrowser } from './support/chromium'
import { button, heading } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const WORDS = {
  vi: {
    frozen: /^Bảng xếp hạng đóng băng từ /,
    chain: /Xếp theo:\s*số câu đúng/,
    why: (name: string, rank: number) => new RegExp(`^Vì sao ${name} ở hạng ${rank}$`),
    above: (rank: number) => new RegExp(`^So với hạng ngay trên: .+, hạng ${rank}$`),
    below: /^So với hạng ngay dưới: .+, hạng \d+$/,
    close: 'Đã hiểu',
  },
  en: {
    frozen: /^The standings are frozen since /,
    chain: /Ordered by:\s*right items/,
    why: (name: string, rank: number) => new RegExp(`^Why ${name} is in place ${rank}$`),
    above: (rank: number) => new RegExp(`^Against the next place above: .+, place ${rank}$`),
    below: /^Against the next place below: .+, place \d+$/,
    close: 'I see',
  },
} as const

/** The demo's closed round under rules of its own: by right items and time in minutes, with half of what was submitted frozen away. */
async function freezeHalf(): Promise<{ roundId: string; hiddenCount: number }> {
  const roundId = stage.places.closedRoundId
  await stage.query(`UPDATE attempt SET right_count = floor(points) WHERE round_id = $1 AND right_count IS NULL`, [
    roundId,
  ])
  const rules = {
    ranking: [{ by: 'right-items' }, { by: 'time-used', bucketS: 60 }, { by: 'draw' }],
    freezeMinutes: 60,
  }
  await stage.query(
    `UPDATE round SET rules = rules || $2::jsonb, revealed_at = NULL, revision = revision + 1,
       frozen_from = (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY submitted_at) FROM attempt WHERE round_id = $1)
     WHERE id = $1`,
    [roundId, JSON.stringify(rules)],
  )
  const [row] = await stage.query<{ count: number }>(
    `SELECT (SELECT count(DISTINCT account_id) FROM attempt WHERE round_id = $1 AND state = 'submitted')
          - (SELECT count(DISTINCT account_id) FROM attempt a JOIN round r ON r.id = a.round_id
             WHERE round_id = $1 AND state = 'submitted' AND submitted_at < r.frozen_from) AS count`,
    [roundId],
  )
  // Rounds are remembered for a second.
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  return { roundId, hiddenCount: Number(row?.count) }
}

describeInBrowser('LB-8, LB-9: a frozen board', () => {
  stage.scene('says that it is frozen, by what it goes, and of every row why it stands there', async () => {
    const { roundId } = await freezeHalf()
    for (const [locale, size] of [
      ['vi', PHONE],
      ['en', PHONE],
      ['vi', LAPTOP],
      ['en', LAPTOP],
    ] as const) {
      const words = WORDS[locale]
      const { page } = await stage.visit({ locale, size, login: 'thisinh', isStill: true })
      const shot = (name: string) =>
        photograph(page, `board-${size.width}-${locale}-${name}`, { whole: name === 'frozen' })
      await page.goto(`/bang/${roundId}`)
      await settled(page)
      await see(page.getByText(words.frozen), page.getByText(words.chain))
      await see(page.locator('.standing[data-tie="first"]'))
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, ['wcag2a', 'wcag2aa'])).toEqual([])
      await shot('frozen')
      // The first person below the top place; how many share that one is the demo's chance.
      const ranks = (
        await page.locator('.standings .standing-rank > [aria-hidden]:nth-child(2)').allTextContents()
      ).map(Number)
      const at = ranks.findIndex((rank) => rank !== ranks[0])
      const [above, rank] = [ranks[at - 1] as number, ranks[at] as number]
      const second = page.locator('.standings .standing').nth(at)
      const name = (await second.locator('.standing-why').textContent()) as string
      await second.locator('.standing-why').click()
      const dialog = page.getByRole('dialog', { name: words.why(name, rank) })
      await see(dialog, heading(page, words.above(above)), heading(page, words.below))
      expect(await violationsOf(page, ['wcag2a', 'wcag2aa'])).toEqual([])
      await shot('why')
      await button(page, words.close).click()
      await seeNoMore(dialog)
    }
  })

  stage.scene('is revealed by an organizer who was told what becomes public, and thaws on every screen', async () => {
    const { roundId, hiddenCount } = await freezeHalf()
    expect(hiddenCount).toBeGreaterThan(0)
    const watcher = await stage.visit()
    await watcher.page.goto(`/bang/${roundId}`)
    await see(watcher.page.getByText(WORDS.vi.frozen))
    const count = async () =>
      Number((await watcher.page.locator('.board-status .ts-number').textContent())?.replace(/\D/g, ''))
    const before = await count()

    for (const locale of ['en', 'vi'] as const) {
      const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', locale, isStill: true })
      await page.goto(`/admin/dot/${roundId}`)
      await settled(page)
      await button(page, locale === 'vi' ? 'Bỏ đóng băng bảng xếp hạng' : 'Reveal the standings').click()
      const dialog = page.getByRole('alertdialog')
      await see(dialog)
      expect(await violationsOf(page, ['wcag2a', 'wcag2aa'])).toEqual([])
      await photograph(page, `board-reveal-1280-${locale}`, { whole: false })
      if (locale === 'en') continue
      await dialog.getByRole('button', { name: 'Bỏ đóng băng bảng xếp hạng', exact: true }).click()
      await see(page.getByText('Bảng xếp hạng đầy đủ đã hiện với mọi người.'))
      await seeNoMore(button(page, 'Bỏ đóng băng bảng xếp hạng'))
    }

    await seeNoMore(watcher.page.getByText(WORDS.vi.frozen))
    expect(await count()).toBe(before + hiddenCount)
    await photograph(watcher.page, 'board-360-vi-revealed')
  })
})
