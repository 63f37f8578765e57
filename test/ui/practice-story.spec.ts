import type { Page } from 'playwright-core'
import { addBank, addItem, type AddedItem, addRoundOf, type ItemRow } from '../support/item-rows'
import { addPerson } from '../support/people'
import { see, seeNoMore, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** The API remembers for three seconds what may be practised. */
const known = () => new Promise((resolve) => setTimeout(resolve, 3_200))

/** Only these items are open for practice from now on, and the API knows it. */
async function onlyThese(rows: ItemRow[]): Promise<AddedItem[]> {
  const { pool } = stage.database
  await pool.query(`UPDATE item_bank SET is_open_for_practice = false`)
  const bankId = await addBank(pool)
  const items: AddedItem[] = []
  for (const row of rows) items.push(await addItem(pool, bankId, row))
  await known()
  return items
}

const newPerson = (name: string) => addPerson(stage.database.pool, 'contestant', null, name)

interface AnswerRow {
  count: number
  rightCount: number
}

async function answersOf(accountId: string): Promise<AnswerRow> {
  const [row] = await stage.query<AnswerRow>(
    `SELECT count(*)::int AS count, count(*) FILTER (WHERE share = 1)::int AS "rightCount"
     FROM practice_answer WHERE account_id = $1 AND answered_at IS NOT NULL`,
    [accountId],
  )
  return row as AnswerRow
}

/** All mistakes of a person wait no longer: minutes later, without the minutes. */
const makeDue = (accountId: string) =>
  stage.query(`UPDATE practice_card SET due_at = clock_timestamp() - interval '1 second' WHERE account_id = $1`, [
    accountId,
  ])

const card = (page: Page, text: string) => page.locator('label').filter({ hasText: text })
const next = (page: Page) => button(page, 'Câu tiếp theo')
const answer = (page: Page) => button(page, 'Trả lời')
const question = (page: Page) => page.getByRole('main').locator('form')

/** What axe finds, and whether the page can be pushed sideways; in the language that it is in. */
async function inspect(page: Page): Promise<string[]> {
  await settled(page)
  const found = await violationsOf(page, { type: 'tag', values: TAGS })
  const faults = found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
  const overflow = await sidewaysScroll(page)
  return overflow > 0 ? [...faults, `can be pushed ${overflow} px sideways`] : faults
}

describeInBrowser('Practising with the demo', () => {
  stage.scene('a visitor finds the door, signs in, and learns from a mistake', async () => {
    const { page } = await stage.visit({ size: PHONE })
    const shot = (name: string) => photograph(page, `practice-360-vi-${name}`)
    await page.goto('/')
    await link(page, 'Vào luyện tập').tap()
    await see(heading(page, 'Luyện tập'), page.getByText('Trả lời xong mỗi câu là thấy đáp án'))
    await shot('01-visitor')
    await link(page, 'Đăng nhập để luyện').tap()
    await field(page, /tên đăng nhập/).fill('thisinh')
    await page.getByLabel('Mật khẩu', { exact: true }).fill('rau-tra-que')
    await button(page, 'Đăng nhập').tap()
    await page.waitForURL('**/luyen-tap')

    await see(heading(page, 'Tám chủ đề'))
    const topics = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('img', { name: /: đã nhớ 0, đã gặp 0 trên \d+ câu$/ }) })
    expect(await topics.count()).toBe(8)
    await shot('02-topics')
    await link(page, 'An toàn trên mạng').tap()

    await see(heading(page, /^An toàn trên mạng/), answer(page))
    await shot('03-item')
    await answer(page).tap()
    await see(page.getByRole('alert').getByText('Hãy trả lời trước'))
    await button(page, 'Chưa biết').tap()
    await see(next(page), page.getByText('Câu này quay lại sau 10 phút.'))
    await see(page.getByRole('heading', { name: 'Giải thích' }), page.getByRole('heading', { name: 'Nguồn' }))
    await shot('04-review')
    await link(page, 'Luyện tập').tap()
    await see(page.getByRole('img', { name: /^An toàn trên mạng: đã nhớ 0, đã gặp 1 trên \d+ câu$/ }))
  })
})

