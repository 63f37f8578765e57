import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { addPerson, knowDatabase, signedIn } from '../support/people'
import { makeContest } from '../support/story'
import { see, seeNoMore, settled, sidewaysScroll, until } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { answer, paper } from './support/paper'
import { button, heading, link } from './support/places'
import { PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
type Protection = Partial<typeof DEFAULT_ROUND_RULES.protection>

async function roundWith(protection: Protection) {
  knowDatabase(stage.api.url, stage.database.pool)
  const staff = await signedIn(stage.api.url, stage.database.pool, 'organizer')
  const rules = { protection: { ...DEFAULT_ROUND_RULES.protection, ...protection } }
  return makeContest(staff, { itemCount: 3, rules, attemptLimit: 3 })
}

/** The page is hidden and seen again, as when a person goes to another program and comes back. */
async function away(page: Page, ms: number): Promise<void> {
  const turn = (state: string) =>
    page.evaluate((to) => {
      Object.defineProperty(document, 'visibilityState', { value: to, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await turn('hidden')
  await page.waitForTimeout(ms)
  await turn('visible')
}

const kindsOf = async (roundId: string) =>
  (
    await stage.query<{ kind: string }>(
      `SELECT e.kind FROM process_event e JOIN attempt a ON a.id = e.attempt_id WHERE a.round_id = $1 ORDER BY e.at`,
      [roundId],
    )
  ).map(({ kind }) => kind)

describeInBrowser('PE-1, PE-2 and PE-6: what is noted about a paper, on a phone', () => {
  stage.scene('is said before the start, noted on the way, and read by its person afterwards', async () => {
    const { roundId } = await roundWith({ watermark: true, copyGuard: true })
    const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Phạm Thị Nhật Ký')
    const { page, context, expectComplaint } = await stage.visit({ size: PHONE, login, isStill: true })
    const shot = (name: string) => photograph(page, `process-360-vi-${name}`)
    await page.goto(`/dot/${roundId}`)
    await see(
      page.getByText(/lúc rời trang hoặc chuyển sang cửa sổ khác/),
      page.getByText(/Riêng những ghi chép này không quyết định điều gì/),
      page.getByText(/bị xoá 90 ngày sau khi công bố kết quả/),
      page.getByText(/Mã lượt thi in mờ trên đề/),
      page.getByText(/Bấm Bắt đầu là bạn đã đọc phần/),
    )
    await settled(page)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await page.getByText(/lúc rời trang hoặc chuyển sang cửa sổ khác/).scrollIntoViewIfNeeded()
    await shot('01-notice')
    await button(page, 'Bắt đầu').tap()
    await see(paper.place(page, 1, 3))

    // PE-7: the code lies over the item, takes no taps, and no screen reader meets it.
    const [attempt] = await stage.query<{ id: string; notice_version: string | null; notice_sha256: string | null }>(
      `SELECT id, notice_version, notice_sha256 FROM attempt WHERE round_id = $1`,
      [roundId],
    )
    expect(attempt?.notice_version).toBeTruthy()
    expect(attempt?.notice_sha256).toMatch(/^[0-9a-f]{64}$/)
    const code = `${attempt?.id.slice(0, 4)}-${attempt?.id.slice(4, 8)}`.toUpperCase()
    expect(await page.locator('.at-watermark text').textContent()).toBe(code)
    expect(await page.locator('.at-watermark').getAttribute('aria-hidden')).toBe('true')
    await answer(page, 1)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    await shot('02-paper')

    // Marking and copying the text comes to nothing.
    expect(
      await page.evaluate(() => {
        document.getSelection()?.selectAllChildren(document.querySelector('.at-item') as Element)
        const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true })
        document.querySelector('.at-item')?.dispatchEvent(event)
        document.getSelection()?.removeAllRanges()
        return event.defaultPrevented
      }),
    ).toBe(true)

    await away(page, 1_500)
    await see(paper.place(page, 1, 3))
    await until(async () => (await kindsOf(roundId)).includes('returned'))

    // Without network it waits on the phone, through a reload of the page, too.
    await button(page, 'Câu sau').tap()
    await see(paper.place(page, 2, 3))
    expectComplaint(/ERR_INTERNET_DISCONNECTED/)
    await context.setOffline(true)
    await away(page, 1_200)
    await context.setOffline(false)
    await page.reload()
    await see(paper.place(page, 2, 3))
    await until(async () => (await kindsOf(roundId)).filter((kind) => kind === 'returned').length >= 2)

    await answer(page, 0)
    await paper.road(page).tap()
    await button(page, 'Nộp bài').tap()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Nộp bài' }).tap()
    await see(heading(page, 'Bài của bạn'))
    await link(page, 'Nhật ký lượt thi của tôi').tap()
    await see(
      heading(page, 'Nhật ký lượt thi của tôi'),
      page.getByText(/^Rời trang làm bài/),
      page.getByText(/^Quay lại trang sau/),
      page.getByText(/sẽ bị xoá muộn nhất vào/),
    )
    await settled(page)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    await shot('03-own-log')

    const english = await stage.visit({ size: PHONE, login, locale: 'en', isStill: true })
    await english.page.goto(`/ket-qua/${attempt?.id}/nhat-ky`)
    await see(heading(english.page, 'My attempt’s log'), english.page.getByText(/^Came back to the page after/))
    await settled(english.page)
    await photograph(english.page, 'process-360-en-03-own-log')
    await english.page.goto(`/dot/${roundId}`)
    await see(english.page.getByText(/These notes alone decide nothing/))
    await settled(english.page)
    await photograph(english.page, 'process-360-en-01-notice')
  })

  stage.scene('full screen is asked for and never a bar; the Safe Exam Browser is', async () => {
    const full = await roundWith({ fullScreen: true })
    const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Phạm Văn Toàn Màn')
    const { page, expectComplaint } = await stage.visit({ size: { width: 1280, height: 800 }, login, isDesktop: true })
    await page.goto(`/dot/${full.roundId}`)
    await button(page, 'Bắt đầu').click()
    await see(page.getByText(/Đợt thi đề nghị làm bài toàn màn hình/), paper.place(page, 1, 3))
    await photograph(page, 'process-1280-vi-04-full-screen')
    await button(page, 'Bật toàn màn hình').click()
    await seeNoMore(page.getByText(/Đợt thi đề nghị làm bài toàn màn hình/))
    await page.evaluate(() => document.exitFullscreen())
    await until(async () => (await kindsOf(full.roundId)).includes('full-screen-left'))
    await button(page, 'Để sau').click()
    await seeNoMore(page.getByText(/Đợt thi đề nghị làm bài toàn màn hình/))
    await see(paper.place(page, 1, 3))

    const supervised = await roundWith({ safeBrowser: true })
    expectComplaint(/403/)
    await page.goto(`/dot/${supervised.roundId}`)
    await see(page.getByText(/Hãy mở tệp cấu hình \(\.seb\)/))
    await button(page, 'Bắt đầu').click()
    await see(page.getByText(/nếu đang ở trong Safe Exam Browser mà vẫn thấy dòng này/))
    await photograph(page, 'process-1280-vi-05-safe-browser')

    // In the browser itself, by its script interface: the hash is of the page's address and the key.
    const configKey = '1f'.repeat(32)
    const staff = await signedIn(stage.api.url, stage.database.pool, 'organizer')
    await staff.get('setSafeBrowserKeys', {
      params: { roundId: supervised.roundId },
      body: { configKeys: [configKey], browserKeys: [] },
    })
    // For some seconds a process goes by the keys that it has read.
    await page.waitForTimeout(5_500)
    const inside = await stage.visit({ size: { width: 1280, height: 800 }, login, isDesktop: true })
    const hash = createHash('sha256').update(`${stage.api.url}/dot/${supervised.roundId}${configKey}`).digest('hex')
    await inside.page.addInitScript(`window.SafeExamBrowser = { security: { configKey: '${hash}' } }`)
    await inside.page.goto(`/dot/${supervised.roundId}`)
    await button(inside.page, 'Bắt đầu').click()
    await see(paper.place(inside.page, 1, 3))
    await paper.card(inside.page, 0).click()
    await see(paper.saved(inside.page))
  })
})

describeInBrowser('PE-7 and PE-9: an organizer protects a round', () => {
  stage.scene(
    'each setting says what it does and what it cannot do; keys are entered on the page of the round',
    async () => {
      const { roundId } = await roundWith({ safeBrowser: true })
      const { login } = await addPerson(stage.database.pool, 'organizer', null, 'Trần Thị Bảo Vệ')
      for (const locale of ['vi', 'en'] as const) {
        const { page } = await stage.visit({ size: { width: 1280, height: 900 }, login, locale, isStill: true })
        await page.goto(`/admin/dot/${roundId}/sua`)
        const part = page.locator('details', { hasText: locale === 'vi' ? 'Bảo vệ đề thi' : 'Protection of papers' })
        await part.locator('summary').click()
        await see(page.getByText(locale === 'vi' ? /dùng điện thoại thứ hai/ : /a second phone/))
        await settled(page)
        expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
        await part.scrollIntoViewIfNeeded()
        await photograph(page, `process-1280-${locale}-06-settings`)
        if (locale === 'vi') {
          await page.goto(`/admin/dot/${roundId}`)
          await see(page.getByText('Chưa có khóa nào: chưa ai bắt đầu được đợt thi này.'))
          await page.getByLabel('Config Key', { exact: true }).fill('1f'.repeat(32))
          await button(page, 'Lưu khóa').click()
          await seeNoMore(page.getByText('Chưa có khóa nào: chưa ai bắt đầu được đợt thi này.'))
          await settled(page)
          expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
          await photograph(page, 'process-1280-vi-07-keys')
        }
      }
    },
  )
})
