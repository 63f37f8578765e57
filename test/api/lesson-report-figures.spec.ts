import ExcelJS from 'exceljs'
import type { ApiOutput } from '@thiso/contracts'
import { urlOf } from '@thiso/contracts/routes'
import type { Client } from '../support/client'
import { closeSockets, openLesson, type PlaceRow, makeSet, schoolYearNow, tokenOf } from '../support/lesson'
import { pdfLines } from '../support/pdf-lines'
import { type Player, playLesson } from '../support/played-lesson'
import { useStage } from '../support/stage'

/**
 * Every number of a report worked out anew from what was played, by arithmetic of this spec alone; and the same on screen, in the sheet
 * and in the document.
 */
const stage = useStage()
afterEach(closeSockets)

type Said = string | readonly string[] | null
type Report = ApiOutput<'lessonReport'>

const choice = (stem: string, topic: 'concepts' | 'cyber-safety'): PlaceRow => ({ row: { question: { stem }, topic } })
const PLACES: PlaceRow[] = [
  choice('Câu thứ nhất', 'concepts'),
  choice('Câu thứ hai', 'cyber-safety'),
  choice('Câu thứ ba', 'cyber-safety'),
  {
    row: {
      topic: 'concepts',
      question: { type: 'short-text', stem: 'Câu thứ tư', options: [] },
      key: { type: 'short-text', accepted: ['Hà Nội'], ignoresDiacritics: true },
    },
  },
  {
    row: {
      topic: 'concepts',
      question: { type: 'multiple-choice', stem: 'Câu thứ năm' },
      key: { type: 'multiple-choice', options: [0, 1], optionCount: 4, grading: 'partial' },
    },
  },
  { kind: 'poll', prompt: 'Em thấy thế nào?', choices: ['Dễ', 'Khó'] },
  { kind: 'word-cloud', prompt: 'Một từ?' },
]
const SCORED = [1, 2, 3, 4, 5]
const TOPICS = { concepts: [1, 4, 5], 'cyber-safety': [2, 3] }
const NAMES = ['Nguyễn An', 'Lê Bình', 'Vũ Chi', 'Trần Dung', 'Đỗ Em', 'Hồ Gia']

/** What an answer is worth, 0 to 1. */
function worth(place: number, said: Said): number {
  if (place <= 3) return said === 'hai' ? 1 : 0
  if (place === 4) return said === 'hà nội' ? 1 : 0
  const chosen = said as readonly string[]
  const right = chosen.filter((each) => each === 'một' || each === 'hai').length
  return Math.max(0, (right - (chosen.length - right)) / 2)
}

/** Who was asked what, said what, and in which time: of those who stayed. */
interface Played {
  name: string
  asked: number[]
  said: Map<number, { said: Said; timeMs: number }>
}

/** From the plan and the times as they were recorded. @param asks the places that were put to a player */
async function played(lessonId: string, players: readonly Player[], asks: (player: Player) => number[]) {
  const { rows } = await stage.database.pool.query<{ name: string; place: number; ms: number }>(
    `SELECT s.name, a.place, a.time_ms AS ms FROM lesson_answer a JOIN lesson_seat s ON s.lesson_id = a.lesson_id AND s.number = a.seat
     WHERE a.lesson_id = $1`,
    [lessonId],
  )
  return players
    .filter(({ removedAfter }) => removedAfter === undefined)
    .map((player): Played => {
      const asked = asks(player)
      const said = new Map<number, { said: Said; timeMs: number }>()
      player.answers.forEach((answer, index) => {
        const row = rows.find(({ name, place }) => name === player.name && place === index + 1)
        if (answer !== null && asked.includes(index + 1)) {
          if (!row) throw new Error(`${player.name} said something at ${index + 1}, and nothing is recorded`)
          said.set(index + 1, { said: answer, timeMs: row.ms })
        }
      })
      return { name: player.name, asked, said }
    })
}

