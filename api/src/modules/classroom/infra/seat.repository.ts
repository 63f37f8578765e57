import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { Floor, FloorSeat } from '../domain/bell.js'
import { LESSON_CHANNEL, type LessonRow, LessonRepository, tellAll } from './lesson.repository.js'

export interface Seat {
  lessonId: string
  number: number
  name: string
  pupilId: string | null
  team: number | null
  extraPercent: number
  joinedPlace: number
  removedAt: Date | null
  floor: Floor | null
  outAt: number | null
  rescues: number
  isHere: boolean
  ownPlace: number
  ownOpenedAtMs: number | null
  /** Never sent anywhere. */
  tokenHash: string
}

export interface NewSeat {
  name: string
  foldedName: string
  pupilId: string | null
  team: number | null
  tokenHash: string
  deviceHash: string
  extraPercent: number
  joinedPlace: number
  floor: Floor | null
}

/** A device is told of every ten seconds; of a process that died nothing is told. */
const HERE_S = 45
/** Who left a moment ago is missed by whoever counts who has answered, until this long after the device was told of. */
export const MISSED_S = 60
const IS_HERE = `coalesce(here_at > clock_timestamp() - interval '${HERE_S} seconds', false)`

const SEAT = `
SELECT lesson_id AS "lessonId", number, name, pupil_id AS "pupilId", team, extra_percent AS "extraPercent",
       joined_place AS "joinedPlace", removed_at AS "removedAt",
       ${IS_HERE} AS "isHere", token_hash AS "tokenHash", floor, out_at AS "outAt", rescues, own_place AS "ownPlace",
       (extract(epoch FROM own_opened_at) * 1000)::float8 AS "ownOpenedAtMs"
FROM lesson_seat`

