import type { ApiBody } from '@thiso/contracts'
import type { Page } from 'playwright-core'
import { see, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { ClassHall, emptyHall, type HallLesson } from './support/class-hall'
import { doorDrawn } from './support/drawn-qr'
import { readEnd, readTable, type ReportRow } from './support/lesson-end'
import { button, field, heading, link } from './support/places'
import { PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
afterEach(emptyHall)

const PROJECTOR = { width: 1280, height: 720 }
/** Ten windows on two cores that others use as well. */
const STORY_MS = 280_000
/** The remote's large button listens again once it has stood for a moment. */
const SETTLED_MS = 800
const NAMES = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khoa', 'Linh']
const RIGHT = 'Phương án đúng'
const WRONG = 'Phương án một'
const WHY = 'Vì thế đó là đáp án.'
const SOURCE = /^Luật Giao dịch điện tử số 20\/2023\/QH15/

/** A class screen, a teacher's phone and eight pupils' phones, all of them real windows. */
class RealClass {
  private constructor(
    readonly lesson: HallLesson,
    readonly screen: Page,
    readonly remote: Page,
    readonly phones: readonly Page[],
    private readonly mode: string,
  ) {}

  static async open(
    places: ApiBody<'createLessonSet'>['places'],
    settings: ApiBody<'createLesson'>['settings'],
    hall: ClassHall,
  ): Promise<RealClass> {
    const lesson = await hall.lesson(places, settings)
    const { page: screen } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    await screen.goto(lesson.path)
    await see(screen.getByText(lesson.pin.slice(0, 3)).first())
    // The teacher's phone is paired by what the class screen shows.
    const { page: remote } = await stage.visit({ size: PHONE })
    await button(screen, 'Điều khiển bằng điện thoại').click()
    const dialog = screen.getByRole('dialog')
    await see(dialog.getByText(/ghép điện thoại mới thì điện thoại đã ghép trước đó thôi điều khiển/))
    const pairing = await doorDrawn(dialog)
    await remote.goto(pairing.pathname + pairing.hash)
    await see(heading(remote, 'Phòng chờ'))
    await screen.keyboard.press('Escape')
    // Pupils come by what their cameras read from the class screen.
    const door = await doorDrawn(screen)
    expect(door.pathname + door.hash).toMatch(new RegExp(`^/lop/${lesson.pin}#[\\w-]{8,}$`))
    const phones: Page[] = []
    for (const [index, name] of NAMES.entries()) phones.push(await seated(door, name, index))
    await until(async () => (await lesson.view()).seats.filter(({ isHere }) => isHere).length === NAMES.length)
    return new RealClass(lesson, screen, remote, phones, settings?.mode ?? 'individual')
  }

  /** One tap on the large button of the remote, which always is what comes next. */
  async press(name: string | RegExp): Promise<void> {
    await see(button(this.remote, name))
    await this.remote.waitForTimeout(SETTLED_MS)
    await button(this.remote, name).tap()
  }

  /** Everybody answers; the first so many rightly. @returns when the place is told */
  async answer(place: number, rightCount: number, who = this.phones): Promise<void> {
    await Promise.all(who.map((phone, index) => choose(phone, index < rightCount ? RIGHT : WRONG)))
    await this.lesson.reaches('revealed', place)
  }

  /**
   * The end: every pupil reads what to study, and the report, opened from the class screen, has the same figures for each of them.
   * @param rightOf which of the scored places each phone answered rightly
   */
  async end(scored: readonly number[], rightOf: (index: number) => readonly number[]): Promise<void> {
    await this.press('Kết thúc buổi chơi')
    await button(this.remote, 'Kết thúc').tap()
    await see(heading(this.remote, 'Buổi chơi đã kết thúc'), heading(this.screen, 'Buổi chơi đã kết thúc'))
    const own = await Promise.all(this.phones.map((phone) => readEnd(phone, { why: WHY, source: SOURCE })))
    await this.photograph(`${this.mode}-9-end`)
    await link(this.screen, 'Xem báo cáo').click()
    await this.screen.getByRole('tab', { name: this.mode === 'team-device' ? 'Từng đội' : 'Từng bạn' }).click()
    const seats = await readTable(this.screen)
    await photograph(this.screen, `classroom/${this.mode}-9-report`)
    expect([...seats.keys()].sort()).toEqual([...NAMES].sort())
    let teams: Map<string, ReportRow> | null = null
    if (this.mode === 'teams') {
      await this.screen.getByRole('tab', { name: 'Bảng điểm' }).click()
      await see(this.screen.getByRole('rowheader', { name: 'Tổ 1' }))
      teams = await readTable(this.screen)
    }
    for (const [index, name] of NAMES.entries()) {
      const right = rightOf(index)
      const missed = scored.filter((place) => !right.includes(place))
      const row = seats.get(name) as ReportRow
      const { team, rank, rightOfRank, points, ...rest } = own[index] as (typeof own)[number]
      expect([name, rest]).toEqual([
        name,
        { right: `${right.length}`, asked: `${scored.length}`, rightItems: right, missedItems: missed },
      ])
      expect([name, row['Đúng'], row['Từng câu']]).toEqual([
        name,
        `${right.length}/${scored.length}`,
        `Đúng: ${listed(right)}. Sai: ${listed(missed)}. Đúng một phần: ${listed([])}. Không trả lời: ${listed([])}.`,
      ])
      // Where teams play, three of the figures are the team's, and the phone says so.
      expect([name, team]).toEqual([name, teams ? `Tổ ${1 + (index % 2)}` : undefined])
      const placed = team && teams?.get(team)
      expect([name, rank, rightOfRank, points]).toEqual(
        placed
          ? [name, placed['Hạng'], placed['Số câu đúng'], placed['Điểm']]
          : [name, row['Hạng'], `${right.length}`, row['Điểm']],
      )
    }
  }

  /** What each kind of window shows now, for people to look at. */
  async photograph(name: string): Promise<void> {
    await photograph(this.screen, `classroom/${name}-screen`, { whole: false })
    await photograph(this.remote, `classroom/${name}-remote`, { whole: false })
    await photograph(this.phones[0] as Page, `classroom/${name}-phone-1`, { whole: false })
    await photograph(this.phones[7] as Page, `classroom/${name}-phone-8`, { whole: false })
  }
}

/** Places as the report says them. */
const listed = (places: readonly number[]) => places.join(', ') || 'không câu nào'

async function seated(door: URL, name: string, index: number): Promise<Page> {
  const { page } = await stage.visit({ size: PHONE })
  await page.goto(door.pathname + door.hash)
  await field(page, /^Tên (hiện trên màn hình lớp|đội)$/).fill(name)
  const team = page.getByText(`Tổ ${1 + (index % 2)}`, { exact: true })
  if (await team.count()) await team.tap()
  await button(page, `Vào lớp: ${name}`).tap()
  await see(heading(page, /^(Bạn|Đội) đã vào lớp$/))
  return page
}

async function choose(phone: Page, text: string): Promise<void> {
  await phone.waitForFunction(() => document.querySelector('.ls-choice:not([aria-disabled])') !== null)
  await phone.locator('.ls-choice').filter({ hasText: text }).tap()
}

/** Three items that every phone can tell apart from their stems. */
async function threeItems(hall: ClassHall) {
  const ids: string[] = []
  for (const stem of ['Chữ ký số dùng để làm gì?', 'Mật khẩu nào mạnh hơn?', 'Dữ liệu mở là gì?'])
    ids.push(
      await hall.item({
        body: { type: 'single-choice', stem, options: [WRONG, RIGHT, 'Phương án hai', 'Phương án ba'], key: 1 },
        explanation: WHY,
      }),
    )
  return ids.map((itemId) => ({ kind: 'item' as const, itemId, limitS: 120 }))
}

describeInBrowser('CR: a class screen, a remote and eight phones', () => {
  stage.scene(
    'individual: items, a poll and a word cloud, to the podium',
    async () => {
      const hall = await ClassHall.open(stage)
      const [first, second] = await threeItems(hall)
      const room = await RealClass.open(
        [
          first!,
          { kind: 'poll', prompt: 'Bạn thích học cách nào?', choices: ['Một mình', 'Theo nhóm'], limitS: 120 },
          { kind: 'word-cloud', prompt: 'Chuyển đổi số, trong một từ?', limitS: 120 },
          second!,
        ],
        { leadS: 0 },
        hall,
      )
      await room.photograph('individual-0-lobby')
      await room.press('Bắt đầu: câu 1')
      await see(room.screen.getByText('Chữ ký số dùng để làm gì?').first())
      await room.answer(1, 6)
      await see(
        heading(room.phones[0]!, 'Đúng rồi!'),
        heading(room.phones[7]!, 'Chưa đúng'),
        room.screen.getByText('6 trong 8 bạn trả lời đúng'),
        room.remote.getByText('6/8 trả lời đúng'),
      )
      await room.photograph('individual-1-reveal')
      await room.press('Hiện bảng điểm')
      await see(heading(room.screen, 'Bảng điểm'), heading(room.phones[0]!, 'Bảng điểm'))
      await room.photograph('individual-2-board')
      await room.press('Sang câu 2')
      await Promise.all(room.phones.map((phone, index) => choose(phone, index < 3 ? 'Một mình' : 'Theo nhóm')))
      await room.lesson.reaches('revealed', 2)
      await see(room.screen.getByText('8 bạn đã trả lời'))
      await room.photograph('individual-3-poll')
      await room.press('Sang câu 3')
      await Promise.all(
        room.phones.map(async (phone, index) => {
          await field(phone, 'Từ của bạn').fill(index < 5 ? 'kết nối' : `ý tưởng ${NAMES[index]}`)
          await button(phone, 'Gửi').tap()
        }),
      )
      await room.lesson.reaches('revealed', 3)
      await see(room.screen.getByText('kết nối').first())
      await room.photograph('individual-4-cloud')
      await room.press('Sang câu 4')
      await room.answer(4, 1)
      await room.press('Lên bục vinh danh')
      await see(heading(room.screen, 'Bục vinh danh'), heading(room.phones[0]!, 'Bạn đứng đầu!'))
      await room.photograph('individual-5-podium')
      await room.end([1, 4], (index) => (index < 1 ? [1, 4] : index < 6 ? [1] : []))
    },
    STORY_MS,
  )

  for (const mode of ['teams', 'team-device'] as const)
    stage.scene(
      `${mode}: the points of a team on every window`,
      async () => {
        const hall = await ClassHall.open(stage)
        const room = await RealClass.open(
          (await threeItems(hall)).slice(0, 2),
          { mode, leadS: 0, scoring: 'right-only', teams: { count: 2, sum: 'mean', talkS: 2 } },
          hall,
        )
        await room.press('Bắt đầu: câu 1')
        // Phones 1, 3, 5 and 7 are of the first team.
        await Promise.all(room.phones.map((phone, index) => choose(phone, index % 2 === 0 ? RIGHT : WRONG)))
        await room.lesson.reaches('revealed', 1)
        await see(heading(room.phones[0]!, 'Đúng rồi!'), heading(room.phones[1]!, 'Chưa đúng'))
        await room.press('Hiện bảng điểm')
        await see(heading(room.screen, mode === 'teams' ? 'Bảng điểm các đội' : /^Bảng điểm/))
        const { standings } = await room.lesson.view()
        expect(standings.map(({ rank, name, points }) => [rank, name, points])).toEqual(
          mode === 'teams'
            ? [
                [1, 'Tổ 1', 1],
                [2, 'Tổ 2', 0],
              ]
            : NAMES.filter((_, index) => index % 2 === 0)
                .map((name) => [1, name, 1])
                .concat(NAMES.filter((_, index) => index % 2 === 1).map((name) => [5, name, 0])),
        )
        await room.photograph(`${mode}-1-board`)
        await room.press('Sang câu 2')
        await room.answer(2, 8)
        await room.press('Lên bục vinh danh')
        await see(heading(room.screen, 'Bục vinh danh'))
        if (mode === 'teams') await see(heading(room.phones[0]!, 'Đội bạn đứng đầu!'))
        await room.photograph(`${mode}-2-podium`)
        await room.end([1, 2], (index) => (index % 2 === 0 ? [1, 2] : [2]))
      },
      STORY_MS,
    )

  stage.scene(
    'bell: the floor empties, a rescue, the last one standing',
    async () => {
      const hall = await ClassHall.open(stage)
      const room = await RealClass.open(
        await threeItems(hall),
        { mode: 'bell', leadS: 0, bell: { floorSize: 0, rescueBelow: 2 } },
        hall,
      )
      await room.photograph('bell-0-lobby')
      await room.press('Bắt đầu: câu 1')
      await room.answer(1, 2)
      await see(room.phones[7]!.getByText('Bạn đã dừng ở câu này.'), room.phones[0]!.getByText('Bạn vẫn ở trên sàn.'))
      await room.photograph('bell-1-fallen')
      await room.press('Cứu trợ')
      await room.remote.getByLabel('Tất cả bạn đã rời sàn (6)').check()
      await button(room.remote, 'Đưa 6 bạn trở lại').tap()
      await see(room.phones[7]!.getByText('Bạn được cứu trợ và trở lại sàn thi đấu!'))
      await room.photograph('bell-2-rescued')
      await room.press(/^Hiện (bảng điểm|sàn thi đấu)$/)
      await room.press('Sang câu 2')
      await room.answer(2, 1)
      await see(room.remote.getByText(/^Trên sàn chỉ còn một bạn: ghế 1, An\./))
      await room.press('Hiện sàn thi đấu')
      await see(room.screen.getByText('Người cuối cùng trên sàn').first())
      await room.photograph('bell-3-last')
      // One item was not played: the bell is rung before it.
      await room.press('Lên bục vinh danh')
      await button(room.remote, 'Lên bục vinh danh').last().tap()
      await see(heading(room.screen, 'Bục vinh danh'), room.screen.locator('.ts-podium-told').getByText('An'))
      await room.photograph('bell-4-podium')
      await room.end([1, 2], (index) => (index < 1 ? [1, 2] : index < 2 ? [1] : []))
    },
    STORY_MS,
  )

  for (const mode of ['race', 'homework'] as const)
    stage.scene(
      `${mode}: each at an own pace, told when it is over`,
      async () => {
        const hall = await ClassHall.open(stage)
        const until = new Date(Date.now() + 3_600_000).toISOString()
        const room = await RealClass.open((await threeItems(hall)).slice(0, 2), { mode, until }, hall)
        await room.press('Bắt đầu')
        await Promise.all(
          room.phones.map(async (phone, index) => {
            await button(phone, 'Bắt đầu').tap()
            for (const [place, then] of ['Câu tiếp theo', 'Xong'].entries()) {
              await see(heading(phone, `Câu ${place + 1} trên 2`))
              await choose(phone, index < 4 ? RIGHT : WRONG)
              // Nobody is told anything that others could still use.
              await see(phone.getByRole('status').getByText(/^Đã ghi nhận/))
              expect(await phone.getByText(/Đúng rồi|Chưa đúng|Vì thế đó là đáp án/).count()).toBe(0)
              await button(phone, then).tap()
            }
            await see(heading(phone, 'Bạn đã làm xong'))
          }),
        )
        await see(room.screen.getByText('8 trong 8 bạn đã làm xong'))
        await room.photograph(`${mode}-1-done`)
        await room.press('Ngừng nhận bài')
        await button(room.remote, 'Ngừng nhận bài').last().tap()
        await room.photograph(`${mode}-2-locked`)
        await room.lesson.reaches('revealed')
        await room.press('Lên bục vinh danh')
        await room.lesson.reaches('podium')
        await see(heading(room.screen, 'Bục vinh danh'))
        await room.photograph(`${mode}-3-podium`)
        await room.end([1, 2], (index) => (index < 4 ? [1, 2] : []))
      },
      STORY_MS,
    )
})
