import { button, heading } from './support/places'
import { see, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import type { Pupil } from '../support/pupil'
import { ClassHall, emptyHall, type HallLesson, pickText } from './support/class-hall'
import { LARGE_PROJECTOR, look, PROJECTOR, pupilNames } from './support/class-screen'
import { photograph, useStage } from './support/stage'

const stage = useStage()
afterEach(emptyHall)

const SEATS = 120
const FLOOR = 100
const CALM_MS = 800
const RIGHT = 'Nền tảng định danh và xác thực điện tử VNeID'
const WRONG = 'Một nhóm chat của lớp'
const STEMS = [
  'Công dân dùng nền tảng nào để đăng nhập vào Cổng Dịch vụ công quốc gia?',
  'Ứng dụng nào giữ giấy tờ điện tử của công dân?',
  'Tài khoản định danh điện tử mức độ 2 được dùng ở đâu?',
  'Bố em muốn nộp hồ sơ trực tuyến. Trước hết cần có gì?',
  'Câu quyết định: dịch vụ nào xác nhận em chính là em trên mạng?',
]

type State = 'on' | 'fallen' | 'out' | 'reserve'

/** The hall as somebody with paper and pencil keeps it: only from who answered what, never from what the server says. */
class Ledger {
  readonly states = new Map<number, State>()

  constructor() {
    for (let seat = 1; seat <= SEATS; seat++) this.states.set(seat, seat <= FLOOR ? 'on' : 'reserve')
  }

  standing(): number[] {
    return [...this.states].filter(([, state]) => state === 'on').map(([seat]) => seat)
  }

  fall(right: ReadonlySet<number>): void {
    for (const [seat, state] of this.states) {
      if (state === 'fallen') this.states.set(seat, 'out')
      if (state === 'on' && !right.has(seat)) this.states.set(seat, 'fallen')
    }
  }

  back(seats: readonly number[]): void {
    for (const seat of seats) this.states.set(seat, 'on')
  }

  count(state: State): number {
    return [...this.states.values()].filter((each) => each === state).length
  }
}

/** Some of them, spread over the hall and not the same at each place. */
const some = (seats: readonly number[], count: number, place: number) =>
  new Set([...seats].sort((a, b) => ((a * 37 + place * 11) % 127) - ((b * 37 + place * 11) % 127)).slice(0, count))

describeInBrowser('CR-30 to CR-34: a hall of 120 rings the golden bell', () => {
  stage.scene(
    'from a full lobby over a reserve and a rescue to the last one standing, on the screen of the hall',
    async () => {
      const hall = await ClassHall.open(stage)
      const itemIds: string[] = []
      for (const stem of STEMS)
        itemIds.push(
          await hall.item({
            body: {
              type: 'single-choice',
              stem,
              options: [RIGHT, WRONG, 'Hộp thư của người khác', 'Một trang mạng bất kỳ'],
              key: 0,
            },
            explanation: 'VNeID do Bộ Công an cấp; Cổng Dịch vụ công quốc gia dùng tài khoản này để đăng nhập.',
          }),
        )
      const lesson = await hall.lesson(
        itemIds.map((itemId) => ({ kind: 'item' as const, itemId, limitS: 120 })),
        { mode: 'bell', leadS: 0, revealsItself: false, bell: { floorSize: FLOOR, rescueBelow: 10 } },
        'Rung chuông vàng: Công dân số',
      )
      const { page } = await stage.visit({ size: LARGE_PROJECTOR, login: hall.login, isStill: true })
      await page.goto(lesson.path)
      await lesson.crowd(pupilNames(SEATS))
      await see(page.getByText(`${SEATS} bạn đã vào`))
      await look(page, 'bell-hall-lobby')
      const script = page.getByRole('complementary', { name: 'Lời dẫn' })
      const says = async (words: RegExp | string) => {
        await page.keyboard.press('l')
        await see(script.getByText(words))
        await page.keyboard.press('l')
        await script.waitFor({ state: 'hidden' })
      }
      await says(/Rung chuông vàng/)

      const ledger = new Ledger()
      const pupils = await bySeat(lesson)
      const main = (name: string) => page.locator('.hs-main').filter({ hasText: name })
      /** The screen says of every seat what the ledger says, and how many of each. */
      const floorIsRight = async () => {
        const tiles = () =>
          page
            .locator('.hs-map .hs-tile')
            .evaluateAll((boxes) =>
              boxes.map((box) => [
                Number(box.querySelector('b')?.textContent),
                /hs-tile-(on|fallen|out|reserve)/.exec(box.className)?.[1],
              ]),
            )
        await until(async () => (await tiles()).filter(([, state]) => state === 'on').length === ledger.count('on'))
        expect(await tiles()).toEqual([...ledger.states])
        expect(await page.locator('.hs-pager').count()).toBe(0)
        const legend = await page.locator('.hs-legend li').allInnerTexts()
        const counted = (['on', 'fallen', 'out', 'reserve'] as const).map((state) => ledger.count(state))
        expect(legend.map((line) => Number.parseInt(line, 10))).toEqual(counted.filter((count) => count > 0))
        await see(
          ledger.count('on') === 1
            ? page.locator('.hs-last')
            : page.getByText(`Còn ${ledger.count('on')} bạn trên sàn`),
        )
      }
      const play = async (place: number, stay: number, silent = 0) => {
        const before = ledger.standing()
        const right = some(before, stay, place)
        const mute = new Set(before.filter((seat) => !right.has(seat)).slice(0, silent))
        await main(place === 1 ? 'Bắt đầu' : 'Câu tiếp theo').click()
        await see(page.getByText(STEMS[place - 1] ?? ''))
        await Promise.all(
          before
            .filter((seat) => !mute.has(seat))
            .map((seat) => pupils.get(seat)?.choose(place, pickText(right.has(seat) ? RIGHT : WRONG))),
        )
        if (silent > 0) {
          await see(page.getByText(`${before.length - silent}/${before.length}`))
          await look(page, `bell-hall-item-${place}`)
          // A press right after the item opened is taken for the one that opened it.
          await page.waitForTimeout(CALM_MS)
          await main('Khóa câu trả lời').click()
        }
        await see(page.getByText('Hết giờ trả lời'))
        await says(/./)
        await main('Hiện đáp án').click()
        await see(page.getByText(`${stay} trong ${before.length - silent} bạn trả lời đúng`))
        await look(page, `bell-hall-revealed-${place}`)
        ledger.fall(right)
        await main('Sàn thi đấu').click()
        await floorIsRight()
        await look(page, `bell-hall-floor-${place}`)
      }
      const rescue = async (seats: number[]) => {
        await button(page, 'Bỏ chọn').click()
        for (const seat of seats)
          await page
            .getByRole('dialog')
            .getByRole('button', { name: new RegExp(`^Ghế ${seat},`) })
            .click()
        await button(page, `Gọi ${seats.length} bạn trở lại`).click()
        ledger.back(seats)
        await floorIsRight()
      }

      await play(1, 60, 10)
      expect([ledger.count('on'), ledger.count('fallen'), ledger.count('reserve')]).toEqual([60, 40, 20])
      await page.setViewportSize(PROJECTOR)
      await look(page, 'bell-hall-floor-small')
      await page.setViewportSize(LARGE_PROJECTOR)
      // A phone of somebody on the floor broke: a reserve steps in.
      await button(page, 'Cứu trợ').click()
      await rescue([101])

      await play(2, 30)
      await play(3, 8, 4)
      await says(/Đã đến lúc cứu trợ/)
      await button(page, 'Cứu trợ: còn 8 bạn').click()
      const fell = [...ledger.states].filter(([, state]) => state === 'fallen').map(([seat]) => seat)
      await see(button(page, `Gọi ${fell.length} bạn trở lại`))
      await photograph(page, 'bell-hall-rescue', { whole: false })
      await button(page, `Gọi ${fell.length} bạn trở lại`).click()
      ledger.back(fell)
      await floorIsRight()
      await says(new RegExp(`^Cứu trợ thành công: ${fell.length} bạn trở lại sàn`))
      await look(page, 'bell-hall-rescued')

      await play(4, 3)
      await play(5, 1)
      const [last] = ledger.standing()
      const winner = pupils.get(last ?? 0)?.name ?? ''
      await see(page.getByText('Người cuối cùng trên sàn'), page.locator('.hs-last').getByText(winner))
      await main('Bục vinh danh').click()
      await see(heading(page, 'Bục vinh danh'), page.locator('.ts-podium-1.ts-podium-told').getByText(winner))
      await look(page, 'bell-hall-podium')
    },
    240_000,
  )
})

/** Who sits where, by the names that they came in with. */
async function bySeat(lesson: HallLesson): Promise<Map<number, Pupil>> {
  const { seats } = await lesson.view()
  expect(seats).toHaveLength(SEATS)
  const byName = new Map(lesson.pupils.map((pupil) => [pupil.name, pupil]))
  return new Map(seats.map(({ seat, name }) => [seat, byName.get(name) as Pupil]))
}
