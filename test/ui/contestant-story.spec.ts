import { see, seeNoMore, tabTo } from './support/act'
import { describeInBrowser } from './support/chromium'
import { answer, give, kindOf, paper, savedCard } from './support/paper'
import { button, field, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

interface AttemptRow {
  id: string
  state: string
  points: number
  maxPoints: number
  answeredCount: number
  receiptCode: string
}

async function attemptOf(fullName: string): Promise<AttemptRow> {
  const [row] = await stage.query<AttemptRow>(
    `SELECT a.id, a.state, a.points, a.max_points AS "maxPoints", a.answered_count AS "answeredCount",
            a.receipt_code AS "receiptCode"
     FROM attempt a JOIN account c ON c.id = a.account_id WHERE c.full_name = $1`,
    [fullName],
  )
  if (!row) throw new Error(`${fullName} has no attempt`)
  return row
}

/** 6,49: points come in hundredths. */
const written = (points: number) => new Intl.NumberFormat('vi-VN').format(points)

/** Positions that have a response as of now, read from the log of responses. */
async function answeredPositions(attemptId: string): Promise<number[]> {
  const rows = await stage.query<{ position: number }>(
    `SELECT position FROM (
       SELECT DISTINCT ON (position) position, response FROM response_event WHERE attempt_id = $1 ORDER BY position, seq DESC
     ) last WHERE response IS NOT NULL AND response <> 'null' ORDER BY position`,
    [attemptId],
  )
  return rows.map(({ position }) => position)
}

describeInBrowser('A contestant with a phone', () => {
  const NAME = 'Nguyễn Thị Mai Phương'

  stage.scene('signs up, takes part and finds the result, all by tapping', async () => {
    const { page, context, expectComplaint } = await stage.visit({ size: PHONE })
    const shot = (name: string, options?: { whole: boolean }) => photograph(page, `contestant-360-vi-${name}`, options)

    await page.goto('/')
    await see(page.getByRole('heading', { name: 'Đợt 2' }), page.getByText('Đang mở').first())
    await see(page.getByRole('list', { name: 'Những người đứng đầu' }))
    await shot('01-home')
    await link(page, 'Đăng ký trong một phút').tap()

    // --- signing up: refused first, and nothing typed is lost
    await see(page.getByRole('heading', { name: 'Đăng ký dự thi' }))
    await field(page, 'Họ và tên').fill(NAME)
    await page.getByLabel('Ngày', { exact: true }).fill('05')
    await page.getByLabel('Tháng', { exact: true }).fill('09')
    await page.getByLabel('Năm', { exact: true }).fill('2012')
    await see(page.getByText(/^Bạn 1[3-5] tuổi, dưới 16 tuổi, nên cần người lớn cùng đồng ý\.$/))
    const unit = page.getByRole('combobox', { name: 'Đơn vị' })
    await unit.pressSequentially('tien phuoc')
    await see(page.getByRole('option', { name: /Huyện Tiên Phước/ }))
    await shot('02-unit-search', { whole: false })
    await page.getByRole('option', { name: /Tiên Cảnh.*Huyện Tiên Phước/ }).tap()
    await field(page, 'Số điện thoại hoặc tên đăng nhập').fill('mai.phuong')
    await field(page, 'Mật khẩu').fill('12345678')
    await page.getByRole('button', { name: 'Tạo tài khoản' }).tap()
    await see(
      page.getByText('Còn ô cần sửa. Những gì đã nhập vẫn giữ nguyên.'),
      page.getByText('Cần đọc và đánh dấu đồng ý để tạo tài khoản.'),
      page.getByText('Nhập họ và tên người giám hộ.'),
      page.getByText('Cần sự đồng ý của người giám hộ.'),
    )
    await shot('03-sign-up-refused')
    await page.getByRole('checkbox', { name: 'Tôi đã đọc và đồng ý' }).tap()
    const guardian = page.getByRole('region', { name: 'Cha, mẹ hoặc người giám hộ' })
    await guardian.getByRole('textbox').fill('Nguyễn Văn Hùng')
    await guardian.getByRole('checkbox').tap()
    expectComplaint(/status of 400/)
    await page.getByRole('button', { name: 'Tạo tài khoản' }).tap()
    await see(page.getByText(/Mật khẩu này quá dễ đoán/))
    expect(await field(page, 'Họ và tên').first().inputValue()).toBe(NAME)
    expect(await page.getByLabel('Năm', { exact: true }).inputValue()).toBe('2012')
    expect(await unit.inputValue()).toBe('Xã Tiên Cảnh')
    expect(await field(page, 'Số điện thoại hoặc tên đăng nhập').inputValue()).toBe('mai.phuong')
    expect(await guardian.getByRole('textbox').inputValue()).toBe('Nguyễn Văn Hùng')
    await field(page, 'Mật khẩu').fill('hoa-sua-mua-thu')
    await shot('04-sign-up-complete')
    await page.getByRole('button', { name: 'Tạo tài khoản' }).tap()

    // --- the round
    await see(page.getByText(`Chào ${NAME}, tài khoản của bạn đã sẵn sàng.`))
    await see(
      page.getByRole('heading', { name: 'Đợt 2', level: 1 }),
      page.getByRole('heading', { name: 'Thể lệ đợt thi' }),
    )
    await see(page.getByText('Giữ được bài khi mất mạng'))
    await shot('05-round')
    await button(page, 'Bắt đầu').tap()

    // --- the paper
    await see(paper.place(page, 1))
    await shot('06-paper-first-item', { whole: false })
    await answer(page, 0)
    await shot('07-paper-saved', { whole: false })
    for (const number of [2, 3]) {
      await paper.next(page).tap()
      await see(paper.place(page, number))
      await answer(page, 1)
    }
    const mark = page.getByRole('button', { name: 'Đánh dấu câu 3 để xem lại' })
    await mark.tap()
    expect(await mark.getAttribute('aria-pressed')).toBe('true')
    await paper.next(page).tap()
    await see(paper.place(page, 4))
    await paper.back(page).tap()
    await see(paper.place(page, 3))
    await paper.road(page).tap()
    await see(page.getByText('Còn 17 câu chưa trả lời. 1 câu đang đánh dấu.'))
    await shot('08-paper-review')
    await page.getByRole('button', { name: /^Câu 7, chưa trả lời/ }).tap()
    await see(paper.place(page, 7))
    await answer(page, 2)

    // --- a reload in the middle
    await page.reload()
    await see(paper.place(page, 7), paper.saved(page))
    await paper.road(page).tap()
    await see(page.getByText('Còn 16 câu chưa trả lời. 1 câu đang đánh dấu.'))
    for (const number of [1, 2, 3, 7])
      await see(page.getByRole('button', { name: new RegExp(`^Câu ${number}, (chọn|đã|trả lời) `) }))
    await page.getByRole('button', { name: 'Về câu 7' }).tap()

    // --- no network for two items
    const { id: attemptId } = await attemptOf(NAME)
    expectComplaint(/ERR_INTERNET_DISCONNECTED|WebSocket connection/)
    await context.setOffline(true)
    await paper.next(page).tap()
    await give(page, 0)
    await see(page.getByText('Mất mạng: 1 câu đang chờ gửi, đồng hồ vẫn chạy'))
    await paper.next(page).tap()
    await give(page, 3)
    await see(page.getByText('Mất mạng: 2 câu đang chờ gửi, đồng hồ vẫn chạy'))
    await shot('09-paper-offline', { whole: false })
    expect((await savedCard(page).count()) + (await paper.saved(page).count())).toBe(0)
    expect(await answeredPositions(attemptId)).toEqual([1, 2, 3, 7])
    await context.setOffline(false)
    await see(paper.saved(page))
    await seeNoMore(page.getByText(/^Mất mạng/))
    expect(await answeredPositions(attemptId)).toEqual([1, 2, 3, 7, 8, 9])

    // --- handing in
    await paper.road(page).tap()
    await button(page, 'Nộp bài').tap()
    const dialog = page.getByRole('alertdialog', { name: 'Nộp bài?' })
    await see(dialog.getByText('Còn 14 câu chưa trả lời. Nộp rồi thì không sửa được nữa.'))
    await shot('10-paper-submit', { whole: false })
    await dialog.getByRole('button', { name: 'Nộp bài' }).tap()
    await page.waitForURL('**/ket-qua/*')

    const mine = await attemptOf(NAME)
    expect(mine).toMatchObject({ state: 'submitted', answeredCount: 6 })
    await see(
      page.getByRole('heading', { name: `Điểm của bạn: ${written(mine.points)} trên ${mine.maxPoints} điểm` }),
      page.getByText(mine.receiptCode, { exact: true }),
      page.getByText('6 trên 20', { exact: true }),
    )
    // The key is not for this page while the round is open.
    await see(page.getByText(/^Đáp án, giải thích và nguồn của từng câu có lúc/))
    expect(await page.getByText('Giải thích', { exact: true }).count()).toBe(0)
    await shot('11-result')

    // --- the board, the history, and out
    await link(page, 'Bảng xếp hạng').tap()
    const own = page.getByRole('region', { name: 'Hạng của tôi' })
    await see(own.getByText('N. T. M. Phương').or(own.getByText(/Phương/)), own.getByText('Xã Tiên Cảnh'))
    expect(await own.innerText()).toContain(written(mine.points))
    await shot('12-board', { whole: false })
    await own.getByRole('button', { name: 'Vì sao tôi ở hạng này' }).tap()
    await see(page.getByRole('dialog', { name: /^Vì sao tôi ở hạng/ }))
    await shot('13-board-why', { whole: false })
    await button(page, 'Đã hiểu').tap()
    await page.getByRole('tab', { name: 'Đơn vị' }).tap()
    await see(page.getByText('Đơn vị của bạn'))
    await shot('14-board-units', { whole: false })

    await button(page, `Tài khoản: ${NAME}`).tap()
    await shot('15-account-menu', { whole: false })
    await link(page, 'Lịch sử thi').tap()
    await see(
      page.getByRole('heading', { name: 'Lịch sử thi' }),
      page.getByText(`${written(mine.points)} / ${mine.maxPoints} điểm`),
    )
    await see(page.getByText('Tính vào bảng xếp hạng'))
    await shot('16-history')
    await link(page, 'Xem kết quả: Đợt 2, lượt 1').tap()
    await see(page.getByText(mine.receiptCode, { exact: true }))
    await button(page, `Tài khoản: ${NAME}`).tap()
    await button(page, 'Đăng xuất').tap()
    await see(page.getByText('Đã đăng xuất khỏi thiết bị này.'), link(page, 'Đăng nhập'))
    await page.goto('/toi/lich-su')
    await see(page.getByRole('heading', { name: 'Đăng nhập' }))
  })
})

describeInBrowser('A contestant without a mouse', () => {
  const NAME = 'Trần Quốc Bảo'

  stage.scene('takes part in English with the keyboard alone', async () => {
    const { page } = await stage.visit({ size: LAPTOP })
    const keys = page.keyboard
    const shot = (name: string, options?: { whole: boolean }) => photograph(page, `contestant-1280-en-${name}`, options)

    await page.goto('/')
    await see(page.getByRole('heading', { name: 'Đợt 2' }))
    await tabTo(page, button(page, 'EN, English'))
    await keys.press('Enter')
    await see(page.getByRole('heading', { name: 'Round 2' }))
    await page.reload()
    await see(page.getByRole('heading', { name: 'Round 2' }))
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await shot('01-home')

    await tabTo(page, link(page, 'Sign up in a minute'))
    await keys.press('Enter')
    await see(page.getByRole('heading', { name: 'Sign up to take part' }))
    await tabTo(page, field(page, 'Full name'))
    await keys.type(NAME)
    await keys.press('Tab')
    await keys.type('30041995')
    await tabTo(page, page.getByRole('combobox', { name: 'Unit' }))
    await keys.type('cam chau')
    await see(page.getByRole('option', { name: /Cẩm Châu/ }))
    await keys.press('Enter')
    expect(await page.getByRole('combobox', { name: 'Unit' }).inputValue()).toBe('Phường Cẩm Châu')
    await tabTo(page, field(page, 'Phone number or user name'))
    await keys.type('0905 123 456')
    await tabTo(page, field(page, 'Password'))
    await keys.type('hoa-sua-mua-thu')
    await tabTo(page, page.getByRole('checkbox', { name: 'I have read this and agree' }))
    await keys.press('Space')
    await shot('02-sign-up')
    await keys.press('Enter')

    await see(page.getByRole('heading', { name: 'Round 2', level: 1 }), page.getByText(/^Good network|^Slow network/))
    await shot('03-round')
    await tabTo(page, button(page, 'Start'))
    await keys.press('Enter')

    const place = (number: number) => page.getByRole('heading', { name: `Question ${number} of 20`, exact: true })
    /** Cards by what `choose` presses; what has no letters by Tab, as everybody does. */
    const answerByKeys = async (choose: () => Promise<void>) => {
      const kind = await kindOf(page)
      if (kind === 'cards') await choose()
      else if (kind === 'field') {
        await tabTo(page, page.getByRole('textbox'))
        await keys.type('2')
        await keys.press('Enter')
      } else if (kind === 'order') {
        await tabTo(page, button(page, 'Keep this order'))
        await keys.press('Enter')
      } else {
        await tabTo(page, page.getByRole('radio').first())
        await keys.press('Space')
      }
      await see(paper.saved(page))
      if (kind === 'cards') await see(savedCard(page))
    }
    await see(place(1))
    // A letter chooses, an arrow moves on.
    await answerByKeys(() => keys.press('b'))
    // Where arrow keys choose or move something, they do only that.
    await tabTo(page, button(page, 'Mark question 1 for later'))
    await shot('04-paper')
    await keys.press('ArrowRight')
    await see(place(2))
    // And so does whoever does not know the shortcuts: into the group with Tab, choose with the space bar.
    await answerByKeys(async () => {
      await tabTo(page, page.getByRole('radio').or(page.getByRole('checkbox')))
      await keys.press('Space')
    })
    await tabTo(page, button(page, 'Mark question 2 for later'))
    await keys.press('Enter')
    await tabTo(page, button(page, 'Next question'))
    await keys.press('Enter')
    await see(place(3))
    await answerByKeys(() => keys.press('2'))
    await tabTo(page, page.getByRole('button', { name: /See all questions$/ }))
    await keys.press('Enter')
    await see(page.getByText('17 questions are not answered. 1 question is marked.'))
    await shot('05-review')
    await page.reload()
    await see(page.getByText('17 questions are not answered. 1 question is marked.'))
    await tabTo(page, button(page, 'Submit'))
    await keys.press('Enter')
    const dialog = page.getByRole('alertdialog', { name: 'Submit the paper?' })
    await see(dialog.getByText('17 questions are not answered. After submitting, nothing can be changed.'))
    await tabTo(page, dialog.getByRole('button', { name: 'Submit' }))
    await shot('06-submit', { whole: false })
    await keys.press('Enter')
    await page.waitForURL('**/ket-qua/*')

    const mine = await attemptOf(NAME)
    await see(
      page.getByRole('heading', { name: `Your score: ${mine.points} out of ${mine.maxPoints} points` }),
      page.getByText(mine.receiptCode, { exact: true }),
    )
    await shot('07-result')
    await tabTo(page, link(page, 'Standings'))
    await keys.press('Enter')
    await see(page.getByRole('region', { name: 'My place' }))
    await shot('08-board', { whole: false })
    await tabTo(page, button(page, `Account: ${NAME}`))
    await keys.press('Enter')
    await tabTo(page, link(page, 'My attempts'))
    await keys.press('Enter')
    await see(page.getByRole('heading', { name: 'My attempts' }))
    await shot('09-history')
    await tabTo(page, button(page, `Account: ${NAME}`))
    await keys.press('Enter')
    await tabTo(page, button(page, 'Sign out'))
    await keys.press('Enter')
    await see(page.getByText('You are signed out on this device.'))
  })
})
