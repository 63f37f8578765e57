import type { Page } from 'playwright-core'
import { see, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { ClassHall, emptyHall, type HallLesson } from './support/class-hall'
import { coveredTargets } from './support/covered'
import { doorDrawn } from './support/drawn-qr'
import { inspect } from './support/lesson-phone'
import { button, field, heading } from './support/places'
import { PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
afterEach(emptyHall)

const PROJECTOR = { width: 1280, height: 720 }
const NAME = /^(Tên hiện trên màn hình lớp|Name on the class screen)$/

/** A lesson in its lobby: the class screen, the remote paired by it, and the way in that its code leads to. */
async function lobby(locale: 'vi' | 'en' = 'vi') {
  const hall = await ClassHall.open(stage)
  const itemId = await hall.item({
    body: { type: 'single-choice', stem: 'Dữ liệu mở là gì?', options: ['một', 'hai', 'ba', 'bốn'], key: 1 },
  })
  const lesson = await hall.lesson([{ kind: 'item', itemId, limitS: 60 }], { leadS: 0 })
  const { page: screen } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true, locale })
  await screen.goto(lesson.path)
  await see(screen.getByText(lesson.pin.slice(0, 3)))
  const door = await doorDrawn(screen)
  const remote = await paired(screen, locale)
  return { lesson, screen, door, remote }
}

async function paired(screen: Page, locale: 'vi' | 'en'): Promise<Page> {
  const { page: remote } = await stage.visit({ size: PHONE, locale })
  await button(screen, locale === 'vi' ? 'Điều khiển bằng điện thoại' : 'Steer with a phone').click()
  const { pathname, hash } = await doorDrawn(screen.getByRole('dialog'))
  await remote.goto(pathname + hash)
  await see(heading(remote, locale === 'vi' ? 'Phòng chờ' : 'Lobby'))
  await screen.keyboard.press('Escape')
  return remote
}

async function comesIn(door: URL, name: string): Promise<Page> {
  const { page } = await stage.visit({ size: PHONE })
  await page.goto(door.pathname + door.hash)
  await field(page, NAME).fill(name)
  await button(page, `Vào lớp: ${name}`).tap()
  return page
}

/** The phone of somebody who is in goes dark. */
async function goesDark(page: Page, lesson: HallLesson, name: string): Promise<void> {
  await page.goto('about:blank')
  await until(async () => (await lesson.view()).seats.some((seat) => seat.name === name && !seat.isHere))
}

