import type { Page } from 'playwright-core'
import { see, seeNoMore, settled, sidewaysScroll, tabTo, until } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { type Host, itemPlace, Teacher } from './support/lesson'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage, type Visit } from './support/stage'

const stage = useStage()

/** As narrow as phones still are. */
const SMALL = { width: 320, height: 640 }
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** What is wrong with the page as it stands, by axe and for a thumb. */
async function inspect(page: Page, name: string): Promise<void> {
  await settled(page)
  await photograph(page, `lesson-phone/${name}`)
  const found = await violationsOf(page, { type: 'tag', values: TAGS })
  const faults = found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} at ${target.join(' ')}`))
  const overflow = await sidewaysScroll(page)
  expect(overflow > 0 ? [...faults, `${name}: can be pushed ${overflow} px sideways`] : faults).toEqual([])
}

const option = (page: Page, text: string | RegExp) =>
  page.getByRole('button', { name: text }).and(page.locator('.ls-choice'))
const place = (page: Page, number: number, total: number) => heading(page, `Câu ${number} trên ${total}`)
const recorded = (page: Page) => page.getByRole('status').getByText(/^Đã ghi nhận/)

async function join(page: Page, host: Host, name: string): Promise<void> {
  await page.goto(`/lop/${host.pin}`)
  await field(page, 'Tên hiện trên màn hình lớp').fill(name)
  await button(page, `Vào lớp: ${name}`).tap()
  await see(heading(page, 'Bạn đã vào lớp'))
}

/** The network goes and comes back, as in a school yard. */
async function offline({ context, expectComplaint }: Visit, is: boolean): Promise<void> {
  expectComplaint(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  await context.setOffline(is)
}

describeInBrowser('A pupil’s phone in a lesson', () => {
  stage.scene('from the code on the wall to what to study, through a lost network', async () => {
    const teacher = await Teacher.come(stage)
    const items = await teacher.items(3)
    const host = await teacher.lesson(
      items.map(({ itemId }) => itemPlace(itemId)),
      { leadS: 2 },
    )
    const visit = await stage.visit({ size: PHONE })
    const { page, expectComplaint } = visit
    await page.goto('/')
    await link(page, 'Vào lớp bằng mã').first().tap()
    await see(heading(page, 'Vào lớp bằng mã'))
    await inspect(page, '01-pin')
    // As it stands on the wall, with a space; the sixth digit goes on by itself.
    await field(page, 'Mã vào lớp').fill(`${host.pin.slice(0, 3)} ${host.pin.slice(3)}`)
    await page.waitForURL(`**/lop/${host.pin}`)
    await see(heading(page, 'Ôn tập chuyển đổi số'), page.getByText(/bị xóa ngày \d{2}\/\d{2}\/\d{4}/))
    await inspect(page, '02-name')
    expectComplaint(/status of 400 .*\/classroom\/seats/)
    await field(page, 'Tên hiện trên màn hình lớp').fill('con c4c')
    await button(page, /^Vào lớp/).tap()
    await see(page.getByText('Tên này không dùng được trong lớp. Hãy chọn một tên khác.'))
    await inspect(page, '03-name-refused')
    await field(page, 'Tên hiện trên màn hình lớp').fill('Minh Anh')
    await button(page, 'Vào lớp: Minh Anh').tap()
    await see(heading(page, 'Bạn đã vào lớp'))
    await inspect(page, '04-lobby')
    await page.reload()
    await see(heading(page, 'Bạn đã vào lớp'), page.getByText('Minh Anh'))
    expect((await host.view()).seats.map(({ name }) => name)).toEqual(['Minh Anh'])

    await host.act({ kind: 'next' })
    await see(place(page, 1, 3), page.getByText('Đọc câu hỏi, chưa trả lời'))
    await inspect(page, '05-reading')
    const right = items[0]!
    const own = option(page, new RegExp(right.options[right.key]!))
    await see(own)
    await page.waitForFunction(() => document.querySelector('.ls-choice:not([aria-disabled])') !== null)
    await inspect(page, '06-open')
    await own.tap()
    await see(recorded(page))
    await see(heading(page, 'Đúng rồi!'), page.getByText(right.explanation))
    // A voice says first what came of it.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đúng rồi!')
    await inspect(page, '07-right')
    await host.act({ kind: 'board' })
    await see(heading(page, 'Bảng điểm'))
    await inspect(page, '08-board')
    await button(page, 'Vỗ tay').tap()
    await see(page.getByRole('status').getByText('Đã gửi'))

    await host.act({ kind: 'next' })
    await see(place(page, 2, 3))
    await page.waitForFunction(() => document.querySelector('.ls-choice:not([aria-disabled])') !== null)
    await offline(visit, true)
    const wrong = items[1]!
    await option(page, new RegExp(wrong.options[(wrong.key + 1) % 4]!)).tap()
    await see(page.getByText(/Câu trả lời của bạn đang chờ gửi/))
    await photograph(page, 'lesson-phone/09-offline')
    await offline(visit, false)
    await see(heading(page, 'Chưa đúng'))
    await inspect(page, '10-wrong')

    await host.act({ kind: 'next' })
    await see(place(page, 3, 3))
    await host.act({ kind: 'pause' })
    await see(page.getByText('Thầy cô đang tạm dừng. Đồng hồ đứng yên.'))
    await inspect(page, '11-paused')
    const late = await stage.visit({ size: LAPTOP, theme: 'dark' })
    await late.page.goto(`/lop/${host.pin}`)
    await see(late.page.getByText('Buổi chơi đã bắt đầu. Bạn sẽ chơi từ câu tiếp theo.'))
    await inspect(late.page, '14-late-name')
    await field(late.page, 'Tên hiện trên màn hình lớp').fill('Đến Sau')
    await late.page.keyboard.press('Enter')
    await see(place(late.page, 3, 3), late.page.getByText('Câu này bạn chưa chơi được. Chờ câu tiếp theo.'))
    await inspect(late.page, '15-late-item')
    await host.act({ kind: 'resume' })
    await seeNoMore(page.getByText('Thầy cô đang tạm dừng. Đồng hồ đứng yên.'))
    await host.act({ kind: 'lock' })
    await host.reaches('revealed')
    await see(heading(page, 'Bạn chưa trả lời'), heading(late.page, 'Đáp án'))
    await inspect(late.page, '16-late-reveal')
    await host.act({ kind: 'next' })
    await see(heading(page, 'Bạn đứng đầu!'))
    await inspect(page, '12-podium')
    await inspect(late.page, '17-late-podium')
    await host.act({ kind: 'end' })
    await see(heading(page, 'Bạn đúng 1 trên 3 câu'), link(page, 'Luyện tập thêm'))
    await inspect(page, '13-end')
  })

  stage.scene('a seat goes to another phone when the host says so; who was removed stays out', async () => {
    const teacher = await Teacher.come(stage)
    const items = await teacher.items(2)
    const classId = await teacher.schoolClass(['Nguyễn Thị Bình', 'Trần Văn Cường', 'Lê Dũng'])
    const host = await teacher.lesson(
      items.map(({ itemId }) => itemPlace(itemId)),
      { leadS: 0, names: 'roster' },
      classId,
    )
    const [first, second] = await Promise.all([stage.visit({ size: PHONE }), stage.visit({ size: PHONE })])
    await first.page.goto(`/lop/${host.pin}`)
    await see(first.page.getByText('Bạn là ai trong danh sách?'))
    await button(first.page, 'Vào lớp').tap()
    await see(first.page.getByText('Hãy chọn tên của bạn.'))
    await first.page.getByText('Nguyễn Thị Bình').tap()
    await inspect(first.page, '20-roster')
    await button(first.page, 'Vào lớp: Nguyễn Thị Bình').tap()
    await see(heading(first.page, 'Bạn đã vào lớp'))
    await host.act({ kind: 'next' })
    await option(first.page, new RegExp(items[0]!.options[items[0]!.key]!)).tap()
    await see(heading(first.page, 'Đúng rồi!'))

    // The battery dies.
    await first.page.goto('about:blank')
    await until(async () => (await host.view()).seats.every(({ isHere }) => !isHere))
    await second.page.goto(`/lop/${host.pin}`)
    await second.page.getByText('Nguyễn Thị Bình').tap()
    await button(second.page, 'Vào lớp: Nguyễn Thị Bình').tap()
    await see(heading(second.page, 'Đang hỏi thầy cô'))
    await inspect(second.page, '21-asked')
    const request = await until(async () => (await host.view()).requests[0])
    await host.onSeats({ kind: 'admit', requestId: request.requestId })
    await see(heading(second.page, 'Đúng rồi!'), second.page.getByText('1 câu đúng', { exact: true }))
    expect((await host.view()).seats).toHaveLength(1)

    await first.page.goto('/lop/choi')
    await see(heading(first.page, 'Chỗ này không còn ở máy này'))
    await inspect(first.page, '22-elsewhere')

    await host.onSeats({ kind: 'remove', seat: 1 })
    await see(heading(second.page, 'Bạn không còn trong buổi chơi'))
    await inspect(second.page, '23-removed')
    second.expectComplaint(/status of 403 .*\/classroom\/seats/)
    await second.page.goto(`/lop/${host.pin}`)
    await see(heading(second.page, 'Ôn tập chuyển đổi số'))
    await seeNoMore(second.page.getByText('Nguyễn Thị Bình'))
    expect(
      await (await teacher.client.call('takeSeat', { body: { pin: host.pin, device: 'x'.repeat(24) } })).code,
    ).toBe('SEAT.NAME_REFUSED')
  })

  stage.scene('every type of item, a poll and a word cloud, in teams, on the smallest phone', async () => {
    const teacher = await Teacher.come(stage)
    const types = await teacher.everyType()
    const host = await teacher.lesson(
      [
        ...types.map(({ itemId }) => itemPlace(itemId)),
        {
          kind: 'poll',
          prompt: 'Bạn thích học cách nào nhất?',
          choices: ['Một mình', 'Theo nhóm', 'Cả hai'],
          limitS: 60,
        },
        { kind: 'word-cloud', prompt: 'Chuyển đổi số là gì, trong một từ?', limitS: 60 },
      ],
      { leadS: 0, mode: 'teams', board: 'end', teams: { count: 3 } },
    )
    const { page } = await stage.visit({ size: SMALL, theme: 'dark', locale: 'en' })
    await page.goto(`/lop/${host.pin}`)
    await field(page, 'Name on the class screen').fill('Thư')
    await page.getByText('Tổ 2').tap()
    await inspect(page, '30-team')
    await button(page, 'Join: Thư').tap()
    await see(heading(page, 'You are in'), page.getByText('Tổ 2'))
    const send = button(page, 'Send')
    const told: Record<string, RegExp> = {}
    for (const [index, name] of [...types.map((type) => type.name), 'poll' as const, 'cloud' as const].entries()) {
      await host.act({ kind: 'next' })
      await see(heading(page, `Question ${index + 1} of ${types.length + 2}`))
      await page.waitForFunction(() =>
        document.querySelector('.ls-choice:not([aria-disabled]), .ls-answer button:enabled'),
      )
      await inspect(page, `31-${name}-open`)
      switch (name) {
        case 'single':
        case 'truefalse':
        case 'poll':
          await page.locator('.ls-choice').nth(1).tap()
          break
        case 'multiple':
          await page.locator('.ls-choice').nth(0).tap()
          await page.locator('.ls-choice').nth(2).tap()
          await send.tap()
          break
        case 'cloud':
          await field(page, 'Your words').fill('kết nối')
          await send.tap()
          break
        case 'short':
        case 'number':
          await send.tap()
          await see(page.getByText('Answer first, then send.'))
          await page.getByRole('textbox').fill(name === 'short' ? 'trí tuệ nhân tạo' : '20,5')
          await send.tap()
          break
        case 'ordering':
          await button(page, 'Keep this order').tap()
          await send.tap()
          break
        case 'matching':
          for (const part of await page.getByRole('radiogroup').all()) await part.locator('label').first().tap()
          await send.tap()
          break
        default:
          for (const part of await page.getByRole('radiogroup').all()) await part.locator('label').first().tap()
          await send.tap()
      }
      await host.reaches('revealed')
      await see(heading(page, told[name] ?? /^(Right!|Partly right|Not right|What the class)/))
      await inspect(page, `32-${name}-told`)
    }
    await host.act({ kind: 'next' })
    await see(heading(page, 'Your team is first!'), page.getByText('Team Tổ 2'))
    await inspect(page, '33-podium')
    await host.act({ kind: 'end' })
    await see(heading(page, /^You have \d of 8 right$/))
    await inspect(page, '34-end')
  })

  stage.scene('Rung chuông vàng: on the floor, out, watching, and back', async () => {
    const teacher = await Teacher.come(stage)
    const items = await teacher.items(3)
    const host = await teacher.lesson(
      items.map(({ itemId }) => itemPlace(itemId)),
      { leadS: 0, mode: 'bell' },
    )
    const { page } = await stage.visit({ size: PHONE })
    await join(page, host, 'Lan')
    await inspect(page, '40-seat')
    await host.act({ kind: 'next' })
    const wrong = items[0]!
    await option(page, new RegExp(wrong.options[(wrong.key + 1) % 4]!)).tap()
    await host.reaches('revealed')
    await see(heading(page, 'Chưa đúng'), page.getByText('Bạn đã dừng ở câu này.'))
    await inspect(page, '41-out')
    await host.act({ kind: 'next' })
    await see(page.getByText('Bạn đang theo dõi ngoài sàn. Chờ vòng cứu trợ nhé.'))
    await inspect(page, '42-watching')
    await host.act({ kind: 'lock' })
    await host.reaches('revealed')
    await host.act({ kind: 'rescue', seats: [1] })
    await see(page.getByText('Bạn được cứu trợ và trở lại sàn thi đấu!'))
    await inspect(page, '43-back')
    await host.act({ kind: 'next' })
    await see(place(page, 3, 3))
    // Without a finger on the glass.
    await tabTo(page, option(page, new RegExp(items[2]!.options[items[2]!.key]!)))
    await page.keyboard.press('Enter')
    await see(heading(page, 'Đúng rồi!'), page.getByText('Bạn vẫn ở trên sàn.'))
  })

  stage.scene('homework at an own pace, left and taken up again, until its time is over', async () => {
    const teacher = await Teacher.come(stage)
    const items = await teacher.items(3)
    const until = new Date(Date.now() + 86_400_000).toISOString()
    const host = await teacher.lesson(
      items.map(({ itemId }) => itemPlace(itemId)),
      { mode: 'homework', until, names: 'generated' },
    )
    const { page } = await stage.visit({ size: PHONE })
    await page.goto(`/lop/${host.pin}`)
    await inspect(page, '50-generated')
    await button(page, 'Vào lớp').tap()
    await see(heading(page, 'Bạn đã vào lớp'))
    await host.act({ kind: 'next' })
    await see(heading(page, 'Làm theo tốc độ của bạn'))
    await inspect(page, '51-start')
    await button(page, 'Bắt đầu').tap()
    await see(place(page, 1, 3))
    await option(page, new RegExp(items[0]!.options[items[0]!.key]!)).tap()
    await see(recorded(page))
    await inspect(page, '52-item')
    await button(page, 'Câu tiếp theo').tap()
    await see(place(page, 2, 3))
    // Next day, same phone.
    await page.goto('/lop')
    await inspect(page, '53-kept')
    await link(page, 'Vào lại').tap()
    await see(place(page, 2, 3))
    await button(page, 'Bỏ qua câu này').tap()
    await button(page, 'Bỏ qua').tap()
    await see(place(page, 3, 3))
    await option(page, new RegExp(items[2]!.options[items[2]!.key]!)).tap()
    await see(recorded(page))
    await button(page, 'Xong').tap()
    await see(heading(page, 'Bạn đã làm xong'))
    await inspect(page, '54-done')
    await host.act({ kind: 'end' })
    await see(heading(page, 'Bạn đúng 2 trên 3 câu'))
    await inspect(page, '55-end')
  })

  stage.scene('a race ends by itself', async () => {
    const teacher = await Teacher.come(stage)
    const items = await teacher.items(2)
    const host = await teacher.lesson(
      items.map(({ itemId }) => itemPlace(itemId)),
      { mode: 'race', until: new Date(Date.now() + 30_000).toISOString() },
    )
    const { page } = await stage.visit({ size: PHONE, login: 'thisinh' })
    await page.goto(`/lop/${host.pin}`)
    // Signed in or not: nobody has to type a name.
    await see(button(page, /^Dùng tên tài khoản: /))
    await button(page, 'Đặt tên giúp tôi và vào lớp').tap()
    await see(heading(page, 'Bạn đã vào lớp'))
    await host.act({ kind: 'next' })
    await button(page, 'Bắt đầu').tap()
    await see(place(page, 1, 2), page.getByRole('timer'))
    await option(page, new RegExp(items[0]!.options[items[0]!.key]!)).tap()
    await see(recorded(page))
    const end = heading(page, 'Bạn đúng 1 trên 2 câu')
    await until(async () => (await end.count()) > 0, 60_000)
    await inspect(page, '60-race-end')
  })
})
