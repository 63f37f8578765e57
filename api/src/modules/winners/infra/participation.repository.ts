import type { ItemResponse } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { isReplacedSql } from '../../attempts/index.js'
import type { ListSource } from './winner.entities.js'

export interface UnitParticipation {
  unitId: string
  participants: number
  attempts: number
  firstAttempts: number
  /** Of first attempts: the sum of points ÷ most points. */
  shareSum: number
}

/** Who is barred from which round, looked up anew: results only know who was when they were worked out. */
export type BarredIn = readonly { roundId: string; accountIds: Iterable<string> }[]

/**
 * Attempts of a contest that ended, without those that were taken anew (CL-7); a person counts for the unit of the latest one. Whoever is
 * excluded or barred in a round counts with no attempt of it. First attempts have the points of the round's newest results, which know
 * rulings; before a round has results, those of the moment when they ended.
 * $1 the contest, $2 and $3 the rounds and people who are barred there
 */
const TAKEN = `
  barred AS (SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS b(round_id, account_id)),
  newest AS (
    SELECT DISTINCT ON (v.round_id) v.round_id, v.id FROM result_version v
    WHERE v.contest_id = $1 AND v.round_id IS NOT NULL ORDER BY v.round_id, v.number DESC
  ), ended AS (
    SELECT t.id, t.account_id, t.unit_id, t.round_id, t.started_at, t.submitted_at, t.points, t.max_points,
           row_number() OVER (PARTITION BY t.round_id, t.account_id ORDER BY t.attempt_no) AS n
    FROM attempt t JOIN round r ON r.id = t.round_id
    WHERE r.contest_id = $1 AND t.state = 'submitted' AND NOT ${isReplacedSql('t')}
      AND NOT EXISTS (SELECT 1 FROM barred b WHERE b.round_id = t.round_id AND b.account_id = t.account_id)
  ), taken AS (
    SELECT e.id, e.account_id, e.unit_id, e.round_id, e.started_at, e.submitted_at, e.n,
           CASE WHEN v.id IS NULL THEN e.points ELSE w.first_points END AS points,
           CASE WHEN v.id IS NULL THEN e.max_points ELSE w.first_max_points END AS max_points
    FROM ended e LEFT JOIN newest v ON v.round_id = e.round_id
    LEFT JOIN result_row w ON w.version_id = v.id AND w.account_id = e.account_id
    WHERE e.unit_id IS NOT NULL AND (v.id IS NULL OR w.account_id IS NOT NULL)
      AND coalesce(w.unranked_reason, '') NOT IN ('excluded', 'barred', 'voided')
  ), person AS (
    SELECT DISTINCT ON (account_id) account_id, unit_id FROM taken ORDER BY account_id, started_at DESC, id
  )`

/** Who took part, by unit, over time and by topic. */
@Injectable()
export class ParticipationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest results of each round of a contest. */
  sources(contestId: string): Promise<(ListSource & { isFinal: boolean })[]> {
    return this.dataSource.query(
      `SELECT DISTINCT ON (r.ordinal, r.id) r.id AS "roundId", v.id AS "versionId", v.number, v.state = 'final' AS "isFinal"
       FROM round r JOIN result_version v ON v.round_id = r.id WHERE r.contest_id = $1 ORDER BY r.ordinal, r.id, v.number DESC`,
      [contestId],
    )
  }

  byUnit(contestId: string, barred: BarredIn): Promise<UnitParticipation[]> {
    return this.dataSource.query(
      `WITH ${TAKEN}
       SELECT p.unit_id AS "unitId", count(DISTINCT t.account_id) AS participants, count(*) AS attempts,
              count(*) FILTER (WHERE t.n = 1) AS "firstAttempts",
              coalesce(sum(t.points / nullif(t.max_points, 0)) FILTER (WHERE t.n = 1), 0)::float8 AS "shareSum"
       FROM taken t JOIN person p USING (account_id) GROUP BY p.unit_id ORDER BY p.unit_id`,
      [contestId, ...pairs(barred)],
    )
  }

  /** People and attempts of each day in Viet Nam. */
  byDay(contestId: string, barred: BarredIn): Promise<{ day: string; participants: number; attempts: number }[]> {
    return this.dataSource.query(
      `WITH ${TAKEN}
       SELECT to_char(t.submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS day,
              count(DISTINCT t.account_id) AS participants, count(*) AS attempts
       FROM taken t GROUP BY 1 ORDER BY 1`,
      [contestId, ...pairs(barred)],
    )
  }

  /** People of each round, and how their first attempts spread over tenths of the points (0: below 10 %, 9: 90 % and more). */
  byRound(contestId: string, barred: BarredIn): Promise<{ roundId: string; tenth: number; count: number }[]> {
    return this.dataSource.query(
      `WITH ${TAKEN}
       SELECT t.round_id AS "roundId", greatest(0, least(9, floor(10 * t.points / nullif(t.max_points, 0))))::int AS tenth, count(*) AS count
       FROM taken t WHERE t.n = 1 AND t.max_points > 0 GROUP BY 1, 2 ORDER BY 1, 2`,
      [contestId, ...pairs(barred)],
    )
  }

  /** How often each response was given to each item in first attempts of a round, by unit; null: blank. */
  responses(contestId: string, barred: BarredIn, roundId: string): Promise<ResponseCount[]> {
    return this.dataSource.query(
      `WITH ${TAKEN}, sheet AS (
         SELECT t.id, p.unit_id, e.place, e.item->>'itemVersionId' AS item_version_id
         FROM taken t JOIN person p USING (account_id) JOIN attempt a ON a.id = t.id,
              jsonb_array_elements(a.form) WITH ORDINALITY AS e(item, place)
         WHERE t.n = 1 AND t.round_id = $4
       ), answered AS (
         SELECT DISTINCT ON (e.attempt_id, e.position) e.attempt_id, e.position, e.response
         FROM response_event e JOIN taken t ON t.id = e.attempt_id
         WHERE t.n = 1 AND t.round_id = $4 ORDER BY e.attempt_id, e.position, e.seq DESC
       )
       SELECT s.unit_id AS "unitId", s.item_version_id AS "itemVersionId", a.response, count(*) AS count
       FROM sheet s LEFT JOIN answered a ON a.attempt_id = s.id AND a.position = s.place
       GROUP BY 1, 2, 3`,
      [contestId, ...pairs(barred), roundId],
    )
  }
}

function pairs(barred: BarredIn): [roundIds: string[], accountIds: string[]] {
  const all = barred.flatMap(({ roundId, accountIds }) => [...accountIds].map((accountId) => ({ roundId, accountId })))
  return [all.map(({ roundId }) => roundId), all.map(({ accountId }) => accountId)]
}

export interface ResponseCount {
  unitId: string
  itemVersionId: string
  response: ItemResponse | null
  count: number
}
