import type { RankingCriterion, RoundRules, UnrankedReason } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'
import { isReplacedSql } from '../../attempts/index.js'
import { countedOrderSql, rankingOrderSql, rankingTieSql, withoutDraw } from '../../contests/index.js'
import type { Turnout } from '../domain/prediction-target.js'

/** What was worked out for an attempt. */
export interface JudgedRow {
  attemptId: string
  code: string
  points: number
  maxPoints: number
  rightCount: number
  prediction: number | null
  timeUsedS: number
  isRanked: boolean
  isPerfect: boolean
}

export interface RowCounts {
  participantCount: number
  rankedCount: number
  tiedCount: number
}

/** Makes the rows of a version in the database: what was judged goes into a table of the transaction, everything else is set by SQL. */
@Injectable()
export class ResultRowsRepository {
  async prepare(
    manager: Transaction,
    leftOut: ReadonlyMap<string, UnrankedReason>,
    voided: ReadonlySet<string>,
  ): Promise<void> {
    await manager.query(`DROP TABLE IF EXISTS judged, left_out, voided`)
    await manager.query(`CREATE TEMP TABLE voided (attempt_id uuid PRIMARY KEY) ON COMMIT DROP`)
    await manager.query(`INSERT INTO voided SELECT unnest($1::uuid[])`, [[...voided]])
    await manager.query(
      `CREATE TEMP TABLE judged (attempt_id uuid NOT NULL, code text NOT NULL, points float8 NOT NULL, max_points float8 NOT NULL,
        right_count int NOT NULL, prediction int, time_used_s int NOT NULL, is_ranked bool NOT NULL, is_perfect bool NOT NULL) ON COMMIT DROP`,
    )
    await manager.query(`CREATE TEMP TABLE left_out (account_id uuid PRIMARY KEY, reason text NOT NULL) ON COMMIT DROP`)
    await manager.query(`INSERT INTO left_out SELECT * FROM unnest($1::uuid[], $2::text[])`, [
      [...leftOut.keys()],
      [...leftOut.values()],
    ])
  }

  /**
   * RS-7: the order in which a draw named people stays with them in every later version.
   * @param orders of a draw that is being done, or the version that one has made; null: there was none
   */
  async prepareDrawn(
    manager: Transaction,
    orders: readonly { accountId: string; order: number }[] | { versionId: string } | null,
  ): Promise<void> {
    await manager.query(`DROP TABLE IF EXISTS drawn`)
    await manager.query(`CREATE TEMP TABLE drawn (account_id uuid PRIMARY KEY, draw_order int NOT NULL) ON COMMIT DROP`)
    if (orders === null) return
    if ('versionId' in orders)
      await manager.query(
        `INSERT INTO drawn SELECT account_id, draw_order FROM result_row WHERE version_id = $1 AND draw_order IS NOT NULL`,
        [orders.versionId],
      )
    else
      await manager.query(`INSERT INTO drawn SELECT * FROM unnest($1::uuid[], $2::int[])`, [
        orders.map(({ accountId }) => accountId),
        orders.map(({ order }) => order),
      ])
  }

  async addJudged(manager: Transaction, rows: readonly JudgedRow[]): Promise<void> {
    await manager.query(
      `INSERT INTO judged SELECT * FROM unnest($1::uuid[], $2::text[], $3::float8[], $4::float8[], $5::int[], $6::int[], $7::int[], $8::bool[], $9::bool[])`,
      [
        rows.map((row) => row.attemptId),
        rows.map((row) => row.code),
        rows.map((row) => row.points),
        rows.map((row) => row.maxPoints),
        rows.map((row) => row.rightCount),
        rows.map((row) => row.prediction),
        rows.map((row) => row.timeUsedS),
        rows.map((row) => row.isRanked),
        rows.map((row) => row.isPerfect),
      ],
    )
  }

