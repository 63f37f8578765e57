import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { isReplacedSql } from '../../attempts/index.js'
import { countedOrderSql, knownWhileOpen, rankedTimeSql } from '../../contests/index.js'
import type { LiveBoard } from '../domain/live-board.js'

export interface CountedRow {
  accountId: string
  /** Of the person's first attempt. */
  unitId: string | null
  /** Of the counted attempt. */
  table: string | null
  points: number
  rightCount: number
  timeUsedS: number
  submittedAt: Date
  /** Ended attempts that the board knows of, without those that were taken anew. */
  attemptCount: number
  /** With them: it only grows. */
  endedCount: number
}

export interface NameRow {
  accountId: string
  fullName: string
  unitId: string | null
}

@Injectable()
export class StandingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * LB-3, CL-7: the counted attempt of everybody (or of these people) on a board; the truth behind every store. What was submitted from the
   * cutoff on is as if it were not there, also for the number of attempts.
   */
  counted(
    { roundId, ranking, counted, cutoff }: Pick<LiveBoard, 'roundId' | 'ranking' | 'counted' | 'cutoff'>,
    accountIds: readonly string[] | null = null,
  ): Promise<CountedRow[]> {
    return this.dataSource.query(
      `WITH ended AS (
         SELECT t.account_id, t.attempt_no, t.table_code, t.is_ranked, t.points, coalesce(t.right_count, 0) AS right_count,
                ${rankedTimeSql('t')} AS time_used_s, t.submitted_at, r.is_replaced,
                count(*) OVER (PARTITION BY t.account_id)::int AS ended_count,
                (count(*) FILTER (WHERE NOT r.is_replaced) OVER (PARTITION BY t.account_id))::int AS attempt_count,
                first_value(t.unit_id) OVER (PARTITION BY t.account_id ORDER BY t.attempt_no) AS unit_id
         FROM attempt t CROSS JOIN LATERAL (SELECT ${isReplacedSql('t', '$2::timestamptz')} AS is_replaced) r
         WHERE t.round_id = $1 AND t.state = 'submitted' AND ($2::timestamptz IS NULL OR t.submitted_at < $2)
               ${accountIds === null ? '' : 'AND t.account_id = ANY($3::uuid[])'}
       )
       SELECT DISTINCT ON (e.account_id) e.account_id AS "accountId", e.unit_id AS "unitId", e.table_code AS "table", e.points, e.right_count AS "rightCount",
              e.time_used_s AS "timeUsedS", e.submitted_at AS "submittedAt", e.attempt_count AS "attemptCount",
              e.ended_count AS "endedCount"
       FROM ended e WHERE e.is_ranked AND NOT e.is_replaced
       ORDER BY e.account_id, ${countedOrderSql(counted, knownWhileOpen(ranking), 'e')}`,
      [roundId, cutoff === null ? null : new Date(cutoff), ...(accountIds === null ? [] : [accountIds])],
    )
  }

  /** Whose attempts were closed after this number, oldest first. */
  closedAfter(closedSeq: number): Promise<{ roundId: string; accountId: string; closedSeq: number }[]> {
    return this.dataSource.query(
      `SELECT round_id AS "roundId", account_id AS "accountId", closed_seq AS "closedSeq" FROM attempt
       WHERE closed_seq > $1 ORDER BY closed_seq LIMIT 20000`,
      [closedSeq],
    )
  }

  async lastClosedSeq(): Promise<number> {
    const [row]: { last: number }[] = await this.dataSource.query(
      `SELECT coalesce(max(closed_seq), 0) AS last FROM attempt`,
    )
    return row?.last ?? 0
  }

  /** Names and the units for which these people take part in a round. */
  names(roundId: string, accountIds: readonly string[]): Promise<NameRow[]> {
    return this.dataSource.query(
      `SELECT a.id AS "accountId", a.full_name AS "fullName",
              (SELECT t.unit_id FROM attempt t WHERE t.account_id = a.id AND t.round_id = $1 ORDER BY t.attempt_no LIMIT 1) AS "unitId"
       FROM account a WHERE a.id = ANY($2::uuid[])`,
      [roundId, accountIds],
    )
  }
}
