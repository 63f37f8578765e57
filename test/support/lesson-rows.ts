import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { addPeople } from './people'

/** A lesson as its rows are, of polls alone, so that it needs no bank. */
export interface LessonRows {
  id: string
  ownerId: string
}

interface Opening {
  mode?: 'individual' | 'homework'
  /** How long the place is open already, and how long somebody has not spoken for it. */
  openForS?: number
  silentForS?: number
}

/** An open lesson with its first place in play. */
export async function addOpenLesson(
  pool: Pool,
  { mode = 'individual', openForS = 1, silentForS = 0 }: Opening = {},
): Promise<LessonRows> {
  const [owner] = await addPeople(pool, 1)
  const lesson = { id: randomUUID(), ownerId: owner?.accountId as string }
  const settings = {
    mode,
    scoring: 'right-only',
    board: 'end',
    late: 'from-next',
    names: 'nickname',
    leadS: 0,
    raceMinutes: 15,
    revealsItself: false,
    locksWhenAllAnswered: false,
    reactions: true,
    teams: { count: 2, sum: 'mean', talkS: 0 },
    bell: { floorSize: 0, rescueBelow: 0 },
    until: mode === 'homework' ? '2100-01-01T00:00:00.000Z' : null,
  }
  const place = { kind: 'poll', prompt: 'Em chọn gì?', choices: ['Một', 'Hai'], section: '', itemVersionId: null }
  const places = [1, 2].map(() => ({ ...place, limitS: 600, points: 0, optionOrder: [0, 1], choiceOrder: [] }))
  await pool.query(
    `INSERT INTO lesson (id, owner_id, title, pin, settings, secret, places, phase, place, opens_at, closes_at, alive_at, version,
       are_reactions_on, delete_on)
     VALUES ($1, $2, 'Thử', $3, $4, $5, $6, 'open', $7, clock_timestamp() - make_interval(secs => $8),
       clock_timestamp() + interval '1 day', clock_timestamp() - make_interval(secs => $9), 1, true, '2101-01-01')`,
    [
      lesson.id,
      lesson.ownerId,
      String(1_000_000 + Math.floor(Math.random() * 8_999_999)),
      JSON.stringify(settings),
      randomBytes(32),
      JSON.stringify(places),
      mode === 'homework' ? places.length : 1,
      openForS,
      silentForS,
    ],
  )
  return lesson
}

/** A seat of the lesson whose device has a token with this hash. */
export async function addSeatRow(
  pool: Pool,
  { id }: LessonRows,
  number: number,
  tokenHash: string,
  openedForS: number | null = null,
): Promise<void> {
  await pool.query(
    `INSERT INTO lesson_seat (lesson_id, number, name, folded_name, token_hash, device_hash, joined_place, own_place, own_opened_at)
     VALUES ($1, $2, $3, $3, $4, $4, 0, $5, clock_timestamp() - make_interval(secs => $6))`,
    [id, number, `Bạn ${number}`, tokenHash, openedForS === null ? 0 : 1, openedForS],
  )
}

/** When somebody spoke for the lesson last, in seconds ago. */
export async function silenceOf(pool: Pool, { id }: LessonRows): Promise<number> {
  const { rows } = await pool.query<{ s: number }>(
    `SELECT extract(epoch FROM clock_timestamp() - alive_at)::float8 AS s FROM lesson WHERE id = $1`,
    [id],
  )
  return rows[0]?.s ?? Number.NaN
}
