import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'
import { untie } from './support/untied'

const stage = useStage()

const WORDS = {
  vi: {
    title: 'Tổng các đợt',
    empty: 'Chưa công bố kết quả tổng các đợt',
    door: 'Kết quả tổng các đợt',
    official: 'Kết quả chính thức, phiên bản 1',
    table: 'Xem bảng dự thi',
    part: /^Đợt 1: \d/,
    board: 'Xem tổng các đợt',
  },
  en: {
    title: 'Total over the rounds',
    empty: 'The total over the rounds is not published yet',
    door: 'The results of all rounds together',
    official: 'Official results, version 1',
    table: 'Table',
    part: /^Round 1: \d/,
    board: 'Total over the rounds',
  },
} as const

describeInBrowser('RS-13: the public page of the total', () => {
  stage.scene('says that nothing is published, then shows places with the points of each round', async () => {
    const { contestId, closedRoundId: roundId } = stage.places
    await untie(stage, roundId)
    const table = (code: string, vi: string, en: string) => ({
      code,
      name: { vi, en },
      minAge: null,
      maxAge: null,
      unitKinds: [],
      unitIds: [],
    })
    const tables = [
      table('A', 'Bảng A: Đoàn viên', 'Table A: members'),
      table('B', 'Bảng B: Học sinh', 'Table B: pupils'),
    ]
    const total = {
      bestRounds: null,
      ranking: [{ by: 'points' }, { by: 'time-used' }, { by: 'submitted-at' }, { by: 'draw' }],
    }
    await stage.query(
      `UPDATE contest SET rules = jsonb_set(jsonb_set(rules, '{tables}', $2), '{total}', $3) WHERE id = $1`,
      [contestId, JSON.stringify(tables), JSON.stringify(total)],
    )
    await stage.query(
      `UPDATE attempt SET table_code = CASE WHEN get_byte(decode(replace(account_id::text, '-', ''), 'hex'), 15) % 3 = 0 THEN 'B' ELSE 'A' END
       WHERE round_id = $1`,
      [roundId],
    )
    // The total waits for every round; the others of the demo go on.
    await stage.query(`UPDATE round SET published_at = NULL WHERE contest_id = $1 AND id <> $2`, [contestId, roundId])
    const empty = await stage.visit({ size: PHONE, isStill: true })
    await empty.page.goto(`/cuoc-thi/${contestId}/tong`)
    await see(empty.page.getByText(WORDS.vi.empty))
    await settled(empty.page)
    await photograph(empty.page, 'public-total-360-vi-empty', { whole: false })

    const organizer = await stage.client('bantochuc')
    const { version } = await organizer.get('closeResults', { params: { roundId } })
    await organizer.get('publishResults', { params: { roundId }, body: { versionId: version.id, withTies: true } })
    const params = { contestId }
    const made = await organizer.get('closeTotal', { params })
    await organizer.get('publishTotal', { params, body: { versionId: made.version.id, withTies: true } })

    for (const [locale, size, theme] of [
      ['vi', PHONE, 'light'],
      ['en', LAPTOP, 'dark'],
    ] as const) {
      const words = WORDS[locale]
      const { page } = await stage.visit({ locale, size, theme, isStill: true })
      await page.goto('/')
      await link(page, words.door).click()
      await see(heading(page, words.title), page.getByText(words.official))
      await settled(page)
      const rows = page.locator('.standings .standing')
      await see(rows.first().getByText(words.part))
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, ['wcag2a', 'wcag2aa'])).toEqual([])
      await photograph(page, `public-total-${size.width}-${locale}`, { whole: false })
      const leader = await rows.first().getAttribute('data-row')
      await page.getByLabel(words.table).selectOption('B')
      expect(await rows.first().getAttribute('data-row')).not.toBe(leader)
      await page.goto(`/bang/${roundId}`)
      await link(page, words.board).click()
      await see(heading(page, words.title))
    }
  })
})
