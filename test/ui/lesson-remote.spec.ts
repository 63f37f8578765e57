import type { Page } from 'playwright-core'
import type { Client } from '../support/client'
import { signedIn } from '../support/people'
import { type Lesson, makeLesson, SimulatedPupil } from '../support/simulated-class'
import { see, seeNoMore, sidewaysScroll, until } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { coveredTargets } from './support/covered'
import { button } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
afterEach(() => SimulatedPupil.everybodyLeaves())
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Where the teacher's phone opens the remote. */
async function codeFor(teacher: Client, lesson: Lesson): Promise<string> {
  const { code, door } = await teacher.get('offerRemote', { params: { lessonId: lesson.id } })
  expect(door.url.endsWith(`/dieu-khien#${code}`)).toBe(true)
  return `/dieu-khien#${code}`
}

/** The same by the host's screen: what the camera reads from the code that it shows. */
async function scanned(teacher: Client, lesson: Lesson): Promise<string> {
  const { page: screen, context } = await stage.visit({ size: LAPTOP })
  await context.addCookies([{ name: 'thiso', value: teacher.cookies.get('thiso') ?? '', url: stage.api.url }])
  await screen.goto(`/admin/man-hinh/${lesson.id}`)
  await button(screen, 'Điều khiển bằng điện thoại').click()
  const code = screen.getByRole('dialog').getByRole('img', { name: /#/ })
  const [url = ''] = /http\S+/.exec((await code.getAttribute('aria-label')) ?? '') ?? []
  const { pathname, hash } = new URL(url)
  await context.close()
  return pathname + hash
}

/** Nothing wrong for axe, nothing to push sideways, light and dark; and a picture to look at. */
async function look(page: Page, name: string): Promise<void> {
  const faults: string[] = []
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme)
    await page.waitForTimeout(250)
    const found = await violationsOf(page, { type: 'tag', values: TAGS })
    for (const { id, nodes } of found)
      faults.push(...nodes.map(({ target, failureSummary }) => `${name} ${theme}: ${id} ${target} ${failureSummary}`))
    await photograph(page, `lesson-remote/${name}-${theme}`, { whole: false })
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
  expect(faults).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
}

/** The large button listens again once it has stood for a moment. */
const SETTLED_MS = 800
async function press(page: Page, name: string | RegExp): Promise<void> {
  await see(button(page, name))
  await page.waitForTimeout(SETTLED_MS)
  await button(page, name).tap()
}

describeInBrowser("CR-55: the teacher's phone steers a lesson", () => {
  stage.scene('from the pairing code to the end, in Vietnamese', async () => {
    const teacher = await signedIn(stage.api.url, stage.database.pool, 'teacher')
    const { lesson, items } = await makeLesson(teacher, { leadS: 0, revealsItself: false, scoring: 'bounded-speed' })
    const { page } = await stage.visit({ size: PHONE })
    await page.goto(await scanned(teacher, lesson))
    await see(page.getByRole('heading', { level: 1, name: 'Phòng chờ' }))
    // The code is out of sight, and a reload needs no second one.
    expect(new URL(page.url()).hash).toBe('')
    await see(button(page, 'Chờ học sinh vào'))
    expect(await button(page, 'Chờ học sinh vào').isDisabled()).toBe(true)
    const guest = await stage.client()
    const pin = lesson.pin as string
    const an = await SimulatedPupil.join(guest, pin, 'An')
    const binh = await SimulatedPupil.join(guest, pin, 'Bình')
    await see(page.getByText('2 bạn trong buổi chơi'))
    await look(page, 'vi-lobby')
    await page.reload()
    await see(page.getByRole('heading', { level: 1, name: 'Phòng chờ' }))

    await press(page, 'Bắt đầu: câu 1')
    await see(page.getByRole('heading', { level: 1, name: 'Câu 1/3: đang nhận trả lời' }))
    await until(async () => an.item?.place === 1 && binh.item?.place === 1)
    await an.answer(items, true)
    await see(page.getByText('1/2 đã trả lời'))
    expect(await page.getByText('Đáp án đúng').count()).toBe(0)
    await look(page, 'vi-open')

    // The clock: stopped, gone on, longer.
    await press(page, 'Tạm dừng')
    await see(page.getByRole('heading', { level: 1, name: 'Tạm dừng' }))
    await press(page, 'Chạy tiếp')
    await see(page.getByRole('heading', { level: 1, name: 'Câu 1/3: đang nhận trả lời' }))
    const closesAt = async () =>
      Date.parse((await teacher.get('lesson', { params: { lessonId: lesson.id } })).step.closesAt ?? '')
    const before = await closesAt()
    await button(page, '+10 giây').tap()
    await until(async () => (await closesAt()) === before + 10_000)

    await binh.answer(items, false)
    // Both have answered, so the item locks by itself.
    await press(page, 'Hiện đáp án')
    await see(page.getByText('1/2 trả lời đúng'), page.getByText('Đáp án đúng'))
    await look(page, 'vi-revealed')
    // A second tap at once was meant for the first button and does nothing.
    await press(page, 'Hiện bảng điểm')
    await see(button(page, 'Sang câu 2'))
    await button(page, 'Sang câu 2').tap()
    await page.waitForTimeout(400)
    expect((await teacher.get('lesson', { params: { lessonId: lesson.id } })).step).toMatchObject({
      phase: 'board',
      place: 1,
    })
    await see(page.getByRole('heading', { level: 2, name: 'Đứng đầu' }), page.getByText('An').first())
    await look(page, 'vi-board')

    await press(page, 'Sang câu 2')
    await until(async () => an.item?.place === 2)
    await press(page, 'Bỏ câu')
    await button(page, 'Bỏ câu này').tap()
    await see(page.getByRole('heading', { level: 1, name: 'Câu 2/3: đã bỏ qua' }))
    await press(page, 'Sang câu 3')
    await until(async () => binh.item?.place === 3)
    await press(page, 'Khóa câu trả lời')
    await press(page, 'Hiện đáp án')
    await press(page, 'Lên bục vinh danh')
    // Who is first is told by the class screen, and here only after it.
    await see(
      page.getByRole('heading', { level: 1, name: 'Bục vinh danh' }),
      page.getByText(/^Màn hình lớp đang công bố/),
    )
    await see(page.locator('.ts-lesson-name').getByText('An'))
    await press(page, 'Kết thúc buổi chơi')
    await button(page, 'Kết thúc').tap()
    await see(page.getByRole('heading', { level: 1, name: 'Buổi chơi đã kết thúc' }))
    await look(page, 'vi-over')
    await until(async () => an.phase === 'ended')
    await button(page, 'Thôi điều khiển').tap()
    await see(page.getByText('Điện thoại này chưa điều khiển buổi chơi nào'))
  })

  stage.scene('pupils, the door and what stands beside the clock, in English', async () => {
    const teacher = await signedIn(stage.api.url, stage.database.pool, 'teacher')
    const { lesson } = await makeLesson(teacher, { mode: 'teams', leadS: 0 })
    const pin = lesson.pin as string
    const guest = await stage.client()
    const pupils = await Promise.all(
      ['Nguyễn Thị Thanh Thảo Nguyên', 'Bảo', 'Cường'].map((name) => SimulatedPupil.join(guest, pin, name)),
    )
    const { page } = await stage.visit({ size: PHONE, locale: 'en' })
    await page.goto(await codeFor(teacher, lesson))
    await see(page.getByRole('heading', { level: 1, name: 'Lobby' }))
    await page.getByRole('tab', { name: /Pupils/ }).tap()
    await page.getByRole('searchbox').fill('cuong')
    await seeNoMore(button(page, /^Bảo/))
    await button(page, /^Cường/).tap()
    await page.getByLabel('Name on the screen').fill('Quốc Cường')
    await page.getByLabel('Extra time for this seat').selectOption('25')
    await page.getByLabel('Team').selectOption({ label: 'Team 2' })
    await look(page, 'en-seat')
    await button(page, 'Save').tap()
    await see(page.getByText('Saved for Quốc Cường.'), page.getByText('25% more time'))
    await see(button(page, /^Quốc Cường/).getByText('Team 2', { exact: true }))
    expect(await page.getByText(/Tổ \d/).count()).toBe(0)
    const [row] = (await teacher.get('lesson', { params: { lessonId: lesson.id } })).seats.filter(
      ({ name }) => name === 'Quốc Cường',
    )
    expect(row).toMatchObject({ extraPercent: 25, team: 2 })

    await page.getByRole('searchbox').fill('')
    await button(page, /^Bảo/).tap()
    await button(page, 'Remove from the lesson').tap()
    await button(page, 'Remove').tap()
    await see(page.getByText('Bảo was removed.'), page.getByText('removed', { exact: true }))
    await until(async () => pupils[1]?.removed)
    await look(page, 'en-pupils')
    await button(page, 'Let in again: Bảo').tap()
    await see(page.getByText('Bảo may come back to the same seat.'), button(page, /^Bảo/))

    // A phone went dark, and its pupil sits down at another one: the host lets in with a tap.
    pupils[2]?.leave()
    await until(async () => {
      const { seats } = await teacher.get('lesson', { params: { lessonId: lesson.id } })
      return seats.some(({ name, isHere }) => name === 'Quốc Cường' && !isHere)
    })
    await see(page.getByText('disconnected'))
    const asked = await guest.get('takeSeat', {
      body: { pin, name: 'Quốc Cường', device: 'another-phone-of-the-same-pupil' },
    })
    expect(asked.kind).toBe('asked')
    await see(page.getByText('1 device wants back in'), page.getByText(/^Code \d\d$/))
    await look(page, 'en-request')
    await button(page, 'Let in: Quốc Cường').tap()
    await see(page.getByText(/^Quốc Cường is back\./))
    expect(await coveredTargets(page)).toEqual([])

    await page.getByRole('tab', { name: 'More' }).tap()
    await page.getByLabel('Lock the lobby').check()
    await until(async () => (await teacher.get('lesson', { params: { lessonId: lesson.id } })).step.isLobbyLocked)
    await page.getByLabel('Pupils may send reactions').uncheck()
    await until(async () => !(await teacher.get('lesson', { params: { lessonId: lesson.id } })).step.areReactionsOn)
    await look(page, 'en-more')

    await teacher.get('actOnLesson', {
      params: { lessonId: lesson.id },
      body: {
        version: (await teacher.get('lesson', { params: { lessonId: lesson.id } })).step.version,
        act: { kind: 'end' },
      },
    })
    await see(page.getByRole('heading', { level: 1, name: 'The lesson is over' }))
    // A lesson that is gone takes the key with it, and says so.
    await teacher.get('deleteLesson', { params: { lessonId: lesson.id } })
    await page.reload()
    await see(page.getByText('This lesson is no longer there'))
    await page.reload()
    await see(page.getByText('This phone steers no lesson yet'))
  })

  stage.scene('a race: one start, a look at the time, the end', async () => {
    const teacher = await signedIn(stage.api.url, stage.database.pool, 'teacher')
    const until = new Date(Date.now() + 600_000).toISOString()
    const { lesson } = await makeLesson(teacher, { mode: 'race', until })
    await SimulatedPupil.join(await stage.client(), lesson.pin as string, 'An')
    const { page } = await stage.visit({ size: PHONE, locale: 'en' })
    await page.goto(await codeFor(teacher, lesson))
    await press(page, 'Start')
    await see(
      page.getByRole('heading', { level: 1, name: 'Each at their own pace' }),
      page.getByText(/^Until /),
      page.getByText('0/1 have finished'),
    )
    await look(page, 'en-race')
    await press(page, 'Take no more answers')
    await button(page, 'Take no more').tap()
    await see(page.getByRole('heading', { level: 1, name: 'No more answers are taken' }))
    await press(page, 'To the podium')
    await see(page.getByRole('heading', { level: 1, name: 'Podium' }), page.getByText('An', { exact: true }))
    await look(page, 'en-podium')
  })

  stage.scene('Rung chuông vàng: who stands, what to say, a rescue', async () => {
    const teacher = await signedIn(stage.api.url, stage.database.pool, 'teacher')
    const { lesson, items } = await makeLesson(teacher, { mode: 'bell', leadS: 0, bell: { rescueBelow: 1 } })
    const guest = await stage.client()
    const pupils = await Promise.all(
      ['An', 'Bình', 'Chi'].map((name) => SimulatedPupil.join(guest, lesson.pin as string, name)),
    )
    const { page } = await stage.visit({ size: PHONE })
    await page.goto(await codeFor(teacher, lesson))
    await see(page.getByText(/^Chào mừng các bạn đến với Rung chuông vàng\./))
    await press(page, 'Bắt đầu: câu 1')
    await until(async () => pupils.every(({ item }) => item?.place === 1))
    await see(page.getByText('Thời gian đang chạy. Trên sàn còn 3 bạn.'))
    for (const [index, pupil] of pupils.entries()) await pupil.answer(items, index === 0)
    await see(page.getByText(/^Trên sàn chỉ còn một bạn: ghế \d, An\./))
    await look(page, 'vi-bell')
    await press(page, 'Cứu trợ')
    await page.getByLabel('Tất cả bạn đã rời sàn (2)').check()
    await look(page, 'vi-rescue')
    await button(page, 'Đưa 2 bạn trở lại').tap()
    await see(page.getByText('2 bạn đã trở lại sàn.'), page.getByText(/^Còn trên sàn: 1 · \S+, 2 · \S+, 3 · \S+$/))
    await see(page.getByText(/^Cứu trợ thành công: 2 bạn trở lại sàn\./), button(page, 'Hiện sàn thi đấu'))
  })

  stage.scene('a code that is used, a lost network, and no code at all', async () => {
    const teacher = await signedIn(stage.api.url, stage.database.pool, 'teacher')
    const { lesson } = await makeLesson(teacher, {})
    const { page, expectComplaint } = await stage.visit({ size: PHONE })
    expectComplaint(/status of 404 .*remotes|ERR_CONNECTION_REFUSED|WebSocket/)
    await page.goto('/dieu-khien')
    await see(page.getByText('Điện thoại này chưa điều khiển buổi chơi nào'))
    await look(page, 'vi-none')
    const path = await codeFor(teacher, lesson)
    await teacher.get('takeRemote', { body: { code: path.split('#')[1] as string } })
    await page.goto(path)
    await see(page.getByText('Chưa ghép được điện thoại này'))
    expect(await button(page, 'Thử lại').count()).toBe(0)
    await look(page, 'vi-used-code')
    await page.goto(await codeFor(teacher, lesson))
    await see(page.getByRole('heading', { level: 1, name: 'Phòng chờ' }))
    await stage.api.stop()
    await see(page.getByText(/Mất kết nối, đang tự nối lại/))
    await look(page, 'vi-away')
  })
})
