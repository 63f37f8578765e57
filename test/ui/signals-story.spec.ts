import { addRingRound, type RingRound } from '../support/ring-round'
import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('DT-30: signals of a round in which four people shared their answers', () => {
  let planted: RingRound

  beforeAll(async () => {
    const units = await stage.query<{ id: string }>(`SELECT id FROM unit WHERE kind = 'commune' ORDER BY code LIMIT 6`)
    planted = await addRingRound(stage.database.pool, {
      people: 240,
      unitIds: units.map(({ id }) => id),
      hasMore: true,
    })
  })

  stage.scene('are looked for from the round, families first, and never read like a verdict', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${planted.roundId}`)
    await link(page, 'Dấu hiệu').click()
    await see(heading(page, 'Dấu hiệu'), page.getByText('Dấu hiệu không phải là kết luận'))
    await settled(page)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await photograph(page, 'signals-1280-vi-before')
    await page.getByRole('button', { name: 'Tìm dấu hiệu' }).click()
    await see(page.getByText('Đã xong', { exact: true }))
    const strong = page.getByRole('region', { name: 'Có ít nhất hai họ dấu hiệu' })
    await see(
      strong.getByText('4 lượt thi'),
      strong.getByText('Bài làm giống nhau'),
      strong.getByText('Thời gian làm bài'),
    )
    await see(page.getByText('Có thể đã lộ', { exact: true }), page.getByText(/Phòng máy của trường là bình thường/))
    // No name is on the page before a signal is opened.
    for (const name of planted.ringNames) expect(await page.getByText(name).count()).toBe(0)
    await settled(page)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await photograph(page, 'signals-1280-vi')
    await strong.getByRole('button', { name: 'Xem dấu hiệu' }).first().click()
    const dialog = page.getByRole('dialog')
    await see(
      dialog.getByText('Tình cờ thì ra sao'),
      dialog.getByText('Điều này không nói lên'),
      dialog.getByText(planted.ringNames[0] as string),
    )
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await photograph(page, 'signals-1280-vi-signal', { whole: false })
    expect(await page.getByText(/gian lận|vi phạm/i).count()).toBeLessThanOrEqual(1)
  })

  stage.scene('fit a phone in English, light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await stage.visit({ size: PHONE, locale: 'en', theme, login: 'bantochuc', isStill: true })
      await page.goto(`/admin/dot/${planted.roundId}/dau-hieu`)
      await see(heading(page, 'Signals'), page.getByText('At least two families of signals').first())
      await settled(page)
      await photograph(page, `signals-360-en-${theme}`)
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      await page.getByRole('button', { name: 'Open the signal' }).first().click()
      await see(page.getByRole('dialog').getByText('What this does not say'))
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      await photograph(page, `signals-360-en-${theme}-signal`, { whole: false })
    }
  })

  stage.scene('wait while a round is open', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
    await page.goto(`/admin/dot/${stage.places.openRoundId}/dau-hieu`)
    await see(page.getByText('Chưa tìm được'))
  })
})