const shareIn = ({ said }: Played, place: number) => {
  const answer = said.get(place)
  return answer ? worth(place, answer.said) : 0
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** What stands at the head of the screen. */
function headlineOf({ items, seats }: Report) {
  const scored = items.filter(({ rightShare }) => rightShare !== null)
  return {
    seatCount: seats.filter(({ isRemoved }) => !isRemoved).length,
    rightCount: sum(scored.map(({ rightCount }) => rightCount)),
    couldCount: sum(scored.map(({ seatCount }) => seatCount)),
  }
}

/** The report on screen against what was played. @param pointsOf what a right answer brought beside its share */
function compareScreen(
  report: Report,
  all: readonly Played[],
  told: readonly number[],
  ranks: Record<string, number | null>,
  bonusOf: (timeMs: number) => number,
): void {
  const scored = SCORED.filter((place) => told.includes(place))
  const rightAt = (place: number) => all.filter((one) => shareIn(one, place) === 1).length
  const askedAt = (place: number) => all.filter(({ asked }) => asked.includes(place)).length
  for (const item of report.items) {
    const answers = all.flatMap(({ said }) => said.get(item.place) ?? [])
    const isTold = told.includes(item.place)
    expect([item.place, item.answeredCount, item.seatCount]).toEqual([
      item.place,
      isTold ? answers.length : 0,
      isTold ? askedAt(item.place) : 0,
    ])
    if (!isTold) continue
    if (answers.length > 0) expect(item.meanTimeS).toBeCloseTo(mean(answers.map(({ timeMs }) => timeMs)) / 1000, 6)
    else expect(item.meanTimeS).toBeNull()
    const counts = new Map<string, number>()
    for (const { said } of answers)
      for (const word of typeof said === 'string' ? [said] : (said ?? []))
        counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
    const bars = item.bars.filter(({ count }) => count > 0)
    expect(new Map(bars.map(({ label, text, count }) => [(text.vi || label).toLowerCase(), count]))).toEqual(counts)
    if (!scored.includes(item.place)) {
      expect([item.rightShare, item.misconception]).toEqual([null, null])
      continue
    }
    expect(item.rightCount).toBe(rightAt(item.place))
    if (item.seatCount > 0) expect(item.rightShare).toBeCloseTo(rightAt(item.place) / askedAt(item.place), 9)
    const isRightWord = (word: string) =>
      item.place === 4 ? word === 'hà nội' : item.place === 5 ? ['một', 'hai'].includes(word) : word === 'hai'
    const most = Math.max(0, ...[...counts].filter(([word]) => !isRightWord(word)).map(([, count]) => count))
    expect(item.misconception?.count ?? 0).toBe(most >= 2 ? most : 0)
    if (item.misconception)
      expect(counts.get((item.misconception.text.vi || item.misconception.label).toLowerCase())).toBe(most)
  }
  for (const one of all) {
    const seat = report.seats.find(({ name }) => name === one.name)
    const places = scored.filter((place) => one.asked.includes(place))
    const answers = places.flatMap((place) => {
      const answer = one.said.get(place)
      return answer ? [{ ...answer, share: shareIn(one, place) }] : []
    })
    expect(seat).toMatchObject({
      rank: ranks[one.name] ?? null,
      askedCount: places.length,
      answeredCount: answers.length,
      rightCount: answers.filter(({ share }) => share === 1).length,
      isRemoved: false,
      shares: report.items.map(({ place }) =>
        scored.includes(place) && one.said.has(place) ? shareIn(one, place) : null,
      ),
    })
    const points = sum(answers.map(({ share, timeMs }) => share + (share === 1 ? bonusOf(timeMs) : 0)))
    expect(seat?.points).toBeCloseTo(points, 6)
    if (answers.length > 0) expect(seat?.meanTimeS).toBeCloseTo(mean(answers.map(({ timeMs }) => timeMs)) / 1000, 6)
  }
  for (const [topic, places] of Object.entries(TOPICS)) {
    const own = places.filter((place) => scored.includes(place))
    const found = report.topics.find((each) => each.topic === topic)
    if (sum(own.map(askedAt)) > 0)
      expect(found?.rightShare).toBeCloseTo(sum(own.map(rightAt)) / sum(own.map(askedAt)), 9)
  }
  expect(headlineOf(report)).toMatchObject({
    seatCount: all.length,
    rightCount: sum(scored.map(rightAt)),
    couldCount: sum(scored.map(askedAt)),
  })
}

async function bytesOf(teacher: Client, url: string): Promise<Buffer> {
  return Buffer.from(await (await teacher.send('GET', url)).arrayBuffer())
}

/** The sheets by their names, each as rows by the words of their head. */
async function sheetsOf(bytes: Buffer) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return new Map(
    book.worksheets.map(({ name, ...sheet }, index) => {
      const rows: ExcelJS.CellValue[][] = []
      book.worksheets[index]?.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)))
      const [heads = [], ...rest] = rows
      return [
        book.worksheets[index]?.name ?? String(sheet),
        rest.map((row) => Object.fromEntries(heads.map((head, at) => [String(head), row[at] ?? null]))),
      ]
    }),
  )
}

