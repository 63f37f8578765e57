import { closeSockets, items, openLesson, type Pupil, right, wrong } from '../support/lesson'
import { useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('CR-1, CR-2: acts at their moments', () => {
  it('ends with honour before the last place; what was not played is asked of nobody', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(4))
    const [an, binh] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil, Pupil]
    expect(await lesson.refusal('podium')).toBe('LESSON.WRONG_PHASE')
    const first = await lesson.next()
    expect(await lesson.refusal('podium')).toBe('LESSON.WRONG_PHASE')
    await Promise.all([an.answer(1, right(first)), binh.answer(1, wrong(first))])
    await lesson.phase('revealed', 1)
    await lesson.act('board')
    const second = await lesson.next()
    await Promise.all([an.answer(2, right(second)), binh.answer(2, wrong(second))])
    await lesson.phase('revealed', 2)
    expect(await lesson.act('podium')).toMatchObject({ phase: 'podium', place: 2, isSkipped: false })
    const { standings } = await lesson.view()
    expect(standings.map(({ name, rank, rightCount }) => [name, rank, rightCount])).toEqual([
      ['An', 1, 2],
      ['Bình', 2, 0],
    ])
    expect(await lesson.refusal('next')).toBe('LESSON.WRONG_PHASE')
    await lesson.act('end')
    const own = await stage.guest().get('mySeatReport', { body: { token: binh.token } })
    expect(own).toMatchObject({ rightCount: 0, askedCount: 2, standing: { rank: 2 } })
    expect(own.reviews).toHaveLength(2)
    const report = await teacher.get('lessonReport', { params: { lessonId: lesson.id } })
    expect(report.items.map(({ seatCount, rightShare }) => [seatCount, rightShare])).toEqual([
      [2, 0.5],
      [2, 0.5],
      [0, null],
      [0, null],
    ])
  })

  it('a host does not lock what has not opened yet, and may skip it', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), { leadS: 15 })
    await lesson.act('next')
    expect(await lesson.refusal('lock')).toBe('LESSON.TOO_EARLY')
    expect((await lesson.view()).step.phase).toBe('open')
    expect(await lesson.act('skip')).toMatchObject({ phase: 'board', isSkipped: true })
  })
})

describe('CR-35: the end of an own pace', () => {
  it('a race lasts its minutes from its opening on, not from its making', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), {
      mode: 'race',
      raceMinutes: 7,
      until: inSeconds(86_400),
    })
    await lesson.join('An')
    await wait(1_100)
    const { opensAt, closesAt } = await lesson.act('next')
    expect(Date.parse(closesAt as string) - Date.parse(opensAt as string)).toBe(7 * 60_000)
  })

  it('does not begin once its end has passed, and says so', async () => {
    const teacher = await stage.client('teacher')
    const until = inSeconds(8)
    const lesson = await openLesson(stage, teacher, items(1), { mode: 'homework', until })
    await wait(Math.max(0, Date.parse(until) - Date.now()) + 100)
    expect(await lesson.refusal('next')).toBe('LESSON.TIME_OVER')
    expect((await lesson.view()).step.phase).toBe('lobby')
  })

  it('is told by itself, also where the host of items together would show the answers', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), {
      mode: 'homework',
      until: inSeconds(600),
      revealsItself: false,
    })
    const an = await lesson.join('An')
    await lesson.act('next')
    await an.next()
    await an.answer(1, right(an.view.item))
    await lesson.act('lock')
    await lesson.phase('revealed')
    expect((await stage.guest().get('mySeatReport', { body: { token: an.token } })).rightCount).toBe(1)
  })
})