describeInBrowser('CR-52, CR-53: coming in, asking, being sent out and let in again', () => {
  stage.scene('whoever asks for a seat of somebody else is refused, and reads what to do', async () => {
    const { lesson, screen, door, remote } = await lobby()
    for (const name of ['An', 'Chi']) {
      const page = await comesIn(door, name)
      await see(heading(page, 'Bạn đã vào lớp'))
      await goesDark(page, lesson, name)
    }
    const { page: phone, expectComplaint } = await stage.visit({ size: PHONE })
    expectComplaint(/status of 403 .*\/classroom\/seats/)
    await phone.goto(door.pathname + door.hash)
    await field(phone, NAME).fill('An')
    await button(phone, 'Vào lớp: An').tap()
    await see(heading(phone, 'Đang hỏi thầy cô'))
    const other = await comesIn(door, 'Chi')
    await see(heading(other, 'Đang hỏi thầy cô'))
    await see(remote.getByText('2 máy xin vào lại'))
    await photograph(remote, 'lesson-phone/40-asked-remote', { whole: false })
    // Both the screen and the remote have the number that the phone shows.
    const code = (await phone.locator('.ls-seat-number b').innerText()).trim()
    await see(remote.getByRole('listitem').filter({ hasText: 'An' }).getByText(`Mã ${code}`))

    await button(remote, 'Từ chối: An').tap()
    await see(remote.getByText('Đã từ chối. Máy cũ của An vẫn giữ chỗ.'))
    await photograph(remote, 'lesson-phone/41-refused-remote', { whole: false })
    expect(await coveredTargets(remote)).toEqual([])
    await see(
      phone.getByText(/Giáo viên không cho thiết bị này vào chỗ đó\. Hãy chọn đúng tên của bạn hoặc báo với thầy cô\./),
    )
    await inspect(phone, '42-refused')
    expect((await lesson.view()).requests.map(({ name }) => name)).toEqual(['Chi'])
    // Its own name is taken without asking anybody.
    await field(phone, NAME).fill('Bình')
    await button(phone, 'Vào lớp: Bình').tap()
    await see(heading(phone, 'Bạn đã vào lớp'))

    // The same from the class screen.
    await button(screen, 'Học sinh, 1 máy xin vào lại').click()
    await button(screen, 'Cho vào: Chi').click()
    await see(heading(other, 'Bạn đã vào lớp'))
    await until(async () => (await lesson.view()).seats.every(({ name, isHere }) => isHere === (name !== 'An')))
    expect((await lesson.view()).seats.map(({ name, isHere }) => [name, isHere])).toEqual([
      ['An', false],
      ['Chi', true],
      ['Bình', true],
    ])
  })

  stage.scene(
    'whoever was sent out comes back by itself, let in from the remote or from the class screen',
    async () => {
      const { lesson, screen, door, remote } = await lobby()
      const phone = await comesIn(door, 'Bình')
      await see(heading(phone, 'Bạn đã vào lớp'))
      await remote.getByRole('tab', { name: /Học sinh/ }).tap()
      await button(remote, /^Bình/).tap()
      await button(remote, 'Mời ra khỏi buổi chơi').tap()
      await button(remote, 'Mời ra').tap()
      await see(remote.getByText('Đã mời Bình ra.'))
      expect(await coveredTargets(remote)).toEqual([])
      await photograph(remote, 'lesson-phone/43-removed-remote', { whole: false })
      await see(heading(phone, 'Bạn không còn trong buổi chơi'))
      await button(remote, 'Cho vào lại: Bình').tap()
      await see(remote.getByText('Bình được vào lại, đúng chỗ cũ.'), heading(phone, 'Bạn đã vào lớp'))

      await button(screen, 'Học sinh').click()
      await button(screen, 'Sửa chỗ của Bình').click()
      await button(screen, 'Mời ra khỏi buổi chơi').click()
      await button(screen, 'Mời ra').click()
      await see(heading(phone, 'Bạn không còn trong buổi chơi'))
      await until(async () => (await screen.getByRole('alertdialog').count()) === 0)
      if ((await screen.getByRole('dialog').count()) === 0) await button(screen, 'Học sinh').click()
      await screen.getByText('1 bạn đã được mời ra').click()
      await button(screen, 'Cho vào lại: Bình').click()
      await see(heading(phone, 'Bạn đã vào lớp'), phone.getByText('Bình'))
      await until(async () => (await lesson.view()).seats.every(({ isHere }) => isHere))
      expect((await lesson.view()).seats).toMatchObject([{ name: 'Bình', isRemoved: false }])
    },
  )

  stage.scene('a name typed by mistake is given back, and somebody else may have it', async () => {
    const { lesson, door } = await lobby()
    const phone = await comesIn(door, 'Dũng')
    await button(phone, 'Không phải tôi').tap()
    await see(heading(phone, 'Bạn không phải “Dũng”?'))
    await phone.getByRole('alertdialog').getByRole('button', { name: 'Không phải tôi' }).tap()
    await field(phone, NAME).fill('Hà')
    await button(phone, 'Vào lớp: Hà').tap()
    await see(heading(phone, 'Bạn đã vào lớp'), phone.getByText('Hà', { exact: true }))
    const owner = await comesIn(door, 'Dũng')
    await see(heading(owner, 'Bạn đã vào lớp'), owner.getByText('Dũng', { exact: true }))
    const there = (await lesson.view()).seats.filter(({ isRemoved }) => !isRemoved)
    expect(there.map(({ name }) => name).sort()).toEqual(['Dũng', 'Hà'])
  })
})

describeInBrowser('CR-55: one phone steers, the one paired last', () => {
  stage.scene('the phone paired before says that another steers, and how to get the right back', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const { screen, remote: first, lesson } = await lobby(locale)
      const replaced = heading(
        first,
        locale === 'vi' ? 'Điện thoại khác đang điều khiển' : 'Another phone is steering now',
      )
      await button(screen, locale === 'vi' ? 'Điều khiển bằng điện thoại' : 'Steer with a phone').click()
      await see(
        screen
          .getByRole('dialog')
          .getByText(
            locale === 'vi'
              ? /ghép điện thoại mới thì điện thoại đã ghép trước đó thôi điều khiển/
              : /pairing a new one takes the right from the phone paired before/,
          ),
      )
      await photograph(screen, `lesson-phone/44-pairing-${locale}`, { whole: false })
      await screen.keyboard.press('Escape')
      const second = await paired(screen, locale)
      await see(replaced)
      await inspect(first, `45-replaced-${locale}`)
      await first.setViewportSize({ width: 320, height: 568 })
      await inspect(first, `45-replaced-${locale}-320`)
      // Also after a reload, and nothing can be steered from here.
      await first.reload()
      await see(replaced)
      expect((await lesson.view()).step.phase).toBe('lobby')
      // What it says to do does it.
      await button(screen, locale === 'vi' ? 'Điều khiển bằng điện thoại' : 'Steer with a phone').click()
      const { pathname, hash } = await doorDrawn(screen.getByRole('dialog'))
      await first.goto(pathname + hash)
      await see(heading(first, locale === 'vi' ? 'Phòng chờ' : 'Lobby'))
      await see(heading(second, locale === 'vi' ? 'Điện thoại khác đang điều khiển' : 'Another phone is steering now'))
    }
  })
})
