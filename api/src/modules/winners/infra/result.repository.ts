import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

export interface ResultRow {
  rank: number
  isTied: boolean
  accountId: string
  fullName: string
  birthDate: string | null
  login: string
  unitId: string | null
  points: number
  timeUsedS: number
  submittedAt: Date
  attemptId: string
  attemptCount: number
}

/** LB-1 as SQL: each person's best attempt, ranked; equal people share a rank. */
const RANKED = `
  WITH counted AS (
    SELECT DISTINCT ON (t.account_id) t.account_id, t.id, t.points, t.time_used_s, t.submitted_at, t.unit_id,
           floor(extract(epoch FROM t.submitted_at)) AS submitted_s, count(*) OVER (PARTITION BY t.account_id) AS attempt_count
    FROM attempt t WHERE t.round_id = $1 AND t.state = 'submitted'
    ORDER BY t.account_id, t.points DESC, t.time_used_s, floor(extract(epoch FROM t.submitted_at)), t.id
  ), ranked AS (
    SELECT c.*, rank() OVER w AS rank, count(*) OVER (PARTITION BY c.points, c.time_used_s, c.submitted_s) > 1 AS is_tied
    FROM counted c WINDOW w AS (ORDER BY c.points DESC, c.time_used_s, c.submitted_s)
  )`

const COLUMNS = `r.rank, r.is_tied AS "isTied", a.id AS "accountId", a.full_name AS "fullName", a.birth_date AS "birthDate", a.login,
  r.unit_id AS "unitId", r.points, r.time_used_s AS "timeUsedS", r.submitted_at AS "submittedAt", r.id AS "attemptId",
  r.attempt_count AS "attemptCount"`

const ORDER = `ORDER BY r.rank, a.name_folded, a.id`

@Injectable()
export class ResultRepository {
  constructor(private readonly dataSource: DataSource) {}

  async page(
    roundId: string,
    words: readonly string[],
    from: number,
    count: number,
  ): Promise<{ rows: ResultRow[]; total: number }> {
    const values: unknown[] = [roundId]
    const where = words.map((word) => {
      values.push(`%${word.replace(/[\\%_]/g, '\\$&')}%`)
      return `(a.name_folded LIKE $${values.length} OR a.login LIKE $${values.length})`
    })
    const condition = where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''
    const rows: ResultRow[] = await this.dataSource.query(
      `${RANKED} SELECT ${COLUMNS} FROM ranked r JOIN account a ON a.id = r.account_id ${condition}
       ${ORDER} LIMIT ${count} OFFSET ${from}`,
      values,
    )
    const [found]: { total: number }[] = await this.dataSource.query(
      `SELECT count(DISTINCT t.account_id) AS total FROM attempt t JOIN account a ON a.id = t.account_id
       ${condition ? `${condition} AND` : 'WHERE'} t.round_id = $1 AND t.state = 'submitted'`,
      values,
    )
    return { rows, total: found?.total ?? 0 }
  }

  /** Everybody whose rank is at most `rank`. */
  upTo(roundId: string, rank: number): Promise<ResultRow[]> {
    return this.dataSource.query(
      `${RANKED} SELECT ${COLUMNS} FROM ranked r JOIN account a ON a.id = r.account_id WHERE r.rank <= $2 ${ORDER}`,
      [roundId, rank],
    )
  }

  /** All results in pages of one snapshot, so that 100,000 rows are never held at once. */
  async *all(roundId: string, pageSize: number): AsyncIterable<ResultRow[]> {
    const runner = this.dataSource.createQueryRunner()
    await runner.connect()
    try {
      await runner.startTransaction('REPEATABLE READ')
      await runner.query(
        `DECLARE results NO SCROLL CURSOR FOR ${RANKED} SELECT ${COLUMNS} FROM ranked r JOIN account a ON a.id = r.account_id ${ORDER}`,
        [roundId],
      )
      for (;;) {
        const rows: ResultRow[] = await runner.query(`FETCH ${pageSize} FROM results`)
        if (rows.length === 0) break
        yield rows
      }
    } finally {
      // Nothing was written, so this ends it in every case, also when the reader goes away in the middle: a connection must
      // not go back to the others with a transaction open.
      await runner.rollbackTransaction().catch(() => undefined)
      await runner.release()
    }
  }
}
