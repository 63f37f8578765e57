import type { Page } from 'playwright-core'
import { see, seeNoMore, sidewaysScroll, until } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { ClassHall, emptyHall, type HallItem, pickText, someAnswer } from './support/class-hall'
import { look, PROJECTOR, TAGS } from './support/class-screen'
import { bodies, TYPES } from './support/item-types'
import { button, heading } from './support/places'
import { PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
afterEach(emptyHall)

const SECRET = 'Bí mật của lời giải'
const RIGHT = 'Phương án đúng của câu này'

const simple = (stem: string): HallItem => ({
  body: { type: 'single-choice', stem, options: [RIGHT, 'Sai một', 'Sai hai', 'Sai ba'], key: 0 },
  explanation: SECRET,
})

const main = (page: Page, name: string | RegExp) => page.locator('.hs-main').filter({ hasText: name })

describeInBrowser('CR-10: the class screen', () => {
  stage.scene('a lesson from the lobby to the podium, all of it by its host in one browser', async () => {
    const hall = await ClassHall.open(stage)
    const first = await hall.item(simple('Chữ ký số dùng để làm gì?'))
    const second = await hall.item(simple('Mật khẩu nào mạnh hơn?'))
    const lesson = await hall.lesson(
      [
        { kind: 'item', itemId: first, limitS: 60, section: 'Khởi động' },
        { kind: 'poll', prompt: 'Bạn đã dùng dịch vụ công trực tuyến chưa?', choices: ['Rồi', 'Chưa'], limitS: 60 },
        { kind: 'item', itemId: second, limitS: 60, section: 'Tăng tốc' },
      ],
      { leadS: 0, revealsItself: false },
    )
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    const told: string[] = []
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => told.push(String(payload))))
    await page.goto(lesson.path)
    await see(heading(page, 'Ôn tập chuyển đổi số'), page.getByText(lesson.pin.slice(0, 3)))
    await look(page, 'host-lobby-empty')
    expect(await main(page, 'Đợi bạn đầu tiên vào').isDisabled()).toBe(true)

    await lesson.join(['Nguyễn Thị Minh Khai', 'Trần Văn Đức', 'Lê Hoàng Bảo Ngọc', 'Phạm Gia Huy', 'Tên Xấu'])
    await see(page.getByText('5 bạn đã vào'))
    await page.getByRole('button', { name: 'Trần Văn Đức' }).click()
    await page.getByLabel('Tên hiện trên màn hình').fill('Trần Đức')
    await button(page, 'Lưu').click()
    await see(page.getByRole('button', { name: 'Trần Đức' }))
    await page.getByRole('button', { name: 'Tên Xấu' }).click()
    await button(page, 'Mời ra khỏi buổi chơi').click()
    await button(page, 'Mời ra').click()
    await see(page.getByText('4 bạn đã vào'))
    await button(page, 'Khóa phòng chờ').click()
    await see(page.getByText('Phòng chờ đã khóa'))
    await look(page, 'host-lobby')

    await main(page, 'Bắt đầu').click()
    await see(page.getByText('Chữ ký số dùng để làm gì?'), page.getByText('0/4'))
    await look(page, 'host-item')
    lesson.pupils[0]?.react(0)
    await see(page.locator('.hs-reactions > span'))
    await button(page, 'Tắt cảm xúc').click()
    await see(button(page, 'Bật cảm xúc'))
    await seeNoMore(page.locator('.hs-reactions > span'))
    await page.keyboard.press('p')
    await see(page.getByText('Đồng hồ đứng yên, không ai mất giây nào.'))
    await look(page, 'host-paused')
    await page.keyboard.press('p')
    await seeNoMore(page.getByText('Đồng hồ đứng yên, không ai mất giây nào.'))
    const players = lesson.pupils.filter(({ name }) => name !== 'Tên Xấu')
    for (const [index, pupil] of players.slice(0, 3).entries())
      await pupil.choose(1, pickText(index < 2 ? RIGHT : 'Sai hai'))
    await see(page.getByText('3/4'))
    // Nothing that tells what is right has come to this computer yet: not the key, not why, not how others answered.
    expect(told.some((frame) => frame.includes('lesson:step'))).toBe(true)
    for (const word of [SECRET, '"isKey"', '"isRight"'])
      expect(told.filter((frame) => frame.includes(word))).toEqual([])
    await main(page, 'Khóa câu trả lời').click()
    await see(page.getByText('Hết giờ trả lời'))
    await look(page, 'host-locked')
    for (const word of [SECRET, '"isKey"', '"isRight":true'])
      expect(told.filter((frame) => frame.includes(word))).toEqual([])
    await main(page, 'Hiện đáp án').click()
    await see(page.getByText('2 trong 3 bạn trả lời đúng'), page.getByText('Đáp án đúng'), page.getByText(SECRET))
    await look(page, 'host-reveal')
    await main(page, 'Bảng điểm').click()
    await see(heading(page, 'Bảng điểm'), page.getByText('đồng hạng'))
    await look(page, 'host-board')

    await main(page, 'Câu tiếp theo').click()
    await see(page.getByText('Bình chọn: không tính điểm'))
    for (const [index, pupil] of players.entries()) await pupil.choose(2, pickText(index === 0 ? 'Chưa' : 'Rồi'))
    await main(page, 'Hiện đáp án').click()
    await see(page.getByText('4 bạn đã trả lời'))
    await look(page, 'host-poll')
    await main(page, 'Câu tiếp theo').click()
    await see(page.getByText('Mật khẩu nào mạnh hơn?'))
    for (const pupil of players) await pupil.choose(3, pickText(RIGHT))
    // By the keyboard from here on.
    await see(main(page, 'Hiện đáp án'))
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press(' ')
    // After the last item no board gives away who is first: the podium tells.
    await see(main(page, 'Bục vinh danh'))
    await page.keyboard.press('?')
    await see(heading(page, 'Phím tắt'))
    await look(page, 'host-help')
    await page.keyboard.press('Escape')
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press(' ')
    await see(heading(page, 'Bục vinh danh'), page.locator('.ts-podium-told').getByText('Nguyễn Thị Minh Khai'))
    await look(page, 'host-podium')
    await main(page, 'Kết thúc').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Kết thúc', exact: true }).click()
    await see(heading(page, 'Buổi chơi đã kết thúc'), page.getByRole('link', { name: 'Xem báo cáo' }))
    await look(page, 'host-ended')

    // Nobody but its host sees any of it.
    const other = await stage.visit({ size: PROJECTOR, login: 'giaovien', isStill: true })
    await other.page.goto(lesson.path)
    await see(other.page.getByText('Không tìm thấy buổi chơi này.'))
  })

  stage.scene(
    'every type of item is shown in full, and taught from',
    async () => {
      const hall = await ClassHall.open(stage)
      const itemIds: string[] = []
      for (const { name } of TYPES) itemIds.push(await hall.item({ body: bodies[name], explanation: SECRET }))
      const lesson = await hall.lesson(
        itemIds.map((itemId) => ({ kind: 'item' as const, itemId, limitS: 120 })),
        { leadS: 0, revealsItself: false, locksWhenAllAnswered: false },
      )
      await lesson.join(['An', 'Bình', 'Chi'])
      const { page } = await stage.visit({
        size: PROJECTOR,
        locale: 'en',
        theme: 'dark',
        login: hall.login,
        isStill: true,
      })
      const phone = await stage.visit({ size: PHONE, login: hall.login, isStill: true })
      await page.goto(lesson.path)
      await phone.page.goto(lesson.path)
      await see(page.getByText('3 are here'))
      for (const [index, { name, mark }] of TYPES.entries()) {
        await lesson.act({ kind: 'next' })
        await see(page.getByText(mark), phone.page.getByText(mark))
        await Promise.all(lesson.pupils.map((pupil, seed) => pupil.choose(index + 1, someAnswer(seed, ['1', '20,5']))))
        await see(page.getByText('3/3'))
        await look(page, `host-type-${name}`)
        await lesson.act({ kind: 'lock' })
        await lesson.act({ kind: 'reveal' })
        await see(page.getByText(SECRET), phone.page.getByText(SECRET))
        await look(page, `host-type-${name}-revealed`)
        expect(await sidewaysScroll(phone.page)).toBe(0)
        expect(await violationsOf(phone.page, { type: 'tag', values: TAGS })).toEqual([])
      }
    },
    300_000,
  )
})

