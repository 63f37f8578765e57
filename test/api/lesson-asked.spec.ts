import { closeSockets, items, openLesson, type Pupil, right, schoolYearNow, wrong } from '../support/lesson'
import { useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

describe('CR-71, CR-72: pupils are measured by what was put to them', () => {
  it('who came in the middle of the first item is asked from the second one on, in every report', async () => {
    const teacher = await stage.client('teacher')
    const { id: classId } = await teacher.get('createSchoolClass', {
      body: { name: '6C', schoolYear: schoolYearNow() },
    })
    const { pupils } = await teacher.get('setPupils', {
      params: { classId },
      body: { pupils: [{ name: 'Nguyễn An' }, { name: 'Lê Bình' }, { name: 'Vũ Chi' }, { name: 'Trần Dung' }] },
    })
    const [an, binh, chi, dung] = pupils.map(({ id }) => id) as [string, string, string, string]
    const lesson = await openLesson(stage, teacher, items(3), { names: 'roster' }, classId)
    const first = await lesson.join('', { pupilId: an })
    const one = await lesson.next()
    const late = await lesson.join('', { pupilId: binh })
    await first.answer(1, right(one))
    await lesson.reveal(1)
    const two = await lesson.next()
    await Promise.all([first.answer(2, wrong(two)), late.answer(2, right(two))])
    await lesson.reveal(2)
    // Came when everything had been asked.
    const third = await lesson.next()
    const last = await lesson.join('', { pupilId: chi })
    await Promise.all([first.answer(3, wrong(third)), late.answer(3, wrong(third))])
    await lesson.reveal(3)
    await lesson.act('end')

    const { seats } = await teacher.get('lessonReport', { params: { lessonId: lesson.id } })
    expect(seats.map(({ name, rightCount, askedCount }) => [name, rightCount, askedCount])).toEqual([
      ['Nguyễn An', 1, 3],
      ['Lê Bình', 1, 2],
      ['Vũ Chi', 0, 0],
    ])
    const own = await Promise.all(
      [first, late, last].map(({ token }) => stage.guest().get('mySeatReport', { body: { token } })),
    )
    expect(own.map(({ rightCount, askedCount, reviews }) => [rightCount, askedCount, reviews.length])).toEqual([
      [1, 3, 3],
      [1, 2, 2],
      [0, 0, 0],
    ])
    const { progress } = await teacher.get('schoolClass', { params: { classId } })
    const inClass = (rightCount: number, askedCount: number) => [{ lessonId: lesson.id, rightCount, askedCount }]
    expect(new Map(progress.map(({ pupilId, lessons }) => [pupilId, lessons]))).toEqual(
      new Map<string, unknown>([
        [an, inClass(1, 3)],
        [binh, inClass(1, 2)],
        [chi, inClass(0, 0)],
        [dung, [null]],
      ]),
    )
  })

  it('at an own pace each by the pages that it opened, and items by those who came to them', async () => {
    const teacher = await stage.client('teacher')
    const { id: classId } = await teacher.get('createSchoolClass', {
      body: { name: '6D', schoolYear: schoolYearNow() },
    })
    const { pupils: list } = await teacher.get('setPupils', {
      params: { classId },
      body: { pupils: [{ name: 'Nguyễn An' }, { name: 'Lê Bình' }, { name: 'Vũ Chi' }] },
    })
    const settings = { mode: 'race', names: 'roster', until: new Date(Date.now() + 600_000).toISOString() } as const
    const lesson = await openLesson(stage, teacher, items(3), settings, classId)
    const [through, stuck, idle] = (await Promise.all(list.map(({ id }) => lesson.join('', { pupilId: id })))) as [
      Pupil,
      Pupil,
      Pupil,
    ]
    await lesson.act('next')
    for (const place of [1, 2, 3]) {
      await through.next()
      await through.answer(place, right(through.view.item))
    }
    await through.next()
    // Answers one page, opens the next and goes no further.
    await stuck.next()
    await stuck.answer(1, right(stuck.view.item))
    await stuck.next()
    await lesson.act('lock')
    await lesson.phase('revealed')
    await lesson.act('end')

    const { items: told, seats, topics } = await teacher.get('lessonReport', { params: { lessonId: lesson.id } })
    expect(told.map(({ seatCount, rightCount, rightShare }) => [seatCount, rightCount, rightShare])).toEqual([
      [2, 2, 1],
      [2, 1, 0.5],
      [1, 1, 1],
    ])
    expect(topics.map(({ rightShare }) => rightShare)).toEqual([4 / 5])
    const sums = (rows: readonly { rightCount: number; askedCount: number }[]) =>
      rows.map(({ rightCount, askedCount }) => [rightCount, askedCount])
    const asked = [
      [3, 3],
      [1, 2],
      [0, 0],
    ]
    const bySeat = [through, stuck, idle].map(({ seat }) => seats.find((row) => row.seat === seat))
    expect(bySeat.map((row) => [row?.rightCount, row?.askedCount])).toEqual(asked)
    const own = await Promise.all(
      [through, stuck, idle].map(({ token }) => stage.guest().get('mySeatReport', { body: { token } })),
    )
    expect(sums(own)).toEqual(asked)
    expect(own.map(({ reviews }) => reviews.length)).toEqual([3, 2, 0])
    const { progress } = await teacher.get('schoolClass', { params: { classId } })
    const inClass = list.map(({ id }) => progress.find(({ pupilId }) => pupilId === id)?.lessons[0])
    expect(inClass.map((cell) => [cell?.rightCount, cell?.askedCount])).toEqual(asked)
  })
})
