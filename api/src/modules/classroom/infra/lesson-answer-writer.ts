import { Inject, Injectable } from '@nestjs/common'
import type { Pool } from 'pg'
import { ANSWER_CONNECTIONS, LESSON_POOL } from '../../../platform/db/db.module.js'
import { GONE_AT } from './lesson.repository.js'

/** One answer of a seat on its way to the disk. */
export interface LessonAnswerWrite {
  lessonId: string
  place: number
  seat: number
  /** Of the token that the device showed: a seat that was given to another device takes nothing from the one before. */
  tokenHash: string
  /** JSON text of the response. */
  response: string
  receivedAtMs: number
}

export type LessonAnswerOutcome =
  | { kind: 'saved'; timeMs: number }
  /** Another answer of this seat to this place stands already. */
  | { kind: 'answered' | 'late' | 'early' | 'paused' | 'not_playing' }

/** For the way through the network; the same for everybody. */
export const ANSWER_GRACE_MS = 300

/** Without a word for an open lesson for so long the platform was away (CR-40). */
export const SILENT_MS = 3_000

/**
 * race, homework: the place of the seat itself, until the lesson ends; extra time lengthens a race, no homework, until the host locks. Nothing is
 * taken that may be deleted in that moment (CR-60).
 */
const WINDOW = `
  i.at >= CASE WHEN r.is_own_paced THEN s.own_opened_at ELSE r.opens_at END
  AND i.at <= least(r.locked_at, r.closes_at + make_interval(secs => CASE
    WHEN r.phase = 'locked' AND r.locked_at IS NULL OR r.is_homework THEN 0
    ELSE (extract(epoch FROM r.closes_at - r.opens_at) - r.stood_ms / 1000.0) * s.extra_percent / 100.0 END))
    + make_interval(secs => ${ANSWER_GRACE_MS} / 1000.0)
  AND i.at < ${GONE_AT('r')}`

const INCOMING = `
  SELECT lesson_id, place, seat, response, to_timestamp(received_at_ms / 1000.0) AS at, token_hash, ordinal
  FROM unnest($1::uuid[], $2::smallint[], $3::int[], $4::jsonb[], $5::bigint[], $6::text[])
    WITH ORDINALITY AS t(lesson_id, place, seat, response, received_at_ms, token_hash, ordinal)`

const RUNNING = `
  SELECT id, phase, place, opens_at, closes_at, locked_at, stood_ms, paused_at, alive_at, settings->>'mode' IN ('race', 'homework') AS is_own_paced,
         settings->>'mode' = 'homework' AS is_homework, delete_on
  FROM lesson WHERE id IN (SELECT lesson_id FROM incoming)`

/** Who joined while a place was played plays from the next one on (CR-51). */
const PLAYS = `s.removed_at IS NULL AND s.token_hash = i.token_hash AND coalesce(s.floor, 'on') = 'on'
  AND CASE WHEN r.is_own_paced THEN i.place = s.own_place ELSE i.place = r.place AND s.joined_place < r.place END`

/**
 * CR-40: the clock stands, or nobody has spoken for the lesson for so long that it will be found to have stood. A time is no answer's fault:
 * it may be given again when the clock goes on.
 */
const STANDS = `(r.paused_at IS NOT NULL AND i.at >= r.paused_at
  OR r.phase = 'open' AND NOT r.is_homework AND coalesce(i.at > r.alive_at + make_interval(secs => ${SILENT_MS} / 1000.0), false))`

/** What the column holds: a page of homework that lay open for more than 24 days took this long. */
const MOST_TIME_MS = 2_147_483_647

const TIME_MS = `least(${MOST_TIME_MS}, greatest(0, extract(epoch FROM i.at - CASE WHEN r.is_own_paced THEN s.own_opened_at ELSE r.opens_at END) * 1000
  - CASE WHEN r.is_own_paced THEN 0 ELSE r.stood_ms END))::int`

/**
 * After the lesson's lock: rows that are locked are read as they are now, all others as they were before this statement waited. Not FOR KEY
 * SHARE, which would take the seat as it was. In the order in which presence is written, so that neither waits for the other in a circle.
 */
const SEATED = `
  SELECT s.lesson_id, s.number, s.token_hash, s.removed_at, s.floor, s.joined_place, s.extra_percent, s.own_place, s.own_opened_at
  FROM lesson_seat s
  WHERE s.lesson_id IN (SELECT id FROM running) AND (s.lesson_id, s.number) IN (SELECT lesson_id, seat FROM incoming)
  ORDER BY s.lesson_id, s.number FOR SHARE`

/**
 * CR-3: a group of answers in one statement, which is its own transaction. Lessons are locked FOR SHARE, acts lock them FOR UPDATE: an
 * answer is committed before an act or refused by what the act made. So are seats (CR-54): a device that has lost its seat answers no
 * more from that commit on. The first committed answer of a seat to a place stands.
 */
