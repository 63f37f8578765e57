import { spawnSync } from 'node:child_process'
import type { ApiBody } from '@thiso/contracts'
import { COLLECTIVE_PRESETS } from '@thiso/contracts/vocab'
import type { Page } from 'playwright-core'
import { unitsScopeOf } from '../../api/src/modules/results/domain/draw-list'
import { at } from '../support/place'
import { markAsBeacon } from '../support/rulebook-rows'
import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const PUBLISH = 'Công bố danh sách và nguồn'

/** Tomorrow morning as an organizer types it. */
function tomorrow(): string {
  const day = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10)
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)} 08:00`
}

/** Without rosters nobody has a rate: all units are equal. */
const PLAN = {
  ...COLLECTIVE_PRESETS['number-and-quality-2021'],
  weights: { participants: 0, rate: 1, quality: 0 },
} as unknown as ApiBody<'saveCollectivePlan'>

describeInBrowser('DW-8, DW-9: draws of a total and of units, from the list to the outcome', () => {
  let contestId = ''

  beforeAll(async () => {
    contestId = stage.places.contestId
    const roundId = stage.places.closedRoundId
    // The demo's rounds stand for themselves; people have taken part, so only an amendment could change it.
    await stage.query(
      `UPDATE contest SET rules = jsonb_set(rules, '{total}', '{"bestRounds":null,"ranking":[{"by":"right-items"},{"by":"draw"}]}') WHERE id = $1`,
      [contestId],
    )
    const organizer = await stage.client('bantochuc')
    const { version } = await organizer.get('closeResults', { params: { roundId } })
    await organizer.get('publishResults', { params: { roundId }, body: { versionId: version.id, withTies: true } })
    await organizer.get('closeTotal', { params: { contestId } })
    await organizer.get('amendCollectivePlan', {
      params: { contestId },
      body: { plan: PLAN, reason: 'Bổ sung giải tập thể' },
    })
    const { amendments } = await organizer.get('amendments', { params: { contestId } })
    const administrator = await stage.client('quantri')
    await administrator.get('decideAmendment', {
      params: { amendmentId: amendments.find(({ state }) => state === 'proposed')?.id as string },
      body: { isApproved: true },
    })
  })

  /** The public page in both languages and sizes: nothing to push sideways, nothing that keeps somebody out. */
  async function look(path: string, name: string, sees: (page: Page, locale: 'vi' | 'en') => Promise<void>) {
    for (const locale of ['vi', 'en'] as const)
      for (const size of [PHONE, LAPTOP]) {
        const { page } = await stage.visit({ size, locale, isStill: true })
        await page.goto(path)
        await sees(page, locale)
        await settled(page)
        expect(await sidewaysScroll(page)).toBe(0)
        await photograph(page, `${name}-${size.width}-${locale}`)
        expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      }
  }

  async function publishList(page: Page) {
    await field(page, /^Thời điểm/).fill(tomorrow())
    await button(page, PUBLISH).click()
    await page.getByRole('alertdialog').getByRole('button', { name: PUBLISH }).click()
  }

  stage.scene('before anything is drawn both pages say what they wait for', async () => {
    await look(`/cuoc-thi/${contestId}/boc-tham-don-vi`, 'draw-units-before', async (page, locale) =>
      see(
        page.getByText(
          locale === 'vi' ? /Sau khi mọi đợt đã công bố kết quả/ : /After every round has published results/,
        ),
      ),
    )
    // A round is still open: the figures of units change.
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/cuoc-thi/${contestId}/giai/tap-the`)
    await see(heading(page, 'Bốc thăm đơn vị bằng nhau'), page.getByText(/trước đó số liệu còn thay đổi/))
  })

  stage.scene('the list of a total is public before anybody knows the number', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/cuoc-thi/${contestId}/tong`)
    await see(heading(page, '2. Bốc thăm người bằng nhau'))
    await publishList(page)
    await see(page.getByText(/Danh sách .* người đã công bố\. Chờ vòng/))
    await settled(page)
    await photograph(page, 'draw-total-panel-1280-vi')
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    const phone = await stage.visit({ size: PHONE, isStill: true })
    await phone.page.goto(`/dot/${stage.places.closedRoundId}`)
    await link(phone.page, 'Bốc thăm tổng các đợt').click()
    await see(heading(phone.page, 'Những người bằng nhau'))
    await look(`/cuoc-thi/${contestId}/boc-tham`, 'draw-total-named', async (shown, locale) =>
      see(
        heading(shown, locale === 'vi' ? 'Những người bằng nhau' : 'Who is equal'),
        shown.getByText(locale === 'vi' ? /Việc bốc thăm chờ vòng/ : /The draw waits for round/),
      ),
    )
  })

  stage.scene('units are drawn once every round is over, by two people, and anybody repeats it', async () => {
    await stage.query(
      `UPDATE round SET opens_at = least(opens_at, now() - interval '2 hours'), closes_at = least(closes_at, now() - interval '1 hour'),
         revision = revision + 1 WHERE contest_id = $1`,
      [contestId],
    )
    const scopeId = unitsScopeOf(contestId)
    const organizer = await stage.client('bantochuc')
    const rounds = await stage.query<{ id: string }>(
      `SELECT id FROM round WHERE contest_id = $1 AND published_at IS NOT NULL AND id <> $2 ORDER BY ordinal`,
      [contestId, stage.places.closedRoundId],
    )
    // A round is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    for (const { id: roundId } of rounds) {
      const { version } = await organizer.get('closeResults', { params: { roundId } })
      await organizer.get('publishResults', { params: { roundId }, body: { versionId: version.id, withTies: true } })
    }
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/cuoc-thi/${contestId}/giai/tap-the`)
    await see(page.getByText(/đơn vị bằng nhau chờ giải/))
    await settled(page)
    await photograph(page, 'draw-units-panel-1280-vi')
    await publishList(page)
    await see(page.getByText(/dòng của các đơn vị đã công bố\. Chờ vòng/))
    await look(`/cuoc-thi/${contestId}/boc-tham-don-vi`, 'draw-units-named', async (shown, locale) =>
      see(
        heading(shown, locale === 'vi' ? 'Những đơn vị bằng nhau' : 'Which units are equal'),
        shown.getByText('Huyện Tiên Phước').first(),
      ),
    )
    // Nobody can wait for a round whose signature the spec knows.
    const entry = await markAsBeacon(stage.database.pool, scopeId)
    await page.reload()
    await field(page, /^Chữ ký của vòng/).fill(entry)
    await button(page, 'Nhập').click()
    await see(page.getByText(/^Bạn đã nhập\./))
    const second = await stage.visit({ size: PHONE, login: 'quantri', isStill: true })
    await second.page.goto(`/admin/cuoc-thi/${contestId}/giai/tap-the`)
    await see(second.page.getByText(/đã nhập\. Một người khác nhập lại/))
    await field(second.page, /^Chữ ký của vòng/).fill(entry)
    expect(await sidewaysScroll(second.page)).toBe(0)
    await photograph(second.page, 'draw-units-panel-360-vi')
    await button(second.page, 'Xác nhận và bốc thăm').click()
    await see(second.page.getByText(/Đã bốc thăm lúc /))
    await look(`/cuoc-thi/${contestId}/boc-tham-don-vi`, 'draw-units-drawn', async (shown, locale) =>
      see(shown.getByText(locale === 'vi' ? 'Đã bốc thăm xong' : 'The draw is done')),
    )
    // The file that the page offers, run against the same address.
    const { status, stdout } = spawnSync(
      process.execPath,
      [at('docs/huong-dan/boc-tham.mjs'), `${stage.api.url}/api/contests/${contestId}/units-draw`, '--khong-mang'],
      { encoding: 'utf8' },
    )
    expect([status, stdout]).toEqual([0, expect.stringContaining('Mọi bước đều đúng')])
  })

  stage.scene('WN-6, WN-18: the published list of units opens every figure to its parts', async () => {
    const [organizer, administrator] = [await stage.client('bantochuc'), await stage.client('quantri')]
    const params = { contestId, list: 'collective' }
    await organizer.get('proposeWinners', { params, body: { revision: 0 } })
    for (const [who, act] of [
      [organizer, 'signWinners'],
      [administrator, 'signWinners'],
      [organizer, 'publishWinners'],
    ] as const) {
      const { revision } = await organizer.get('winnerList', { params })
      await who.get(act, { params, body: { revision } })
    }
    await look(`/dot/${stage.places.closedRoundId}/giai`, 'units-figures', async (shown, locale) => {
      await see(heading(shown, locale === 'vi' ? 'Số liệu của các đơn vị' : 'Figures of the units'))
      await shown.locator('.prizes-parts summary').first().click()
      await see(shown.getByText(locale === 'vi' ? 'Số người dự thi' : 'People who took part', { exact: true }).first())
    })
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/cuoc-thi/${contestId}/giai/tap-the`)
    await see(page.getByText(/Danh sách giải tập thể đã có chữ ký/))
    await settled(page)
    await photograph(page, 'collective-1280-vi-signed')
  })
})