const textOf = async (teacher: Client, url: string) =>
  pdfLines(await bytesOf(teacher, url))
    .flat()
    .map((line) => line.replace(/\s+/g, ' ').trim())
const percent = (share: number | null) => (share === null ? '' : `${Math.round(100 * share)}%`)
const tenths = (value: number | null) => (value === null ? '' : value.toFixed(1).replace('.', ','))
const line = (...cells: string[]) => cells.filter((cell) => cell !== '').join(' ')

/** The sheet and the document say what the screen says. */
async function compareFiles(teacher: Client, report: Report): Promise<void> {
  const { id } = report.lesson
  const sheets = await sheetsOf(await bytesOf(teacher, urlOf('lessonReportSheet', { lessonId: id }, { locale: 'vi' })))
  const items = sheets.get('Câu hỏi') ?? []
  const shares = report.items.map(({ rightShare }) => rightShare)
  expect(items).toHaveLength(report.items.length)
  for (const [index, item] of report.items.entries()) {
    const row = items[index] ?? {}
    expect([row['Câu'], row['Đã trả lời'], row['Số người chơi'], row['Tỷ lệ đúng'], row['Số người chọn']]).toEqual([
      item.place,
      item.answeredCount,
      item.seatCount,
      item.rightShare,
      item.misconception?.count ?? null,
    ])
    expect(row['Đúng']).toBe(item.kind === 'item' ? item.rightCount : null)
    expect(row['Thời gian trung bình (giây)']).toBe(item.meanTimeS)
    expect(row['Thứ tự khó (1: khó nhất)']).toBe(
      item.rightShare === null
        ? null
        : 1 + shares.filter((share) => share !== null && share < (item.rightShare as number)).length,
    )
  }
  const pupils = sheets.get('Học sinh') ?? []
  expect(pupils).toHaveLength(report.seats.length)
  for (const seat of report.seats)
    expect(pupils.find((row) => row['Tên'] === seat.name)).toMatchObject({
      Hạng: seat.rank,
      Đúng: seat.rightCount,
      'Đã trả lời': seat.answeredCount,
      'Tỷ lệ đúng': seat.askedCount > 0 ? seat.rightCount / seat.askedCount : null,
      Điểm: seat.points,
      'Thời gian trung bình (giây)': seat.meanTimeS,
      ...Object.fromEntries(SCORED.map((place) => [`Câu ${place}`, seat.shares[place - 1] ?? null])),
    })

  const lines = await textOf(teacher, urlOf('lessonReportPdf', { lessonId: id }, { locale: 'vi' }))
  const { rightCount, couldCount, seatCount } = headlineOf(report)
  expect(lines).toContain(`Số người chơi: ${seatCount}`)
  expect(lines).toContain(`Tỷ lệ đúng chung: ${percent(rightCount / couldCount)}`)
  for (const {
    place,
    stem,
    kind,
    answeredCount,
    rightCount: right,
    rightShare,
    meanTimeS,
    isSkipped,
  } of report.items) {
    if (kind !== 'item' || isSkipped || stem.vi === '') continue
    expect(lines).toContain(
      line(String(place), stem.vi, String(answeredCount), String(right), percent(rightShare), tenths(meanTimeS)),
    )
  }
  for (const { isRemoved, rank, name, team, rightCount: right, askedCount, points, meanTimeS } of report.seats) {
    if (isRemoved) continue
    const shown = new Intl.NumberFormat('vi', { maximumFractionDigits: 3 }).format(points)
    expect(lines).toContain(
      line(
        rank === null ? '' : String(rank),
        name,
        team ?? '',
        `${right}/${askedCount}`,
        percent(askedCount > 0 ? right / askedCount : null),
        shown,
        tenths(meanTimeS),
      ),
    )
  }
  expect(lines.filter((each) => each.includes('Dữ liệu được xóa ngày')).length).toBeGreaterThan(0)
}

