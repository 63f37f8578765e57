import { startApi } from '../support/api-process'
import { closeSockets, items, type Lesson, newDevice, openLesson, type Pupil, right } from '../support/lesson'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const YEAR = new Date().getFullYear()

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
    expect(JSON.stringify(rows)).not.toMatch(/An|Bình|Chi/)
  })

  it('the day is told, follows the school year of the class, and its lessons follow it', async () => {
    const { teacher, classId, lesson } = await playedClass('7A')
    const day = `${YEAR + 1}-08-31`
    expect((await teacher.get('schoolClass', { params: { classId } })).deleteOn).toBe(day)
    const dayOf = async (each: Lesson) => {
      const { rows } = await teacher.get('lessons', { query: { state: 'all' } })
      return rows.find(({ id }) => id === each.id)?.deleteOn
    }
    expect(await dayOf(lesson)).toBe(day)
    await teacher.get('updateSchoolClass', { params: { classId }, body: { name: '7A', schoolYear: YEAR + 1 } })
    expect(await dayOf(lesson)).toBe(`${YEAR + 2}-08-31`)
    const old = { name: '9C', schoolYear: YEAR - 3 }
    expect(await teacher.refusal('createSchoolClass', { body: old })).toBe('CLASS.YEAR_OVER')
    expect(await teacher.refusal('updateSchoolClass', { params: { classId }, body: old })).toBe('CLASS.YEAR_OVER')
    const loose = await openLesson(stage, teacher, items(1))
    const inDays = (Date.parse((await dayOf(loose)) as string) - Date.now()) / 86_400_000
    expect(Math.round(inDays)).toBeGreaterThanOrEqual(59)
    expect(Math.round(inDays)).toBeLessThanOrEqual(60)
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
