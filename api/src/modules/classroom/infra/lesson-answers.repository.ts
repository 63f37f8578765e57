import type { ItemResponse } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { MISSED_S } from './seat.repository.js'

export interface LessonAnswer {
  place: number
  seat: number
  response: ItemResponse
  timeMs: number
}

/** Recorded answers, read. */
@Injectable()
export class LessonAnswersRepository {
  constructor(private readonly dataSource: DataSource) {}

  ofPlace(lessonId: string, place: number, manager?: Transaction): Promise<LessonAnswer[]> {
    return (manager ?? this.dataSource).query(
      `SELECT place, seat, response, time_ms AS "timeMs" FROM lesson_answer WHERE lesson_id = $1 AND place = $2`,
      [lessonId, place],
    )
  }

  /**
   * The answers to these places, place after place. Each place comes as one row: tens of thousands of rows would be read in one go and
   * hold up whoever answers meanwhile.
   */
  async ofPlaces(lessonId: string, places: readonly number[]): Promise<LessonAnswer[][]> {
    const rows: { place: number; answers: [seat: number, timeMs: number, response: ItemResponse][] }[] =
      await this.dataSource.query(
        `SELECT place, json_agg(json_build_array(seat, time_ms, response)) AS answers
         FROM lesson_answer WHERE lesson_id = $1 AND place = ANY($2) GROUP BY place ORDER BY place`,
        [lessonId, places],
      )
    return rows.map(({ place, answers }) =>
      answers.map(([seat, timeMs, response]) => ({ place, seat, response, timeMs })),
    )
  }

  async one(lessonId: string, place: number, seat: number): Promise<LessonAnswer | null> {
    const [row]: LessonAnswer[] = await this.dataSource.query(
      `SELECT place, seat, response, time_ms AS "timeMs" FROM lesson_answer WHERE lesson_id = $1 AND place = $2 AND seat = $3`,
      [lessonId, place, seat],
    )
    return row ?? null
  }

  /**
   * CR-5: how many have answered, and whether somebody has not who plays and is here or left a moment ago: whose line breaks for some
   * seconds comes back to an item that is still open.
   */
  async progress(
    lessonId: string,
    place: number,
  ): Promise<{ answeredCount: number; seatCount: number; missing: number }> {
    const [row]: { answeredCount: number; seatCount: number; missing: number }[] = await this.dataSource.query(
      `SELECT count(a.seat)::int AS "answeredCount", count(*)::int AS "seatCount",
              count(*) FILTER (WHERE a.seat IS NULL AND s.here_at > clock_timestamp() - interval '${MISSED_S} seconds')::int AS missing
       FROM lesson_seat s LEFT JOIN lesson_answer a ON a.lesson_id = s.lesson_id AND a.place = $2 AND a.seat = s.number
       WHERE s.lesson_id = $1 AND s.removed_at IS NULL AND coalesce(s.floor, 'on') = 'on' AND s.joined_place < greatest($2, 1)`,
      [lessonId, place],
    )
    return row ?? { answeredCount: 0, seatCount: 0, missing: 0 }
  }
  /**
   * CR-3: the most extra time, in percent, of a seat that still needs it: it plays, is here or left a moment ago, and has not answered or, at
   * an own pace, is not through.
   */
  async extraAwaited(lessonId: string, place: number, isOwnPaced: boolean): Promise<number> {
    const [row]: { most: number }[] = await this.dataSource.query(
      `SELECT coalesce(max(s.extra_percent), 0)::int AS most
       FROM lesson_seat s LEFT JOIN lesson_answer a ON a.lesson_id = s.lesson_id AND a.place = $2 AND a.seat = s.number
       WHERE s.lesson_id = $1 AND s.removed_at IS NULL AND coalesce(s.floor, 'on') = 'on' AND s.extra_percent > 0
         AND s.here_at > clock_timestamp() - interval '${MISSED_S} seconds'
         AND CASE WHEN $3 THEN s.own_place <= $2 ELSE a.seat IS NULL AND s.joined_place < $2 END`,
      [lessonId, place, isOwnPaced],
    )
    return row?.most ?? 0
  }
}
