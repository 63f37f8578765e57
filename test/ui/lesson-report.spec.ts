import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { HASTY, makeClassSet, RIGHT } from '../support/class-set'
import type { Client } from '../support/client'
import { schoolYearNow } from '../support/lesson'
import { addPerson, knowDatabase, type Person } from '../support/people'
import { at } from '../support/place'
import { playLesson, type Player } from '../support/played-lesson'
import { Pupil } from '../support/pupil'
import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const TITLE = 'Ôn tập An toàn mạng'
const [one, two, three, four, five] = RIGHT
const NAMES = [
  'Nguyễn Thị Thu An',
  'Trần Văn Bình',
  'Hồ Ngọc Bảo Châu',
  'Alăng Thị Diệu',
  'Huỳnh Nguyễn Thanh Phương Uyên',
  'Võ Minh Đức',
]
/** What each of the class answers in the first lesson; the last one is away, the last but one joins by nobody's help late. */
const FIRST: Omit<Player, 'name'>[] = [
  { answers: [one, two, three, four, five, 'Đã dùng', 'cẩn thận'] },
  { answers: [one, HASTY, three, ['Mật khẩu dài'], 'tri tue nhan tao', 'Chưa dùng', 'OTP'] },
  { answers: [one, HASTY, 'Đúng', four, 'máy học', 'Chưa dùng', 'cẩn thận'] },
  { answers: [null, HASTY, three, null, 'máy học', 'Người nhà dùng giúp', 'bảo mật'] },
  { answers: [null, two, three, four, five, 'Đã dùng', 'cẩn thận'], joinsAt: 1 },
]

let teacher: Client
let person: Person
let classId = ''
let lessonId = ''

async function look(page: Page, name: string): Promise<void> {
  await settled(page)
  expect(await sidewaysScroll(page)).toBe(0)
  await photograph(page, `lesson-report/${name}`)
  expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
}

const visit = (size = LAPTOP, locale: 'vi' | 'en' = 'vi', theme?: 'light' | 'dark') =>
  stage.visit({ size, locale, login: person.login, isStill: true, ...(theme ? { theme } : {}) })

beforeAll(async () => {
  const { pool } = stage.database
  knowDatabase(stage.api.url, pool)
  person = await addPerson(pool, 'teacher', null, 'Phan Thị Giảng')
  teacher = await stage.client(person.login)
  const made = await teacher.get('createSchoolClass', {
    body: { name: '11A2', grade: 11, schoolYear: schoolYearNow() },
  })
  classId = made.id
  const { pupils } = await teacher.get('setPupils', {
    params: { classId },
    body: { pupils: NAMES.map((name) => ({ name })) },
  })
  const of = (plans: readonly Omit<Player, 'name'>[]) =>
    plans.map((plan, index) => ({ ...plan, name: NAMES[index] as string, pupilId: pupils[index]?.id as string }))
  const setId = await makeClassSet(teacher, TITLE)
  lessonId = await playLesson(teacher, { setId, classId, players: of(FIRST) })
  // A second lesson, in which everybody does better and one is removed.
  await playLesson(teacher, {
    setId,
    classId,
    endsAfter: 3,
    skips: [3],
    players: of([
      { answers: [one, two] },
      { answers: [one, two] },
      { answers: [one, HASTY] },
      { answers: [one, two] },
      { answers: ['Ngày 26 tháng 3', two] },
      { answers: [one, two], removedAfter: 2 },
    ]),
  })
}, 120_000)

