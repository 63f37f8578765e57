import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { LAPSE_MS, type SeatRequestState } from '../domain/seat-request.js'
import { tellAll } from './lesson.repository.js'

export interface SeatRequest extends SeatRequestState {
  id: string
}

/** A request as a host is told of it. */
export interface OpenSeatRequest {
  id: string
  seat: number
  name: string
  askedAt: Date
  /** Never sent anywhere. */
  deviceHash: string
}

const MS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

const IS_OPEN = `r.admitted_at IS NULL AND r.refused_hash IS DISTINCT FROM r.device_hash
  AND r.repeated_at >= clock_timestamp() - make_interval(secs => ${LAPSE_MS} / 1000.0)`

/** CR-52: requests for seats that another device has; one a seat. Whoever writes one holds the row of the lesson. */
@Injectable()
export class SeatRequestRepository {
  constructor(private readonly dataSource: DataSource) {}

  async of(manager: Transaction, lessonId: string, seat: number): Promise<SeatRequest | null> {
    const [row]: SeatRequest[] = await manager.query(
      `SELECT id, device_hash AS "deviceHash", ${MS('repeated_at')} AS "repeatedAtMs", ${MS('admitted_at')} AS "admittedAtMs",
         refused_hash AS "refusedHash", ${MS('refused_at')} AS "refusedAtMs"
       FROM seat_request WHERE lesson_id = $1 AND seat = $2`,
      [lessonId, seat],
    )
    return row ?? null
  }

  /** The device is the one that asks for the seat now; whoever asked before does so no more. @returns the request's id */
  async open(manager: Transaction, lessonId: string, seat: number, deviceHash: string, atMs: number): Promise<string> {
    const id = randomUUID()
    await manager.query(
      `INSERT INTO seat_request AS r (id, lesson_id, seat, device_hash, asked_at, repeated_at)
       VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000))
       ON CONFLICT (lesson_id, seat) DO UPDATE
         SET id = excluded.id, device_hash = excluded.device_hash, asked_at = excluded.asked_at, repeated_at = excluded.repeated_at,
             admitted_at = NULL, refused_hash = nullif(r.refused_hash, excluded.device_hash),
             refused_at = CASE WHEN r.refused_hash = excluded.device_hash THEN NULL ELSE r.refused_at END`,
      [id, lessonId, seat, deviceHash, atMs],
    )
    await tellAll(manager, lessonId, 'seats')
    return id
  }

  async repeat(manager: Transaction, lessonId: string, seat: number, atMs: number): Promise<void> {
    await manager.query(
      `UPDATE seat_request SET repeated_at = to_timestamp($3::float8 / 1000) WHERE lesson_id = $1 AND seat = $2`,
      [lessonId, seat, atMs],
    )
  }

  /** The host says yes. @returns the seat; null for a request that is not open any more */
  admit(manager: Transaction, lessonId: string, requestId: string): Promise<number | null> {
    return this.answer(manager, lessonId, requestId, 'admitted_at = clock_timestamp()')
  }

  /** The host says no. @returns the seat; null for a request that is not open any more */
  refuse(manager: Transaction, lessonId: string, requestId: string): Promise<number | null> {
    return this.answer(manager, lessonId, requestId, 'refused_hash = device_hash, refused_at = clock_timestamp()')
  }

  /** Of a seat that has its device, or is no more. */
  async drop(manager: Transaction, lessonId: string, seat: number): Promise<void> {
    await manager.query(`DELETE FROM seat_request WHERE lesson_id = $1 AND seat = $2`, [lessonId, seat])
  }

  async dropAll(manager: Transaction, lessonId: string): Promise<void> {
    await manager.query(`DELETE FROM seat_request WHERE lesson_id = $1`, [lessonId])
  }

  /** What the host may say a word to now. */
  ofLesson(lessonId: string): Promise<OpenSeatRequest[]> {
    return this.dataSource.query(
      `SELECT r.id, r.seat, s.name, r.asked_at AS "askedAt", r.device_hash AS "deviceHash" FROM seat_request r
       JOIN lesson_seat s ON s.lesson_id = r.lesson_id AND s.number = r.seat
       WHERE r.lesson_id = $1 AND s.removed_at IS NULL AND ${IS_OPEN} ORDER BY r.asked_at`,
      [lessonId],
    )
  }

  private async answer(manager: Transaction, lessonId: string, requestId: string, word: string) {
    const [rows]: [{ seat: number }[], number] = await manager.query(
      `UPDATE seat_request r SET ${word} WHERE lesson_id = $1 AND id = $2 AND ${IS_OPEN} RETURNING seat`,
      [lessonId, requestId],
    )
    await tellAll(manager, lessonId, 'seats')
    return rows[0]?.seat ?? null
  }
}
