import type { Page } from 'playwright-core'
import { see, seeNoMore, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { type Host, itemPlace, Teacher } from './support/lesson'
import { button, field, heading, link } from './support/places'
import { PHONE, photograph, useStage, type Visit } from './support/stage'

const stage = useStage()

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
    await inspect(page, '07-right')
    await host.act({ kind: 'board' })
    await see(heading(page, 'Bảng điểm'))
    await inspect(page, '08-board')

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
    await host.act({ kind: 'resume' })
    await seeNoMore(page.getByText('Thầy cô đang tạm dừng. Đồng hồ đứng yên.'))
    await host.act({ kind: 'lock' })
    await host.reaches('revealed')
    await see(heading(page, 'Bạn chưa trả lời'))
    await host.act({ kind: 'next' })
    await see(heading(page, 'Bạn đứng đầu!'))
    await inspect(page, '12-podium')
    await host.act({ kind: 'end' })
    await see(heading(page, 'Bạn đúng 1 trên 3 câu'), link(page, 'Luyện tập thêm'))
    await inspect(page, '13-end')
  })
})