describeInBrowser('CR-70: a lesson, looked at afterwards', () => {
  stage.scene('says how the class did, item by item and pupil by pupil', async () => {
    const { page } = await visit()
    await page.goto(`/admin/buoi-choi/${lessonId}`)
    await see(heading(page, TITLE), page.getByText('Đã kết thúc'), page.getByText(/Lớp 11A2 · Thi cá nhân/))
    const main = page.getByRole('main')
    await see(main.getByText('1 bạn vào sau'), main.getByText('Câu 2: 3 bạn chọn'), main.getByText('Khó nhất').first())
    const second = page.getByRole('article').filter({ hasText: 'xin mã OTP' })
    await see(second.getByText('Đáp án đúng'), second.getByText('3 (60%)'), second.getByText('2 (40%)'))
    await look(page, 'items-1280-vi')
    await page.getByRole('radio', { name: 'Khó nhất trước' }).check()
    expect(await page.getByRole('article').first().innerText()).toContain('Khó nhất')

    await page.getByRole('tab', { name: 'Từng bạn' }).click()
    const row = page.getByRole('row').filter({ hasText: 'Nguyễn Thị Thu An' })
    await see(row.getByText('5/5'), row.getByRole('img', { name: /^Đúng: 1, 2, 3, 4, 5\. Sai: không câu nào\./ }))
    const binh = page.getByRole('row').filter({ hasText: 'Trần Văn Bình' })
    await see(binh.getByRole('img', { name: /^Đúng: 1, 3, 5\. Sai: 2\. Đúng một phần: 4\./ }))
    await look(page, 'seats-1280-vi')
    // The address keeps the part.
    await page.reload()
    await see(page.getByRole('row').filter({ hasText: 'Nguyễn Thị Thu An' }))
    await page.getByRole('columnheader', { name: 'Tên' }).getByRole('button').click()
    expect(await page.getByRole('rowheader').allInnerTexts()).toHaveLength(5)
  })

  stage.scene('fits a phone in English, light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await visit(PHONE, 'en', theme)
      await page.goto(`/admin/buoi-choi/${lessonId}`)
      await see(page.getByText('The hardest').first(), page.getByText('Right answer').first())
      await look(page, `items-360-en-${theme}`)
      await page.getByRole('tab', { name: 'Pupil by pupil' }).click()
      await see(page.getByText('5/5'))
      await look(page, `seats-360-en-${theme}`)
    }
  })

  stage.scene('is taken along as a sheet and for printing', async () => {
    const { page } = await visit()
    await page.goto(`/admin/buoi-choi/${lessonId}`)
    for (const [name, start] of [
      ['Tải Excel (XLSX)', 'PK'],
      ['Tải PDF', '%PDF'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
      expect((await readFile(await download.path())).subarray(0, start.length).toString('latin1')).toBe(start)
    }
  })

  stage.scene('shows the way of each pupil through the lessons', async () => {
    for (const [size, locale] of [
      [LAPTOP, 'vi'],
      [PHONE, 'en'],
      [PHONE, 'vi'],
      [LAPTOP, 'en'],
    ] as const) {
      const { page } = await visit(size, locale)
      await page.goto(`/admin/lop-hoc/${classId}/tien-bo`)
      await see(heading(page, locale === 'vi' ? 'Tiến bộ của lớp 11A2' : 'Progress of class 11A2'))
      const row = page.getByRole('row').filter({ hasText: 'Trần Văn Bình' })
      const trend = locale === 'vi' ? /^tăng; .*60%, 100%$/ : /^rising; .*60%, 100%$/
      await see(row.getByRole('img', { name: trend }))
      const away = page.getByRole('row').filter({ hasText: 'Võ Minh Đức' })
      expect(await away.getByText(locale === 'vi' ? 'vắng' : 'away', { exact: true }).count()).toBe(2)
      await look(page, `progress-${size.width}-${locale}`)
    }
    const { page } = await visit()
    await page.goto(`/admin/lop-hoc/${classId}/tien-bo`)
    for (const [name, start] of [
      ['Tải bảng Excel (XLSX)', 'PK'],
      ['Tải PDF', '%PDF'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
      expect((await readFile(await download.path())).subarray(0, start.length).toString('latin1')).toBe(start)
    }
    await link(page, /^Báo cáo buổi/)
      .last()
      .click()
    await see(heading(page, TITLE))
  })
})

describeInBrowser('CR-70: reports of other lessons', () => {
  stage.scene('teams, with the board of the teams', async () => {
    const setId = await makeClassSet(teacher, 'Thi đua giữa các tổ')
    const id = await playLesson(teacher, {
      setId,
      settings: { mode: 'teams', teams: { count: 2, sum: 'mean', talkS: 0 }, scoring: 'right-only' },
      endsAfter: 2,
      players: [
        { name: 'An', team: 1, answers: [one, two] },
        { name: 'Bình', team: 1, answers: [one, HASTY] },
        { name: 'Châu', team: 2, answers: [one, HASTY] },
        { name: 'Diệu', team: 2, answers: [null, HASTY], removedAfter: 2 },
      ],
    })
    const { page } = await visit()
    await page.goto(`/admin/buoi-choi/${id}?xem=bang`)
    await see(page.getByText('Điểm của đội là trung bình điểm của các bạn trong đội.'))
    expect(await page.getByRole('rowheader').count()).toBe(2)
    await look(page, 'teams-1280-vi')
    await page.getByRole('tab', { name: 'Từng bạn' }).click()
    await see(page.getByText('1 bạn đã được mời ra khỏi buổi chơi'))
    expect(await page.getByRole('rowheader').allInnerTexts()).toHaveLength(3)
  })

  stage.scene('Rung chuông vàng, with who fell where', async () => {
    const setId = await makeClassSet(teacher, 'Rung chuông vàng khối 11')
    const id = await playLesson(teacher, {
      setId,
      settings: { mode: 'bell', bell: { floorSize: 0, rescueBelow: 0 } },
      endsAfter: 3,
      players: [
        { name: 'An', answers: [one, two, three] },
        { name: 'Bình', answers: [one, HASTY] },
        { name: 'Châu', answers: [one, HASTY] },
        { name: 'Diệu', answers: [null] },
      ],
    })
    for (const [size, locale] of [
      [LAPTOP, 'vi'],
      [PHONE, 'en'],
    ] as const) {
      const { page } = await visit(size, locale)
      await page.goto(`/admin/buoi-choi/${id}?xem=bang`)
      const words =
        locale === 'vi'
          ? ['An rung được chuông vàng', 'Rời sàn ở câu 2']
          : ['An rang the golden bell', 'Left at item 2']
      await see(...words.map((text) => page.getByText(text)))
      await look(page, `bell-${size.width}-${locale}`)
      await page.getByRole('tab').last().click()
      await see(page.getByText(locale === 'vi' ? 'rời sàn ở câu 1' : 'left at item 1'))
      await look(page, `bell-seats-${size.width}-${locale}`)
    }
  })

  stage.scene('a running one says so, an empty one has nothing to report', async () => {
    const setId = await makeClassSet(teacher, 'Đang chơi dở')
    const running = await playLesson(teacher, {
      setId,
      endsAfter: 2,
      runsOn: true,
      players: [{ name: 'An', answers: [one, HASTY] }],
    })
    const { page } = await visit()
    await page.goto(`/admin/buoi-choi/${running}`)
    await see(page.getByText('Buổi chơi đang diễn ra'), page.getByText(/2 trên 7 câu đã công bố đáp án/))
    await see(link(page, 'Mở màn hình lớp'), page.getByText('Chưa công bố đáp án').first())
    await look(page, 'running-1280-vi')
    const empty = await teacher.get('createLesson', { body: { setId, settings: {} } })
    await page.goto(`/admin/buoi-choi/${empty.id}`)
    await see(page.getByText('Buổi chơi chưa bắt đầu'))
    await look(page, 'lobby-1280-vi')
    await teacher.get('actOnLesson', {
      params: { lessonId: empty.id },
      body: { version: empty.step.version, act: { kind: 'end' } },
    })
    const phone = (await visit(PHONE, 'en')).page
    await phone.goto(`/admin/buoi-choi/${empty.id}`)
    await see(phone.getByText('Nobody took part'))
    await look(phone, 'empty-360-en')
  })

  stage.scene('homework tells nothing before its end', async () => {
    const setId = await makeClassSet(teacher, 'Ôn ở nhà')
    const { serverTime } = await teacher.get('serverTime')
    const until = new Date(Date.parse(serverTime) + 3_600_000).toISOString()
    const homework = await teacher.get('createLesson', {
      body: { setId, settings: { mode: 'homework', until, scoring: 'right-only', board: 'end', leadS: 0 } },
    })
    const act = async (kind: 'next' | 'end') => {
      const { step } = await teacher.get('lesson', { params: { lessonId: homework.id } })
      await teacher.get('actOnLesson', {
        params: { lessonId: homework.id },
        body: { version: step.version, act: { kind } },
      })
    }
    await act('next')
    // An looks at the first page and leaves: one item was put to one pupil, and none of the others.
    const an = await Pupil.join(await stage.client(), homework.pin as string, { name: 'An' })
    expect(await an.next()).toMatchObject({ ownPlace: 1 })
    an.close()
    const { page } = await visit(LAPTOP, 'en')
    await page.goto(`/admin/buoi-choi/${homework.id}`)
    await see(
      page.getByText(/Each one goes at their own pace/),
      page.getByText('Homework, right answers only', { exact: false }),
    )
    expect(await page.getByText('Right answer', { exact: true }).count()).toBe(0)
    await look(page, 'homework-1280-en')
    await act('end')
    await page.reload()
    await see(page.getByText('0 of 1 possible answers'), page.getByText('Right answer', { exact: true }).first())
    await look(page, 'homework-over-1280-en')
  })

  stage.scene('thousands of pupils come in pages', async () => {
    const setId = await makeClassSet(teacher, 'Ngày hội chuyển đổi số toàn trường')
    const id = await playLesson(teacher, { setId, endsAfter: 2, players: [{ name: 'An', answers: [one, two] }] })
    await stage.query(
      `INSERT INTO lesson_seat (lesson_id, number, name, folded_name, token_hash, device_hash, joined_place)
       SELECT $1, n, 'Học sinh ' || n, 'hoc sinh ' || n, 'token ' || n, 'device ' || n, 0 FROM generate_series(2, 3000) n`,
      [id],
    )
    await stage.query(
      `INSERT INTO lesson_answer (lesson_id, place, seat, response, received_at, time_ms)
       SELECT $1, p, n, to_jsonb(ARRAY[n % 4]), clock_timestamp(), 1000 + n
       FROM generate_series(2, 3000) n, generate_series(1, 2) p`,
      [id],
    )
    const { page } = await visit()
    await page.goto(`/admin/buoi-choi/${id}?xem=ban`)
    await see(page.getByText('1–50 trên 3.000').or(page.getByText(/3.000/)).first())
    expect(await page.getByRole('rowheader').count()).toBe(50)
    await page.getByRole('searchbox', { name: 'Tìm tên' }).fill('hoc sinh 2777')
    await see(page.getByRole('rowheader', { name: 'Học sinh 2777' }))
    expect(await page.getByRole('rowheader').count()).toBe(1)
    await look(page, 'thousands-1280-vi')
  })

  stage.scene('is carried to another server once, and deleted with everything that it had', async () => {
    const setId = await makeClassSet(teacher, 'Chơi ở điểm trường')
    const id = await playLesson(teacher, { setId, endsAfter: 2, players: [{ name: 'An', answers: [one, two] }] })
    const { page, expectComplaint } = await visit()
    await page.goto(`/admin/buoi-choi/${id}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Tải tệp kết quả để mang đi').click(),
    ])
    const file = at('test/.out', `${download.suggestedFilename()}`)
    await download.saveAs(file)

    await button(page, 'Xóa buổi này').click()
    const dialog = page.getByRole('alertdialog')
    await see(dialog.getByText(/mọi câu trả lời của 1 bạn/))
    await look(page, 'delete-1280-vi')
    await dialog.getByRole('textbox').fill('Chơi ở điểm trường')
    await dialog.getByRole('button', { name: 'Xóa buổi này' }).click()
    await page.waitForURL('**/admin/buoi-choi')
    expect(await teacher.refusal('lessonReport', { params: { lessonId: id } })).toBe('LESSON.NOT_FOUND')

    await page.goto('/admin/buoi-choi/mang-ve')
    await see(heading(page, 'Mang kết quả về'))
    const field = page.locator('input[type=file]')
    await field.setInputFiles(file)
    await see(page.getByText('Đã nhận “Chơi ở điểm trường”'))
    await field.setInputFiles(file)
    await see(page.getByText('“Chơi ở điểm trường” đã có ở đây'))
    const damaged = path.join(path.dirname(file), 'hong.json')
    await writeFile(damaged, (await readFile(file, 'utf8')).replace('"An"', '"Ẩn"'))
    expectComplaint(/classroom\/lessons\/files/)
    await field.setInputFiles(damaged)
    await see(page.getByText('Chưa nhận được tệp hong.json'))
    await look(page, 'carry-1280-vi')
    await page.setViewportSize(PHONE)
    await look(page, 'carry-360-vi')
    await link(page, 'Mở báo cáo').last().click()
    await see(heading(page, 'Chơi ở điểm trường'), page.getByText('Mang về từ máy không có mạng'))
    await look(page, 'carried-360-vi')
  })
})
