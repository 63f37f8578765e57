import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addOpenLesson, addSeatRow, type LessonRows } from '../../../../../test/support/lesson-rows'
import { eventually } from '../../../../../test/support/stage'
import { createHotPool } from '../../../platform/db/database.js'
import { LessonAnswerWriter } from './lesson-answer-writer.js'

let database: TestDatabase
let pool: Pool
let writer: LessonAnswerWriter

beforeAll(async () => {
  database = await freshDatabase()
  pool = createHotPool(database.url, 'lesson-answers', 2)
  writer = new LessonAnswerWriter(pool)
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

const answer = ({ id }: LessonRows, tokenHash: string, seat = 1, place = 1) =>
  writer.write({ lessonId: id, place, seat, tokenHash, response: '[0]', receivedAtMs: Date.now() })

const answersOf = async ({ id }: LessonRows) =>
  (
    await database.pool.query<{ seat: number; timeMs: number }>(
      `SELECT seat, time_ms AS "timeMs" FROM lesson_answer WHERE lesson_id = $1 ORDER BY seat`,
      [id],
    )
  ).rows

/** Somebody who acts on the lesson: its row is locked until they are through. */
async function holding(lesson: LessonRows, run: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT 1 FROM lesson WHERE id = $1 FOR UPDATE`, [lesson.id])
    await run(client)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

/** An answer of the writer waits for a lock. */
const waits = () =>
  eventually('the answer waits for the act', async () => {
    const { rows } = await database.pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO lesson_answer%'`,
    )
    return rows.length > 0
  })

describe('CR-4: the time of an answer', () => {
  it('is stored also for a page of homework that lay open for longer than the column counts', async () => {
    const lesson = await addOpenLesson(database.pool, { mode: 'homework', openForS: 40 * 86_400 })
    await addSeatRow(database.pool, lesson, 1, randomUUID(), 3_600)
    const tokenHash = randomUUID()
    await addSeatRow(database.pool, lesson, 2, tokenHash, 30 * 86_400)
    expect(await answer(lesson, tokenHash, 2)).toEqual({ kind: 'saved', timeMs: 2_147_483_647 })
    expect(await answersOf(lesson)).toEqual([{ seat: 2, timeMs: 2_147_483_647 }])
  })

  it('is what it took', async () => {
    const lesson = await addOpenLesson(database.pool, { openForS: 5 })
    const tokenHash = randomUUID()
    await addSeatRow(database.pool, lesson, 1, tokenHash)
    const saved = await answer(lesson, tokenHash)
    expect(saved).toMatchObject({ kind: 'saved' })
    expect((saved as { timeMs: number }).timeMs).toBeGreaterThanOrEqual(5_000)
    expect((saved as { timeMs: number }).timeMs).toBeLessThan(60_000)
  })
})

describe('CR-3: a lock of the host within somebody’s extra time', () => {
  const lockedAgo = async (lockedS: number) => {
    const lesson = await addOpenLesson(database.pool, { openForS: 12 })
    await database.pool.query(
      `UPDATE lesson SET phase = 'locked', alive_at = NULL, closes_at = opens_at + interval '10 seconds',
         locked_at = clock_timestamp() - make_interval(secs => $2) WHERE id = $1`,
      [lesson.id, lockedS],
    )
    const hashes = [randomUUID(), randomUUID()]
    for (const [index, hash] of hashes.entries()) await addSeatRow(database.pool, lesson, index + 1, hash)
    await database.pool.query(`UPDATE lesson_seat SET extra_percent = 100 WHERE lesson_id = $1 AND number = 1`, [
      lesson.id,
    ])
    return { lesson, hashes }
  }

  it('costs nobody an answer that came before it or within the grace', async () => {
    const { lesson, hashes } = await lockedAgo(0.1)
    expect(await answer(lesson, hashes[0] as string, 1)).toMatchObject({ kind: 'saved' })
    // Without extra time it was over two seconds ago.
    expect(await answer(lesson, hashes[1] as string, 2)).toEqual({ kind: 'late' })
  })

  it('ends the extra time', async () => {
    const { lesson, hashes } = await lockedAgo(0.8)
    expect(await answer(lesson, hashes[0] as string, 1)).toEqual({ kind: 'late' })
  })
})

describe('CR-54: who has lost the seat answers no more from that commit on', () => {
  const losses: [string, (client: PoolClient, lesson: LessonRows) => Promise<unknown>][] = [
    [
      'given to another device',
      (client, { id }) =>
        client.query(`UPDATE lesson_seat SET token_hash = $2 WHERE lesson_id = $1`, [id, randomUUID()]),
    ],
    [
      'removed',
      (client, { id }) =>
        client.query(`UPDATE lesson_seat SET removed_at = clock_timestamp() WHERE lesson_id = $1`, [id]),
    ],
    ['fallen', (client, { id }) => client.query(`UPDATE lesson_seat SET floor = 'out' WHERE lesson_id = $1`, [id])],
    ['cleared', (client, { id }) => client.query(`DELETE FROM lesson_seat WHERE lesson_id = $1`, [id])],
  ]
  it.each(losses)('%s while the answer waited for the act', async (_, lose) => {
    const lesson = await addOpenLesson(database.pool)
    const tokenHash = randomUUID()
    await addSeatRow(database.pool, lesson, 1, tokenHash)
    let outcome: Promise<unknown> = Promise.resolve()
    await holding(lesson, async (client) => {
      outcome = answer(lesson, tokenHash)
      await waits()
      await lose(client, lesson)
    })
    expect(await outcome).toEqual({ kind: 'not_playing' })
    expect(await answersOf(lesson)).toEqual([])
  })

  it('an act that leaves the seat alone costs nobody the answer, nor does the device being seen', async () => {
    const lesson = await addOpenLesson(database.pool)
    const hashes = [randomUUID(), randomUUID()]
    for (const [index, hash] of hashes.entries()) await addSeatRow(database.pool, lesson, index + 1, hash)
    let outcomes: Promise<unknown>[] = []
    await holding(lesson, async (client) => {
      outcomes = hashes.map((hash, index) => answer(lesson, hash, index + 1))
      await waits()
      await client.query(`UPDATE lesson_seat SET here_at = clock_timestamp() WHERE lesson_id = $1`, [lesson.id])
    })
    for (const outcome of outcomes) expect(await outcome).toMatchObject({ kind: 'saved' })
    expect((await answersOf(lesson)).map(({ seat }) => seat)).toEqual([1, 2])
  })
})

describe('CR-60: an answer on the day on which everything is deleted', () => {
  it('is too late, whatever time the seat has', async () => {
    const lesson = await addOpenLesson(database.pool)
    const tokenHash = randomUUID()
    await addSeatRow(database.pool, lesson, 1, tokenHash)
    const dayOf = (days: number) =>
      database.pool.query(
        `UPDATE lesson SET delete_on = (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + $2::int WHERE id = $1`,
        [lesson.id, days],
      )
    await dayOf(0)
    expect(await answer(lesson, tokenHash)).toEqual({ kind: 'late' })
    await dayOf(2)
    expect(await answer(lesson, tokenHash)).toMatchObject({ kind: 'saved' })
  })
})
