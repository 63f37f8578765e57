import { see, settled, sidewaysScroll, tabTo } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('The item analysis of a closed round', () => {
  /** An item that nearly everybody has right, with its key turned to another option: that must be found. */
  let code = ''

  beforeAll(async () => {
    const params = { roundId: stage.places.closedRoundId }
    const { items } = await (await stage.client('bantochuc')).get('itemAnalysis', { params })
    const easiest = items
      .filter(({ type, servedCount }) => type === 'single-choice' && servedCount >= 25)
      .sort((a, b) => (b.facility as number) - (a.facility as number))[0]
    code = easiest?.code as string
    await stage.query(
      `UPDATE item_key SET key = jsonb_set(key, '{option}', to_jsonb(((key->>'option')::int + 1) % 4))
       WHERE item_version_id = $1`,
      [easiest?.itemVersionId],
    )
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
    await dialog.getByRole('table').scrollIntoViewIfNeeded()
    await photograph(page, 'analysis-1280-vi-answers', { whole: false })
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
    const head = page.getByRole('columnheader', { name: 'Độ dễ' })
    await head.getByRole('button').click()
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
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
      await heading(page, 'Item by item').scrollIntoViewIfNeeded()
      await photograph(page, `analysis-360-en-${theme}-table`, { whole: false })
      await page.getByRole('button', { name: code, exact: true }).first().click()
      await see(page.getByRole('dialog', { name: `Item ${code}` }))
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      await photograph(page, `analysis-360-en-${theme}-item`, { whole: false })
      await page.getByRole('dialog').getByRole('table').scrollIntoViewIfNeeded()
      await page.waitForTimeout(300)
      await photograph(page, `analysis-360-en-${theme}-answers`, { whole: false })
    }
  })

  stage.scene('leads in one click to a proposal for the item, and then reckons by the ruled key', async () => {
    const roundId = stage.places.closedRoundId
    const organizer = await stage.client('bantochuc')
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${roundId}/phan-tich`)
    await page.getByRole('button', { name: code, exact: true }).first().click()
    await link(page, 'Đề nghị quyết định').click()
    await see(page.getByText(/Hãy chốt kết quả ở bước 1/))
    await page.getByRole('button', { name: 'Chốt kết quả', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Đề nghị một quyết định' })
    await see(dialog.getByText(/^Đáp án hiện nay/))
    const { items } = await organizer.get('rulings', { params: { roundId } })
    const item = items.find((each) => each.code === code)
    const wrong = item?.key.type === 'single-choice' ? item.key.option : 0
    await dialog.getByRole('radio').nth(wrong).check()
    await see(dialog.getByText(/Đây đã là đáp án đang được tính/))
    await dialog
      .getByRole('radio')
      .nth((wrong + 3) % 4)
      .check()
    await dialog.getByLabel(/^Lý do/).fill('Đáp án ghi nhầm, theo văn bản phải là phương án này.')
    await photograph(page, 'analysis-1280-vi-ruling', { whole: false })
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click()
    const looked = page.getByRole('dialog', { name: 'Nếu áp dụng' })
    await see(looked.getByText(/chấm lại theo đáp án mới/), looked.getByText(/người đổi điểm hoặc hạng/))
    await photograph(page, 'analysis-1280-vi-ruling-preview', { whole: false })

    const other = await stage.client('quantri')
    const params = { roundId }
    const strike = items.find((each) => each.code !== code && (each.shownCount ?? 0) > 20)
    const struck = await organizer.get('proposeRuling', {
      params,
      body: { ruling: { kind: 'strike', itemVersionId: strike?.itemVersionId as string }, reason: 'Câu hỏi sai' },
    })
    const { rulings } = await organizer.get('rulings', { params })
    for (const { id } of rulings)
      await other.get('decideRuling', { params: { rulingId: id }, body: { decision: 'approve' } })
    expect(rulings.map(({ id }) => id)).toContain(struck.id)
    for (const [size, locale] of [
      [LAPTOP, 'vi'],
      [PHONE, 'en'],
    ] as const) {
      const found = (await stage.visit({ size, locale, login: 'bantochuc', isStill: true })).page
      await found.goto(`/admin/dot/${roundId}/phan-tich?cau=${item?.itemVersionId}`)
      await see(
        found
          .getByRole('dialog')
          .getByText(locale === 'vi' ? /tính theo đáp án mới/ : /figures below are by the new key/),
      )
      await found.keyboard.press('Escape')
      await see(heading(found, locale === 'vi' ? 'Câu đã bị loại' : 'Items struck out'))
      await see(found.getByText(strike?.code as string, { exact: true }).last())
      await settled(found)
      expect(await sidewaysScroll(found)).toBe(0)
      expect(await violationsOf(found, { type: 'tag', values: TAGS })).toEqual([])
      await photograph(found, `analysis-${size.width}-${locale}-ruled`)
    }
  })

  stage.scene('waits while a round is open', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
    await page.goto(`/admin/dot/${stage.places.openRoundId}/phan-tich`)
    await see(page.getByText('Chưa phân tích được'))
  })
})
