import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { knowDatabase } from '../support/people'
import { makeContest, takePart } from '../support/story'
import { see, settled, sidewaysScroll, until } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const LOGIN = 'thisinh'

describeInBrowser('PF-8, PF-9: a receipt is kept and checked, and what is public of a round is understood', () => {
  let attemptId = ''
  let roundId = ''
  let receipt = ''

  beforeAll(async () => {
    knowDatabase(stage.api.url, stage.database.pool)
    // A round of its own: its log has no checkpoint yet, so the next look of the job makes one.
    const story = await makeContest(await stage.client('bantochuc'), { itemCount: 4 })
    roundId = story.roundId
    attemptId = (await takePart(await stage.client(LOGIN), story, 3)).attemptId
  })

  async function judge(page: Page, name: string): Promise<void> {
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    await photograph(page, name)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
  }

  stage.scene('from the result to the receipt, as text, file and code', async () => {
    for (const locale of ['vi', 'en'] as const)
      for (const size of [PHONE, LAPTOP]) {
        const { page } = await stage.visit({ size, locale, login: LOGIN, isStill: true })
        await page.goto(`/ket-qua/${attemptId}`)
        await link(page, locale === 'vi' ? 'Biên nhận để tự kiểm chứng' : 'Receipt that you can check yourself').click()
        await see(
          heading(page, locale === 'vi' ? 'Biên nhận để kiểm chứng' : 'Receipt to keep'),
          page.getByRole('img', { name: /QR/ }),
        )
        await judge(page, `proof-own-${size.width}-${locale}`)
      }
    const { page } = await stage.visit({ size: PHONE, login: LOGIN })
    await page.goto(`/ket-qua/${attemptId}/bien-nhan`)
    const download = page.waitForEvent('download')
    await button(page, 'Tải tệp biên nhận').tap()
    receipt = await readFile(await (await download).path(), 'utf8')
    expect(JSON.parse(receipt)).toMatchObject({ format: 'thiso-receipt-1', attempt: attemptId, round: roundId })
  })

  stage.scene('the browser checks it, also without WebCrypto, for who is not signed in', async () => {
    const { page } = await stage.visit({ size: PHONE, isStill: true })
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, 'crypto', { value: { getRandomValues: crypto.getRandomValues.bind(crypto) } }),
    )
    await page.goto('/kiem-chung/bien-nhan')
    await field(page, 'Biên nhận').fill(receipt)
    await button(page, 'Kiểm tra').tap()
    await see(page.getByText(/Biên nhận đúng; |Đúng: bài này có trong nhật ký/))
    // The job comes by every ten seconds.
    await until(async () => {
      await button(page, 'Kiểm tra').tap()
      await settled(page)
      return page.getByText('Đúng: bài này có trong nhật ký').isVisible()
    }, 40_000)
    await judge(page, 'proof-receipt-holds-360-vi')
    for (const locale of ['vi', 'en'] as const) {
      const other = await stage.visit({ size: LAPTOP, locale, isStill: true })
      await other.page.goto('/kiem-chung/bien-nhan')
      await other.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'bien-nhan.json', mimeType: 'application/json', buffer: Buffer.from(receipt) })
      await see(
        other.page.getByText(
          locale === 'vi' ? 'Đúng: bài này có trong nhật ký' : 'It holds: these answers are in the log',
        ),
      )
      await judge(other.page, `proof-receipt-holds-1280-${locale}`)
    }
  })

  stage.scene('altered, foreign, unknown and unreadable receipts each get their own sentence', async () => {
    const { page, expectComplaint } = await stage.visit({ size: PHONE, locale: 'en', isStill: true })
    // The browser itself notes that a round was not found.
    expectComplaint(/404/)
    await page.goto('/kiem-chung/bien-nhan')
    const whole = JSON.parse(receipt) as Record<string, string | number>
    const other = '00000000-0000-4000-8000-000000000000'
    const cases: [string, string][] = [
      [JSON.stringify({ ...whole, submittedAt: Number(whole['submittedAt']) - 60_000 }), 'The receipt was changed'],
      [
        JSON.stringify({ ...whole, round: other, origin: `khac.example.vn/rounds/${other}` }),
        'A receipt of another platform',
      ],
      [JSON.stringify({ ...whole, round: other, origin: `thi-so/rounds/${other}` }), 'There is no such round'],
      ['hello', 'This is no receipt'],
    ]
    for (const [pasted, sentence] of cases) {
      await field(page, 'Receipt').fill(pasted)
      await button(page, 'Check').tap()
      await see(page.getByText(sentence))
    }
    await judge(page, 'proof-receipt-unreadable-360-en')
  })

  stage.scene('the page of the round says what was fixed, signed, and what it proves', async () => {
    for (const locale of ['vi', 'en'] as const)
      for (const size of [PHONE, LAPTOP]) {
        const { page } = await stage.visit({ size, locale, isStill: true })
        await page.goto(`/dot/${roundId}`)
        await link(page, locale === 'vi' ? 'Kiểm chứng đợt thi' : 'Proof of the round').click()
        await see(
          heading(page, locale === 'vi' ? 'Trước đợt thi: cam kết' : 'Before the round: commitments'),
          heading(page, locale === 'vi' ? 'Mốc mới nhất' : 'Newest checkpoint'),
          heading(page, locale === 'vi' ? 'Khoá công khai của nền tảng' : 'The public key of the platform'),
        )
        await judge(page, `proof-round-${size.width}-${locale}`)
      }
  })
})
