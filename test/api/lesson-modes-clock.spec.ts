import { closeSockets, items, openLesson, type Pupil, right, wrong } from '../support/lesson'
import { useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const until = (instant: string | null, alsoMs = 0) =>
  wait(Math.max(0, Date.parse(instant as string) - Date.now() + alsoMs))

describe('CR-3, CR-4: the window of an item', () => {
  it('a pupil with extra time goes on alone; nobody is told the key before, unless the host wants it', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(3, { limitS: 5 }), { locksWhenAllAnswered: false })
    const [an, chi] = (await lesson.joinAll(['An', 'Chi'])) as [Pupil, Pupil]
    await lesson.seats({ kind: 'extra-time', seat: chi.seat, extraPercent: 100 })
    const first = await lesson.next()
    const own = await chi.watch()
    const { closesAt } = (await lesson.view()).step
    expect('refused' in own ? null : Date.parse(own.closesAt as string) - Date.parse(closesAt as string)).toBe(5_000)
    await until(closesAt, 1_000)
    expect(await an.answer(1, right(first))).toEqual({ refused: 'LATE' })
    expect((await lesson.view()).step.phase).toBe('open')
    expect(await an.watch()).toMatchObject({ reveal: null, outcome: null })
    expect(await chi.answer(1, right(first))).toMatchObject({ place: 1 })
    const reveal = await lesson.reveal(1)
    expect(reveal).toMatchObject({ answeredCount: 1, rightCount: 1 })
    // Nothing about the key was on its way before the time of all was over.
    const [told] = an.heard.flatMap(({ event, data }) =>
      event === 'lesson:step' && /Vì vậy/.test(JSON.stringify(data)) ? [data] : [],
    )
    expect((told as { step: { phase: string } }).step.phase).toBe('revealed')

    // As long as the seat does not answer, all wait for the end of its time.
    await lesson.next()
    const second = (await lesson.view()).step
    await lesson.reveal(2)
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(second.closesAt as string) + 5_000)

    const third = await lesson.next()
    await lesson.act('lock')
    await wait(400)
    // The host has ended it for all, extra time or not.
    expect(await chi.answer(3, right(third))).toMatchObject({ refused: expect.any(String) })
    await lesson.reveal(3)
  })

  it('nobody waits for the extra time of somebody who has answered, or who does not play', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1, { limitS: 5 }), { mode: 'bell', bell: { floorSize: 2 } })
    const [an, chi, hall] = [await lesson.join('An'), await lesson.join('Chi'), await lesson.join('Khán giả')]
    for (const { seat } of [chi, hall]) await lesson.seats({ kind: 'extra-time', seat, extraPercent: 100 })
    await chi.answer(1, right(await lesson.next()))
    const { closesAt } = (await lesson.view()).step
    expect(an.seat).toBe(1)
    await lesson.reveal(1)
    expect(Date.now()).toBeLessThan(Date.parse(closesAt as string) + 4_000)
  })

  it('stands still while the host pauses, runs on with what was left, and gets what is added', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1, { limitS: 8 }), { scoring: 'classic' })
    const [an] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil]
    const item = await lesson.next()
    const { closesAt } = (await lesson.view()).step
    await lesson.act('pause')
    expect(await an.answer(1, right(item))).toEqual({ refused: 'PAUSED' })
    expect(await lesson.refusal('pause')).toBe('LESSON.WRONG_PHASE')
    await until(closesAt, 800)
    expect((await lesson.view()).step).toMatchObject({ phase: 'open', pause: 'host' })
    const resumed = await lesson.act('resume')
    expect(Date.parse(resumed.closesAt as string)).toBeGreaterThan(Date.parse(closesAt as string) + 800)
    const answer = (await an.answer(1, right(item))) as { takenMs: number }
    // What the clock stood is no time of the pupil.
    expect(answer.takenMs).toBeLessThan(8_000)
    const longer = await lesson.act({ kind: 'add-time', seconds: 30 })
    expect(Date.parse(longer.closesAt as string) - Date.parse(resumed.closesAt as string)).toBe(30_000)
    expect(await lesson.refusal('resume')).toBe('LESSON.WRONG_PHASE')
    await lesson.act('lock')
    expect(await lesson.reveal(1)).toMatchObject({ answeredCount: 1, rightCount: 1 })
  })

  it('one answer a place and seat: the first stands, the same again is told the same', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const [an] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil]
    const item = await lesson.next()
    const replies = await Promise.all(
      [right(item), right(item), wrong(item), wrong(item)].map((line) => an.answer(1, line)),
    )
    const taken = replies.filter((reply) => 'place' in reply)
    expect(taken).toHaveLength(2)
    expect(new Set(taken.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies.filter((reply) => 'refused' in reply)).toEqual([{ refused: 'ANSWERED' }, { refused: 'ANSWERED' }])
    const { rows } = await stage.database.pool.query(
      `SELECT count(*)::int AS n FROM lesson_answer WHERE lesson_id = $1`,
      [lesson.id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('CR-3: the money rule', () => {
  it('whatever is acknowledged is counted, also in the moment in which the host locks and reveals', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(3), { revealsItself: false, locksWhenAllAnswered: false })
    const pupils = await lesson.joinAll(Array.from({ length: 40 }, (_, index) => `Em ${index + 1}`))
    for (const [place, afterMs] of [
      [1, 0],
      [2, 5],
      [3, 15],
    ] as const) {
      const item = await lesson.next()
      const answers = pupils.map((pupil) => pupil.answer(place, right(item)))
      await wait(afterMs)
      await lesson.act('lock')
      await lesson.act('reveal')
      const taken = (await Promise.all(answers)).filter((reply) => 'takenMs' in reply).length
      expect(await lesson.reveal(place)).toMatchObject({ answeredCount: taken, rightCount: taken, seatCount: 40 })
    }
    await lesson.act('end')
    const { standings } = await lesson.view()
    const { rows } = await stage.database.pool.query(
      `SELECT count(*)::int AS n FROM lesson_answer WHERE lesson_id = $1`,
      [lesson.id],
    )
    expect(standings.reduce((sum, { rightCount }) => sum + rightCount, 0)).toBe(rows[0].n)
    expect(rows[0].n).toBeGreaterThan(0)
  })
})

describe('CR-1, CR-2: acts of the host', () => {
  it('two taps do nothing twice, and what does not fit is refused and changes nothing', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2))
    await lesson.join('An')
    const { step } = await lesson.view()
    const call = { params: { lessonId: lesson.id }, body: { version: step.version, act: { kind: 'next' as const } } }
    const replies = await Promise.all([1, 2, 3].map(() => teacher.call('actOnLesson', call)))
    expect(replies.map(({ status, code }) => [status, code]).sort()).toEqual([
      [200, undefined],
      [409, 'LESSON.MOVED_ON'],
      [409, 'LESSON.MOVED_ON'],
    ])
    for (const act of ['next', 'reveal', 'board', 'resume'] as const)
      expect(await lesson.refusal(act)).toBe('LESSON.WRONG_PHASE')
    expect((await lesson.view()).step).toMatchObject({ phase: 'open', place: 1 })
    await lesson.act('end')
    expect(await lesson.refusal('next')).toBe('LESSON.ENDED')
    const stranger = await stage.client('teacher')
    expect(await stranger.refusal('actOnLesson', call)).toBe('LESSON.NOT_FOUND')
    expect(await stage.guest().refusal('actOnLesson', call)).toBe('LESSON.NOT_HOST')
  })

  it('a skipped item and one that the end cuts off count for nobody', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(3), { scoring: 'right-only' })
    const [an, binh] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil, Pupil]
    const first = await lesson.next()
    await Promise.all([an.answer(1, right(first)), binh.answer(1, wrong(first))])
    await lesson.reveal(1)
    await lesson.act('skip')
    expect((await lesson.view()).standings.map(({ points }) => points)).toEqual([0, 0])
    const second = await lesson.next()
    await Promise.all([an.answer(2, wrong(second)), binh.answer(2, right(second))])
    await lesson.reveal(2)
    const third = await lesson.next()
    await an.answer(3, right(third))
    await lesson.act('end')
    const { standings, pin } = await lesson.view()
    expect(pin).toBeNull()
    expect(standings.map(({ name, rank, rightCount }) => [name, rank, rightCount])).toEqual([
      ['Bình', 1, 1],
      ['An', 2, 0],
    ])
    const { items: reported } = await teacher.get('lessonReport', { params: { lessonId: lesson.id } })
    expect(reported.map(({ isSkipped, answeredCount }) => [isSkipped, answeredCount])).toEqual([
      [true, 0],
      [false, 2],
      [true, 0],
    ])
    const own = await stage.guest().get('mySeatReport', { body: { token: an.token } })
    expect(own).toMatchObject({ askedCount: 1, rightCount: 0 })
  })
})

