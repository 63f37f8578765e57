import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { markAsBeacon } from '../support/rulebook-rows'
import { see, seeNoMore, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const WORDS = {
  vi: {
    provisional: 'Bảng xếp hạng tạm tính',
    official: (number: number) => `Kết quả chính thức, phiên bản ${number}`,
    why: 'Vì sao tôi ở hạng này',
    before: /^So với người cùng hạng, bốc thăm được ngay trước: /,
    drawn: 'Bốc thăm được sau: xét giải sau, hạng vẫn chung.',
    close: 'Đã hiểu',
    draw: 'Kiểm tra việc bốc thăm',
    table: 'Xem bảng dự thi',
    placeIn: 'Hạng trong Bảng B: Học sinh',
    tableB: /Bảng B: Học sinh/,
    place: 'Hạng chính thức',
    excluded: /Ban tổ chức đã quyết định không xếp hạng bạn/,
  },
  en: {
    provisional: 'Provisional standings',
    official: (number: number) => `Official results, version ${number}`,
    why: 'Why I am in this place',
    before: /^Against who shares the place and was drawn just before: /,
    drawn: 'Drawn later: later in line for prizes; the place stays shared.',
    close: 'I see',
    draw: 'Check the draw',
    table: 'Table',
    placeIn: 'Place in Table B: pupils',
    tableB: /Table B: pupils/,
    place: 'Official place',
    excluded: /The organizers have decided that you have no place/,
  },
} as const

interface Someone {
  accountId: string
  login: string
  attemptId: string
  rank: number
}

describeInBrowser('LB-12: a board of official results', () => {
  let roundId = ''
  let watcher: Page
  /** Drawn last of those who share the first shared place of their table. */
  let last: Someone

  const official = (page: Page, locale: 'vi' | 'en', number: number) =>
    page.locator('.board-final', { hasText: WORDS[locale].official(number) })
  const open = async (path: string, look: Parameters<typeof stage.visit>[0], sign: (page: Page) => Promise<void>) => {
    const { page } = await stage.visit({ isStill: true, ...look })
    await page.goto(path)
    await sign(page)
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await violationsOf(page, ['wcag2a', 'wcag2aa'])).toEqual([])
    return page
  }

  beforeAll(async () => {
    roundId = stage.places.closedRoundId
    // By right items alone many are equal; two tables, as if the people had come from two kinds of schools.
    await stage.query(`UPDATE attempt SET right_count = floor(points) WHERE round_id = $1 AND right_count IS NULL`, [
      roundId,
    ])
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
    await stage.query(
      `UPDATE contest c SET rules = jsonb_set(c.rules, '{tables}', $2) FROM round r WHERE r.contest_id = c.id AND r.id = $1`,
      [roundId, JSON.stringify(tables)],
    )
    await stage.query(
      `UPDATE attempt SET table_code = CASE WHEN get_byte(decode(replace(account_id::text, '-', ''), 'hex'), 15) % 3 = 0 THEN 'B' ELSE 'A' END
       WHERE round_id = $1`,
      [roundId],
    )
    await stage.query(
      `UPDATE round SET rules = jsonb_set(rules, '{ranking}', '[{"by":"right-items"},{"by":"draw"}]') WHERE id = $1`,
      [roundId],
    )
  })

  stage.scene('LB-13: ranks by tables while it is provisional, beginning with the own table', async () => {
    // One of the best of table B.
    const [pupil] = await stage.query<{ login: string }>(
      `SELECT a.login FROM attempt t JOIN account a ON a.id = t.account_id
       WHERE t.round_id = $1 AND t.table_code = 'B' AND t.state = 'submitted' AND t.is_ranked
       GROUP BY a.login ORDER BY max(t.right_count) DESC, a.login OFFSET 2 LIMIT 1`,
      [roundId],
    )
    // The home page shows the round that is open, or else the last one.
    await stage.query(`UPDATE round SET published_at = NULL WHERE id <> $1`, [roundId])
    await sleep(2_500)
    for (const [locale, size, theme] of [
      ['vi', PHONE, 'light'],
      ['en', LAPTOP, 'light'],
    ] as const) {
      const words = WORDS[locale]
      const look = { locale, size, theme, login: pupil?.login }
      const page = await open(`/bang/${roundId}`, look, (shown) => see(shown.getByText(words.placeIn)))
      const choice = page.getByLabel(words.table)
      expect(await choice.inputValue()).toBe('B')
      const rows = page.locator('.standings .standing')
      expect(await rows.first().locator('.standing-rank').textContent()).toMatch(/1$/)
      const shot = (name: string, whole = false) =>
        photograph(page, `live-tables-${size.width}-${locale}-${name}`, { whole })
      await shot('own', true)
      // The same place on the board as below it.
      const mine = await page.locator('.board-mine .standing-rank').textContent()
      expect(await page.locator('.standings .standing-mine .standing-rank').first().textContent()).toBe(mine)
      await button(page, words.why).click()
      await see(page.getByRole('dialog'))
      await shot('why')
      await button(page, words.close).click()
      const leader = await rows.first().getAttribute('data-row')
      await choice.selectOption('A')
      expect(await rows.first().getAttribute('data-row')).not.toBe(leader)
      expect(await rows.first().locator('.standing-rank').textContent()).toMatch(/1$/)
      expect(await violationsOf(page, ['wcag2a', 'wcag2aa'])).toEqual([])
      await shot('other')
      const guest = await open(`/bang/${roundId}`, { locale, size, theme }, (shown) =>
        see(shown.getByLabel(words.table)),
      )
      expect(await guest.getByLabel(words.table).inputValue()).toBe('A')
      const home = await open('/', look, (shown) => see(shown.locator('.home-board-of', { hasText: words.tableB })))
      await photograph(home, `live-tables-${size.width}-${locale}-home`)
    }
  })

  stage.scene('says that it is provisional until results are published, then shows them by itself', async () => {
    for (const [locale, size, theme] of [
      ['vi', PHONE, 'light'],
      ['en', LAPTOP, 'dark'],
    ] as const) {
      const page = await open(`/bang/${roundId}`, { locale, size, theme }, (shown) =>
        see(
          heading(shown, locale === 'vi' ? 'Bảng xếp hạng' : 'Standings'),
          shown.getByText(WORDS[locale].provisional),
        ),
      )
      await photograph(page, `final-board-${size.width}-${locale}-provisional`, { whole: false })
      watcher = page
    }

    const [one, other] = [await stage.client('bantochuc'), await stage.client('quantri')]
    const [params, scope] = [{ roundId }, { scopeId: roundId }]
    await one.get('closeResults', { params })
    const { serverTime } = await one.get('serverTime')
    const at = new Date(Date.parse(serverTime) + 120_000).toISOString()
    await one.get('nameDraw', { params: scope, body: { kind: 'beacon', at } })
    const entry = await markAsBeacon(stage.database.pool, roundId)
    await one.get('enterDraw', { params: scope, body: { entry } })
    await other.get('confirmDraw', { params: scope, body: { entry } })
    await see(watcher.getByText(WORDS.en.provisional))
    const { versions } = await one.get('results', { params })
    await one.get('publishResults', { params, body: { versionId: versions[0]?.id as string } })
    await see(official(watcher, 'en', 2))
    await seeNoMore(watcher.getByText(WORDS.en.provisional))
  })

  stage.scene(
    'shows version, hash, draw and tables, and of every place why, in both languages and themes',
    async () => {
      const [found] = await stage.query<Someone>(
        `SELECT r.account_id AS "accountId", a.login, r.attempt_id AS "attemptId", r.rank
       FROM result_row r JOIN result_version v ON v.id = r.version_id AND v.state = 'final' JOIN account a ON a.id = r.account_id
       WHERE v.round_id = $1 AND r.table_code = 'A'
         AND r.rank = (SELECT min(s.rank) FROM (SELECT rank FROM result_row WHERE version_id = v.id AND table_code = 'A'
                                                GROUP BY rank HAVING count(*) > 1) s)
       ORDER BY r.order_no DESC LIMIT 1`,
        [roundId],
      )
      last = found as Someone
      for (const [locale, size, theme] of [
        ['vi', PHONE, 'light'],
        ['vi', PHONE, 'dark'],
        ['en', PHONE, 'light'],
        ['vi', LAPTOP, 'light'],
        ['en', LAPTOP, 'dark'],
      ] as const) {
        const words = WORDS[locale]
        const shot = (page: Page, name: string, whole = false) =>
          photograph(page, `final-board-${size.width}-${locale}-${theme}-${name}`, { whole })
        const look = { locale, size, theme, login: last.login }
        const page = await open(`/bang/${roundId}`, look, (shown) =>
          see(official(shown, locale, 2), link(shown, words.draw)),
        )
        const drawn = page.locator('.standings .standing', { hasText: locale === 'vi' ? /bốc thăm: / : /draw: / })
        await see(drawn.first())
        await shot(page, 'top', true)
        await button(page, words.why).click()
        const dialog = page.getByRole('dialog')
        await see(dialog.getByRole('heading', { name: words.before }), dialog.getByText(words.drawn))
        expect(await violationsOf(page, ['wcag2a', 'wcag2aa'])).toEqual([])
        await shot(page, 'why')
        await button(page, words.close).click()
        const choice = page.getByLabel(words.table)
        expect(await choice.inputValue()).toBe('A')
        const first = () => page.locator('.standings .standing').first().getAttribute('data-row')
        const leader = await first()
        await choice.selectOption('B')
        expect(await first()).not.toBe(leader)
        await shot(page, 'table-b')

        const own = await open(`/ket-qua/${last.attemptId}`, look, (shown) => see(shown.getByText(words.place)))
        expect(await own.locator('[data-big] dd').first().textContent()).toMatch(new RegExp(`^${last.rank}, `))
        await shot(own, 'result')
      }
      // The home page shows the round that is open, or else the last one.
      await stage.query(`UPDATE round SET published_at = NULL WHERE id <> $1`, [roundId])
      await sleep(2_500)
      for (const locale of ['vi', 'en'] as const) {
        const look = { locale, login: last.login }
        const home = await open('/', look, (shown) => see(shown.getByText(WORDS[locale].official(2))))
        await photograph(home, `final-board-360-${locale}-home`)
      }
    },
  )

  stage.scene('follows a later version, and tells who has no place any more why', async () => {
    const page = await open(`/bang/${roundId}`, {}, (shown) => see(official(shown, 'vi', 2)))
    const [one, other] = [await stage.client('bantochuc'), await stage.client('quantri')]
    const { id: rulingId } = await one.get('proposeRuling', {
      params: { roundId },
      body: { ruling: { kind: 'exclude', accountId: last.accountId }, reason: 'Dùng hai tài khoản' },
    })
    await other.get('decideRuling', { params: { rulingId }, body: { decision: 'approve' } })
    await see(official(page, 'vi', 3))
    for (const locale of ['vi', 'en'] as const) {
      const look = { locale, login: last.login }
      const board = await open(`/bang/${roundId}`, look, (shown) => see(shown.getByText(WORDS[locale].excluded)))
      await photograph(board, `final-board-360-${locale}-excluded`, { whole: false })
      const result = await open(`/ket-qua/${last.attemptId}`, look, (shown) =>
        see(shown.getByText(WORDS[locale].excluded)),
      )
      await photograph(result, `final-board-360-${locale}-excluded-result`, { whole: false })
    }
  })
})