const INSERT_GROUP = `
WITH incoming AS (${INCOMING}), running AS (${RUNNING} AND phase IN ('open', 'locked') ORDER BY id FOR SHARE), seated AS (${SEATED})
INSERT INTO lesson_answer (lesson_id, place, seat, response, received_at, time_ms)
SELECT i.lesson_id, i.place, i.seat, i.response, i.at, ${TIME_MS}
FROM incoming i JOIN running r ON r.id = i.lesson_id JOIN seated s ON s.lesson_id = i.lesson_id AND s.number = i.seat
WHERE ${PLAYS} AND NOT ${STANDS} AND ${WINDOW}
ON CONFLICT (lesson_id, place, seat) DO NOTHING
RETURNING lesson_id, place, seat, time_ms`

const EXPLAIN_GROUP = `
WITH incoming AS (${INCOMING}), running AS (${RUNNING})
SELECT i.ordinal::int, coalesce(s.token_hash = i.token_hash, false) AS "isOwn", a.time_ms AS "timeMs", a.seat IS NOT NULL AS "isStored", a.response = i.response AS "isSame",
       r.phase IN ('open', 'locked') AND ${PLAYS} AS plays, ${STANDS} AS "isPaused",
       i.at < CASE WHEN r.is_own_paced THEN s.own_opened_at ELSE r.opens_at END AS "isEarly"
FROM incoming i LEFT JOIN running r ON r.id = i.lesson_id LEFT JOIN lesson_seat s ON s.lesson_id = i.lesson_id AND s.number = i.seat
LEFT JOIN lesson_answer a ON a.lesson_id = i.lesson_id AND a.place = i.place AND a.seat = i.seat
ORDER BY i.ordinal`

const MAX_GROUP = 512

interface Waiting {
  write: LessonAnswerWrite
  done: (outcome: LessonAnswerOutcome) => void
  fail: (error: unknown) => void
}

/** Group commit, as for answers of rounds: what arrives while one group is on its way gathers into the next. */
@Injectable()
export class LessonAnswerWriter {
  private queue: Waiting[] = []
  private running = 0
  private isScheduled = false

  constructor(@Inject(LESSON_POOL) private readonly pool: Pool) {}

  /** Resolves after the commit; rejects when the database could not be asked, and then nothing is acknowledged. */
  write(write: LessonAnswerWrite): Promise<LessonAnswerOutcome> {
    return new Promise((done, fail) => {
      this.queue.push({ write, done, fail })
      if (this.isScheduled || this.running >= ANSWER_CONNECTIONS) return
      this.isScheduled = true
      setImmediate(() => {
        this.isScheduled = false
        this.start()
      })
    })
  }

  private start(): void {
    while (this.queue.length > 0 && this.running < ANSWER_CONNECTIONS) {
      const group = this.queue.splice(0, MAX_GROUP)
      this.running++
      void this.commit(group).finally(() => {
        this.running--
        this.start()
      })
    }
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    try {
      const values = columnsOf(group.map(({ write }) => write))
      const { rows } = await this.pool.query<{ lesson_id: string; place: number; seat: number; time_ms: number }>({
        name: 'insert-lesson-answers',
        text: INSERT_GROUP,
        values,
      })
      const saved = new Map(rows.map((row) => [keyOf(row.lesson_id, row.place, row.seat), row.time_ms]))
      const explained = saved.size === group.length ? null : await this.explain(values)
      for (const [index, { write, done }] of group.entries()) {
        const timeMs = saved.get(keyOf(write.lessonId, write.place, write.seat))
        // Two answers of one seat in one group: only one of them was written, the explanation says which.
        done(explained?.[index] ?? { kind: 'saved', timeMs: timeMs ?? 0 })
      }
    } catch (error) {
      // One line that the database cannot store must not cost the others theirs.
      if (group.length > 1 && isDataError(error)) for (const each of group) await this.commit([each])
      else for (const { fail } of group) fail(error)
    }
  }

  private async explain(values: unknown[]): Promise<LessonAnswerOutcome[]> {
    const { rows } = await this.pool.query<{
      isOwn: boolean
      timeMs: number
      isStored: boolean
      isSame: boolean | null
      plays: boolean | null
      isPaused: boolean | null
      isEarly: boolean | null
    }>({ name: 'explain-lesson-answers', text: EXPLAIN_GROUP, values })
    return rows.map((row) => {
      if (!row.isOwn) return { kind: 'not_playing' }
      if (row.isStored) return row.isSame ? { kind: 'saved', timeMs: row.timeMs } : { kind: 'answered' }
      if (!row.plays) return { kind: 'not_playing' }
      if (row.isPaused) return { kind: 'paused' }
      return { kind: row.isEarly ? 'early' : 'late' }
    })
  }
}

function columnsOf(writes: readonly LessonAnswerWrite[]): unknown[] {
  return [
    writes.map(({ lessonId }) => lessonId),
    writes.map(({ place }) => place),
    writes.map(({ seat }) => seat),
    writes.map(({ response }) => response),
    writes.map(({ receivedAtMs }) => receivedAtMs),
    writes.map(({ tokenHash }) => tokenHash),
  ]
}

/** SQLSTATE class 22: what was sent cannot be a value of its column. */
function isDataError(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('22')
}

function keyOf(lessonId: string, place: number, seat: number): string {
  return `${lessonId} ${place} ${seat}`
}
