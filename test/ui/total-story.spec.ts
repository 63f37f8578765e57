import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'
import { untie } from './support/untied'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('RS-9: the total over the rounds', () => {
  stage.scene('an organizer adds up what rounds have published, and publishes the total', async () => {
    const { contestId, closedRoundId: roundId } = stage.places
    await untie(stage, roundId)
    // The demo's rounds stand for themselves; people have taken part, so only an amendment could change it.
    await stage.query(
      `UPDATE contest SET rules = jsonb_set(rules, '{total}',
         '{"bestRounds":null,"ranking":[{"by":"points"},{"by":"time-used"},{"by":"submitted-at"},{"by":"draw"}]}') WHERE id = $1`,
      [contestId],
    )
    const organizer = await stage.client('bantochuc')
    const { version } = await organizer.get('closeResults', { params: { roundId } })
    await organizer.get('publishResults', { params: { roundId }, body: { versionId: version.id, withTies: true } })

    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/cuoc-thi/${contestId}`)
    await link(page, /^Tổng qua các đợt/).click()
    await see(heading(page, '1. Tính tổng'))
    await button(page, 'Tính tổng').click()
    await see(page.getByText('Tạm tính', { exact: true }), heading(page, '3. Công bố'))
    await settled(page)
    await photograph(page, 'total-1280-vi')
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    // RS-11: a round of the demo is still open.
    const { versions } = await organizer.get('total', { params: { contestId } })
    const early = { params: { contestId }, body: { versionId: versions[0]?.id as string, withTies: true } }
    expect(await organizer.refusal('publishTotal', early)).toBe('RESULTS.ROUNDS_NOT_FINAL')
    await stage.query(`UPDATE round SET published_at = NULL WHERE contest_id = $1 AND id <> $2`, [contestId, roundId])
    await page.reload()
    await button(page, 'Công bố tổng').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Công bố tổng' }).click()
    await see(page.getByText(/Đã công bố lúc /), link(page, 'Giải chung cuộc'))

    const phone = await stage.visit({ size: PHONE, login: 'bantochuc', locale: 'en', isStill: true })
    await phone.page.goto(`/admin/cuoc-thi/${contestId}/tong`)
    await see(heading(phone.page, 'Total over the rounds'))
    await settled(phone.page)
    await photograph(phone.page, 'total-360-en')
    expect(await sidewaysScroll(phone.page)).toBe(0)
  })
})
