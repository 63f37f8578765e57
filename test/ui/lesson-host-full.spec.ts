import { see, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { ClassHall, emptyHall, pickText } from './support/class-hall'
import { LARGE_PROJECTOR, look, PROJECTOR, pupilNames as names, seenOnPages } from './support/class-screen'
import { useStage } from './support/stage'

const stage = useStage()
afterEach(emptyHall)

const SENTENCE = 'Một người tự xưng là cán bộ ngân hàng gọi điện cho bà của bạn và xin mã xác thực một lần. '
const OPTION = 'Cúp máy, gọi lại số in ở mặt sau thẻ ngân hàng để hỏi, rồi kể cho người nhà nghe chuyện vừa xảy ra '
const long = (times: number, count: number) => ({
  body: {
    type: 'single-choice' as const,
    stem: `${SENTENCE.repeat(times)}Bà nên làm gì?`,
    options: Array.from({ length: count }, (_, index) => `${OPTION}(${index + 1}).`),
    key: 0,
  },
  explanation: SENTENCE.repeat(times),
})

describeInBrowser('CR-37: everything on the class screen is read from the last row', () => {
  stage.scene('a lobby of 60, of 120 and of 200, everybody on one of its pages', async () => {
    const hall = await ClassHall.open(stage)
    const itemId = await hall.item(long(1, 4))
    const lesson = await hall.lesson([{ kind: 'item', itemId, limitS: 60 }], { leadS: 0 }, 'Ôn tập')
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    await page.goto(lesson.path)
    const all = names(200)
    for (const [from, to] of [
      [0, 60],
      [60, 120],
      [120, 200],
    ] as const) {
      await lesson.crowd(all.slice(from, to))
      await see(page.getByText(`${to} bạn đã vào`))
      // Who is here is told in groups, half a second after the seat was taken.
      await until(async () => (await page.locator('.hs-name-list button[data-away]').count()) === 0)
      await look(page, `host-lobby-${to}`)
      expect([...(await seenOnPages(page, '.hs-name-list button'))].sort()).toEqual(all.slice(0, to).sort())
    }
    await page.setViewportSize(LARGE_PROJECTOR)
    await look(page, 'host-lobby-200-large')
  })

  stage.scene('long questions, long options, long reasons and a board of long names', async () => {
    const hall = await ClassHall.open(stage)
    const items = [long(2, 4), long(5, 6), long(12, 4), long(1, 8)]
    const itemIds: string[] = []
    for (const item of items) itemIds.push(await hall.item(item))
    const lesson = await hall.lesson(
      itemIds.map((itemId) => ({ kind: 'item' as const, itemId, limitS: 300 })),
      { leadS: 0, revealsItself: false, scoring: 'classic' },
    )
    await lesson.crowd(names(24))
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    await page.goto(lesson.path)
    for (const [index, { body }] of items.entries()) {
      const place = index + 1
      await lesson.act({ kind: 'next' })
      await see(page.getByText(`Câu ${place}/4`), page.locator('.hs-card'))
      await look(page, `host-long-${place}`)
      expect((await seenOnPages(page, '.hs-card span:last-child')).size).toBe(body.options.length)
      for (const [n, pupil] of lesson.pupils.entries())
        await pupil.choose(place, pickText(body.options[(n + place) % 3 === 0 ? 1 : 0] ?? ''))
      await lesson.reaches('locked', place)
      await lesson.act({ kind: 'reveal' })
      await see(page.locator('.hs-reveal'))
      await look(page, `host-long-${place}-revealed`)
      expect((await seenOnPages(page, '.ts-lesson-bar')).size).toBe(body.options.length)
      if (place === items.length) continue
      await lesson.act({ kind: 'board' })
      await see(page.locator('.hs-board'))
      await until(async () => (await page.locator('.ts-lesson-row').count()) === 6)
      await look(page, `host-long-board-${place}`)
    }
    await lesson.act({ kind: 'podium' })
    await see(page.locator('.ts-podium-told'))
    await look(page, 'host-long-podium')
    expect(await page.locator('.hs-pager').count()).toBe(0)
    await page.setViewportSize(LARGE_PROJECTOR)
    await look(page, 'host-long-podium-large')
  })

  stage.scene('a race of 120, and the floor of a hall of 200', async () => {
    const hall = await ClassHall.open(stage)
    const itemId = await hall.item(long(1, 4))
    const places = [1, 2, 3].map(() => ({ kind: 'item' as const, itemId, limitS: 60 }))
    const race = await hall.lesson(places, { mode: 'race', until: new Date(Date.now() + 1_800_000).toISOString() })
    await race.crowd(names(120))
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    await page.goto(race.path)
    await race.act({ kind: 'next' })
    await see(page.getByText('0 trong 120 bạn đã làm xong'))
    await look(page, 'host-race-120')
    expect([...(await seenOnPages(page, '.hs-own-name'))].sort()).toEqual(names(120).sort())

    const bell = await hall.lesson(places, { mode: 'bell', leadS: 0, bell: { floorSize: 180 } }, 'Rung chuông vàng')
    await bell.crowd(names(200))
    await page.goto(bell.path)
    await bell.act({ kind: 'next' })
    await see(page.locator('.hs-item'))
    await page.keyboard.press('s')
    await see(page.locator('.hs-map'))
    expect(await page.locator('.hs-map .hs-tile').count()).toBe(200)
    await look(page, 'host-floor-200')
    // A hall is looked at as a whole.
    expect(await page.locator('.hs-pager').count()).toBe(0)
  })
})