  /**
   * Before the target of a prediction is known; of the first or last attempt it is only that one that can be perfect. An attempt that was
   * taken anew (CL-7) is none, and one that was voided (CA-12) counts only among everybody.
   */
  async turnout(
    manager: Transaction,
    counted: RoundRules['attempts']['counted'],
  ): Promise<{ everybody: Turnout; remaining: Turnout }> {
    await manager.query('ANALYZE judged')
    const isCountable =
      counted === 'best'
        ? 'true'
        : `row_number() OVER (PARTITION BY a.account_id ORDER BY x.attempt_id IS NOT NULL, j.is_ranked DESC, a.attempt_no ${counted === 'last' ? 'DESC' : ''}) = 1`
    const count = (condition: string) => `
      count(DISTINCT account_id) FILTER (WHERE ${condition})::int, count(*) FILTER (WHERE ${condition})::int,
      count(DISTINCT account_id) FILTER (WHERE ${condition} AND is_perfect AND is_countable)::int,
      count(*) FILTER (WHERE ${condition} AND is_perfect)::int`
    const [row]: { all: number[]; rest: number[] }[] = await manager.query(
      `SELECT ARRAY[${count('true')}] AS "all", ARRAY[${count('NOT is_left_out')}] AS rest
       FROM (SELECT a.account_id, j.is_perfect, ${isCountable} AS is_countable, l.account_id IS NOT NULL OR x.attempt_id IS NOT NULL AS is_left_out
             FROM judged j JOIN attempt a ON a.id = j.attempt_id LEFT JOIN left_out l ON l.account_id = a.account_id
             LEFT JOIN voided x ON x.attempt_id = a.id
             WHERE NOT ${isReplacedSql('a')}) t`,
    )
    const named = ([people = 0, attempts = 0, perfectPeople = 0, perfectAttempts = 0]: number[] = []) => ({
      people,
      attempts,
      perfectPeople,
      perfectAttempts,
    })
    return { everybody: named(row?.all), remaining: named(row?.rest) }
  }

  /**
   * RS-4, RS-5, CL-7, CA-12: chooses each person's counted attempt, ranks within the tables, writes the rows.
   */
  async writeRound(
    manager: Transaction,
    versionId: string,
    rules: Pick<RoundRules, 'attempts' | 'ranking'>,
    target: number | null,
  ): Promise<RowCounts> {
    await manager.query(
      `INSERT INTO result_row (version_id, account_id, code, table_code, unit_id, attempt_id, rank, unranked_reason, order_no, is_tied,
         points, max_points, right_count, prediction, prediction_error, time_used_s, submitted_at, attempt_count, draw_order,
         first_points, first_max_points)
       WITH known AS (
         SELECT a.account_id, a.id AS attempt_id, a.attempt_no, a.table_code, a.unit_id, a.submitted_at, j.code, j.points, j.max_points,
                j.right_count, j.prediction, abs(j.prediction - $2::int) AS prediction_error, j.time_used_s, j.is_ranked,
                x.attempt_id IS NOT NULL AS is_voided,
                greatest(1, count(*) FILTER (WHERE x.attempt_id IS NULL) OVER (PARTITION BY a.account_id))::int AS attempt_count,
                first_value(j.points) OVER (PARTITION BY a.account_id ORDER BY x.attempt_id IS NOT NULL, a.attempt_no) AS first_points,
                first_value(j.max_points) OVER (PARTITION BY a.account_id ORDER BY x.attempt_id IS NOT NULL, a.attempt_no) AS first_max_points
         FROM judged j JOIN attempt a ON a.id = j.attempt_id LEFT JOIN voided x ON x.attempt_id = a.id WHERE NOT ${isReplacedSql('a')}
       ), counted AS (
         SELECT DISTINCT ON (k.account_id) k.* FROM known k
         ORDER BY k.account_id, k.is_voided, k.is_ranked DESC, ${countedOrderSql(rules.attempts.counted, rules.ranking, 'k')}
       ), c AS (
         SELECT c.*, coalesce(l.reason, CASE WHEN c.is_voided THEN 'voided' WHEN c.is_ranked THEN NULL ELSE 'incomplete' END) AS reason, d.draw_order
         FROM counted c LEFT JOIN left_out l ON l.account_id = c.account_id
         LEFT JOIN drawn d ON d.account_id = c.account_id
       )
       ${rankedRows(rules.ranking, 'c.attempt_id')}`,
      [versionId, target],
    )
    return this.counts(manager, versionId)
  }

