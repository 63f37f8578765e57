import { see, settled, sidewaysScroll, tabTo } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('The item analysis of a closed round', () => {
  /** The item that most people have right, with its key turned to another option: that must be found. */
  let code = ''

  beforeAll(async () => {
    const [turned] = await stage.query<{ code: string }>(
      `WITH chosen AS (
         SELECT i.code, v.id AS version_id, (k.key->>'option')::int AS option
         FROM attempt a, jsonb_array_elements(a.form) WITH ORDINALITY AS t(place, position),
           item_version v, item i, item_key k, response_event e
         WHERE a.round_id = $1 AND v.id = (place->>'itemVersionId')::uuid AND i.id = v.item_id AND i.type = 'single-choice'
           AND k.item_version_id = v.id AND e.attempt_id = a.id AND e.position = t.position
           AND e.response = jsonb_build_array(k.key->'option')
         GROUP BY 1, 2, 3 ORDER BY count(*) DESC, i.code LIMIT 1)
       UPDATE item_key k SET key = jsonb_set(k.key, '{option}', to_jsonb((chosen.option + 1) % 4)) FROM chosen
       WHERE k.item_version_id = chosen.version_id RETURNING chosen.code`,
      [stage.places.closedRoundId],
    )
    code = turned?.code as string
  })

  stage.scene('is found from the round, and says which key to look at', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${stage.places.closedRoundId}`)
    await link(page, 'Phân tích câu hỏi').click()
    await see(heading(page, 'Phân tích câu hỏi'), heading(page, 'Cả bài thi'), page.getByText('Độ tin cậy').first())
    await settled(page)
    await photograph(page, 'analysis-1280-vi')
    await page.getByRole('button', { name: code, exact: true }).first().click()
    const dialog = page.getByRole('dialog', { name: `Câu ${code}` })
    await see(dialog.getByText('Kiểm tra đáp án của câu này'), dialog.getByRole('table'))
    await photograph(page, 'analysis-1280-vi-item', { whole: false })
    await dialog.getByRole('radio', { name: '5 nhóm' }).check()
    expect(await dialog.getByRole('columnheader').count()).toBe(7)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await page.keyboard.press('Escape')

    // The plot by the keyboard: one stop, arrows, Enter.
    const dots = page.locator('.analysis-dot')
    await tabTo(page, page.locator('.analysis-dot[tabindex="0"]'), 80)
    await page.keyboard.press('ArrowRight')
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(name).toMatch(/: độ dễ .+, độ phân biệt /)
    expect(await dots.count()).toBeGreaterThan(5)
    await page.keyboard.press('Enter')
    await see(page.getByRole('dialog'))
    await page.keyboard.press('Escape')

    await page.getByRole('radio', { name: /^Tất cả \(/ }).check()
    await page.getByRole('button', { name: 'Độ dễ' }).click()
    expect(await page.getByRole('columnheader', { name: 'Độ dễ' }).getAttribute('aria-sort')).toBe('ascending')
  })

  stage.scene('fits a phone in English, light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await stage.visit({ size: PHONE, locale: 'en', theme, login: 'bantochuc', isStill: true })
      await page.goto(`/admin/dot/${stage.places.closedRoundId}/phan-tich`)
      await see(heading(page, 'Item analysis'), heading(page, 'Item by item'))
      await settled(page)
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      await photograph(page, `analysis-360-en-${theme}`)
      await page.getByRole('button', { name: code, exact: true }).first().click()
      await see(page.getByRole('dialog', { name: `Item ${code}` }))
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      await photograph(page, `analysis-360-en-${theme}-item`, { whole: false })
    }
  })

  stage.scene('waits while a round is open', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
    await page.goto(`/admin/dot/${stage.places.openRoundId}/phan-tich`)
    await see(page.getByText('Chưa phân tích được'))
  })
})
