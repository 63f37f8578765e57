import { closeSockets, items, makeSet, newDevice, openLesson, Pupil, right, wrong } from '../support/lesson'
import { useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** Of items made by the spec: what nobody may hear before the end. */
const KEY = /Vì vậy|isRight":true|"right"/

describe('CR-35: nobody has to be there for the end', () => {
  it('is told by itself, whatever was set for lessons with a host', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), {
      mode: 'homework',
      until: inSeconds(600),
      revealsItself: false,
    })
    const pupil = await lesson.join('An')
    await lesson.act('next')
    await pupil.next()
    await pupil.answer(1, right(pupil.view.item))
    await lesson.act('lock')
    await lesson.phase('revealed')
  })

  it('takes an answer to a page that lay open for weeks', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), { mode: 'homework', until: inSeconds(600) })
    const pupil = await lesson.join('An')
    await lesson.act('next')
    await pupil.next()
    await stage.database.pool.query(
      `UPDATE lesson_seat SET own_opened_at = own_opened_at - interval '40 days' WHERE lesson_id = $1`,
      [lesson.id],
    )
    expect(await pupil.answer(1, right(pupil.view.item))).toMatchObject({ place: 1, takenMs: 2_147_483_647 })
  })
})

describe('CR-60: homework and the day of deletion', () => {
  it('ends before its data are deleted', async () => {
    const teacher = await stage.client('teacher')
    const setId = await makeSet(stage, teacher, items(1))
    const ending = (days: number) => ({
      body: { setId, settings: { mode: 'homework' as const, until: inSeconds(days * 86_400) } },
    })
    const { problem } = await teacher.call('createLesson', ending(61))
    expect(problem).toMatchObject({ code: 'LESSON.PAST_DELETION', params: { day: expect.any(String) } })
    await teacher.get('createLesson', ending(58))
  })
})

describe('CR-35: a race', () => {
  it('lets each go at an own pace until it ends; then nothing counts and everything is told', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(3), {
      mode: 'race',
      scoring: 'right-only',
      until: inSeconds(600),
    })
    const [fast, slow, silent] = (await lesson.joinAll(['Nhanh', 'Chậm', 'Lặng'])) as [Pupil, Pupil, Pupil]
    expect(await fast.next()).toEqual({ refused: 'PAUSED' })
    await lesson.act('next')
    for (const place of [1, 2, 3]) {
      expect(await fast.next()).toMatchObject({ ownPlace: place, item: { place } })
      // One page at a time: neither the page before nor the page after.
      expect(await fast.answer(place + 1, right(fast.view.item))).toMatchObject({ refused: expect.any(String) })
      expect(await fast.answer(place, right(fast.view.item))).toMatchObject({ place })
      expect(await fast.answer(place, wrong(fast.view.item))).toEqual({ refused: 'ANSWERED' })
    }
    expect(await fast.next()).toMatchObject({ ownPlace: 4, item: null })
    await slow.next()
    await slow.answer(1, wrong(slow.view.item))
    await slow.next()
    // The same request again, as after a broken connection, opens nothing twice.
    const again = await slow.socket.emitWithAck('lesson:own-next', { place: 1 })
    expect(again).toMatchObject({ ownPlace: 2 })
    // Who comes while the race runs is not late.
    const later = await lesson.join('Đến sau')
    expect(later.view.seat.isLate).toBe(false)
    await later.next()
    await later.answer(1, right(later.view.item))
    expect((await lesson.view()).seats.map(({ name, ownPlace }) => [name, ownPlace])).toEqual([
      [expect.any(String), expect.any(Number)],
      [expect.any(String), expect.any(Number)],
      [expect.any(String), expect.any(Number)],
      ['Đến sau', 1],
    ])
    const { text } = await stage.guest().call('mySeatReport', { body: { token: fast.token } })
    expect(JSON.parse(text)).toMatchObject({ rightCount: 0, reviews: [], standing: null })
    expect(JSON.stringify([fast.heard, fast.view, slow.heard, text])).not.toMatch(KEY)

    // The host need not wait for the end.
    await lesson.act('lock')
    await lesson.phase('revealed')
    expect(await slow.answer(2, right(slow.view.item))).toMatchObject({ refused: expect.any(String) })
    expect(await slow.next()).toEqual({ refused: 'LATE' })
    expect((await lesson.take({ name: 'Quá muộn' })).code).toBe('SEAT.TOO_LATE')
    await lesson.act('next')
    const { standings } = await lesson.view()
    expect(standings.map(({ name, rank, rightCount }) => [name, rank, rightCount])).toEqual([
      ['Nhanh', 1, 3],
      ['Đến sau', 2, 1],
      ['Chậm', 3, 0],
      ['Lặng', 3, 0],
    ])
    const own = await stage.guest().get('mySeatReport', { body: { token: slow.token } })
    // The third page was never opened.
    expect(own).toMatchObject({ rightCount: 0, askedCount: 2, standing: { rank: 3 } })
    expect(own.reviews).toHaveLength(2)
    expect(JSON.stringify(own.reviews)).toMatch(/Vì vậy/)
    expect(silent.seat).toBeGreaterThan(0)
  })

  it('stands still for all while the host pauses, and extra time lengthens it for its seat alone', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), { mode: 'race', until: inSeconds(12) })
    const [an, chi] = (await lesson.joinAll(['An', 'Chi'])) as [Pupil, Pupil]
    await lesson.seats({ kind: 'extra-time', seat: chi.seat, extraPercent: 100 })
    await lesson.act('next')
    await an.next()
    await lesson.act('pause')
    expect(await an.answer(1, right(an.view.item))).toEqual({ refused: 'PAUSED' })
    expect(await chi.next()).toEqual({ refused: 'PAUSED' })
    await wait(1_500)
    await lesson.act('resume')
    const answer = await an.answer(1, right(an.view.item))
    expect(answer).toMatchObject({ place: 1 })
    expect((answer as { takenMs: number }).takenMs).toBeLessThan(1_500)
    await chi.next()
    const { closesAt } = (await lesson.view()).step
    await wait(Date.parse(closesAt as string) - Date.now() + 400)
    expect(await an.next()).toEqual({ refused: 'LATE' })
    expect((await lesson.view()).step.phase).toBe('open')
    expect(await chi.answer(1, right(chi.view.item))).toMatchObject({ place: 1 })
    // The host need not wait.
    await lesson.act('lock')
    expect(await chi.next()).toMatchObject({ refused: expect.any(String) })
    await lesson.phase('revealed')
  })
})

