import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'
import { untie } from './support/untied'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('WN-10: a winner says under which name', () => {
  let winners: { id: string; login: string; fullName: string }[] = []

  beforeAll(async () => {
    const organizer = await stage.client('bantochuc')
    const params = { roundId: stage.places.closedRoundId }
    const { contest } = await organizer.get('adminRound', { params })
    await untie(stage, params.roundId)
    const { version } = await organizer.get('closeResults', { params })
    await organizer.get('publishResults', { params, body: { versionId: version.id, withTies: true } })
    await organizer.get('proposeWinners', {
      params: { contestId: contest.id, list: params.roundId },
      body: { revision: 0 },
    })
    winners = await stage.query(
      `SELECT w.id, a.login, a.full_name AS "fullName" FROM winner w JOIN account a ON a.id = w.account_id
       WHERE NOT EXISTS (SELECT FROM consent c WHERE c.account_id = a.id AND c.given_by = 'guardian') ORDER BY w.order_no LIMIT 2`,
    )
    const [grown, ageless] = winners
    await stage.query(`UPDATE account SET birth_date = '2000-05-01' WHERE login = $1`, [grown?.login])
    await stage.query(`UPDATE account SET birth_date = NULL WHERE login = $1`, [ageless?.login])
  })

  stage.scene('the profile leads to the prize that waits; a choice is kept', async () => {
    const [grown] = winners as [(typeof winners)[number]]
    const { page } = await stage.visit({ login: grown.login, isStill: true })
    await page.goto('/toi')
    const waiting = link(page, 'Giải của tôi: cần xác nhận')
    await see(waiting)
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    await photograph(page, 'profile-360-vi-prize')
    await waiting.click()
    await see(heading(page, 'Giải của tôi'), page.getByText('Tên bạn được công bố thế nào?'))
    await settled(page)
    await photograph(page, 'my-prizes-360-vi')
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await page.getByLabel(`Đầy đủ: ${grown.fullName}`).click()
    await see(page.getByText('Đã ghi nhận lựa chọn của bạn.'))
    await page.reload()
    await see(heading(page, 'Giải của tôi'))
    expect(await page.getByLabel(`Đầy đủ: ${grown.fullName}`).isChecked()).toBe(true)
    await page.goto('/toi')
    await see(link(page, 'Giải của tôi'))

    const english = await stage.visit({ login: grown.login, locale: 'en', size: LAPTOP, isStill: true })
    await english.page.goto('/toi/giai')
    await see(heading(english.page, 'My prizes'), english.page.getByText('How shall you be named?'))
    await settled(english.page)
    await photograph(english.page, 'my-prizes-1280-en')
  })

  stage.scene('without a guardian, whoever is young or of unknown age is named in short only', async () => {
    const [, ageless] = winners as [(typeof winners)[number], (typeof winners)[number]]
    const { page } = await stage.visit({ login: ageless.login, isStill: true })
    await page.goto('/toi/giai')
    await see(page.getByText(/cần cha mẹ hoặc người giám hộ đồng ý/))
    expect(await page.getByLabel(`Đầy đủ: ${ageless.fullName}`).isDisabled()).toBe(true)
    await settled(page)
    await photograph(page, 'my-prizes-360-vi-guardian')
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await page.getByLabel(/^Viết tắt:/).click()
    await see(page.getByText('Đã ghi nhận lựa chọn của bạn.'))
    const client = await stage.client(ageless.login)
    const params = { winnerId: ageless.id }
    expect(await client.refusal('choosePrizeName', { params, body: { choice: 'full' } })).toBe('WINNER.GUARDIAN_NEEDED')
    // Somebody else's prize is as if there were none.
    const foreign = { params: { winnerId: winners[0]?.id as string }, body: { choice: 'masked' as const } }
    expect(await client.refusal('choosePrizeName', foreign)).toBe('WINNER.NOT_FOUND')
  })

  stage.scene('who is named in full in public takes that back at any time', async () => {
    const [grown] = winners as [(typeof winners)[number]]
    await stage.query(
      `UPDATE winner SET state = 'published', published_name = $2, name_choice = 'full', published_at = now() WHERE id = $1`,
      [grown.id, grown.fullName],
    )
    for (const [locale, size, ask, act] of [
      ['en', LAPTOP, 'Switch to the short name', null],
      ['vi', PHONE, 'Chuyển sang tên viết tắt', 'Dùng tên viết tắt'],
    ] as const) {
      const { page } = await stage.visit({ login: grown.login, size, locale, isStill: true })
      await page.goto('/toi/giai')
      await button(page, ask).click()
      await settled(page)
      await photograph(page, `my-prizes-${size.width}-${locale}-shorten`, { whole: false })
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      if (act === null) continue
      await page.getByRole('dialog').getByRole('button', { name: act }).click()
      await see(page.getByText('Đã ghi nhận lựa chọn của bạn.'))
      await see(page.getByText(/^Đã công bố với tên: /))
      expect(await page.getByText(`Đã công bố với tên: ${grown.fullName}`).count()).toBe(0)
    }
  })
})
