import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { inSnapshot } from '../../../platform/db/snapshot.js'
import { isReplacedSql } from '../../attempts/index.js'
import {
  countedOrderSql,
  knownWhileOpen,
  rankedTimeSql,
  rankingOrderSql,
  rankingTieSql,
  type RoundEntity,
  withoutDraw,
} from '../../contests/index.js'

/** What of a round decides how its attempts rank. */
export type RankedRound = Pick<RoundEntity, 'id' | 'rules'>

export interface ResultRow {
  rank: number
  isTied: boolean
  table: string | null
  accountId: string
  fullName: string
  unitId: string | null
  points: number
  timeUsedS: number
  submittedAt: Date
  attemptId: string
  attemptCount: number
}

const COLUMNS = `r.rank, r.is_tied AS "isTied", r.table_code AS "table", a.id AS "accountId", a.full_name AS "fullName",
  r.unit_id AS "unitId", r.points, r.time_used_s AS "timeUsedS",
  r.submitted_at AS "submittedAt", r.id AS "attemptId", r.attempt_count AS "attemptCount"`

const ORDER = `ORDER BY r.rank, a.name_folded, a.id`

/** Provisional results of a round, straight from its attempts: what a board shows before results are made. */
@Injectable()
export class ResultRepository {
  constructor(private readonly dataSource: DataSource) {}

  async page(
    round: RankedRound,
    words: readonly string[],
    from: number,
    count: number,
  ): Promise<{ rows: ResultRow[]; total: number }> {
    const values: unknown[] = [round.id]
    const where = words.map((word) => {
      values.push(`%${word.replace(/[\\%_]/g, '\\$&')}%`)
      return `(a.name_folded LIKE $${values.length} OR a.login LIKE $${values.length})`
    })
    const condition = where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''
    const rows: ResultRow[] = await this.dataSource.query(
      `${rankedSql(round)} SELECT ${COLUMNS} FROM ranked r JOIN account a ON a.id = r.account_id ${condition}
       ${ORDER} LIMIT ${count} OFFSET ${from}`,
      values,
    )
    const [found]: { total: number }[] = await this.dataSource.query(
      `SELECT count(DISTINCT t.account_id) AS total FROM attempt t JOIN account a ON a.id = t.account_id
       ${condition ? `${condition} AND` : 'WHERE'} t.round_id = $1 AND t.state = 'submitted' AND t.is_ranked`,
      values,
    )
    return { rows, total: found?.total ?? 0 }
  }

  /** All results in pages of one snapshot, so that 100,000 rows are never held at once. */
  all(round: RankedRound, pageSize: number): AsyncIterable<ResultRow[]> {
    const sql = `${rankedSql(round)} SELECT ${COLUMNS} FROM ranked r JOIN account a ON a.id = r.account_id ${ORDER}`
    return inSnapshot(this.dataSource, sql, [round.id], pageSize)
  }

  /** The lines of a result version in their order, in pages; those without a place come last, with the reason. */
  allOfVersion(versionId: string, pageSize: number): AsyncIterable<VersionLine[]> {
    const sql = `SELECT r.rank, r.is_tied AS "isTied", r.table_code AS "table", a.full_name AS "fullName",
        r.unit_id AS "unitId", r.points, r.time_used_s AS "timeUsedS",
        r.submitted_at AS "submittedAt", r.attempt_count AS "attemptCount", r.unranked_reason AS "unrankedReason"
      FROM result_row r JOIN account a ON a.id = r.account_id
      WHERE r.version_id = $1 ORDER BY (r.rank IS NULL), r.order_no`
    return inSnapshot(this.dataSource, sql, [versionId], pageSize)
  }
}

export interface VersionLine extends Omit<ResultRow, 'rank' | 'accountId' | 'attemptId'> {
  rank: number | null
  unrankedReason: string | null
}

/** LB-1, LB-3, CL-7 as SQL: each person's counted attempt by the round's chain; equal people share a rank. */
function rankedSql({ rules }: RankedRound): string {
  const ranking = withoutDraw(knownWhileOpen(rules.ranking))
  return `
  WITH ended AS (
    SELECT t.id, t.account_id, t.attempt_no, t.table_code, t.points, coalesce(t.right_count, 0) AS right_count,
           ${rankedTimeSql('t')} AS time_used_s, t.submitted_at, t.is_ranked,
           count(*) OVER (PARTITION BY t.account_id) AS attempt_count,
           first_value(t.unit_id) OVER (PARTITION BY t.account_id ORDER BY t.attempt_no) AS unit_id
    FROM attempt t WHERE t.round_id = $1 AND t.state = 'submitted' AND NOT ${isReplacedSql('t')}
  ), counted AS (
    SELECT DISTINCT ON (e.account_id) e.* FROM ended e WHERE e.is_ranked
    ORDER BY e.account_id, ${countedOrderSql(rules.attempts.counted, ranking, 'e')}
  ), ranked AS (
    SELECT c.*, rank() OVER (ORDER BY ${rankingOrderSql(ranking, 'c')}) AS rank,
           count(*) OVER (PARTITION BY ${rankingTieSql(ranking, 'c')}) > 1 AS is_tied
    FROM counted c
  )`
}
