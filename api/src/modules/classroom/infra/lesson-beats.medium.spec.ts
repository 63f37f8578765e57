import type { PoolClient } from 'pg'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addOpenLesson, type LessonRows, silenceOf } from '../../../../../test/support/lesson-rows'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import type { LessonAct } from '../domain/lesson-state.js'
import { isHeld, LessonBeats } from './lesson-beats.js'
import { LessonRepository } from './lesson.repository.js'

const SILENT_MS = 3_000

let database: TestDatabase
let dataSource: DataSource
let beats: LessonBeats
let lessons: LessonRepository

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  beats = new LessonBeats(dataSource)
  lessons = new LessonRepository(dataSource)
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

/** A transaction that has the lesson and does not end. */
async function hold(lesson: LessonRows): Promise<{ client: PoolClient; letGo: () => Promise<void> }> {
  const client = await database.pool.connect()
  await client.query('BEGIN')
  await client.query(`SELECT 1 FROM lesson WHERE id = $1 FOR UPDATE`, [lesson.id])
  const letGo = async () => {
    await client.query('COMMIT')
    client.release()
  }
  return { client, letGo }
}

/** Until a statement of this database waits for a row that somebody else has. */
async function untilOneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return
  }
}

const beat = (...of: LessonRows[]) =>
  beats.beat(
    of.map(({ id }) => id),
    SILENT_MS,
  )

describe('CR-40: beats', () => {
  it('one lesson that somebody holds keeps no other one from its beat', async () => {
    const [held, free] = [
      await addOpenLesson(database.pool, { silentForS: 2 }),
      await addOpenLesson(database.pool, { silentForS: 2 }),
    ]
    const { letGo } = await hold(held)
    const began = performance.now()
    expect(await beat(held, free)).toEqual([])
    expect(performance.now() - began).toBeLessThan(2_400)
    expect(await silenceOf(database.pool, free)).toBeLessThan(2)
    expect(await silenceOf(database.pool, held)).toBeGreaterThan(2)
    await letGo()
  })

  it('answers that hold a lesson for a moment cost it no beat', async () => {
    const lesson = await addOpenLesson(database.pool, { silentForS: 2 })
    const { letGo } = await hold(lesson)
    const beating = beat(lesson)
    setTimeout(() => void letGo(), 200)
    expect(await beating).toEqual([])
    expect(await silenceOf(database.pool, lesson)).toBeLessThan(2)
  })

  it('what was silent for too long is told and not spoken for, also when it became so while the beat waited', async () => {
    const [silent, waited] = [
      await addOpenLesson(database.pool, { silentForS: 10 }),
      await addOpenLesson(database.pool, { silentForS: 1 }),
    ]
    const { client, letGo } = await hold(waited)
    const beating = beat(silent, waited)
    await untilOneWaits()
    await client.query(`UPDATE lesson SET alive_at = alive_at - interval '20 seconds' WHERE id = $1`, [waited.id])
    await letGo()
    expect(await beating).toEqual([silent.id])
    for (const lesson of [silent, waited]) expect(await silenceOf(database.pool, lesson)).toBeGreaterThan(9)
  })

  it('an act of the platform gives a held lesson up after a moment; one of the host waits', async () => {
    const lesson = await addOpenLesson(database.pool)
    const lock: LessonAct = { kind: 'lock', why: 'host' }
    const act = (by: 'host' | 'server') =>
      lessons.act<never>(lesson.id, by, ({ state }) => ({
        state: { ...state, phase: 'locked', version: state.version + 1 },
        act: lock,
      }))
    const { letGo } = await hold(lesson)
    const refused = await act('server').catch((error: unknown) => error)
    expect(isHeld(refused)).toBe(true)
    const host = act('host')
    await letGo()
    expect(await host).toMatchObject({ lesson: { state: { phase: 'locked' } } })
  })
})
