import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { ApiOutput } from '@thiso/contracts'
import type { Locator } from 'playwright-core'
import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Tomorrow morning as an organizer types it. */
function tomorrow(): string {
  const day = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10)
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)} 08:00`
}

type RuledItem = ApiOutput<'rulings'>['items'][number]

/** Gives an answer that is not the key: parts in their order, or one that the key does not name. */
async function tellAnother(dialog: Locator, { key, options, choices }: RuledItem): Promise<void> {
  const radios = dialog.getByRole('radio')
  switch (key.type) {
    case 'single-choice':
      await radios.nth((key.option + 1) % options.length).check()
      break
    case 'true-false':
      await radios.nth(key.isTrue ? 1 : 0).check()
      break
    case 'multiple-choice': {
      const boxes = dialog.getByRole('checkbox')
      const other = options.findIndex((_, index) => !key.options.includes(index))
      await boxes.nth(other < 0 ? 0 : other).check()
      break
    }
    case 'true-false-group':
      for (const [index, isTrue] of key.truths.entries()) await radios.nth(2 * index + (isTrue ? 1 : 0)).check()
      break
    case 'matching': {
      const turned = key.choiceOf.map((_, index) => key.choiceOf[(index + 1) % key.choiceOf.length] as number)
      for (const [index, choice] of turned.entries()) await radios.nth(index * choices.length + choice).check()
      break
    }
    case 'ordering':
      await dialog.locator('.ts-entry-handle').first().focus()
      await dialog.page().keyboard.press('ArrowDown')
      break
    case 'number':
      await dialog.getByRole('textbox').first().fill('98765')
      break
    case 'short-text':
      await dialog.getByRole('textbox').first().fill('Một câu trả lời khác')
  }
}

describeInBrowser('From a closed round to official results', () => {
  let roundId = ''
  let contestant = { login: '', attemptId: '' }

  beforeAll(async () => {
    roundId = stage.places.closedRoundId
    // By right items alone many are equal: then a draw has something to decide.
    await stage.query(
      `UPDATE round SET rules = jsonb_set(rules, '{ranking}', '[{"by":"right-items"},{"by":"draw"}]') WHERE id = $1`,
      [roundId],
    )
    const [found] = await stage.query<{ login: string; attemptId: string }>(
      `SELECT a.login, t.id AS "attemptId" FROM attempt t JOIN account a ON a.id = t.account_id WHERE t.round_id = $1 ORDER BY a.login LIMIT 1`,
      [roundId],
    )
    if (found) contestant = found
  })

  stage.scene('an organizer makes results and publishes the list of a draw', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${roundId}`)
    await link(page, 'Kết quả').click()
    await see(heading(page, '1. Chốt kết quả'))
    await settled(page)
    await photograph(page, 'results-1280-vi-before')
    await button(page, 'Chốt kết quả').click()
    await see(page.getByText('Tạm tính', { exact: true }), page.getByText(/người đồng hạng\. Hãy công bố/))
    await settled(page)
    await photograph(page, 'results-1280-vi-closed')
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await button(page, 'Xem xếp hạng').click()
    await see(page.getByRole('dialog').getByRole('rowheader').first())
    await photograph(page, 'results-1280-vi-rows', { whole: false })
    await page.keyboard.press('Escape')
    await field(page, /^Thời điểm/).fill(tomorrow())
    await button(page, 'Công bố danh sách và nguồn').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Công bố danh sách và nguồn' }).click()
    await see(page.getByText(/Danh sách .* người đã công bố\. Chờ vòng/))
    await photograph(page, 'results-1280-vi-named')
  })

  stage.scene('anybody sees what the draw stands on and waits for, on a phone, in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const { page } = await stage.visit({ size: PHONE, locale, isStill: true })
      await page.goto(`/dot/${roundId}/boc-tham`)
      await see(heading(page, locale === 'vi' ? 'Tự kiểm tra thế nào' : 'How to check it yourself'))
      await see(page.getByText(locale === 'vi' ? /Đang chờ số ngẫu nhiên/ : /Waiting for the number/))
      await settled(page)
      expect(await sidewaysScroll(page)).toBe(0)
      await photograph(page, `draw-360-${locale}`)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    }
  })

  stage.scene(
    'one proposes a ruling, another looks at what it does and applies it, and results are published',
    async () => {
      const one = (await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })).page
      await one.goto(`/admin/dot/${roundId}/ket-qua`)
      await button(one, 'Đề nghị').click()
      const dialog = one.getByRole('dialog')
      await dialog.getByLabel('Câu hỏi').selectOption({ index: 1 })
      await dialog.getByLabel(/^Lý do/).fill('Câu có hai phương án đúng')
      await photograph(one, 'results-1280-vi-propose', { whole: false })
      await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click()
      // What it would do is looked at next, by whoever proposed it too.
      const looked = one.getByRole('dialog', { name: 'Nếu áp dụng' })
      await see(looked.getByText(/đổi điểm/), looked.getByText(/trọn điểm của câu/))
      await photograph(one, 'results-1280-vi-looked', { whole: false })
      await one.keyboard.press('Escape')
      await see(one.getByText('Chờ phê duyệt'))

      const { page } = await stage.visit({ size: PHONE, login: 'quantri', isStill: true })
      await page.goto(`/admin/dot/${roundId}/ket-qua`)
      await button(page, 'Xem trước').click()
      await see(page.getByRole('dialog').getByText(/đổi điểm/))
      await photograph(page, 'results-360-vi-preview', { whole: false })
      await button(page, 'Phê duyệt và áp dụng').click()
      await see(page.getByText('Đã áp dụng', { exact: true }))
      await page.getByLabel('Giữ nguyên các hạng chung, không bốc thăm').check()
      await button(page, 'Công bố kết quả').click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Công bố kết quả' }).click()
      await see(page.getByText(/Đã công bố lúc/))
      await settled(page)
      expect(await sidewaysScroll(page)).toBe(0)
      await photograph(page, 'results-360-vi-published')
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    },
  )

  stage.scene('the public bundle is taken to be checked, and released for everybody', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${roundId}/ket-qua`)
    // Other rounds of the contest are open and need the same items: keys are not told before they are over.
    await see(heading(page, 'Gói công khai'), page.getByText(/phải chờ đợt đó đóng/))
    expect(await button(page, 'Tải gói để kiểm').isDisabled()).toBe(true)
    await stage.query(
      `UPDATE round SET opens_at = least(opens_at, now() - interval '3 hours'), closes_at = now() - interval '2 hours' WHERE id <> $1`,
      [roundId],
    )
    await page.reload()
    await see(page.getByText(/^Lần lập 1, /))
    await settled(page)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    const download = page.waitForEvent('download')
    await button(page, 'Tải gói để kiểm').click()
    const content = await readFile(await (await download).path())
    expect(gunzipSync(content).toString('utf8')).toContain('"kind":"header"')
    await button(page, 'Cho mọi người tải').click()
    await see(page.getByText(/Chỉ làm khi thể lệ đã nói trước/))
    await photograph(page, 'bundle-1280-vi-ask', { whole: false })
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cho tải' }).click()
    await see(page.getByText(/Mọi người tải được từ /))
    await settled(page)
    expect((await fetch(`${stage.api.url}/api/rounds/${roundId}/bundle/file`)).status).toBe(200)
    for (const [size, locale] of [
      [PHONE, 'vi'],
      [PHONE, 'en'],
      [LAPTOP, 'vi'],
      [LAPTOP, 'en'],
    ] as const) {
      const phone = (await stage.visit({ size, locale, login: 'bantochuc', isStill: true })).page
      await phone.goto(`/admin/dot/${roundId}/ket-qua`)
      await see(phone.getByText(locale === 'vi' ? /Mọi người tải được từ / : /Everybody can download it since /))
      await settled(phone)
      expect(await sidewaysScroll(phone)).toBe(0)
      expect(await violationsOf(phone, { type: 'tag', values: TAGS })).toEqual([])
      await photograph(phone, `bundle-${size.width}-${locale}`)
    }
  })

  stage.scene('the key of an item of any type can be told, on a phone too', async () => {
    const { items } = await (await stage.client('bantochuc')).get('rulings', { params: { roundId } })
    const types = [...new Map(items.map((item) => [item.key.type, item])).values()]
    expect(types.length).toBeGreaterThan(2)
    for (const [size, locale] of [
      [PHONE, 'en'],
      [LAPTOP, 'vi'],
    ] as const) {
      const { page } = await stage.visit({ size, locale, login: 'bantochuc', isStill: true })
      for (const item of types) {
        await page.goto(`/admin/dot/${roundId}/ket-qua?cau=${item.itemVersionId}`)
        const dialog = page.getByRole('dialog')
        const send = dialog.getByRole('button', { name: locale === 'vi' ? 'Gửi đề nghị' : 'Send the proposal' })
        await see(dialog.getByText(locale === 'vi' ? /^Đáp án hiện nay/ : /^Key now/))
        await dialog.getByLabel(locale === 'vi' ? /^Lý do/ : /^Reason/).fill('Văn bản đã thay đổi')
        expect(await send.isDisabled()).toBe(true)
        await tellAnother(dialog, item)
        await settled(page)
        expect(await send.isEnabled()).toBe(true)
        expect(await sidewaysScroll(page)).toBe(0)
        expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
        await photograph(page, `ruling-${size.width}-${locale}-${item.key.type}`, { whole: false })
      }
    }
  })

  stage.scene('a contestant complains from the result and reads the answer', async () => {
    const mine = (await stage.visit({ size: PHONE, login: contestant.login, isStill: true })).page
    await mine.goto(`/ket-qua/${contestant.attemptId}`)
    const about = mine.getByRole('link', { name: /^Phúc khảo câu \d+$/ }).first()
    const place = ((await about.getAttribute('aria-label')) ?? '').replace(/\D/g, '')
    await photograph(mine, 'complaint-360-vi-review')
    await about.click()
    // The item that one came from is chosen already, and shown as it stood on the paper.
    const choice = mine.getByLabel('Về phần nào?')
    expect(await choice.inputValue()).toBe(place)
    expect(await choice.locator('option:checked').textContent()).toMatch(new RegExp(`^Câu ${place}: .{10,}`))
    await field(mine, /^Bạn cho rằng/).fill('Theo văn bản hiện hành thì phương án B mới đúng.')
    await photograph(mine, 'complaint-360-vi-form')
    await button(mine, 'Gửi đơn').click()
    await see(mine.getByText('Đã gửi, chờ xem'))
    expect(await sidewaysScroll(mine)).toBe(0)
    expect(await violationsOf(mine, { type: 'tag', values: TAGS })).toEqual([])

    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${roundId}/phuc-khao`)
    await see(page.getByText('Theo văn bản hiện hành thì phương án B mới đúng.'))
    await photograph(page, 'complaints-1280-vi')
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await button(page, 'Trả lời').click()
    await page
      .getByRole('dialog')
      .getByLabel('Câu trả lời cho thí sinh')
      .fill('Văn bản đã được thay thế, đáp án giữ nguyên.')
    await photograph(page, 'complaints-1280-vi-answer', { whole: false })
    await button(page, 'Gửi trả lời').click()
    await see(page.getByText('Không chấp nhận', { exact: true }))

    for (const locale of ['vi', 'en'] as const) {
      const own = (await stage.visit({ size: PHONE, locale, login: contestant.login, isStill: true })).page
      await own.goto('/phuc-khao')
      await see(own.getByText('Văn bản đã được thay thế, đáp án giữ nguyên.'))
      await settled(own)
      expect(await sidewaysScroll(own)).toBe(0)
      await photograph(own, `complaints-360-${locale}-mine`)
    }
  })
})