let teacher: Client & { person: { token: string } }
let classId = ''
let pupilIds: string[] = []
let setId = ''
const ANSWERS: Said[][] = [
  ['hai', 'hai', 'hai', 'hà nội', ['một', 'hai'], 'Dễ', 'vui'],
  ['hai', 'ba', 'ba', 'Huế', ['một'], 'Khó', 'vui'],
  ['hai', 'ba', 'hai', 'huế', ['một', 'ba'], 'Khó', 'khó'],
  ['ba', 'hai', null, null, null, null, null],
  [null, 'ba', 'hai', 'hà nội', ['hai'], 'Dễ', 'hay'],
  ['hai', 'hai', 'hai', 'hà nội', ['một', 'hai'], 'Dễ', 'đủ'],
]
const players = (over: Record<number, Partial<Player>> = {}): Player[] =>
  NAMES.map((name, index) => ({
    name,
    pupilId: pupilIds[index] as string,
    answers: ANSWERS[index] as Said[],
    ...over[index],
  }))

beforeAll(async () => {
  teacher = await stage.client('teacher')
  const made = await teacher.get('createSchoolClass', { body: { name: '9B', schoolYear: schoolYearNow() } })
  classId = made.id
  const { pupils } = await teacher.get('setPupils', {
    params: { classId },
    body: { pupils: NAMES.map((name) => ({ name })) },
  })
  pupilIds = pupils.map(({ id }) => id)
  setId = await makeSet(stage, teacher, PLACES)
}, 120_000)

const reportOf = (lessonId: string) => teacher.get('lessonReport', { params: { lessonId } })
/** Right of asked of each pupil in each lesson played, the first lesson first; for the class over the year. */
const year: Map<string, { right: number; asked: number }>[] = []
function remember(all: readonly Played[], told: readonly number[]): void {
  const scored = SCORED.filter((place) => told.includes(place))
  year.push(
    new Map(
      all.map((one) => [
        one.name,
        {
          right: scored.filter((place) => shareIn(one, place) === 1).length,
          asked: scored.filter((place) => one.asked.includes(place)).length,
        },
      ]),
    ),
  )
}