  /** RS-9: adds up the ranked rows of the versions of rounds: of each person the best so many rounds, all where `bestRounds` is null. */
  async writeTotal(
    manager: Transaction,
    versionId: string,
    scopeId: string,
    sourceIds: readonly string[],
    total: { bestRounds: number | null; ranking: readonly RankingCriterion[] },
  ): Promise<RowCounts> {
    const own = withoutDraw(total.ranking).filter(({ by }) => by !== 'attempt-count')
    await manager.query(
      `INSERT INTO result_row (version_id, account_id, code, table_code, unit_id, attempt_id, rank, unranked_reason, order_no, is_tied,
         points, max_points, right_count, prediction, prediction_error, time_used_s, submitted_at, attempt_count, draw_order,
         first_points, first_max_points)
       WITH parts AS (
         SELECT r.*, s.ordinal, a.receipt_code,
                row_number() OVER (PARTITION BY r.account_id ORDER BY ${rankingOrderSql(own, 'r')}, s.ordinal) AS best_no
         FROM unnest($2::uuid[]) WITH ORDINALITY AS s(id, ordinal)
         JOIN result_row r ON r.version_id = s.id AND r.rank IS NOT NULL JOIN attempt a ON a.id = r.attempt_id
       ), c AS (
         SELECT p.account_id, left(encode(sha256(convert_to('thiso-entry-v1', 'UTF8') || '\\x00' || convert_to($4, 'UTF8') || '\\x00'
                  || convert_to(string_agg(p.receipt_code, '.' ORDER BY p.ordinal), 'UTF8')), 'hex'), 20) AS code,
                (array_agg(p.table_code ORDER BY p.ordinal DESC))[1] AS table_code,
                (array_agg(p.unit_id ORDER BY p.ordinal DESC))[1] AS unit_id, NULL::text AS reason,
                round(sum(p.points) FILTER (WHERE p.best_no <= $3) * 100) / 100 AS points,
                round(sum(p.max_points) FILTER (WHERE p.best_no <= $3) * 100) / 100 AS max_points,
                sum(p.right_count) FILTER (WHERE p.best_no <= $3)::int AS right_count, NULL::int AS prediction,
                CASE WHEN bool_and(p.prediction_error IS NOT NULL) FILTER (WHERE p.best_no <= $3)
                  THEN least(sum(p.prediction_error) FILTER (WHERE p.best_no <= $3), 2147483647)::int END AS prediction_error,
                sum(p.time_used_s) FILTER (WHERE p.best_no <= $3)::int AS time_used_s,
                max(p.submitted_at) FILTER (WHERE p.best_no <= $3) AS submitted_at, sum(p.attempt_count)::int AS attempt_count,
                (SELECT d.draw_order FROM drawn d WHERE d.account_id = p.account_id) AS draw_order,
                NULL::float8 AS first_points, NULL::float8 AS first_max_points
         FROM parts p GROUP BY p.account_id
       )
       ${rankedRows(total.ranking, 'NULL::uuid')}`,
      [versionId, sourceIds, total.bestRounds ?? 1_000_000, scopeId],
    )
    return this.counts(manager, versionId)
  }

  /** Everybody with a place, best first within each table. */
  ranked(
    manager: Transaction,
    versionId: string,
  ): Promise<{ accountId: string; rank: number; unitId: string | null; table: string | null }[]> {
    return manager.query(
      `SELECT account_id AS "accountId", rank, unit_id AS "unitId", table_code AS "table" FROM result_row
       WHERE version_id = $1 AND rank IS NOT NULL ORDER BY order_no`,
      [versionId],
    )
  }

  private async counts(manager: Transaction, versionId: string): Promise<RowCounts> {
    const [row]: RowCounts[] = await manager.query(
      `SELECT count(*)::int AS "participantCount", count(rank)::int AS "rankedCount", (count(*) FILTER (WHERE is_tied))::int AS "tiedCount"
       FROM result_row WHERE version_id = $1`,
      [versionId],
    )
    return row as RowCounts
  }
}

/** Ranks and order over a table expression `c`; $1 is the version. */
function rankedRows(ranking: readonly RankingCriterion[], attemptId: string): string {
  const table = `c.reason IS NULL, c.table_code`
  const ranks = `CASE WHEN c.reason IS NULL THEN`
  return `SELECT $1::uuid, c.account_id, c.code, c.table_code, c.unit_id, ${attemptId},
      ${ranks} rank() OVER (PARTITION BY ${table} ORDER BY ${rankingOrderSql(withoutDraw(ranking), 'c')}) END, c.reason,
      row_number() OVER (ORDER BY c.table_code COLLATE "C" NULLS FIRST, c.reason IS NOT NULL, ${rankingOrderSql(ranking, 'c')}, c.code COLLATE "C"),
      c.reason IS NULL AND count(*) OVER (PARTITION BY ${table}, ${rankingTieSql(ranking, 'c')}) > 1,
      c.points, c.max_points, c.right_count, c.prediction, c.prediction_error, c.time_used_s, c.submitted_at, c.attempt_count, c.draw_order,
      c.first_points, c.first_max_points
    FROM c`
}
