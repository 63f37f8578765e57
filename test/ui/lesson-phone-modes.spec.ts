import { see, tabTo, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { itemPlace, Teacher } from './support/lesson'
import { inspect, join, option, place, recorded, watchHeights } from './support/lesson-phone'
import { button, field, heading, link } from './support/places'
import { PHONE, useStage } from './support/stage'

const stage = useStage()

/** As narrow as phones still are. */
const SMALL = { width: 320, height: 640 }

describeInBrowser('CR-3, CR-6, CR-24, CR-30, CR-35: a pupil’s phone in each mode of a lesson', () => {
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
      { leadS: 1, mode: 'teams', board: 'end', teams: { count: 3 } },
    )
    const { page } = await stage.visit({ size: SMALL, theme: 'dark', locale: 'en' })
    await page.goto(`/lop/${host.pin}`)
    await field(page, 'Name on the class screen').fill('Thư')
    await page.getByText('Team 2').tap()
    await inspect(page, '30-team')
    await button(page, 'Join: Thư').tap()
    await see(heading(page, 'You are in'), page.getByText('Team 2', { exact: true }))
    const send = button(page, 'Send')
    const told: Record<string, RegExp> = {}
    for (const [index, name] of [...types.map((type) => type.name), 'poll' as const, 'cloud' as const].entries()) {
      const heights = await watchHeights(page, '.ls-item-answers, .ls-item-parts')
      await host.act({ kind: 'next' })
      await see(heading(page, `Question ${index + 1} of ${types.length + 2}`))
      await page.waitForFunction(() =>
        document.querySelector('.ls-choice:not([aria-disabled]), .ls-answer button:enabled'),
      )
      // Choices stay under the thumb when the item opens.
      const seen = await heights.seen()
      expect(`${name}: ${seen.join(', ')}`).toBe(`${name}: ${seen[0]}`)
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
    await see(heading(page, 'Your team is first!'), page.getByText('Team 2', { exact: true }))
    await inspect(page, '33-podium')
    await host.act({ kind: 'end' })
    await see(heading(page, /^You have \d of 8 right$/), heading(page, 'What the class said'))
    await see(page.getByText('Chuyển đổi số là gì, trong một từ?'), page.getByText('kết nối'))
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
    await button(page, 'Để trống câu này').tap()
    await button(page, 'Để trống').tap()
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
    // The second page was never opened: it was not put to anybody.
    const end = heading(page, 'Bạn đúng 1 trên 1 câu')
    await until(async () => (await end.count()) > 0, 60_000)
    await inspect(page, '60-race-end')
  })
})
