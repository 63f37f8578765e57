import { closeSockets, items, openLesson, type Pupil, right, schoolYearNow } from '../support/lesson'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
/** What pupils were told of where they stand. */
const toldPlaces = (pupil: Pupil) =>
  pupil.heard.filter(
    ({ event, data }) => event === 'lesson:outcome' && (data as { standing: unknown }).standing !== null,
  )

describe('CR-25: after the last place', () => {
  it('skipping it tells nobody who has won; the podium does', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), { board: 'each' })
    const [an] = (await lesson.joinAll(['An', 'Chi'])) as [Pupil]
    await an.answer(1, right(await lesson.next()))
    await lesson.lock()
    await lesson.reveal(1)
    await lesson.act('board')
    await eventually('the board after the first place', async () => toldPlaces(an).length === 1)
    await lesson.next()
    expect(await lesson.act('skip')).toMatchObject({ phase: 'board', isSkipped: true })
    await eventually('the skipping is told', async () => lesson.steps.some(({ step }) => step.isSkipped))
    expect((await lesson.view()).standings).toEqual([])
    expect(await an.watch()).toMatchObject({ standing: null })
    expect(toldPlaces(an)).toHaveLength(1)
    await lesson.act('next')
    expect((await lesson.view()).standings).toMatchObject([
      { name: 'An', rank: 1 },
      { name: 'Chi', rank: 2 },
    ])
  })
})

describe('CR-33: the bell', () => {
  it('takes no rescue after the last place: whoever came back would share the rank of whoever is left', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), { mode: 'bell' })
    const [an, chi] = (await lesson.joinAll(['An', 'Chi'])) as [Pupil, Pupil]
    for (const place of [1, 2]) {
      const item = await lesson.next()
      await an.answer(place, right(item))
      await lesson.lock()
      await lesson.reveal(place)
      if (place === 1) await lesson.act({ kind: 'rescue', seats: [chi.seat] })
    }
    expect(await lesson.refusal({ kind: 'rescue', seats: [chi.seat] })).toBe('LESSON.WRONG_PHASE')
    await lesson.act('next')
    expect((await lesson.view()).standings).toMatchObject([
      { seat: an.seat, rank: 1, isTied: false },
      { seat: chi.seat, rank: 2 },
    ])
  })
})

describe('CR-35: the clock of an own pace', () => {
  it('a homework is neither paused nor lengthened, and nothing of it is skipped', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), { mode: 'homework', until: inSeconds(600) })
    await lesson.act('next')
    const { step } = await lesson.view()
    for (const act of ['pause', 'resume', 'skip', { kind: 'add-time', seconds: 60 }] as const)
      expect(await lesson.refusal(act)).toBe('LESSON.WRONG_PHASE')
    expect((await lesson.view()).step).toMatchObject({ version: step.version, closesAt: step.closesAt })
  })

  it('a race is lengthened up to its latest end and not beyond', async () => {
    const teacher = await stage.client('teacher')
    const until = inSeconds(90)
    const lesson = await openLesson(stage, teacher, items(1), { mode: 'race', raceMinutes: 1, until })
    await lesson.act('next')
    expect(await lesson.refusal('skip')).toBe('LESSON.WRONG_PHASE')
    const longer = await lesson.act({ kind: 'add-time', seconds: 600 })
    const leftMs = Date.parse(until) - Date.parse(longer.closesAt as string)
    expect(leftMs).toBeGreaterThanOrEqual(0)
    expect(leftMs).toBeLessThan(1_000)
    expect(await lesson.refusal({ kind: 'add-time', seconds: 60 })).toBe('LESSON.TIME_OVER')
  })
})

describe('CR-35, CR-72: a homework after its deadline', () => {
  it('tells each where it stands and counts for the class before anybody ends it', async () => {
    const teacher = await stage.client('teacher')
    const { id: classId } = await teacher.get('createSchoolClass', {
      body: { name: '8A', schoolYear: schoolYearNow() },
    })
    const { pupils } = await teacher.get('setPupils', {
      params: { classId },
      body: { pupils: [{ name: 'Nguyễn An' }, { name: 'Vũ Chi' }] },
    })
    const lesson = await openLesson(
      stage,
      teacher,
      items(1),
      { mode: 'homework', until: inSeconds(600), names: 'roster' },
      classId,
    )
    await lesson.act('next')
    const an = await lesson.join('', { pupilId: pupils[0]?.id as string })
    await an.next()
    await an.answer(1, right(an.view.item))
    await lesson.act('lock')
    await lesson.phase('revealed')
    expect(await an.watch()).toMatchObject({ standing: { rank: 1, rightCount: 1 } })
    expect(await stage.guest().get('mySeatReport', { body: { token: an.token } })).toMatchObject({
      standing: { rank: 1 },
    })
    expect((await lesson.view()).standings).toHaveLength(1)
    const { progress } = await teacher.get('schoolClass', { params: { classId } })
    expect(progress.find(({ pupilId }) => pupilId === pupils[0]?.id)?.lessons).toEqual([
      { lessonId: lesson.id, rightCount: 1, askedCount: 1 },
    ])
  })
})

describe('CR-60: a lesson that is deleted in the lobby', () => {
  it('lets its phones know that they have no seat any more', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const pupil = await lesson.join('An')
    await teacher.get('deleteLesson', { params: { lessonId: lesson.id } })
    await eventually('the phone has heard', async () =>
      pupil.heard.some(({ event, data }) => event === 'lesson:own-seat' && (data as { seat: unknown }).seat === null),
    )
  })
})
