import { startApi } from '../support/api-process'
import {
  closeSockets,
  items,
  type Lesson,
  makeSet,
  newDevice,
  openLesson,
  type Pupil,
  right,
  schoolYearNow,
} from '../support/lesson'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const YEAR = schoolYearNow()

/** A class that has played a lesson to its end, with somebody who asked for a seat. */
async function playedClass(name: string) {
  const teacher = await stage.client('teacher')
  const { id: classId } = await teacher.get('createSchoolClass', { body: { name, schoolYear: YEAR } })
  const { pupils } = await teacher.get('setPupils', {
    params: { classId },
    body: { pupils: [{ name: 'Nguyễn An' }, { name: 'Lê Bình' }] },
  })
  const lesson = await openLesson(stage, teacher, items(1), { names: 'roster' }, classId)
  const seated: Pupil[] = []
  for (const { id } of pupils) seated.push(await lesson.join('', { pupilId: id }))
  await lesson.take({ pupilId: pupils[0]?.id as string, device: newDevice() })
  await teacher.get('offerRemote', { params: { lessonId: lesson.id } })
  const item = await lesson.next()
  for (const pupil of seated) await pupil.answer(1, right(item))
  await lesson.reveal(1)
  await lesson.act('end')
  return { teacher, classId, lesson }
}

/** Every row of a lesson or a class, by table, wherever the database keeps one. */
async function rowsOf(column: 'lesson_id' | 'class_id', id: string): Promise<Record<string, number>> {
  const { pool } = stage.database
  const { rows } = await pool.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = $1`,
    [column],
  )
  // Nothing left in no table at all would show nothing.
  expect(rows.length).toBeGreaterThan(1)
  const counts: Record<string, number> = {}
  for (const { table_name } of rows) {
    const found = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table_name} WHERE ${column} = $1`, [
      id,
    ])
    counts[table_name] = found.rows[0]?.n ?? 0
  }
  return counts
}

const auditOf = async (subject: string) => {
  const { rows } = await stage.database.pool.query<{ act: string; actor_id: string | null }>(
    `SELECT act, actor_id FROM audit_entry WHERE subject = $1 ORDER BY at`,
    [subject],
  )
  return rows
}

/** What a process does when it starts, and every ten minutes. */
async function twoProcesses(run: () => Promise<void>): Promise<void> {
  const apis = await Promise.all([1, 2].map(() => startApi({ DATABASE_URL: stage.database.url })))
  try {
    await run()
  } finally {
    for (const api of apis) await api.stop()
  }
}