describe('CR-70: every number of a report, worked out anew', () => {
  it('each for themselves, with speed: one came late, one was removed, an item was skipped', async () => {
    const plan = players({ 2: { joinsAt: 1 }, 5: { removedAfter: 2 } })
    const settings = { scoring: 'bounded-speed' as const }
    const id = await playLesson(teacher, { setId, classId, players: plan, settings, skips: [3] })
    const told = [1, 2, 4, 5, 6, 7]
    const all = await played(id, plan, ({ joinsAt = 0 }) => told.filter((place) => place > joinsAt))
    const bonus = (timeMs: number) => (0.99 * (1 - timeMs / 60_000)) / SCORED.length
    const points = new Map(
      all.map((one) => [
        one.name,
        Math.round(
          1000 *
            sum(
              [1, 2, 4, 5].map((place) => {
                const share = shareIn(one, place)
                return share + (share === 1 ? bonus(one.said.get(place)?.timeMs ?? 0) : 0)
              }),
            ),
        ),
      ]),
    )
    const ranks = Object.fromEntries(
      [...points].map(([name, own]) => [name, 1 + [...points.values()].filter((other) => other > own).length]),
    )
    const report = await reportOf(id)
    compareScreen(report, all, told, ranks, bonus)
    await compareFiles(teacher, report)
    remember(all, told)
  }, 120_000)

  it('teams, by the mean of their members', async () => {
    const plan = players().map((player, index) => ({ ...player, team: index < 2 ? 1 : 2 }))
    const settings = {
      mode: 'teams' as const,
      teams: { count: 2, sum: 'mean' as const, talkS: 0 },
      scoring: 'right-only' as const,
    }
    const id = await playLesson(teacher, { setId, classId, players: plan, settings })
    const told = [1, 2, 3, 4, 5, 6, 7]
    const all = await played(id, plan, () => told)
    const pointsOf = (one: Played) => sum(SCORED.map((place) => shareIn(one, place)))
    const teams = [all.slice(0, 2), all.slice(2)].map((members) => mean(members.map(pointsOf)))
    const [first = 0, second = 0] = teams
    const rankOf = (index: number) => (index < 2 ? (first >= second ? 1 : 2) : second >= first ? 1 : 2)
    const report = await reportOf(id)
    compareScreen(report, all, told, Object.fromEntries(NAMES.map((name, index) => [name, rankOf(index)])), () => 0)
    for (const [index, points] of teams.entries())
      expect(report.standings.find(({ team }) => team === index + 1)?.points).toBeCloseTo(points, 3)
    await compareFiles(teacher, report)
    remember(all, told)
  }, 120_000)

  it('Rung chuông vàng, where only who stands is asked', async () => {
    const plan = players()
    const settings = {
      mode: 'bell' as const,
      bell: { floorSize: 0, rescueBelow: 0 },
      scoring: 'right-only' as const,
    }
    const id = await playLesson(teacher, { setId, classId, players: plan, settings })
    const told = [1, 2, 3, 4, 5, 6, 7]
    /** Where somebody fell; polls and word clouds take nobody. */
    const fell = ({ answers }: Player) =>
      SCORED.find((place) => answers[place - 1] === null || worth(place, answers[place - 1] as Said) < 1) ?? 99
    const all = await played(id, plan, (player) => told.filter((place) => place <= fell(player)))
    const places = plan.map(fell)
    const ranks = Object.fromEntries(
      plan.map((player, index) => [
        player.name,
        1 + places.filter((other) => other > (places[index] as number)).length,
      ]),
    )
    const report = await reportOf(id)
    compareScreen(report, all, told, ranks, () => 0)
    await compareFiles(teacher, report)
    remember(all, told)
  }, 120_000)

  it('a race, where nobody is asked what they did not reach', async () => {
    const settings = { mode: 'race' as const, scoring: 'right-only' as const, names: 'roster' as const }
    const until = new Date(Date.now() + 600_000).toISOString()
    const lesson = await openLesson(stage, teacher as never, PLACES, { ...settings, until }, classId)
    const reached = [7, 7, 3, 1]
    const plan = players().slice(0, 4)
    const seats = []
    for (const { pupilId } of plan) seats.push(await lesson.join('', { pupilId: pupilId as string }))
    await lesson.act('next')
    for (const [index, pupil] of seats.entries())
      for (let place = 1; place <= (reached[index] as number); place++) {
        await pupil.next()
        const said = plan[index]?.answers[place - 1] ?? null
        if (said === null) continue
        const { item } = pupil.view
        const words = typeof said === 'string' ? [said] : said
        const answer = item?.options.length ? words.map((word) => tokenOf(item, word)).join(' ') : words.join(' ')
        expect(await pupil.answer(place, answer)).toMatchObject({ place })
      }
    await lesson.act('end')
    const told = [1, 2, 3, 4, 5, 6, 7]
    const all = await played(lesson.id, plan, ({ name }) =>
      told.filter((place) => place <= (reached[NAMES.indexOf(name)] as number)),
    )
    const points = all.map((one) => sum(SCORED.map((place) => shareIn(one, place))))
    const ranks = Object.fromEntries(
      all.map(({ name }, index) => [name, 1 + points.filter((other) => other > (points[index] as number)).length]),
    )
    const report = await reportOf(lesson.id)
    compareScreen(report, all, told, ranks, () => 0)
    await compareFiles(teacher, report)
    remember(all, told)
  }, 120_000)

  it('CR-72: the class over the year is the sum of these lessons, on screen, in the sheet and in the document', async () => {
    const view = await teacher.get('schoolClass', { params: { classId } })
    const oldestFirst = [...view.lessons].reverse()
    expect(oldestFirst).toHaveLength(year.length)
    const cellsOf = (name: string) => year.map((lesson) => lesson.get(name) ?? null)
    const shareOf = (cells: readonly ({ right: number; asked: number } | null)[]) => {
      const asked = sum(cells.map((cell) => cell?.asked ?? 0))
      return asked > 0 ? sum(cells.map((cell) => cell?.right ?? 0)) / asked : null
    }
    const sheets = await sheetsOf(await bytesOf(teacher, urlOf('schoolClassSheet', { classId }, { locale: 'vi' })))
    const results = sheets.get('Kết quả') ?? []
    const lines = await textOf(teacher, urlOf('schoolClassPdf', { classId }, { locale: 'vi' }))
    for (const [index, name] of NAMES.entries()) {
      const cells = cellsOf(name)
      const here = cells.filter((cell) => cell !== null).length
      const onScreen = [...(view.progress.find(({ pupilId }) => pupilId === pupilIds[index])?.lessons ?? [])].reverse()
      expect(onScreen.map((cell) => cell && { right: cell.rightCount, asked: cell.askedCount })).toEqual(cells)
      const row = results.find((each) => each['Tên'] === name) ?? {}
      expect(row).toMatchObject({ 'Cả năm': shareOf(cells), 'Số buổi tham gia': here })
      expect(Object.values(row).slice(2, 2 + cells.length)).toEqual(cells.map((cell) => shareOf([cell])))
      const right = `${sum(cells.map((cell) => cell?.right ?? 0))}/${sum(cells.map((cell) => cell?.asked ?? 0))}`
      expect(lines.join('\n')).toContain(
        line(String(index + 1), name, `${here}/${cells.length}`, right, percent(shareOf(cells))),
      )
      expect(lines).toContain(
        line(
          String(index + 1),
          name,
          ...cells.map((cell) => (cell === null ? 'vắng' : percent(shareOf([cell])) || '–')),
        ),
      )
    }
    const everything = NAMES.flatMap(cellsOf)
    expect(lines).toContain(`Tỷ lệ đúng cả năm: ${percent(shareOf(everything))}`)
    expect(results.at(-1)).toMatchObject({ Tên: 'Cả lớp', 'Cả năm': shareOf(everything) })
    expect(lines).toContain(line('Cả lớp', ...year.map((lesson) => percent(shareOf([...lesson.values()])))))
    const day = view.deleteOn.split('-').reverse().join('/')
    expect(lines).toContain(`Ngày xóa dữ liệu: ${day}`)
  }, 60_000)
})