describe('CR-35, CR-71: homework', () => {
  it('is done in several sittings; the deadline is the same for all, and no key is told before it', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(3), { mode: 'homework', until: inSeconds(15) })
    await lesson.act('next')
    const first = await lesson.join('An')
    await lesson.seats({ kind: 'extra-time', seat: first.seat, extraPercent: 100 })
    await first.next()
    await first.answer(1, right(first.view.item))
    await first.next()
    first.socket.close()
    // In the evening, with the same device: the same seat, at the same page.
    const { body } = await lesson.take({ name: 'An', device: first.device })
    if (body.kind !== 'seated') throw new Error('not seated')
    const evening = new Pupil(stage.api.url, body.token, first.device)
    expect(await evening.watch()).toMatchObject({
      ownPlace: 2,
      isAnswered: false,
      item: { place: 2 },
      seat: { seat: first.seat },
    })
    expect(await evening.answer(2, right(evening.view.item))).toMatchObject({ place: 2 })
    expect(await evening.watch()).toMatchObject({ isAnswered: true, answer: right(evening.view.item), outcome: null })
    // The token of the morning is worth nothing any more.
    expect((await stage.guest().call('mySeatReport', { body: { token: first.token } })).code).toBe('SEAT.NOT_FOUND')
    await evening.next()
    expect(JSON.stringify([first.heard, evening.heard, evening.view])).not.toMatch(KEY)
    const midway = await teacher.get('lessonReport', { params: { lessonId: lesson.id } })
    expect(midway.items.every(({ bars, answeredCount }) => bars.length === 0 && answeredCount === 0)).toBe(true)
    // Another device may not walk in under the name.
    const other = await lesson.take({ name: 'An', device: newDevice() })
    expect(other.code ?? other.body.kind).toMatch(/^(SEAT.NAME_TAKEN|asked)$/)

    await lesson.phase('revealed', 3, 40_000)
    expect(await evening.answer(3, right(evening.view.item))).toMatchObject({ refused: expect.any(String) })
    const own = await stage.guest().get('mySeatReport', { body: { token: evening.token } })
    expect(own).toMatchObject({ rightCount: 2, askedCount: 3 })
    await lesson.act('next')
    await lesson.act('end')
    const report = await teacher.get('lessonReport', { params: { lessonId: lesson.id } })
    expect(report.seats).toMatchObject([{ name: 'An', rightCount: 2, answeredCount: 2, shares: [1, 1, null] }])
    // The report of the pupil stays readable.
    expect((await stage.guest().get('mySeatReport', { body: { token: evening.token } })).reviews).toHaveLength(3)
  })

  it('needs a deadline that lies ahead; what is played together has none', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const { sets } = await teacher.get('lessonSets')
    const setId = sets[0]?.id as string
    const refusal = (settings: object) => teacher.refusal('createLesson', { body: { setId, settings } })
    expect(await refusal({ mode: 'homework' })).toBe('LESSON.BAD_SETTINGS')
    expect(await refusal({ mode: 'race', until: inSeconds(-5) })).toBe('LESSON.BAD_SETTINGS')
    expect(await refusal({ mode: 'bell', until: inSeconds(60) })).toBe('LESSON.BAD_SETTINGS')
    expect(lesson.pin).toMatch(/^\d{6}$/)
  })
})
