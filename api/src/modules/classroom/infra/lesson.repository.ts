import type { LessonPause, LessonPhase, LessonSettings } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { LessonAct, LessonState } from '../domain/lesson-state.js'
import { HELD_MS } from './lesson-beats.js'
import type { StoredLessonPlace } from './lesson.entities.js'

/** A lesson as it is played. */
export interface LessonRow {
  id: string
  ownerId: string
  classId: string | null
  className: string | null
  title: string
  pin: string | null
  /** For the host's screens alone. */
  doorKey: string | null
  settings: LessonSettings
  secret: Buffer
  places: StoredLessonPlace[]
  state: LessonState
  aliveAtMs: number | null
  createdAt: Date
  endedAt: Date | null
  deleteOn: string
  /** When that day begins in Viet Nam, in ms since 1970. */
  goneMs: number
  isCarriedIn: boolean
}

export interface NewLesson {
  id: string
  ownerId: string
  classId: string | null
  title: string
  pin: string | null
  doorKey: string | null
  settings: LessonSettings
  secret: Buffer
  places: StoredLessonPlace[]
  deleteOn: string
}

/** What an act makes of a locked lesson; a string: why it does not fit, and then nothing is written. */
export type Decision<Refusal> =
  /** by: where it is not done by whoever asked. */
  { state: LessonState; act: LessonAct; by?: 'server' } | { refusal: Refusal }

/** The channel on which processes hear that a lesson has moved, after the commit that moved it. */
export const LESSON_CHANNEL = 'lesson_moved'

/** Of one class, in one look. */
export const MOST_OF_CLASS = 400

const MS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

/** CR-60: the first moment at which everything of a lesson may be deleted. */
export const GONE_AT = (lesson: string) => `(${lesson}.delete_on::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`

const LESSON = `
SELECT l.id, l.owner_id AS "ownerId", l.class_id AS "classId", coalesce(c.name, k.class_name) AS "className", l.title, l.pin, l.door_key AS "doorKey", l.settings, l.secret, l.places,
       l.phase, l.place, ${MS('l.opens_at')} AS "opensAt", ${MS('l.closes_at')} AS "closesAt", ${MS('l.locked_at')} AS "lockedAt",
       l.stood_ms::float8 AS "stoodMs",
       ${MS('l.paused_at')} AS "pausedAt", l.pause, l.is_lobby_locked AS "isLobbyLocked", l.are_reactions_on AS "areReactionsOn",
       l.skipped, l.version, ${MS('l.alive_at')} AS "aliveAtMs", l.created_at AS "createdAt", l.ended_at AS "endedAt",
       l.delete_on::text AS "deleteOn", ${MS(GONE_AT('l'))} AS "goneMs", l.is_carried_in AS "isCarriedIn"
FROM lesson l LEFT JOIN school_class c ON c.id = l.class_id LEFT JOIN carried_lesson k ON k.lesson_id = l.id`

interface FlatRow extends Omit<LessonRow, 'state'> {
  phase: LessonPhase
  place: number
  opensAt: number | null
  closesAt: number | null
  lockedAt: number | null
  stoodMs: number
  pausedAt: number | null
  pause: LessonPause | null
  isLobbyLocked: boolean
  areReactionsOn: boolean
  skipped: number[]
  version: number
}