describe('CR-20 to CR-22: points', () => {
  it.each([
    ['right-only', 2, 0],
    ['bounded-speed', 2, 0.33],
    ['classic', 1_000, 1_000],
  ] as const)('%s', async (scoring, points, mostBonus) => {
    const teacher = await stage.client('teacher')
    // Two of three places are worth something; an item of 0 points brings nothing, however fast.
    const lesson = await openLesson(stage, teacher, [{ points: 2 }, { points: 1 }, { points: 0 }], { scoring })
    const an = await lesson.join('An')
    const sums: number[] = []
    for (const place of [1, 2, 3]) {
      await an.answer(place, right(await lesson.next()))
      await lesson.reveal(place)
      const { outcome } = await an.outcome(place)
      expect(outcome).toMatchObject({ isRight: true, share: 1 })
      sums.push((outcome?.points ?? 0) + (outcome?.bonus ?? 0))
      if (place === 1) {
        expect(outcome?.points).toBe(points)
        expect(outcome?.bonus).toBeLessThanOrEqual(scoring === 'bounded-speed' ? 0.5 : mostBonus)
        expect((outcome?.bonus ?? 0) > 0).toBe(scoring !== 'right-only')
      }
    }
    expect(sums[2]).toBe(0)
    await lesson.act('end')
    const [row] = (await lesson.view()).standings
    expect(row).toMatchObject({ rightCount: 3, points: expect.closeTo((sums[0] ?? 0) + (sums[1] ?? 0), 2) })
  })
})