describeInBrowser('Practising', () => {
  stage.scene('mistakes come back, and the day has an end', async () => {
    await onlyThese([{ topic: 'youth-union' }, { topic: 'youth-union' }])
    const { accountId, login } = await newPerson('Hồ Thị Ôn Bài')
    const { page } = await stage.visit({ size: PHONE, login })
    await page.goto('/luyen-tap')
    await link(page, 'Đoàn Thanh niên với chuyển đổi số').tap()
    await card(page, 'ba').tap()
    await answer(page).tap()
    await see(
      page.getByText('Câu sai sẽ quay lại sau 10 phút.'),
      page.getByRole('img', { name: /1 câu đã trả lời, đúng 0$/ }),
    )
    await next(page).tap()
    await card(page, 'hai').tap()
    await answer(page).tap()
    await see(page.getByText('Câu này quay lại sau 2 ngày.'))
    await next(page).tap()
    await see(heading(page, 'Đã đi hết câu của chủ đề này'), page.getByText('Lần luyện này: 2 câu, đúng 1.'))
    await photograph(page, 'practice-360-vi-05-finished')
    await link(page, 'Về các chủ đề').tap()
    await see(heading(page, 'Chưa có câu nào đến lúc ôn lại'))

    await stage.query(
      `UPDATE practice_card SET due_at = clock_timestamp() - interval '1 second' WHERE account_id = $1 AND right_count = 0`,
      [accountId],
    )
    await page.reload()
    await see(heading(page, '1 câu đến lúc ôn lại'))
    await photograph(page, 'practice-360-vi-06-due')
    await link(page, 'Ôn ngay').tap()
    await see(page.getByText('Câu ôn lại'))
    await card(page, 'hai').tap()
    await answer(page).tap()
    await see(page.getByText('Câu này quay lại vào ngày mai.'))
    await next(page).tap()
    await see(heading(page, 'Đã ôn xong những câu đến hạn'))
    expect(await answersOf(accountId)).toEqual({ count: 3, rightCount: 2 })
  })

  stage.scene('goes on by keyboard alone, typed answers too', async () => {
    await onlyThese([
      {
        topic: 'quang-nam',
        question: { type: 'number', options: [], unit: '%' },
        key: { type: 'number', value: 20.5, tolerance: 0 },
      },
      { topic: 'quang-nam' },
    ])
    const { accountId, login } = await newPerson('Ngô Văn Bàn Phím')
    const { page } = await stage.visit({ size: LAPTOP, login })
    await page.goto('/luyen-tap/quang-nam')
    for (let n = 1; n <= 2; n++) {
      await see(heading(page, `Chuyển đổi số ở Quảng Nam Câu ${n}`), answer(page))
      const typed = page.getByRole('textbox')
      if (await typed.count()) {
        await typed.focus()
        await page.keyboard.type('20,5')
      } else {
        await page.getByRole('radio', { name: /hai/ }).focus()
        await page.keyboard.press('Space')
      }
      await page.keyboard.press('Enter')
      await see(page.getByText('Trả lời đúng').first(), next(page))
      // The voice begins with what became of the answer.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Trả lời đúng\. Câu này quay lại/)
      await page.keyboard.press('Enter')
    }
    await see(heading(page, 'Đã đi hết câu của chủ đề này'))
    expect(await answersOf(accountId)).toEqual({ count: 2, rightCount: 2 })
  })

  stage.scene('an answer that the network loses is kept, sent again, and counts once', async () => {
    await onlyThese([{}, {}])
    const { accountId, login } = await newPerson('Lý Thị Mất Sóng')
    const { page, context, expectComplaint } = await stage.visit({ size: PHONE, login })
    expectComplaint(/ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED)/)
    await page.goto('/luyen-tap/concepts')
    await card(page, 'hai').tap()

    // It arrives, but what the server says is lost on the way.
    await page.route('**/api/practice/answers', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await answer(page).tap()
    await see(page.getByText('Câu trả lời được giữ trên máy và tự gửi khi có mạng.'))
    await photograph(page, 'practice-360-vi-07-waiting')
    expect(await answersOf(accountId)).toEqual({ count: 1, rightCount: 1 })
    await page.unroute('**/api/practice/answers')
    await button(page, 'Gửi lại ngay').tap()
    await see(page.getByText('Câu này quay lại sau 2 ngày.'))
    expect(await answersOf(accountId)).toEqual({ count: 1, rightCount: 1 })

    // It never leaves, and the page is closed.
    await next(page).tap()
    await card(page, 'bốn').tap()
    await context.setOffline(true)
    await answer(page).tap()
    await see(button(page, 'Gửi lại ngay'))
    expect(await answersOf(accountId)).toEqual({ count: 1, rightCount: 1 })
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto('/luyen-tap/tong-hop')
    await see(again.getByText('Câu sai sẽ quay lại sau 10 phút.'), card(again, 'bốn').or(again.getByText('Bạn chọn')))
    expect(await answersOf(accountId)).toEqual({ count: 2, rightCount: 1 })
  })

  stage.scene('two tabs show the same item, and one answer counts', async () => {
    await onlyThese([{}, {}])
    const { accountId, login } = await newPerson('Mạc Văn Hai Thẻ')
    const { page: first, context, expectComplaint } = await stage.visit({ size: LAPTOP, login })
    await first.goto('/luyen-tap/tong-hop')
    const second = await context.newPage()
    await second.goto('/luyen-tap/tong-hop')
    const stem = await question(first).locator('.ts-item-stem').innerText()
    expect(await question(second).locator('.ts-item-stem').innerText()).toBe(stem)
    await card(first, 'hai').click()
    await answer(first).click()
    await see(next(first))
    expectComplaint(/status of 404 .*\/practice\/answers/)
    await card(second, 'ba').click()
    await answer(second).click()
    await see(second.getByRole('alert').getByText('Câu luyện tập này đã được trả lời hoặc không còn.'))
    await button(second, 'Lấy câu khác').click()
    await see(answer(second))
    expect(await question(second).locator('.ts-item-stem').innerText()).not.toBe(stem)
    expect(await answersOf(accountId)).toEqual({ count: 1, rightCount: 1 })
  })

  stage.scene('says honestly why there is nothing to practise', async () => {
    const items = await onlyThese([{}, {}, { topic: 'quang-nam' }])
    const { login } = await newPerson('Tô Thị Chờ Thi')
    const { page, expectComplaint } = await stage.visit({ size: PHONE, login })
    await page.goto('/luyen-tap/concepts')
    await card(page, 'hai').tap()
    await addRoundOf(stage.database.pool, items.slice(0, 2), { opensInS: 3_600, closesInS: 7_200 })
    // The item is on the screen, but its round has been announced meanwhile.
    expectComplaint(/status of 404 .*\/practice\/answers/)
    await answer(page).tap()
    await see(page.getByRole('alert').getByText('Câu luyện tập này đã được trả lời hoặc không còn.'))
    await known()
    await page.goto('/luyen-tap')
    await see(
      page.getByText(/2 câu đang tạm khóa, vì nằm trong một đợt thi/),
      page.getByText('Chưa có câu nào mở để luyện'),
    )
    await photograph(page, 'practice-360-vi-08-embargo')
    await addRoundOf(stage.database.pool, items.slice(2), { opensInS: -60, closesInS: 3_600 })
    await known()
    await page.reload()
    await see(heading(page, 'Các câu hỏi đang tạm khóa'))
    await page.goto('/luyen-tap/quang-nam')
    await see(heading(page, 'Chủ đề này chưa có câu nào để luyện'))
    await link(page, 'Về các chủ đề').tap()
    await see(heading(page, 'Các câu hỏi đang tạm khóa'))
    await photograph(page, 'practice-360-vi-09-all-embargoed')
    await stage.query(`UPDATE item_bank SET is_open_for_practice = false`)
    await known()
    await page.reload()
    await see(heading(page, 'Chưa có câu nào mở để luyện'))
  })

  stage.scene('is for everybody, in both languages, on a phone and on a laptop', async () => {
    const group: ItemRow = {
      question: { type: 'true-false-group', options: ['Đám mây', 'Chuỗi khối'] },
      key: { type: 'true-false-group', truths: [true, false], grading: 'partial' },
    }
    const matching: ItemRow = {
      question: { type: 'matching', options: ['Hà Nội', 'Hội An'], choices: ['Phố cổ', 'Thủ đô'] },
      key: { type: 'matching', choiceOf: [1, 0], grading: 'partial' },
    }
    const ordering: ItemRow = {
      question: { type: 'ordering', options: ['Điền tờ khai', 'Đăng nhập', 'Nộp hồ sơ'] },
      key: { type: 'ordering', order: [1, 0, 2], grading: 'partial' },
    }
    const faults: string[] = []
    await onlyThese([group, matching, ordering, {}])
    for (const [size, locale] of [
      [PHONE, 'vi'],
      [LAPTOP, 'en'],
    ] as const) {
      const say = (vi: string, en: string) => (locale === 'vi' ? vi : en)
      const { login } = await newPerson('Đỗ Thị Ai Cũng Được')
      const { page } = await stage.visit({ size, locale, login, isDesktop: true, isStill: true })
      const look = async (name: string) => {
        const sight = `${name}, ${size.width}, ${locale}`
        faults.push(...(await inspect(page)).map((fault) => `${sight}: ${fault}`))
        await photograph(page, `practice-${size.width}-${locale}-${name}`, { whole: false })
      }
      await page.goto('/luyen-tap/tong-hop')
      for (let n = 1; n <= 4; n++) {
        await see(heading(page, say(`Luyện tổng hợp Câu ${n}`, `All topics Question ${n}`)), question(page))
        await look(`item-${n}`)
        await button(page, say('Chưa biết', 'I don’t know')).click()
        await see(button(page, say('Câu tiếp theo', 'Next question')))
        await look(`review-${n}`)
        await button(page, say('Câu tiếp theo', 'Next question')).click()
      }
      await see(heading(page, say('Đã đi hết các câu của hôm nay', 'You have been through everything for today')))
      await look('finished')
    }
    expect(faults).toEqual([])
  })

  stage.scene('who is signed out in the middle comes back to where the answer waits', async () => {
    await onlyThese([{}])
    const { accountId, login } = await newPerson('Cao Văn Hết Phiên')
    const { page, context, expectComplaint } = await stage.visit({ size: LAPTOP, login })
    await page.goto('/luyen-tap/tong-hop')
    await card(page, 'hai').click()
    const kept = await context.cookies()
    await context.clearCookies()
    expectComplaint(/status of 401/)
    await answer(page).click()
    await page.waitForURL('**/dang-nhap?tiep=%2Fluyen-tap%2Ftong-hop')
    expect(await answersOf(accountId)).toEqual({ count: 0, rightCount: 0 })
    await context.addCookies(kept)
    await page.goto('/luyen-tap/tong-hop')
    await see(page.getByText('Câu này quay lại sau 2 ngày.'))
    expect(await answersOf(accountId)).toEqual({ count: 1, rightCount: 1 })
    await makeDue(accountId)
    await seeNoMore(page.getByText('Chưa gửi được'))
  })
})
