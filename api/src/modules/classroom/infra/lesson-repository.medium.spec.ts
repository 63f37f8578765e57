import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addOpenLesson } from '../../../../../test/support/lesson-rows'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { LessonRepository } from './lesson.repository.js'

let database: TestDatabase
let dataSource: DataSource

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

describe('CR-72: lessons of a class', () => {
  it('are all those of a school year, and a homework from its deadline on', async () => {
    const { id, ownerId } = await addOpenLesson(database.pool, { mode: 'homework' })
    const classId = randomUUID()
    await database.pool.query(
      `INSERT INTO school_class (id, owner_id, name, school_year, delete_on) VALUES ($1, $2, '8A', 2100, '2101-08-31')`,
      [classId, ownerId],
    )
    await database.pool.query(`UPDATE lesson SET class_id = $2 WHERE id = $1`, [id, classId])
    await database.pool.query(
      `INSERT INTO lesson (id, owner_id, class_id, title, settings, secret, places, phase, place, version, are_reactions_on, delete_on, ended_at)
       SELECT gen_random_uuid(), owner_id, class_id, title, settings, secret, places, 'ended', place, 1, true, delete_on, clock_timestamp()
       FROM lesson, generate_series(1, 200) WHERE id = $1`,
      [id],
    )
    const lessons = new LessonRepository(dataSource)
    expect(await lessons.endedOfClass(ownerId, classId)).toHaveLength(200)
    await database.pool.query(`UPDATE lesson SET phase = 'revealed' WHERE id = $1`, [id])
    const found = await lessons.endedOfClass(ownerId, classId)
    expect(found).toHaveLength(201)
    expect(found.some((lesson) => lesson.id === id)).toBe(true)
  })
})