describe('CR-60: pupils’ data end on their day', () => {
  it('a class goes with its pupils, lessons, seats and answers; other classes stay; it is noted once, without names', async () => {
    const [due, other] = [await playedClass('6A'), await playedClass('6B')]
    const loose = await openLesson(stage, due.teacher, items(1))
    await loose.join('Trần Chi')
    const before = await rowsOf('lesson_id', due.lesson.id)
    expect(before).toMatchObject({ lesson_seat: 2, lesson_answer: 2, seat_request: 1, lesson_remote: 1 })
    const { pool } = stage.database
    await pool.query(`UPDATE school_class SET delete_on = current_date - 1 WHERE id = $1`, [due.classId])
    await pool.query(`UPDATE lesson SET delete_on = current_date - 1 WHERE id = $1`, [loose.id])
    await twoProcesses(() =>
      eventually(
        'the class is gone',
        async () => (await due.teacher.call('schoolClass', { params: { classId: due.classId } })).status === 404,
      ).then(() =>
        eventually('the lesson is gone', async () => (await auditOf(`lesson:${loose.id}`)).length === 2).then(
          () => undefined,
        ),
      ),
    )
    for (const id of [due.lesson.id, loose.id])
      expect(Object.values(await rowsOf('lesson_id', id)).every((count) => count === 0)).toBe(true)
    expect(Object.values(await rowsOf('class_id', due.classId)).every((count) => count === 0)).toBe(true)
    expect(await rowsOf('lesson_id', other.lesson.id)).toEqual(before)
    expect(await auditOf(`class:${due.classId}`)).toEqual([
      { act: 'class.created', actor_id: due.teacher.person.accountId },
      { act: 'class.expired', actor_id: null },
    ])
    const { rows } = await pool.query(`SELECT detail FROM audit_entry WHERE act LIKE 'class.%' OR act LIKE 'lesson.%'`)
    expect(rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows)).not.toMatch(/An|Bình|Chi/)
  })

  it('what is still played when the day comes ends first, so that its devices are told; then it is deleted', async () => {
    const teacher = await stage.client('teacher')
    const { id: classId } = await teacher.get('createSchoolClass', { body: { name: '6D', schoolYear: YEAR } })
    const lesson = await openLesson(stage, teacher, items(2), {}, classId)
    const an = await lesson.join('An')
    await an.answer(1, right(await lesson.next()))
    const { pool } = stage.database
    await pool.query(`UPDATE school_class SET delete_on = current_date - 1 WHERE id = $1`, [classId])
    // Its lesson was made while the class still had another day.
    await twoProcesses(async () => {
      await eventually('both are gone', async () => (await auditOf(`class:${classId}`)).length === 2)
    })
    expect(lesson.steps.at(-1)?.step.phase).toBe('ended')
    expect(Object.values(await rowsOf('lesson_id', lesson.id)).every((count) => count === 0)).toBe(true)
    const { id: dueId } = await teacher.get('createSchoolClass', { body: { name: '6E', schoolYear: YEAR } })
    const setId = await makeSet(stage, teacher, items(1))
    await pool.query(
      `UPDATE school_class SET delete_on = (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date WHERE id = $1`,
      [dueId],
    )
    const late = { body: { setId, classId: dueId, settings: {} } }
    expect(await teacher.refusal('createLesson', late)).toBe('LESSON.PAST_DELETION')
  })

  it('the day is told, follows the school year of the class, and is never put off once lessons were told it', async () => {
    const { teacher, classId, lesson } = await playedClass('7A')
    const day = `${YEAR + 1}-08-31`
    const dayOfClass = async (id: string) => (await teacher.get('schoolClass', { params: { classId: id } })).deleteOn
    expect(await dayOfClass(classId)).toBe(day)
    const dayOf = async (each: Lesson) => {
      const { rows } = await teacher.get('lessons', { query: { state: 'all' } })
      return rows.find(({ id }) => id === each.id)?.deleteOn
    }
    expect(await dayOf(lesson)).toBe(day)
    const later = { params: { classId }, body: { name: '7A', schoolYear: YEAR + 1 } }
    expect(await teacher.refusal('updateSchoolClass', later)).toBe('CLASS.DAY_TOLD')
    expect([await dayOfClass(classId), await dayOf(lesson)]).toEqual([day, day])
    await teacher.get('updateSchoolClass', { params: { classId }, body: { name: '7A mới', schoolYear: YEAR } })
    expect([await dayOfClass(classId), await dayOf(lesson)]).toEqual([day, day])

    // A class of the next year that has had lessons may be deleted earlier, and its lessons with it, but not later again.
    const next = { name: '7B', schoolYear: YEAR + 1 }
    const { id: nextId } = await teacher.get('createSchoolClass', { body: { ...next, schoolYear: YEAR } })
    await teacher.get('updateSchoolClass', { params: { classId: nextId }, body: next })
    expect(await dayOfClass(nextId)).toBe(`${YEAR + 2}-08-31`)
    const early = await openLesson(stage, teacher, items(1), {}, nextId)
    expect(await dayOf(early)).toBe(`${YEAR + 2}-08-31`)
    await teacher.get('updateSchoolClass', { params: { classId: nextId }, body: { ...next, schoolYear: YEAR } })
    expect([await dayOfClass(nextId), await dayOf(early)]).toEqual([day, day])
    expect(await teacher.refusal('updateSchoolClass', { params: { classId: nextId }, body: next })).toBe(
      'CLASS.DAY_TOLD',
    )

    // A lesson that is to be deleted before its class stays so.
    await stage.database.pool.query(`UPDATE lesson SET delete_on = '2100-01-01' WHERE id = $1`, [early.id])
    await stage.database.pool.query(`UPDATE lesson SET delete_on = current_date + 1 WHERE id = $1`, [lesson.id])
    for (const id of [classId, nextId])
      await teacher.get('updateSchoolClass', { params: { classId: id }, body: { name: 'Đổi tên', schoolYear: YEAR } })
    expect(await dayOf(early)).toBe(day)
    expect(await dayOf(lesson)).not.toBe(day)

    for (const schoolYear of [YEAR + 2, 2099]) {
      const body = { name: '9D', schoolYear }
      expect(await teacher.refusal('createSchoolClass', { body })).toBe('CLASS.YEAR_AHEAD')
      expect(await teacher.refusal('updateSchoolClass', { params: { classId }, body })).toBe('CLASS.YEAR_AHEAD')
    }
    const old = { name: '9C', schoolYear: YEAR - 3 }
    expect(await teacher.refusal('createSchoolClass', { body: old })).toBe('CLASS.YEAR_OVER')
    expect(await teacher.refusal('updateSchoolClass', { params: { classId }, body: old })).toBe('CLASS.YEAR_OVER')
    const loose = await openLesson(stage, teacher, items(1))
    const inDays = (Date.parse((await dayOf(loose)) as string) - Date.now()) / 86_400_000
    expect(Math.round(inDays)).toBeGreaterThanOrEqual(59)
    expect(Math.round(inDays)).toBeLessThanOrEqual(60)
  })

  it('homework ends before its data are deleted, whatever day that is', async () => {
    const teacher = await stage.client('teacher')
    const { id: classId } = await teacher.get('createSchoolClass', { body: { name: '9A', schoolYear: YEAR + 1 } })
    const setId = await makeSet(stage, teacher, items(1))
    const day = `${YEAR + 2}-08-31`
    const [lastMoment, day0] = [`${YEAR + 2}-08-30T16:59:59.000Z`, `${YEAR + 2}-08-30T17:00:00.000Z`]
    const make = (until: string, of: string | null) => ({
      body: { setId, classId: of, settings: { mode: 'homework' as const, until } },
    })
    const { problem } = await teacher.call('createLesson', make(day0, classId))
    expect(problem).toMatchObject({ code: 'LESSON.PAST_DELETION', params: { day } })
    const { id } = await teacher.get('createLesson', make(lastMoment, classId))
    // Nor may the day come before the homework is in.
    const sooner = { params: { classId }, body: { name: '9A', schoolYear: YEAR } }
    expect(await teacher.refusal('updateSchoolClass', sooner)).toBe('CLASS.DAY_NEEDED')
    await teacher.get('deleteLesson', { params: { lessonId: id } })
    await teacher.get('updateSchoolClass', sooner)
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    expect(await teacher.refusal('createLesson', make(inDays(61), null))).toBe('LESSON.PAST_DELETION')
    await teacher.get('createLesson', make(inDays(58), null))
  })

  it('the host deletes before the day, but nothing that runs', async () => {
    const { teacher, classId, lesson } = await playedClass('8A')
    const running = await openLesson(stage, teacher, items(1), {}, classId)
    await running.next()
    const params = { lessonId: running.id }
    expect(await teacher.refusal('deleteLesson', { params })).toBe('LESSON.STILL_RUNNING')
    expect(await teacher.refusal('deleteSchoolClass', { params: { classId } })).toBe('CLASS.IN_LESSON')
    const stranger = await stage.client('teacher')
    expect(await stranger.refusal('deleteLesson', { params: { lessonId: lesson.id } })).toBe('LESSON.NOT_FOUND')
    await running.act('end')
    await teacher.get('deleteLesson', { params })
    await teacher.get('deleteSchoolClass', { params: { classId } })
    expect(Object.values(await rowsOf('lesson_id', lesson.id)).every((count) => count === 0)).toBe(true)
    expect((await auditOf(`lesson:${running.id}`)).map(({ act }) => act)).toEqual(['lesson.created', 'lesson.deleted'])
    expect((await auditOf(`class:${classId}`)).map(({ act }) => act)).toEqual(['class.created', 'class.deleted'])
  })

  it('a lesson that was forgotten ends by itself, and its PIN is free; one of yesterday and homework wait', async () => {
    const teacher = await stage.client('teacher')
    const [forgotten, yesterday] = [
      await openLesson(stage, teacher, items(1)),
      await openLesson(stage, teacher, items(1)),
    ]
    const homework = await openLesson(stage, teacher, items(1), {
      mode: 'homework',
      until: new Date(Date.now() + 20 * 86_400_000).toISOString(),
    })
    await homework.act('next')
    const ago = (lesson: Lesson, days: number) =>
      stage.database.pool.query(
        `UPDATE lesson SET created_at = clock_timestamp() - make_interval(days => $2) WHERE id = $1`,
        [lesson.id, days],
      )
    await Promise.all([ago(forgotten, 4), ago(yesterday, 1), ago(homework, 10)])
    await twoProcesses(() =>
      eventually('it has ended', async () => (await forgotten.view()).step.phase === 'ended').then(() => undefined),
    )
    expect((await forgotten.view()).pin).toBeNull()
    expect((await yesterday.view()).step.phase).toBe('lobby')
    expect((await homework.view()).step.phase).toBe('open')
    expect((await stage.guest().call('findLesson', { body: { pin: forgotten.pin } })).code).toBe('LESSON.PIN_UNKNOWN')
  })
})
