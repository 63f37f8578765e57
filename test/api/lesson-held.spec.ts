import type { ApiOutput } from '@thiso/contracts'
import { closeSockets, items, type Lesson, openLesson, type Pupil, right } from '../support/lesson'
import { addRoundOf } from '../support/item-rows'
import { useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

/** Of items made by the spec. */
const KEY = /Vì vậy/
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** For so long a process may believe what it knew of rounds. */
const heardOf = () => wait(2_100)

/** A contest round with the items of these places is published now. */
async function holdPlaces(lesson: Lesson, ...places: number[]): Promise<string> {
  const { rows } = await stage.database.pool.query<{ id: string }>(
    `SELECT p->>'itemVersionId' AS id FROM lesson, jsonb_array_elements(places) WITH ORDINALITY AS t(p, n)
     WHERE lesson.id = $1 AND n = ANY($2)`,
    [lesson.id, places],
  )
  const held = rows.map(({ id }) => ({ itemId: '', itemVersionId: id }))
  return addRoundOf(stage.database.pool, held, { opensInS: 3_600, closesInS: 7_200 })
}

async function endRound(roundId: string): Promise<void> {
  await stage.database.pool.query(
    `UPDATE round SET opens_at = clock_timestamp() - interval '2 days', closes_at = clock_timestamp() - interval '1 day' WHERE id = $1`,
    [roundId],
  )
  await heardOf()
}

const reportOf = (teacher: Lesson['teacher'], lesson: Lesson) =>
  teacher.get('lessonReport', { params: { lessonId: lesson.id } })
const ownReport = (pupil: Pupil): Promise<ApiOutput<'mySeatReport'>> =>
  stage.guest().get('mySeatReport', { body: { token: pupil.token } })
const resultsFile = (teacher: Lesson['teacher'], lesson: Lesson) =>
  teacher.call('lessonResultsFile', { params: { lessonId: lesson.id } })

async function playPlace(lesson: Lesson, place: number, pupil: Pupil): Promise<void> {
  await pupil.answer(place, right(await lesson.next()))
  await lesson.reveal(place)
}

describe('CR-14: a round is published after the lesson was made', () => {
  it('what it holds is passed over, the host is told so, and the same tap goes on behind it', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(5))
    const pupil = await lesson.join('An')
    await holdPlaces(lesson, 1, 2, 4, 5)
    const { step } = await lesson.view()
    const tap = await teacher.call('actOnLesson', {
      params: { lessonId: lesson.id },
      body: { version: step.version, act: { kind: 'next' } },
    })
    expect(tap.problem).toMatchObject({ code: 'LESSON.PLACES_HELD', params: { places: '1, 2' } })
    expect((await lesson.view()).step).toMatchObject({ phase: 'lobby', place: 0 })
    await playPlace(lesson, 3, pupil)
    expect(await lesson.refusal('next')).toBe('LESSON.PLACES_HELD')
    expect(await lesson.act('next')).toMatchObject({ phase: 'podium' })
    await lesson.act('end')
    expect(lesson.steps.flatMap(({ item }) => item?.place ?? [])).toEqual([3])
    expect((await reportOf(teacher, lesson)).items.map(({ isSkipped }) => isSkipped)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ])
    expect(await ownReport(pupil)).toMatchObject({ rightCount: 1, askedCount: 1, heldCount: 0 })
  })

  it('a lesson of which nothing would be left does not begin', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2))
    const roundId = await holdPlaces(lesson, 1, 2)
    expect(await lesson.refusal('next')).toBe('SET.ITEM_UNUSABLE')
    expect((await lesson.view()).step).toMatchObject({ phase: 'lobby', version: 0 })
    await endRound(roundId)
    expect(await lesson.act('next')).toMatchObject({ phase: 'open', place: 1 })
  })

  it('keeps the floor of a bell right where a place was passed over', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(3), { mode: 'bell', locksWhenAllAnswered: true })
    const [an, chi] = (await lesson.joinAll(['An', 'Chi'])) as [Pupil, Pupil]
    await holdPlaces(lesson, 1)
    expect(await lesson.refusal('next')).toBe('LESSON.PLACES_HELD')
    for (const place of [2, 3]) {
      const item = await lesson.next()
      await an.answer(place, right(item))
      if (place === 2)
        await chi.answer(place, item.options[0]?.token === right(item) ? 'x' : (item.options[0]?.token ?? ''))
      await lesson.lock()
      await lesson.reveal(place)
    }
    await lesson.act('next')
    await lesson.act('end')
    expect((await reportOf(teacher, lesson)).items.map(({ seatCount }) => seatCount)).toEqual([0, 2, 1])
  })

  it('pupils at homework go past it by themselves, and it counts for nobody', async () => {
    const teacher = await stage.client('teacher')
    const until = new Date(Date.now() + 600_000).toISOString()
    const lesson = await openLesson(stage, teacher, items(4), { mode: 'homework', until })
    const [an, chi] = (await lesson.joinAll(['An', 'Chi'])) as [Pupil, Pupil]
    await lesson.act('next')
    for (const place of [1, 2]) {
      await an.next()
      await an.answer(place, right(an.view.item))
    }
    await chi.next()
    await holdPlaces(lesson, 2, 4)
    await heardOf()
    expect(await chi.next()).toMatchObject({ ownPlace: 3, item: { place: 3 } })
    expect(await an.next()).toMatchObject({ ownPlace: 3 })
    expect(await an.next()).toMatchObject({ ownPlace: 5, item: null })
    await lesson.act('lock')
    await lesson.phase('revealed')
    expect(await ownReport(an)).toMatchObject({ rightCount: 1, askedCount: 2, heldCount: 0 })
    expect((await ownReport(an)).reviews.map(({ position }) => position)).toEqual([1, 3])
  })
})