/** Seats of lessons. Whoever takes or changes one holds the row of the lesson, so numbers and names are given out once. */
@Injectable()
export class SeatRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lessons: LessonRepository,
  ) {}

  /** Runs with the lesson locked. @returns null when there is no such lesson */
  underLock<T>(
    lessonId: string,
    run: (manager: Transaction, lesson: LessonRow, atMs: number) => Promise<T>,
    strength?: 'UPDATE' | 'SHARE',
  ): Promise<T | null> {
    return this.dataSource.transaction(async (manager) => {
      const locked = await this.lessons.lock(manager, lessonId, strength)
      return locked ? run(manager, locked.lesson, locked.atMs) : null
    })
  }

  all(lessonId: string, manager?: Transaction): Promise<Seat[]> {
    return (manager ?? this.dataSource).query(`${SEAT} WHERE lesson_id = $1 ORDER BY number`, [lessonId])
  }

  async byToken(tokenHash: string): Promise<Seat | null> {
    const [row]: Seat[] = await this.dataSource.query(`${SEAT} WHERE token_hash = $1`, [tokenHash])
    return row ?? null
  }

  /**
   * Seats that stand in the way of a new one: of the same device, the same name or the same pupil. Who was removed does not come back by
   * writing the name with other spaces.
   */
  conflicts(
    manager: Transaction,
    lessonId: string,
    wish: { deviceHash: string; foldedName: string; pupilId: string | null },
  ): Promise<(Seat & { isSameDevice: boolean; isSameName: boolean; isSamePupil: boolean })[]> {
    return manager.query(
      `SELECT s.*, device_hash = $2 AS "isSameDevice", folded_name = $3 AS "isSameName", pupil_id IS NOT DISTINCT FROM $4::uuid AND $4::uuid IS NOT NULL AS "isSamePupil"
       FROM (${SEAT.replace('FROM lesson_seat', ', device_hash, folded_name, pupil_id FROM lesson_seat')} WHERE lesson_id = $1) s
       WHERE device_hash = $2 OR folded_name = $3 OR ("removedAt" IS NOT NULL AND replace(folded_name, ' ', '') = replace($3, ' ', ''))
         OR ($4::uuid IS NOT NULL AND pupil_id = $4::uuid)`,
      [lessonId, wish.deviceHash, wish.foldedName, wish.pupilId],
    )
  }

  async one(manager: Transaction, lessonId: string, number: number): Promise<Seat | null> {
    const [row]: Seat[] = await manager.query(`${SEAT} WHERE lesson_id = $1 AND number = $2`, [lessonId, number])
    return row ?? null
  }

  async insert(manager: Transaction, lesson: LessonRow, seat: NewSeat): Promise<Seat> {
    const [row]: { number: number }[] = await manager.query(
      `INSERT INTO lesson_seat (lesson_id, number, name, folded_name, pupil_id, team, token_hash, device_hash, extra_percent,
         joined_place, floor)
       SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM lesson_seat WHERE lesson_id = $1
       RETURNING number`,
      [
        lesson.id,
        seat.name,
        seat.foldedName,
        seat.pupilId,
        seat.team,
        seat.tokenHash,
        seat.deviceHash,
        seat.extraPercent,
        seat.joinedPlace,
        seat.floor,
      ],
    )
    await tellAll(manager, lesson.id, 'seats')
    const [made]: Seat[] = await manager.query(`${SEAT} WHERE lesson_id = $1 AND number = $2`, [lesson.id, row?.number])
    return made as Seat
  }

  async count(manager: Transaction, lessonId: string): Promise<number> {
    const [row]: { n: number }[] = await manager.query(
      `SELECT count(*)::int AS n FROM lesson_seat WHERE lesson_id = $1 AND removed_at IS NULL`,
      [lessonId],
    )
    return row?.n ?? 0
  }

  /** The seat gets another device; the token before is worth nothing from now on. */
  async giveTo(
    manager: Transaction,
    lessonId: string,
    number: number,
    tokenHash: string,
    deviceHash: string,
  ): Promise<void> {
    await manager.query(
      `UPDATE lesson_seat SET token_hash = $3, device_hash = $4 WHERE lesson_id = $1 AND number = $2`,
      [lessonId, number, tokenHash, deviceHash],
    )
    await tellAll(manager, lessonId, 'seats')
  }

  async remove(manager: Transaction, lessonId: string, numbers: readonly number[] | 'all'): Promise<void> {
    await manager.query(
      `UPDATE lesson_seat SET removed_at = clock_timestamp()
       WHERE lesson_id = $1 AND removed_at IS NULL AND ($2::int[] IS NULL OR number = ANY($2))`,
      [lessonId, numbers === 'all' ? null : numbers],
    )
    await tellAll(manager, lessonId, 'seats')
  }

  /**
   * Whoever was removed may come back to the same seat. A bell has taken its floor at the start (CR-30): who was not there then is a
   * reserve who came late; whoever stood then stands where it would stand if it had been silent meanwhile.
   * @param bellPlace bell: the place that is played or was played last; null in the lobby and elsewhere
   * @returns false for a seat that was not removed
   */
  async readmit(manager: Transaction, lessonId: string, number: number, bellPlace: number | null): Promise<boolean> {
    const [, count]: [unknown[], number] = await manager.query(
      `UPDATE lesson_seat SET removed_at = NULL,
         floor = CASE WHEN $3::smallint IS NULL THEN floor ELSE coalesce(floor, 'reserve') END,
         joined_place = CASE WHEN floor IS NULL THEN coalesce($3, joined_place) ELSE joined_place END
       WHERE lesson_id = $1 AND number = $2 AND removed_at IS NOT NULL`,
      [lessonId, number, bellPlace],
    )
    await tellAll(manager, lessonId, 'seats')
    return count > 0
  }

  /** The seat is nobody's and the name is free again. */
  async free(manager: Transaction, lessonId: string, number: number): Promise<void> {
    await manager.query(`DELETE FROM lesson_seat WHERE lesson_id = $1 AND number = $2`, [lessonId, number])
    await tellAll(manager, lessonId, 'seats')
  }

  /** Everybody leaves; nobody is kept out by it. */
  async clear(manager: Transaction, lessonId: string): Promise<void> {
    await manager.query(`DELETE FROM lesson_seat WHERE lesson_id = $1 AND removed_at IS NULL`, [lessonId])
    await tellAll(manager, lessonId, 'seats')
  }

  async change(
    manager: Transaction,
    lessonId: string,
    number: number,
    { name, foldedName, extraPercent, team }: Partial<NewSeat>,
  ): Promise<void> {
    await manager.query(
      `UPDATE lesson_seat SET name = coalesce($3, name), folded_name = coalesce($4, folded_name),
         extra_percent = coalesce($5, extra_percent), team = coalesce($6, team)
       WHERE lesson_id = $1 AND number = $2`,
      [lessonId, number, name ?? null, foldedName ?? null, extraPercent ?? null, team ?? null],
    )
    await tellAll(manager, lessonId, 'seats')
  }

  async setFloors(manager: Transaction, lessonId: string, floors: readonly FloorSeat[]): Promise<void> {
    // In the order in which presence is written, so that neither waits for the other in a circle.
    await manager.query(
      `SELECT 1 FROM lesson_seat WHERE lesson_id = $1 AND number = ANY($2) ORDER BY number FOR NO KEY UPDATE`,
      [lessonId, floors.map(({ seat }) => seat)],
    )
    await manager.query(
      `UPDATE lesson_seat s SET floor = f.floor, out_at = f.out_at, rescues = f.rescues
       FROM unnest($2::int[], $3::text[], $4::smallint[], $5::smallint[]) AS f(seat, floor, out_at, rescues)
       WHERE s.lesson_id = $1 AND s.number = f.seat AND s.floor IS DISTINCT FROM f.floor`,
      [
        lessonId,
        floors.map(({ seat }) => seat),
        floors.map(({ floor }) => floor),
        floors.map(({ outAt }) => outAt),
        floors.map(({ rescues }) => rescues),
      ],
    )
    await tellAll(manager, lessonId, 'seats')
  }

  /** Opens the next place after the one that the device shows; one that is open already stays as it is. @returns the seat, null if it is gone */
  async advance(
    manager: Transaction,
    lessonId: string,
    number: number,
    seenPlace: number,
    nextPlace: number,
    atMs: number,
  ): Promise<Seat | null> {
    await manager.query(
      `UPDATE lesson_seat SET own_place = $4, own_opened_at = to_timestamp($5::float8 / 1000)
       WHERE lesson_id = $1 AND number = $2 AND own_place = $3 AND own_place < $4`,
      [lessonId, number, seenPlace, nextPlace, atMs],
    )
    await tellAll(manager, lessonId, 'seats')
    const [seat]: Seat[] = await manager.query(`${SEAT} WHERE lesson_id = $1 AND number = $2 AND removed_at IS NULL`, [
      lessonId,
      number,
    ])
    return seat ?? null
  }

  /** race: what the clock stood costs no seat any of its time. What was opened after the clock had stopped begins now. */
  async moveOpenings(manager: Transaction, lessonId: string, pausedAtMs: number): Promise<void> {
    await manager.query(`SELECT 1 FROM lesson_seat WHERE lesson_id = $1 ORDER BY number FOR NO KEY UPDATE`, [lessonId])
    await manager.query(
      `UPDATE lesson_seat SET own_opened_at = CASE WHEN own_opened_at <= to_timestamp($2::float8 / 1000)
         THEN own_opened_at + (clock_timestamp() - to_timestamp($2::float8 / 1000)) ELSE clock_timestamp() END
       WHERE lesson_id = $1 AND own_opened_at IS NOT NULL`,
      [lessonId, pausedAtMs],
    )
  }

  /**
   * CR-5: which seats have a device now, and which have none any more; hosts hear of it if that is news. Who has left is not here at once,
   * and still missed for a while by whoever counts who has answered.
   */
  async setHere(lessonId: string, here: readonly number[], gone: readonly number[]): Promise<void> {
    await this.dataSource.query(
      `WITH before AS (
         SELECT number, ${IS_HERE} AS was_here FROM lesson_seat WHERE lesson_id = $1 AND number = ANY($2::int[] || $3::int[])
         ORDER BY number FOR NO KEY UPDATE
       ), told AS (
         UPDATE lesson_seat s SET here_at = clock_timestamp() - CASE WHEN b.number = ANY($2) THEN '0' ELSE interval '${HERE_S} seconds' END
         FROM before b WHERE s.lesson_id = $1 AND s.number = b.number AND (b.was_here OR b.number = ANY($2))
         RETURNING b.was_here IS DISTINCT FROM (b.number = ANY($2)) AS is_news
       )
       SELECT pg_notify('${LESSON_CHANNEL}', $4) FROM told WHERE is_news LIMIT 1`,
      [lessonId, here, gone, `seats ${lessonId}`],
    )
  }

  /**
   * CR-40: after an outage whoever was here when it began has left just now: nobody's device was told of meanwhile, and those that are not
   * back yet are still missed for a while.
   * @param sinceMs when the outage began
   */
  async missAgain(manager: Transaction, lessonId: string, sinceMs: number): Promise<void> {
    await manager.query(
      `WITH gone AS (
         SELECT number FROM lesson_seat
         WHERE lesson_id = $1 AND here_at > to_timestamp($2::float8 / 1000) - interval '${MISSED_S} seconds'
           AND here_at < clock_timestamp() - interval '${HERE_S} seconds'
         ORDER BY number FOR NO KEY UPDATE
       )
       UPDATE lesson_seat s SET here_at = greatest(s.here_at, clock_timestamp() - interval '${HERE_S} seconds')
       FROM gone WHERE s.lesson_id = $1 AND s.number = gone.number`,
      [lessonId, sinceMs],
    )
  }

  /** How many sit in each team. */
  async teamSizes(manager: Transaction, lessonId: string): Promise<Map<number, number>> {
    const rows: { team: number; n: number }[] = await manager.query(
      `SELECT team, count(*)::int AS n FROM lesson_seat WHERE lesson_id = $1 AND removed_at IS NULL AND team IS NOT NULL GROUP BY team`,
      [lessonId],
    )
    return new Map(rows.map(({ team, n }) => [team, n]))
  }
}
