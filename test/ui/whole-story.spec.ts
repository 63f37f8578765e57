import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { Client } from '../support/client'
import { addPerson, knowDatabase, type Person } from '../support/people'
import { type MadeItem, makeItems, newHolder, responsesFor } from '../support/story'
import { see, settled, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { paper } from './support/paper'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const TITLE = 'Hội thi Tin học trẻ Hội An'
const ROUND = 'Đợt chung kết'
const BANK = 'Tin học trẻ'
/** As many as answer everything right. */
const PERFECT = 2
const NUMBERS = '01234 56 789'
const NAMES = ['Lý Thị Thanh Thảo', 'Đặng Quốc Hưng', 'Võ Thị Kim Ngân'] as const
/** As organizers' lists name them. */
const SHORT = ['L. T. T. Thảo', 'Đ. Q. Hưng', 'V. T. K. Ngân'] as const

/** A moment or a day as an organizer types it: Vietnam's time. */
const inVietnam = (fromNowMs: number) => new Date(Date.now() + fromNowMs + 7 * 3_600_000).toISOString()
function typed(fromNowMs: number): string {
  const at = inVietnam(fromNowMs)
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 16)}`
}

const shot = (page: Page, name: string, options?: { whole: boolean }) => photograph(page, `whole-${name}`, options)

/** Presses a button and the one of the same name in the question that follows. */
async function agreeTo(page: Page, name: string): Promise<void> {
  await button(page, name).click()
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
}

async function pdfBy(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

describeInBrowser('The whole story, from settings to certificates', () => {
  let items: MadeItem[] = []
  let people: Person[] = []
  let [contestId, roundId] = ['', '']
  let drawnFirst = ''

  beforeAll(async () => {
    const { pool } = stage.database
    knowDatabase(stage.api.url, pool)
    const organizer = await stage.client('bantochuc')
    const bank = await organizer.get('createBank', { body: { name: BANK } })
    items = await makeItems(organizer, bank.id, 4, 'TH')
    const [unit] = await stage.query<{ id: string }>(`SELECT id FROM unit WHERE code = 'QNM.HOIAN.CAMCHAU'`)
    people = await Promise.all(NAMES.map((name) => addPerson(pool, 'contestant', unit?.id, name)))
  })

  stage.scene('settings become a contest, a round and a thể lệ, and the round opens', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })

    // --- prizes: one first, one second, and nobody gets two
    await page.goto('/admin/cuoc-thi/moi')
    await field(page, /^Tên cuộc thi Tiếng Việt/).fill(TITLE)
    await field(page, /^Đơn vị tổ chức Tiếng Việt/).fill('Thành đoàn Hội An')
    await field(page, /^Tóm tắt Tiếng Việt/).fill('Một đợt chung kết trực tuyến.')
    await field(page, /^Giới thiệu và thể lệ Tiếng Việt/).fill('Ai cũng dự thi được.')
    await button(page, /^Bỏ giải ba ở dòng 3$/i).click()
    for (const [index, reward] of ['1.000.000 đồng', '500.000 đồng'].entries()) {
      const prize = page.getByRole('group', { name: `Giải ${index + 1}`, exact: true })
      expect(await prize.getByLabel('Số giải').inputValue()).toBe('1')
      await prize.getByRole('textbox', { name: /^Phần thưởng Tiếng Việt/ }).fill(reward)
    }
    await page.getByRole('checkbox', { name: /^Mỗi người nhận nhiều nhất một giải cá nhân/ }).check()
    await shot(page, '01-contest-form')
    await button(page, 'Tạo cuộc thi').click()
    await see(page.getByText('Đã tạo cuộc thi. Bước tiếp theo: thêm đợt thi.'), heading(page, TITLE))
    contestId = page.url().split('/').at(-1) as string

    // --- the round: a preset order, which brings the prediction question with it
    await link(page, 'Thêm đợt thi').click()
    await field(page, /^Tên đợt thi Tiếng Việt/).fill(ROUND)
    await field(page, /^Giờ mở/).fill(typed(86_400_000))
    await field(page, /^Giờ đóng/).fill(typed(2 * 86_400_000))
    await page.getByRole('radio', { name: /^Khi ban tổ chức công bố kết quả/ }).check()
    const banks = page.getByRole('group', { name: /^Ngân hàng câu hỏi/ })
    for (const bank of await banks.getByRole('checkbox').all()) await bank.setChecked(false)
    await banks.getByRole('checkbox', { name: BANK }).check()
    await page.getByText('Xếp hạng', { exact: true }).first().click()
    await button(page, 'Đúng → nhanh → dự đoán').click()
    // Whoever is equally right within the same ten minutes is told apart by the prediction.
    const bucket = field(page, 'Thời gian làm bài: coi như bằng nhau trong cùng khoảng')
    await bucket.fill('600')
    await bucket.press('Tab')
    await page.getByText('Câu dự đoán', { exact: true }).first().click()
    expect(await page.getByRole('checkbox', { name: 'Hỏi một câu dự đoán' }).isChecked()).toBe(true)
    await field(page, 'Khái niệm, Nhận biết: số câu').fill('2')
    await field(page, 'An toàn mạng, Thông hiểu: số câu').fill('2')
    await see(page.getByText('Đủ câu: mỗi đề 4 câu, lấy được ở mọi ô của ma trận.'))
    await settled(page)
    await shot(page, '02-round-form')
    await button(page, 'Tạo đợt thi (bản nháp)').click()
    await see(heading(page, ROUND))
    roundId = page.url().split('/').at(-1) as string
    await agreeTo(page, 'Công bố đợt thi')
    await see(page.getByText('Đã công bố đợt thi.'))
    await page.goto(`/admin/cuoc-thi/${contestId}`)
    await agreeTo(page, 'Công bố cuộc thi')
    await see(page.getByText('Đã công bố cuộc thi.'))

    // --- the thể lệ says what was set, and is published
    await link(page, 'Thể lệ').click()
    await see(heading(page, /^Điều 1\. Tên cuộc thi/))
    const sheet = page.getByRole('article')
    await see(sheet.getByText(/1\.000\.000 đồng/), sheet.getByText(/dự đoán/), sheet.getByText(/bốc thăm/))
    await agreeTo(page, 'Công bố')
    await see(page.getByText('Đã công bố phiên bản 1').first())
    await settled(page)
    await shot(page, '03-rulebook')

    await page.goto(`/admin/dot/${roundId}`)
    await agreeTo(page, 'Mở ngay')
    await see(page.getByText('Đợt thi đã mở.'))
  })

  stage.scene('three people take part, and the round is closed', async () => {
    const [first, ...others] = people as [Person, ...Person[]]
    const { page } = await stage.visit({ size: PHONE, login: first.login, isStill: true })
    await page.goto('/')
    await link(page, 'Đọc thể lệ').tap()
    await see(heading(page, /^Điều 1\. Tên cuộc thi/), page.getByText(/Phiên bản 1, công bố lúc/))
    await page.goto(`/dot/${roundId}`)
    await see(page.getByText(/^Cuối bài có câu dự đoán:/))
    await shot(page, '04-round-360')
    await button(page, 'Bắt đầu').tap()
    for (let place = 1; place <= items.length; place++) {
      await see(paper.place(page, place, items.length))
      const text = await page.getByRole('main').innerText()
      const item = items.find(({ stem }) => text.includes(stem)) as MadeItem
      await page
        .locator('label')
        .filter({ hasText: item.options[item.key] as string })
        .tap()
      await see(paper.saved(page))
      await (place < items.length ? paper.next(page) : button(page, 'Xem lại')).tap()
    }
    await see(heading(page, 'Câu dự đoán'))
    await field(page, 'Số bạn dự đoán').fill(`${PERFECT}`)
    await shot(page, '05-prediction-360', { whole: false })
    await button(page, 'Tiếp tục').tap()
    await see(page.getByText(`Bạn dự đoán: ${PERFECT}.`))
    await button(page, 'Nộp bài').tap()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Nộp bài' }).tap()
    await page.waitForURL('**/ket-qua/*')
    // Nobody learns points before results are published.
    await see(page.getByText('Ban tổ chức sẽ công bố kết quả sau khi đợt thi đóng.'))
    await settled(page)
    await shot(page, '06-submitted-360')

    // The second does as well in every respect; the third misses one and guesses worse.
    const done = [
      { right: items.length, guess: PERFECT },
      { right: items.length - 1, guess: 40 },
    ]
    for (const [index, { token }] of others.entries()) {
      const { right, guess } = done[index] as (typeof done)[number]
      const client = new Client(stage.api.url, token)
      const holder = newHolder()
      const started = await client.get('startAttempt', { params: { roundId }, body: { holder } })
      const { attemptId } = started.attempt
      const answers = responsesFor(started, items, right)
      const prediction = { seq: answers.length + 1, position: 0, answer: `${guess}` }
      await client.get('saveResponses', {
        params: { attemptId },
        body: { holder, responses: [...answers, prediction] },
      })
      await client.get('submitAttempt', { params: { attemptId }, body: { holder } })
    }

    const organizer = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await organizer.page.goto(`/admin/dot/${roundId}`)
    await button(organizer.page, 'Đóng ngay').click()
    await button(organizer.page, 'Tiếp tục đóng').click()
    const sure = organizer.page.getByRole('alertdialog', { name: `Chắc chắn đóng ${ROUND}?` })
    await sure.getByRole('textbox').fill(ROUND)
    await sure.getByRole('button', { name: 'Đóng ngay' }).click()
    await see(organizer.page.getByText('Đợt thi đã đóng.'))
  })

  stage.scene('results are made, a public draw decides the first place, and results are published', async () => {
    const client = await stage.client('bantochuc')
    await until(async () => {
      const { readyAt } = await client.get('results', { params: { roundId } })
      const { serverTime } = await client.get('serverTime')
      return readyAt !== null && Date.parse(readyAt) <= Date.parse(serverTime)
    }, 40_000)
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${roundId}/ket-qua`)
    await button(page, 'Chốt kết quả').click()
    await see(page.getByText(/2 người đồng hạng\. Hãy công bố/), page.getByText(`Đáp số dự đoán: ${PERFECT}`))
    expect(await button(page, 'Công bố kết quả').isDisabled()).toBe(true)
    await page.getByRole('radio', { name: /^Kết quả xổ số/ }).check()
    await field(page, /^Tên đài xổ số/).fill('Đà Nẵng')
    const day = inVietnam(86_400_000).slice(0, 10)
    const when = page.getByRole('group', { name: 'Ngày quay' })
    for (const [index, label] of ['Năm', 'Tháng', 'Ngày'].entries())
      await when.getByLabel(label, { exact: true }).fill(day.split('-')[index] as string)
    await agreeTo(page, 'Công bố danh sách và nguồn')
    // Everybody is on the list: who is equal may still change before the numbers are there.
    await see(page.getByText(/Danh sách 3 người đã công bố\. Chờ Đà Nẵng/))
    await settled(page)
    await shot(page, '07-draw-named')

    await drawingDayComes()
    await page.reload()
    await field(page, 'Các số của kỳ quay, cách nhau bằng dấu cách').fill(NUMBERS)
    await button(page, 'Nhập').click()
    await see(page.getByText(/Bạn đã nhập\. Hãy nhờ một người khác/))
    const { page: other } = await stage.visit({ size: LAPTOP, login: 'quantri', isStill: true })
    await other.goto(`/admin/dot/${roundId}/ket-qua`)
    await field(other, 'Các số của kỳ quay, cách nhau bằng dấu cách').fill(NUMBERS)
    await button(other, 'Xác nhận và bốc thăm').click()
    await see(other.getByText(/Đã bốc thăm lúc/))
    await button(other, 'Xem xếp hạng').first().click()
    const rows = other.getByRole('dialog').getByRole('row')
    await see(rows.filter({ hasText: SHORT[2] }))
    const cells = await Promise.all((await rows.all()).slice(1).map((row) => row.locator('th, td').allInnerTexts()))
    // Equal people stay equal in the table; the draw says who of them comes first.
    expect(cells.map(([rank]) => rank)).toEqual(['1 =', '1 =', '3'])
    const [before, after] = cells.map((row) => Number(row.at(-1))) as [number, number, number]
    expect(before).toBeLessThan(after)
    drawnFirst = NAMES[(SHORT as readonly string[]).indexOf(cells[0]?.[1] ?? '')] ?? ''
    expect(NAMES.slice(0, PERFECT)).toContain(drawnFirst)
    await shot(other, '08-rows-drawn', { whole: false })
    await other.keyboard.press('Escape')
    await agreeTo(other, 'Công bố kết quả')
    await see(other.getByText(/Đã công bố lúc/))
    await settled(other)
    await shot(other, '09-results-published')

    const { page: anybody } = await stage.visit({ size: PHONE, isStill: true })
    await anybody.goto(`/dot/${roundId}/boc-tham`)
    await see(anybody.getByText('Đã bốc thăm xong'), anybody.getByText(/01234/))
    await settled(anybody)
    await shot(anybody, '10-draw-360')
  })

  stage.scene('winners show who they are, two people sign, and certificates hold', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${roundId}/giai`)
    await button(page, 'Lập danh sách đề xuất').click()
    await see(page.getByText('Còn người chưa đối chiếu danh tính.'))
    for (const left of [2, 1]) {
      const check = button(page, 'Đối chiếu danh tính')
      await until(async () => (await check.count()) === left)
      await check.first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Lý do xem').fill('Gặp trực tiếp tại cơ quan')
      await dialog.getByRole('button', { name: 'Xem họ tên đầy đủ' }).click()
      await dialog.getByLabel('Căn cước').check()
      await dialog.getByRole('button', { name: 'Đã đối chiếu khớp' }).click()
    }
    await button(page, 'Ký xác nhận danh sách').click()
    await see(page.getByText('Bạn đã ký. Chờ một người khác ký.'))
    await settled(page)
    await shot(page, '11-signed-once')

    // --- one of them says under which name
    const [first] = people as [Person]
    const { page: own } = await stage.visit({ size: PHONE, login: first.login, isStill: true })
    await own.goto('/toi/giai')
    // A click, not `check()`: the radio shows the choice a tick later, and what counts is that it stands once it is recorded.
    await own.getByLabel(`Đầy đủ: ${first.fullName}`).click()
    await see(own.getByText('Đã ghi nhận lựa chọn của bạn.'))
    expect(await own.getByLabel(`Đầy đủ: ${first.fullName}`).isChecked()).toBe(true)

    const { page: other } = await stage.visit({ size: LAPTOP, login: 'quantri', isStill: true })
    await other.goto(`/admin/dot/${roundId}/giai`)
    await button(other, 'Ký xác nhận danh sách').click()
    await button(other, 'Công bố danh sách').click()
    await see(other.getByText('Đã công bố', { exact: true }).first(), button(other, 'Giấy chứng nhận PDF'))
    await settled(other)
    await shot(other, '12-winners-published')
    for (const name of ['Biên bản họp xét giải PDF', 'Giấy chứng nhận PDF']) {
      const file = await pdfBy(other, name)
      expect(file.name).toMatch(/\.pdf$/)
      expect(file.bytes.subarray(0, 4).toString()).toBe('%PDF')
    }

    // --- what the winner and everybody else see
    await own.reload()
    await see(own.getByText('Đã công bố', { exact: true }), own.getByText(`Đã công bố với tên: ${first.fullName}`))
    await settled(own)
    await shot(own, '13-my-prize-360')
    const prize = drawnFirst === first.fullName ? 'Giải Nhất' : 'Giải Nhì'
    await see(heading(own, prize))
    const code = (await link(own, /^Giấy chứng nhận /).innerText()).split(' ').at(-1) as string

    const { page: anybody } = await stage.visit({ size: PHONE, isStill: true })
    await anybody.goto(`/kiem-tra/${code}`)
    await see(anybody.getByText('Giấy chứng nhận hợp lệ'))
    const said = anybody.getByRole('definition')
    for (const text of [first.fullName, prize, TITLE]) await see(said.filter({ hasText: text }))
    await settled(anybody)
    await shot(anybody, '14-certificate-360')
    await anybody.goto(`/dot/${roundId}/giai`)
    await see(anybody.getByText(first.fullName))
    // The other winner chose nothing, and is named in short.
    expect(await anybody.getByText(NAMES[1]).count()).toBe(0)
    expect(await anybody.getByText(NAMES[2]).count()).toBe(0)
    await shot(anybody, '15-winners-360')
  })

  /** Nobody can wait until tomorrow evening: the database's owner lets the named drawing be over; its day and name stay. */
  async function drawingDayComes(): Promise<void> {
    const client = await stage.database.pool.connect()
    await client.query(`SET session_replication_role = replica`)
    await client.query(
      `UPDATE result_draw SET source = jsonb_set(source, '{dueAt}', to_jsonb('2026-01-01T00:00:00.000Z'::text)) WHERE scope_id = $1`,
      [roundId],
    )
    await client.query(`SET session_replication_role = DEFAULT`)
    client.release()
  }
})
