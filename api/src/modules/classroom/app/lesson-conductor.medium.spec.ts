import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addOpenLesson, addSeatRow, type LessonRows } from '../../../../../test/support/lesson-rows'
import { Clock } from '../../../kernel/clock.js'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import type { LessonAct } from '../domain/lesson-state.js'
import { LessonAnswersRepository } from '../infra/lesson-answers.repository.js'
import { LessonRepository } from '../infra/lesson.repository.js'
import { SeatRepository } from '../infra/seat.repository.js'
import { BellFloors } from './bell-floors.js'
import { LessonConductor } from './lesson-conductor.js'
import type { LessonPlay } from './lesson-play.js'
import { OwnPace } from './own-pace.js'

class NowClock extends Clock {
  now(): number {
    return Date.now()
  }
}

let database: TestDatabase
let dataSource: DataSource
let lessons: LessonRepository
let conductor: LessonConductor

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  lessons = new LessonRepository(dataSource)
  const seats = new SeatRepository(dataSource, lessons)
  // Answers are scored for the floor of a bell alone; no lesson here has one.
  const floors = new BellFloors(seats, undefined as unknown as LessonPlay)
  conductor = new LessonConductor(lessons, floors, new OwnPace(seats), seats, new NowClock())
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

const codeOf = async (acting: Promise<unknown>) =>
  acting.then(
    () => null,
    (error: { code?: string }) => error.code,
  )
const now = async ({ id }: LessonRows) => {
  const lesson = await lessons.find(id)
  if (!lesson) throw new Error('no lesson')
  return lesson
}

describe('CR-40: an outage that no beat has found yet', () => {
  const acts: LessonAct[] = [
    { kind: 'add-time', seconds: 30 },
    { kind: 'lock-lobby', isLocked: true },
    { kind: 'reactions', isOn: false },
    { kind: 'lock', why: 'host' },
    { kind: 'pause', why: 'host' },
    { kind: 'skip' },
  ]
  it.each(acts)('comes before the act $kind of a host who is quicker', async (act) => {
    const lesson = await addOpenLesson(database.pool, { openForS: 60, silentForS: 40 })
    const before = await now(lesson)
    expect(await codeOf(conductor.act(lesson.id, 'host', 1, act))).toBe('LESSON.MOVED_ON')
    const { state } = await now(lesson)
    expect(state).toMatchObject({ phase: 'open', pause: 'outage', version: 2, closesAt: before.state.closesAt })
    expect(Math.abs((state.pausedAt ?? 0) - (before.aliveAtMs ?? 0))).toBeLessThan(2)
    expect(await lessons.acts(lesson.id)).toMatchObject([{ act: { kind: 'pause', why: 'outage' }, by: 'server' }])
    // Seen by the host now, it is done as it would have been.
    expect(await codeOf(conductor.act(lesson.id, 'host', 2, { kind: 'resume' }))).toBeNull()
    const resumed = await now(lesson)
    expect(resumed.state.stoodMs).toBeGreaterThanOrEqual(39_000)
    expect((resumed.state.closesAt ?? 0) - (before.state.closesAt ?? 0)).toBeGreaterThanOrEqual(39_000)
  })

  it('is not forgotten by an act during a gap that is not one yet', async () => {
    const lesson = await addOpenLesson(database.pool, { silentForS: 2 })
    const before = await now(lesson)
    await conductor.act(lesson.id, 'host', 1, { kind: 'add-time', seconds: 30 })
    await conductor.act(lesson.id, 'host', 2, { kind: 'reactions', isOn: false })
    expect((await now(lesson)).aliveAtMs).toBe(before.aliveAtMs)
    // Where the clock stops and goes on, somebody is there.
    await conductor.act(lesson.id, 'host', 3, { kind: 'pause', why: 'host' })
    await conductor.act(lesson.id, 'host', 4, { kind: 'resume' })
    expect((await now(lesson)).aliveAtMs).toBeGreaterThan((before.aliveAtMs ?? 0) + 1_900)
  })

  it('waits after a minute and more for those who were here when it began and are not back yet', async () => {
    const lesson = await addOpenLesson(database.pool, { openForS: 80, silentForS: 70 })
    for (const [seat, ago] of [75, 68, 400].entries()) {
      await addSeatRow(database.pool, lesson, seat + 1, randomUUID())
      await database.pool.query(
        `UPDATE lesson_seat SET extra_percent = 25, here_at = clock_timestamp() - make_interval(secs => $3) WHERE lesson_id = $1 AND number = $2`,
        [lesson.id, seat + 1, ago],
      )
    }
    const answers = new LessonAnswersRepository(dataSource)
    await codeOf(conductor.act(lesson.id, 'host', 1, { kind: 'resume' }))
    await conductor.act(lesson.id, 'host', 2, { kind: 'resume' })
    expect(await answers.progress(lesson.id, 1)).toEqual({ answeredCount: 0, seatCount: 3, missing: 2 })
    expect(await answers.extraAwaited(lesson.id, 1, false)).toBe(25)
    // They have no device all the same.
    const seats = await new SeatRepository(dataSource, lessons).all(lesson.id)
    expect(seats.map(({ isHere }) => isHere)).toEqual([false, false, false])
  })

  it('is none for homework', async () => {
    const lesson = await addOpenLesson(database.pool, { mode: 'homework', openForS: 4_000, silentForS: 3_600 })
    expect(await codeOf(conductor.act(lesson.id, 'host', 1, { kind: 'reactions', isOn: false }))).toBeNull()
    expect((await now(lesson)).state.pausedAt).toBeNull()
  })
})

describe('CR-60: more time for a race', () => {
  it('ends before the day on which everything is deleted', async () => {
    const lesson = await addOpenLesson(database.pool, { mode: 'homework' })
    await database.pool.query(
      `UPDATE lesson SET delete_on = '2100-01-05', closes_at = '2100-01-04T16:55:00Z',
         settings = settings || '{"mode": "race", "until": "2100-01-10T00:00:00Z"}' WHERE id = $1`,
      [lesson.id],
    )
    // In Viet Nam the day begins seven hours earlier: 300 s later it is there.
    expect(await codeOf(conductor.act(lesson.id, 'host', 1, { kind: 'add-time', seconds: 299 }))).toBeNull()
    expect(await codeOf(conductor.act(lesson.id, 'host', 2, { kind: 'add-time', seconds: 1 }))).toBe(
      'LESSON.PAST_DELETION',
    )
    expect((await now(lesson)).state.version).toBe(2)
  })

  it('gives back after a pause what there is until that day, and opens nothing on it', async () => {
    const lesson = await addOpenLesson(database.pool)
    await conductor.act(lesson.id, 'host', 1, { kind: 'pause', why: 'host' })
    const day = (days: number) => `(clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + ${days}`
    await database.pool.query(
      `UPDATE lesson SET delete_on = ${day(1)}, closes_at = (${day(1)})::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh',
         paused_at = paused_at - interval '1 hour' WHERE id = $1`,
      [lesson.id],
    )
    await conductor.act(lesson.id, 'host', 2, { kind: 'resume' })
    const { state, goneMs } = await now(lesson)
    expect(state.closesAt).toBe(goneMs)
    await conductor.act(lesson.id, 'host', 3, { kind: 'skip' })
    await database.pool.query(`UPDATE lesson SET delete_on = ${day(0)} WHERE id = $1`, [lesson.id])
    expect(await codeOf(conductor.act(lesson.id, 'host', 4, { kind: 'next' }))).toBe('LESSON.PAST_DELETION')
  })
})