describe('CR-14: what was told before a round needs it', () => {
  it('is told to nobody while the round is ahead or open, and again after it', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), { locksWhenAllAnswered: true })
    const pupil = await lesson.join('An')
    for (const place of [1, 2]) await playPlace(lesson, place, pupil)
    const before = await reportOf(teacher, lesson)
    const roundId = await holdPlaces(lesson, 1)
    await heardOf()
    const own = await ownReport(pupil)
    expect(own).toMatchObject({ rightCount: 2, askedCount: 2, heldCount: 1 })
    expect(own.reviews.map(({ position }) => position)).toEqual([2])
    const report = await reportOf(teacher, lesson)
    expect(report.items[0]).toMatchObject({ isHeld: true, rightCount: 1, review: null, bars: [], stem: { vi: '' } })
    expect(report.items[1]).toEqual(before.items[1])
    expect(JSON.stringify(report.items[0])).not.toMatch(KEY)
    const back = (place: number) => lesson.host.emitWithAck('lesson:host-place', { place })
    expect(await back(1)).toEqual({ refused: 'NOT_FOUND' })
    expect(JSON.stringify(await back(2))).toMatch(KEY)
    await lesson.act('next')
    await lesson.act('end')
    const file = await resultsFile(teacher, lesson)
    expect(file.problem).toMatchObject({ code: 'LESSON.FILE_HELD', params: { places: '1' } })

    await endRound(roundId)
    expect((await ownReport(pupil)).reviews).toHaveLength(2)
    expect((await reportOf(teacher, lesson)).items).toEqual(before.items)
    expect((await resultsFile(teacher, lesson)).text).toMatch(KEY)
  })

  it('an item that is open when the round is published is not told', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), { locksWhenAllAnswered: false })
    const pupil = await lesson.join('An')
    const item = await lesson.next()
    await holdPlaces(lesson, 1)
    await heardOf()
    await pupil.answer(1, right(item))
    await lesson.lock()
    expect(await lesson.reveal(1)).toMatchObject({ answeredCount: 1, review: null, bars: [] })
    expect(JSON.stringify([pupil.heard, await pupil.watch(), await lesson.view()])).not.toMatch(KEY)
  })
})

describe('CR-82: what nobody was told', () => {
  it('is in no file, neither of a lesson that was never played nor of one that ended before', async () => {
    const teacher = await stage.client('teacher')
    const unplayed = await openLesson(stage, teacher, items(2))
    await unplayed.act('end')
    expect((await resultsFile(teacher, unplayed)).text).not.toMatch(KEY)
    const lesson = await openLesson(stage, teacher, items(3))
    await playPlace(lesson, 1, await lesson.join('An'))
    await lesson.next()
    await lesson.act('end')
    const { text } = await resultsFile(teacher, lesson)
    expect(text.match(/Vì vậy/g)).toHaveLength(1)
  })
})