/** Lessons and their acts. An act, the state that it makes and the notice of it are one transaction. */
@Injectable()
export class LessonRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: string): Promise<LessonRow | null> {
    const [row]: FlatRow[] = await this.dataSource.query(`${LESSON} WHERE l.id = $1`, [id])
    return row ? nested(row) : null
  }

  async findByPin(pin: string): Promise<LessonRow | null> {
    const [row]: FlatRow[] = await this.dataSource.query(`${LESSON} WHERE l.pin = $1 AND l.ended_at IS NULL`, [pin])
    return row ? nested(row) : null
  }

  /** CR-72: what is over, a homework from its deadline on; the newest first, more than a school year has. */
  async endedOfClass(ownerId: string, classId: string): Promise<LessonRow[]> {
    const rows: FlatRow[] = await this.dataSource.query(
      `${LESSON} WHERE l.owner_id = $1 AND l.class_id = $2
         AND (l.ended_at IS NOT NULL OR l.settings->>'mode' = 'homework' AND l.phase IN ('revealed', 'board', 'podium'))
       ORDER BY l.created_at DESC LIMIT ${MOST_OF_CLASS}`,
      [ownerId, classId],
    )
    return rows.map(nested)
  }

  async listOf(
    ownerId: string,
    state: 'running' | 'ended' | 'all',
    page: number,
    size: number,
  ): Promise<{ rows: { lesson: LessonRow; seatCount: number }[]; total: number }> {
    const where = `l.owner_id = $1 AND ($2 = 'all' OR (l.ended_at IS NOT NULL) = ($2 = 'ended'))`
    const rows: FlatRow[] = await this.dataSource.query(
      `${LESSON} WHERE ${where} ORDER BY l.created_at DESC LIMIT $3 OFFSET $4`,
      [ownerId, state, size, (page - 1) * size],
    )
    const [sum]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM lesson l WHERE ${where}`,
      [ownerId, state],
    )
    const counts: { id: string; n: number }[] = await this.dataSource.query(
      `SELECT lesson_id AS id, count(*)::int AS n FROM lesson_seat WHERE lesson_id = ANY($1) AND removed_at IS NULL GROUP BY 1`,
      [rows.map(({ id }) => id)],
    )
    const countOf = new Map(counts.map(({ id, n }) => [id, n]))
    return {
      rows: rows.map((row) => ({ lesson: nested(row), seatCount: countOf.get(row.id) ?? 0 })),
      total: sum?.total ?? 0,
    }
  }

  /** Seats that were not removed. */
  async seatCount(id: string): Promise<number> {
    const [row]: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n FROM lesson_seat WHERE lesson_id = $1 AND removed_at IS NULL`,
      [id],
    )
    return row?.n ?? 0
  }

  /** With its seats and answers; their devices hear of it. */
  async delete(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`DELETE FROM lesson WHERE id = $1`, [id])
    await tellAll(manager, id, 'seats')
  }

  /**
   * CR-60: goes with its class at the latest, also where the day of that has just become an earlier one.
   * @returns false when the PIN is taken by a lesson that runs
   */
  async insert(manager: EntityManager, lesson: NewLesson): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO lesson (id, owner_id, class_id, title, pin, settings, secret, places, phase, are_reactions_on, delete_on, door_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'lobby', $9,
         least($10::date, (SELECT delete_on FROM school_class WHERE id = $3 FOR KEY SHARE)), $11)
       ON CONFLICT (pin) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
      [
        lesson.id,
        lesson.ownerId,
        lesson.classId,
        lesson.title,
        lesson.pin,
        JSON.stringify(lesson.settings),
        lesson.secret,
        JSON.stringify(lesson.places),
        lesson.settings.reactions,
        lesson.deleteOn,
        lesson.doorKey,
      ],
    )
    return rows.length > 0
  }

  /**
   * CR-1: one act on a lesson. Its row is locked, so acts come one after the other and no answer is written beside them.
   * @param decide gets the lesson and the database's instant in ms; what it returns is written
   * @param also what is to be written in the same transaction
   */
  act<Refusal>(
    lessonId: string,
    by: 'host' | 'remote' | 'server',
    decide: (lesson: LessonRow, atMs: number) => Decision<Refusal> | Promise<Decision<Refusal>>,
    also?: (manager: Transaction, before: LessonRow, act: LessonAct) => Promise<void>,
  ): Promise<{ lesson: LessonRow } | { refusal: Refusal } | null> {
    return this.dataSource.transaction(async (manager) => {
      if (by === 'server') await manager.query(`SET LOCAL lock_timeout = ${HELD_MS}`)
      const locked = await this.lock(manager, lessonId)
      if (!locked) return null
      const { lesson, atMs } = locked
      const decision = await decide(lesson, atMs)
      if ('refusal' in decision) return decision
      const { state, act } = decision
      // CR-40: only where the clock begins to run or stops; any other act would forget an outage that nobody has noticed yet.
      const isTurned = lesson.state.phase !== 'open' || lesson.state.pausedAt !== state.pausedAt
      await manager.query(
        `INSERT INTO lesson_act (lesson_id, version, act, "by", at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))`,
        [lessonId, state.version, JSON.stringify(act), decision.by ?? by, atMs],
      )
      await manager.query(
        `UPDATE lesson SET phase = $2, place = $3, opens_at = to_timestamp($4::float8 / 1000), closes_at = to_timestamp($5::float8 / 1000),
           stood_ms = $6, paused_at = to_timestamp($7::float8 / 1000), pause = $8, is_lobby_locked = $9, are_reactions_on = $10,
           skipped = $11, version = $12, alive_at = CASE WHEN $2 = 'open' THEN CASE WHEN $14 THEN to_timestamp($13::float8 / 1000) ELSE alive_at END END,
           ended_at = CASE WHEN $2 = 'ended' THEN to_timestamp($13::float8 / 1000) END,
           pin = CASE WHEN $2 = 'ended' THEN NULL ELSE pin END, door_key = CASE WHEN $2 = 'ended' THEN NULL ELSE door_key END,
           locked_at = to_timestamp($15::float8 / 1000)
         WHERE id = $1`,
        [
          lessonId,
          state.phase,
          state.place,
          state.opensAt,
          state.closesAt,
          Math.round(state.stoodMs),
          state.pausedAt,
          state.pause,
          state.isLobbyLocked,
          state.areReactionsOn,
          state.skipped,
          state.version,
          atMs,
          isTurned,
          state.lockedAt,
        ],
      )
      await also?.(manager, lesson, act)
      await tellAll(manager, lessonId, 'step')
      return { lesson: { ...lesson, state } }
    })
  }

  /**
   * The lesson, locked until the transaction ends, and the database's instant after the lock.
   * @param strength SHARE: no act comes in between, others who share may
   */
  async lock(
    manager: Transaction,
    lessonId: string,
    strength: 'UPDATE' | 'SHARE' = 'UPDATE',
  ): Promise<{ lesson: LessonRow; atMs: number } | null> {
    const [row]: FlatRow[] = await manager.query(`${LESSON} WHERE l.id = $1 FOR ${strength} OF l`, [lessonId])
    if (!row) return null
    const [clock]: { ms: number }[] = await manager.query(`SELECT round(${MS('clock_timestamp()')}) AS ms`)
    return { lesson: nested(row), atMs: clock?.ms ?? 0 }
  }

  /** Versions of lessons, for a process that may have missed notices. */
  async versions(ids: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; version: number }[] = await this.dataSource.query(
      `SELECT id, version FROM lesson WHERE id = ANY($1)`,
      [ids],
    )
    return new Map(rows.map(({ id, version }) => [id, version]))
  }

  acts(lessonId: string): Promise<{ act: LessonAct; atMs: number; by: string }[]> {
    return this.dataSource.query(
      `SELECT act, ${MS('at')} AS "atMs", "by" FROM lesson_act WHERE lesson_id = $1 ORDER BY version`,
      [lessonId],
    )
  }

  /** Open and locked lessons with their versions, whoever watches them. */
  async running(): Promise<Map<string, number>> {
    const rows: { id: string; version: number }[] = await this.dataSource.query(
      `SELECT id, version FROM lesson WHERE phase IN ('open', 'locked')`,
    )
    return new Map(rows.map(({ id, version }) => [id, version]))
  }

  /** To the hosts of a lesson on whatever process. */
  async tellReactions(lessonId: string, counts: readonly number[]): Promise<void> {
    await this.dataSource.query(`SELECT pg_notify('${LESSON_CHANNEL}', $1)`, [
      `reactions ${lessonId} ${counts.join(',')}`,
    ])
  }
}

/** Tells every process, once this transaction is committed. */
export async function tellAll(manager: Transaction, lessonId: string, what: 'step' | 'seats'): Promise<void> {
  await manager.query(`SELECT pg_notify('${LESSON_CHANNEL}', $1)`, [`${what} ${lessonId}`])
}

function nested(flat: FlatRow): LessonRow {
  const {
    phase,
    place,
    opensAt,
    closesAt,
    lockedAt,
    stoodMs,
    pausedAt,
    pause,
    isLobbyLocked,
    areReactionsOn,
    skipped,
    version,
    ...row
  } = flat
  return {
    ...row,
    state: {
      phase,
      place,
      opensAt,
      closesAt,
      lockedAt,
      stoodMs,
      pausedAt,
      pause,
      isLobbyLocked,
      areReactionsOn,
      skipped,
      version,
    },
  }
}
