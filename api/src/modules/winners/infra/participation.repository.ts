import type { ItemResponse } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { isReplacedSql } from '../../attempts/index.js'

export interface UnitParticipation {
  unitId: string
  participants: number
  attempts: number
  firstAttempts: number
  /** Of first attempts: the sum of points ÷ most points. */
  shareSum: number
}

/** Attempts of a contest that ended, without those that were taken anew (CL-7); a person counts for the unit of the latest one. Those excluded from every round stay out. */
const TAKEN = `
  taken AS (
    SELECT t.id, t.account_id, t.unit_id, t.round_id, t.started_at, t.submitted_at, t.points, t.max_points,
           row_number() OVER (PARTITION BY t.round_id, t.account_id ORDER BY t.attempt_no) AS n
    FROM attempt t JOIN round r ON r.id = t.round_id
    WHERE r.contest_id = $1 AND t.state = 'submitted' AND t.unit_id IS NOT NULL AND NOT ${isReplacedSql('t')}
      AND coalesce((SELECT u.kind FROM ruling u WHERE u.round_id = t.round_id AND u.account_id = t.account_id AND u.state = 'approved'
                    ORDER BY u.decided_at DESC LIMIT 1), 'reinstate') <> 'exclude'
  ), person AS (
    SELECT DISTINCT ON (account_id) account_id, unit_id FROM taken ORDER BY account_id, started_at DESC, id
  )`

/** Who took part, by unit, over time and by topic. */
@Injectable()
export class ParticipationRepository {
  constructor(private readonly dataSource: DataSource) {}

  byUnit(contestId: string): Promise<UnitParticipation[]> {
    return this.dataSource.query(
      `WITH ${TAKEN}
       SELECT p.unit_id AS "unitId", count(DISTINCT t.account_id) AS participants, count(*) AS attempts,
              count(*) FILTER (WHERE t.n = 1) AS "firstAttempts",
              coalesce(sum(t.points / nullif(t.max_points, 0)) FILTER (WHERE t.n = 1), 0)::float8 AS "shareSum"
       FROM taken t JOIN person p USING (account_id) GROUP BY p.unit_id ORDER BY p.unit_id`,
      [contestId],
    )
  }

  /** People and attempts of each day in Viet Nam. */
  byDay(contestId: string): Promise<{ day: string; participants: number; attempts: number }[]> {
    return this.dataSource.query(
      `WITH ${TAKEN}
       SELECT to_char(t.submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS day,
              count(DISTINCT t.account_id) AS participants, count(*) AS attempts
       FROM taken t GROUP BY 1 ORDER BY 1`,
      [contestId],
    )
  }

  /** People of each round, and how their first attempts spread over tenths of the points (0: below 10 %, 9: 90 % and more). */
  byRound(contestId: string): Promise<{ roundId: string; tenth: number; count: number }[]> {
    return this.dataSource.query(
      `WITH ${TAKEN}
       SELECT t.round_id AS "roundId", greatest(0, least(9, floor(10 * t.points / nullif(t.max_points, 0))))::int AS tenth, count(*) AS count
       FROM taken t WHERE t.n = 1 AND t.max_points > 0 GROUP BY 1, 2 ORDER BY 1, 2`,
      [contestId],
    )
  }

  /** How often each response was given to each item in first attempts of a round, by unit; null: blank. */
  responses(contestId: string, roundId: string): Promise<ResponseCount[]> {
    return this.dataSource.query(
      `WITH ${TAKEN}, sheet AS (
         SELECT t.id, p.unit_id, e.place, e.item->>'itemVersionId' AS item_version_id
         FROM taken t JOIN person p USING (account_id) JOIN attempt a ON a.id = t.id,
              jsonb_array_elements(a.form) WITH ORDINALITY AS e(item, place)
         WHERE t.n = 1 AND t.round_id = $2
       ), answered AS (
         SELECT DISTINCT ON (e.attempt_id, e.position) e.attempt_id, e.position, e.response
         FROM response_event e JOIN taken t ON t.id = e.attempt_id
         WHERE t.n = 1 AND t.round_id = $2 ORDER BY e.attempt_id, e.position, e.seq DESC
       )
       SELECT s.unit_id AS "unitId", s.item_version_id AS "itemVersionId", a.response, count(*) AS count
       FROM sheet s LEFT JOIN answered a ON a.attempt_id = s.id AND a.position = s.place
       GROUP BY 1, 2, 3`,
      [contestId, roundId],
    )
  }
}

export interface ResponseCount {
  unitId: string
  itemVersionId: string
  response: ItemResponse | null
  count: number
}