describeInBrowser('CR-31: Rung chuông vàng on the class screen', () => {
  stage.scene('the floor empties, a rescue fills it, and one is left', async () => {
    const hall = await ClassHall.open(stage)
    const itemId = await hall.item(simple('Ai còn trên sàn?'))
    const lesson = await hall.lesson(
      [1, 2, 3].map(() => ({ kind: 'item' as const, itemId, limitS: 60 })),
      { mode: 'bell', leadS: 0, revealsItself: false, bell: { floorSize: 10, rescueBelow: 3 } },
      'Rung chuông vàng',
    )
    await lesson.join(Array.from({ length: 12 }, (_, index) => `Bạn số ${index + 1}`))
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    await page.goto(lesson.path)
    await see(page.getByText('12 bạn đã vào'))
    const play = async (place: number, on: readonly number[], right: readonly number[]) => {
      await main(page, place === 1 ? 'Bắt đầu' : 'Câu tiếp theo').click()
      for (const seat of on)
        await lesson.pupils[seat - 1]?.choose(place, pickText(right.includes(seat) ? RIGHT : 'Sai một'))
      await lesson.reaches('locked', place)
      await main(page, 'Hiện đáp án').click()
      await main(page, 'Sàn thi đấu').click()
    }
    const onFloor = () => page.locator('.hs-map .hs-tile-on').count()
    await play(1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2])
    await see(page.getByText('Còn 2 bạn trên sàn'), page.getByText('8 bạn rời sàn ở câu này'))
    expect(await onFloor()).toBe(2)
    expect(await page.locator('.hs-map .hs-tile-reserve').count()).toBe(2)
    expect(await page.locator('.hs-map .hs-tile-fallen').count()).toBe(8)
    await look(page, 'host-floor')
    await page.keyboard.press('l')
    await see(page.getByText(/Đã đến lúc cứu trợ/))
    await page.keyboard.press('l')

    await button(page, 'Cứu trợ: còn 2 bạn').click()
    await see(button(page, 'Gọi 8 bạn trở lại'))
    await photograph(page, 'host-rescue', { whole: false })
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await button(page, 'Bỏ chọn').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Ghế 5,/ })
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Ghế 11,/ })
      .click()
    await button(page, 'Gọi 2 bạn trở lại').click()
    await see(page.getByText('Còn 4 bạn trên sàn'))
    await page.keyboard.press('l')
    await see(page.getByText(/^Cứu trợ thành công: 2 bạn trở lại sàn\./))
    await page.keyboard.press('l')
    await until(async () => (await onFloor()) === 4)

    await play(2, [1, 2, 5, 11], [5])
    await see(page.getByText('Người cuối cùng trên sàn'), page.locator('.hs-last').getByText('Bạn số 5'))
    // Of those out only who fell just now stands out.
    expect(await page.locator('.hs-map .hs-tile-fallen').count()).toBe(3)
    await look(page, 'host-last')
    await see(button(page, 'Câu tiếp theo'))
    await main(page, 'Bục vinh danh').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Bục vinh danh' }).click()
    await see(heading(page, 'Bục vinh danh'), page.locator('.ts-podium-told').getByText('Bạn số 5'))
    await look(page, 'host-bell-podium')
  })
})

