import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { Download, Page } from 'playwright-core'
import { addPerson } from '../support/people'
import { Client } from '../support/client'
import { see, settled, sidewaysScroll, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const TITLE = 'Hội thi Tin học trẻ Quảng Nam'
const ROUND = 'Đợt sơ khảo'

/** A moment as an organizer types it: Vietnam's time, to the minute. */
function typed(fromNowMs: number): string {
  const at = new Date(Date.now() + fromNowMs + 7 * 3_600_000).toISOString()
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 16)}`
}

const shot = (page: Page, name: string, options?: { whole: boolean }) =>
  photograph(page, `organizer-1280-vi-${name}`, options)

async function sheetOf(download: Download): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text))
  })
  return rows
}

async function downloadBy(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return download
}

describeInBrowser('An organizer', () => {
  let roundId = ''
  let contestId = ''

  stage.scene('signs in, builds a contest with a round and runs it to the winners', async () => {
    const { page } = await stage.visit({ size: LAPTOP })
    await page.goto('/admin/')
    await see(heading(page, 'Đăng nhập ban tổ chức và giáo viên'))
    await shot(page, '01-sign-in')
    await field(page, 'Số điện thoại hoặc tên đăng nhập').fill('bantochuc')
    await field(page, 'Mật khẩu').fill('song-thu-bon')
    await button(page, 'Đăng nhập').click()
    await see(page.getByText(/Đợt 2 đang mở/), heading(page, 'Cần bạn quyết định'))
    await see(heading(page, 'Đợt 2 lúc này'))
    await shot(page, '02-overview')

    // --- the contest
    await link(page, 'Cuộc thi').click()
    await see(page.getByRole('rowheader', { name: /^Cuộc thi tìm hiểu về chuyển đổi số/ }))
    await shot(page, '03-contests')
    await link(page, 'Tạo cuộc thi').click()
    await see(heading(page, 'Tạo cuộc thi'))
    await field(page, /^Tên cuộc thi Tiếng Việt/).fill(TITLE)
    await button(page, 'Tạo cuộc thi').click()
    await see(page.getByText(/Có \d+ ô cần sửa\. Những gì bạn đã nhập vẫn còn\./))
    expect(await field(page, /^Tên cuộc thi Tiếng Việt/).inputValue()).toBe(TITLE)
    expect(await field(page, 'Đường dẫn rút gọn').inputValue()).toBe('hoi-thi-tin-hoc-tre-quang-nam')
    await shot(page, '04-contest-form-refused')
    await field(page, /^Đơn vị tổ chức Tiếng Việt/).fill('Tỉnh đoàn Quảng Nam')
    await field(page, /^Tóm tắt Tiếng Việt/).fill('Một đợt sơ khảo trực tuyến.')
    await field(page, /^Giới thiệu và thể lệ Tiếng Việt/).fill('Ai cũng dự thi được.')
    for (const [index, reward] of ['1.000.000 đồng', '500.000 đồng', '300.000 đồng'].entries())
      await page
        .getByRole('group', { name: `Giải ${index + 1}`, exact: true })
        .getByRole('textbox', { name: /^Phần thưởng Tiếng Việt/ })
        .fill(reward)
    const day = page.getByRole('group', { name: 'Cây đơn vị tính đến ngày' })
    // The tree of the contest before is proposed; a day without units says what would happen.
    expect(await day.getByLabel('Năm', { exact: true }).inputValue()).toBe('2021')
    await see(page.getByText('Ngày này có 260 đơn vị để thí sinh chọn.'))
    await day.getByLabel('Năm', { exact: true }).fill('2026')
    await see(page.getByText(/Ngày này không có đơn vị nào nên không ai đăng ký được\./))
    await shot(page, '04b-contest-form-no-units')
    for (const [part, text] of Object.entries({ Ngày: '31', Tháng: '12', Năm: '2021' }))
      await day.getByLabel(part, { exact: true }).fill(text)
    await see(page.getByText('Ngày này có 260 đơn vị để thí sinh chọn.'))
    await button(page, 'Tạo cuộc thi').click()
    await see(page.getByText('Đã tạo cuộc thi. Bước tiếp theo: thêm đợt thi.'), heading(page, TITLE))
    contestId = page.url().split('/').at(-1) as string
    await shot(page, '05-contest')

    // --- the round, first with more items than there are
    await link(page, 'Thêm đợt thi').click()
    await see(heading(page, 'Thêm đợt thi'))
    await field(page, /^Tên đợt thi Tiếng Việt/).fill(ROUND)
    await field(page, /^Giờ mở/).fill(typed(86_400_000))
    await field(page, /^Giờ đóng/).fill(typed(3 * 86_400_000))
    await page.getByRole('checkbox', { name: 'Ngân hàng câu hỏi Chuyển đổi số' }).check()
    const cell = field(page, 'Quảng Nam, Nhận biết: số câu')
    await cell.fill('100')
    await see(page.getByText(/^Còn thiếu \d+ câu mới ra được đề\.$/))
    await see(page.getByText(/^Thiếu \d+ câu Quảng Nam, mức Nhận biết \(có \d+, cần 100\)\.$/))
    await shot(page, '06-round-form-too-many')
    await page.getByRole('button', { name: 'Sửa ô Quảng Nam, mức Nhận biết' }).click()
    expect(await cell.evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type('0')
    await field(page, 'Tổng số câu muốn có').fill('10')
    await button(page, 'Chia theo câu có sẵn').click()
    await see(page.getByText('Đủ câu: mỗi đề 10 câu, lấy được ở mọi ô của ma trận.'))
    await shot(page, '07-round-form-enough')
    await button(page, 'Tạo đợt thi (bản nháp)').click()
    await see(heading(page, ROUND), page.getByText('Bản nháp: thí sinh chưa thấy đợt thi này.'))
    roundId = page.url().split('/').at(-1) as string
    await shot(page, '08-round-draft')

    // --- publishing both
    await button(page, 'Công bố đợt thi').click()
    const publishing = page.getByRole('alertdialog', { name: `Công bố ${ROUND}?` })
    await see(publishing.getByText(/^Thí sinh sẽ thấy đợt thi cùng thể lệ\./))
    await publishing.getByRole('button', { name: 'Công bố đợt thi' }).click()
    await see(
      page.getByText('Đã công bố đợt thi.'),
      page.getByText('Cuộc thi chưa công bố nên thí sinh chưa thấy đợt này.'),
    )
    await link(page, 'Tới cuộc thi để công bố').click()
    await button(page, 'Công bố cuộc thi').click()
    await page
      .getByRole('alertdialog', { name: `Công bố “${TITLE}”?` })
      .getByRole('button', { name: 'Công bố cuộc thi' })
      .click()
    await see(page.getByText('Đã công bố cuộc thi.'), button(page, 'Ngừng công bố'))

    // --- opening before the time
    await link(page, ROUND).click()
    await see(page.getByText('Mở sau'))
    await button(page, 'Mở ngay').click()
    const opening = page.getByRole('alertdialog', { name: `Mở ${ROUND} ngay bây giờ?` })
    await see(opening.getByText(/^Thí sinh vào thi được ngay, thay vì chờ đến/))
    await shot(page, '09-round-open-dialog', { whole: false })
    await opening.getByRole('button', { name: 'Mở ngay' }).click()
    await see(page.getByText('Đợt thi đã mở.'), page.getByText('Đang mở').first())
    await shot(page, '10-round-open')

    // --- a contestant comes and is seen
    await link(page, 'Theo dõi trực tiếp').click()
    const tile = (name: string) => page.locator('.ts-stat').filter({ hasText: name })
    await see(tile('Lượt đã bắt đầu').getByText('0', { exact: true }))
    const { token } = await addPerson(stage.database.pool, 'contestant', await unitId(), 'Lý Thị Thanh Thảo')
    const contestant = new Client(stage.api.url, token)
    const holder = 'mot-thi-sinh-goi-thang-api'
    const { attempt, items } = await contestant.get('startAttempt', { params: { roundId }, body: { holder } })
    const { attemptId } = attempt
    await contestant.get('saveResponses', {
      params: { attemptId },
      body: {
        holder,
        // Which items come is left to chance; only a choice is answered by one option alone.
        responses: items
          .filter(({ type }) => type === 'single-choice' || type === 'multiple-choice')
          .map(({ position, options }, index) => ({ seq: index + 1, position, answer: options[0]?.token ?? null })),
      },
    })
    await see(
      tile('Lượt đã bắt đầu').getByText('1', { exact: true }),
      tile('Đang làm bài').getByText('1', { exact: true }),
    )
    await see(page.getByText('Phường Cẩm Châu').or(page.getByText('Thành phố Hội An')))
    await shot(page, '11-monitor')

    // --- closing before the time, asked twice
    await button(page, 'Đóng ngay').click()
    const first = page.getByRole('alertdialog', { name: `Đóng ${ROUND} ngay bây giờ?` })
    await see(
      first.getByText(/^1 người đang làm bài sẽ bị dừng ngay lúc đóng/),
      first.getByText(/Đợt đã đóng thì không mở lại được\.$/),
    )
    await shot(page, '12-close-consequence', { whole: false })
    await button(page, 'Tiếp tục đóng').click()
    const second = page.getByRole('alertdialog', { name: `Chắc chắn đóng ${ROUND}?` })
    await see(second)
    expect(await second.getByRole('button', { name: 'Đóng ngay' }).isDisabled()).toBe(true)
    await second.getByRole('textbox').fill(ROUND)
    await shot(page, '13-close-name', { whole: false })
    await second.getByRole('button', { name: 'Đóng ngay' }).click()
    await see(page.getByText('Đợt thi đã đóng.'), page.getByText('Đã đóng').first())

    // --- the winners
    const result = await until(async () => {
      const reply = await contestant.call('attemptResult', { params: { attemptId } })
      return reply.status === 200 && reply.body
    })
    await page.goto(`/admin/dot/${roundId}/giai`)
    await see(page.getByText(/^Chưa có kết quả\./))
    await shot(page, '14-winners')
    const points = result.score?.points as number
    await link(page, 'Bảng xếp hạng').click()
    await see(page.getByRole('rowheader', { name: 'L. T. T. Thảo' }))
    await shot(page, '15-standings')

    const xlsx = await downloadBy(page, 'Tải Excel (XLSX)')
    expect(xlsx.suggestedFilename()).toMatch(/\.xlsx$/)
    const [head, line, ...rest] = await sheetOf(xlsx)
    expect(head).toEqual(expect.arrayContaining(['Hạng', 'Họ và tên', 'Đơn vị', 'Điểm']))
    expect(rest).toEqual([])
    const of = (name: string) => line?.[head?.indexOf(name) as number]
    expect([of('Hạng'), of('Họ và tên'), of('Điểm')]).toEqual(['1', 'L. T. T. Thảo', `${points}`])

    // Names in full only for a reason.
    await page.getByLabel('Ghi họ tên đầy đủ').check()
    expect(await button(page, 'Tải CSV').isDisabled()).toBe(true)
    await page.getByLabel(/^Lý do cần họ tên đầy đủ/).fill('Đối chiếu với danh sách của xã')
    const csv = await downloadBy(page, 'Tải CSV')
    expect(csv.suggestedFilename()).toMatch(/\.csv$/)
    const text = await readFile(await csv.path(), 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const lines = text.slice(1).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('Họ và tên')
    expect(lines[1]).toContain('Lý Thị Thanh Thảo')

    await link(page, 'Nhật ký').click()
    const log = page.getByRole('table')
    for (const act of [
      'Tạo cuộc thi',
      'Công bố đợt thi',
      'Mở đợt thi bằng tay',
      'Đóng đợt thi bằng tay',
      'Tải bảng xếp hạng',
    ])
      await see(log.getByText(act, { exact: true }))
  })

  stage.scene('finds people, looks at a unit sheet before importing it, and writes an item', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc' })

    // --- people
    await page.goto('/admin/nguoi')
    await see(page.getByText(/^3\d\d người\. Gõ tên/))
    await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc tên đăng nhập' }).fill('thi bao tran')
    await see(page.getByRole('rowheader', { name: 'Nguyễn Thị Bảo Trân' }), page.getByText('thisinh'))
    await see(page.getByText('1 người', { exact: true }))
    await shot(page, '16-people-search')
    await link(page, 'Nguyễn Thị Bảo Trân').click()
    await see(
      heading(page, 'Nguyễn Thị Bảo Trân'),
      page.getByRole('table', { name: 'Các lượt thi của Nguyễn Thị Bảo Trân' }),
    )
    await shot(page, '17-person')

    // --- units: the template comes back with one new unit and one mistake
    await link(page, 'Đơn vị').click()
    await see(page.getByText(/^\d+ đơn vị, \d+ người, tính tại ngày/))
    await shot(page, '18-units')
    await button(page, 'Nhập từ bảng tính').click()
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await (await downloadBy(page, 'Tải tệp mẫu')).path())
    const sheet = book.worksheets[0] as ExcelJS.Worksheet
    sheet.addRow(['QNM.THPT.MAU', 'Trường THPT Nguyễn Trãi', 'trường', 'QNM', '', ''])
    sheet.addRow(['QNM.SAI', 'Nơi không ai biết', 'vương quốc', 'QNM', '', ''])
    await page.getByLabel('Chọn tệp đã điền').setInputFiles({
      name: 'don-vi.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await book.xlsx.writeBuffer()),
    })
    await see(page.getByText('Xem trước: chưa có gì được nhập'))
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
    await see(row('Trường THPT Nguyễn Trãi').getByText('Tạo mới'), row('Nơi không ai biết').getByText('Có lỗi'))
    await see(
      page.getByText(/1 dòng có lỗi sẽ không được nhập\./),
      page.getByRole('button', { name: /^Nhập \d+ đơn vị$/ }),
    )
    await shot(page, '19-units-import')
    expect(await stage.query(`SELECT 1 FROM unit WHERE code = 'QNM.THPT.MAU'`)).toEqual([])

    // --- items
    await link(page, 'Câu hỏi').click()
    await see(heading(page, 'Câu hỏi'), page.getByText(/^\d+ câu$/))
    await shot(page, '20-items')
    await page.getByRole('searchbox', { name: 'Tìm câu hỏi' }).fill('mat khau')
    await see(page.getByRole('rowheader', { name: /mật khẩu/i }), page.getByRole('button', { name: 'Bỏ lọc' }))
    await settled(page)
    await shot(page, '21-items-search')
    await page
      .getByRole('rowheader', { name: /mật khẩu/i })
      .first()
      .getByRole('link')
      .click()
    await see(page.getByRole('heading', { name: /^Câu / }), heading(page, 'Nội dung và đáp án'))
    await button(page, 'Xem như thí sinh').click()
    await see(heading(page, 'Thí sinh sẽ thấy').first())
    await shot(page, '22-item')
    await page.goto('/admin/cau-hoi/moi')
    await see(heading(page, 'Soạn câu hỏi'))
    await page.getByRole('combobox', { name: 'Ngân hàng' }).selectOption({ index: 1 })
    await page.getByRole('combobox', { name: 'Chủ đề', exact: true }).selectOption('An toàn mạng')
    await page.getByRole('combobox', { name: 'Mức độ' }).selectOption('Vận dụng')
    const stem = 'Nhận được tin nhắn xin mã OTP, bạn làm gì?'
    await field(page, 'Phần dẫn').fill(stem)
    const options = ['Gửi ngay cho kịp', 'Không gửi cho bất kỳ ai', 'Gửi cho bạn thân', 'Đăng lên nhóm lớp']
    for (const [index, option] of options.entries()) await field(page, `Phương án ${'ABCD'[index]}`).fill(option)
    await button(page, 'Lưu').click()
    await see(page.getByText('Hãy chọn đáp án đúng.'))
    expect(await field(page, 'Phần dẫn').innerText()).toBe(stem)
    await page.getByRole('radio', { name: 'Đáp án đúng là B' }).check()
    await shot(page, '23-item-new')
    await button(page, 'Lưu').click()
    await see(page.getByText(/^Đã lưu câu /), page.getByText('Bản nháp chưa vào đề thi. Xem lại rồi gửi duyệt.'))
    await button(page, 'Gửi duyệt').click()
    await see(page.getByText(/: Chờ duyệt\.$/), page.getByText('Đang chờ một người khác đọc và duyệt.'))

    // --- and that is in the log
    await link(page, 'Nhật ký').click()
    await see(
      page.getByRole('table').getByText('Soạn câu hỏi'),
      page.getByRole('table').getByText('Đổi trạng thái câu hỏi'),
    )
    await shot(page, '24-audit')
  })

  stage.scene('reads every main page on a phone without pushing it sideways', async () => {
    const { page } = await stage.visit({ size: PHONE, login: 'bantochuc' })
    const { closedRoundId, openRoundId } = stage.places
    const pages: Record<string, string> = {
      overview: '',
      contests: 'cuoc-thi',
      contest: `cuoc-thi/${contestId || stage.places.contestId}`,
      round: `dot/${roundId || openRoundId}`,
      monitor: `dot/${openRoundId}/theo-doi`,
      standings: `dot/${closedRoundId}/bang`,
      winners: `dot/${closedRoundId}/giai`,
      people: 'nguoi',
      units: 'don-vi',
      items: 'cau-hoi',
      audit: 'nhat-ky',
    }
    const wide: string[] = []
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`/admin/${path}`)
      await settled(page)
      if ((await sidewaysScroll(page)) > 0) wide.push(name)
      // The menu is longer than the screen; the place where one is must be in sight.
      const here = page.locator('nav [aria-current="page"]')
      if ((await here.count()) > 0) expect(await here.evaluate(isInSight)).toBe(true)
      await photograph(page, `organizer-360-vi-${name}`)
    }
    expect(wide).toEqual([])
  })
})

function isInSight(element: Element): boolean {
  const { left, right } = element.getBoundingClientRect()
  return left >= 0 && right <= window.innerWidth
}

async function unitId(): Promise<string> {
  const [unit] = await stage.query<{ id: string }>(`SELECT id FROM unit WHERE code = 'QNM.HOIAN.CAMCHAU'`)
  return unit?.id as string
}