describeInBrowser('CR-35: a race on the class screen', () => {
  stage.scene('everybody’s progress, without what is right', async () => {
    const hall = await ClassHall.open(stage)
    const itemId = await hall.item(simple('Câu của cuộc đua?'))
    const lesson = await hall.lesson(
      [1, 2, 3].map(() => ({ kind: 'item' as const, itemId, limitS: 60 })),
      {
        mode: 'race',
        until: new Date(Date.now() + 1_800_000).toISOString(),
      },
    )
    await lesson.join(['An', 'Bình'])
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    await page.goto(lesson.path)
    await main(page, 'Bắt đầu').click()
    await see(page.getByText('0 trong 2 bạn đã làm xong'))
    const [first] = lesson.pupils
    for (let place = 1; place <= 3; place++) {
      await first?.next()
      await first?.choose(place, pickText(RIGHT))
    }
    await first?.next()
    await see(page.getByText('1 trong 2 bạn đã làm xong'), page.getByText('xong', { exact: true }))
    await look(page, 'host-race')
    await button(page, 'Tạm dừng').click()
    await see(page.getByText('Đồng hồ đứng yên, không ai mất giây nào.'))
    await main(page, 'Chạy tiếp').click()
    await see(button(page, 'Tạm dừng'))
    const closesAt = async () => Date.parse((await lesson.view()).step.closesAt ?? '')
    const before = await closesAt()
    await button(page, '+1 phút').click()
    await until(async () => (await closesAt()) === before + 60_000)
    await main(page, 'Ngừng nhận bài').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ngừng nhận bài' }).click()
    await see(main(page, 'Bục vinh danh'))
    // The class goes through the items, which nobody has been shown yet.
    await button(page, 'Xem lại từng câu').click()
    await see(page.getByText('Câu 1/3'), page.getByText('1 trong 1 bạn trả lời đúng'), page.getByText(SECRET))
    await look(page, 'host-look-back')
    await main(page, 'Câu sau').click()
    await see(page.getByText('Câu 2/3'), page.getByText(SECRET))
    await button(page, 'Thôi xem lại').click()
    await see(main(page, 'Bục vinh danh'))
  })
})
