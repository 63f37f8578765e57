import type { UnrankedReason } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

export interface VersionHead {
  id: string
  number: number
  isFinal: boolean
  at: Date
}

/** A line of immutable standings as prizes need it. */
export interface VersionRow {
  accountId: string
  unitId: string | null
  table: string | null
  rank: number
  orderNo: number
  isDecided: boolean
  points: number
}

/** Reads result versions; they never change, so nothing here needs a lock. */
@Injectable()
export class VersionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest version of a round, or of the running total (`roundId` null). */
  async newest(contestId: string, roundId: string | null): Promise<VersionHead | null> {
    const rows: VersionHead[] = await this.dataSource.query(
      `SELECT id, number, state = 'final' AS "isFinal", made_at AS at FROM result_version
       WHERE contest_id = $1 AND round_id IS NOT DISTINCT FROM $2::uuid ORDER BY number DESC LIMIT 1`,
      [contestId, roundId],
    )
    return rows[0] ?? null
  }

  async find(versionId: string): Promise<VersionHead | null> {
    const rows: VersionHead[] = await this.dataSource.query(
      `SELECT id, number, state = 'final' AS "isFinal", made_at AS at FROM result_version WHERE id = $1`,
      [versionId],
    )
    return rows[0] ?? null
  }

  /**
   * The first `count` of each table with everybody who shares the last one's rank.
   * @returns `isAll`: nobody stands behind them
   */
  async top(versionId: string, count: number): Promise<{ rows: VersionRow[]; isAll: boolean }> {
    const rows: (VersionRow & { total: number })[] = await this.dataSource.query(
      `WITH numbered AS (
         SELECT r.*, row_number() OVER (PARTITION BY r.table_code ORDER BY r.order_no) AS n, count(*) OVER () AS total
         FROM result_row r WHERE r.version_id = $1 AND r.rank IS NOT NULL
       ), bound AS (SELECT table_code, max(rank) AS rank FROM numbered WHERE n <= $2 GROUP BY table_code)
       SELECT n.account_id AS "accountId", n.unit_id AS "unitId", n.table_code AS "table", n.rank, n.order_no AS "orderNo",
              NOT n.is_tied OR n.draw_order IS NOT NULL AS "isDecided", n.points, n.total
       FROM numbered n JOIN bound b ON b.table_code IS NOT DISTINCT FROM n.table_code AND n.rank <= b.rank`,
      [versionId, count],
    )
    return { rows, isAll: rows.length === (rows[0]?.total ?? 0) }
  }

  /** Lines of certain people. */
  rowsOf(versionId: string, accountIds: readonly string[]): Promise<VersionRow[]> {
    return this.dataSource.query(
      `SELECT account_id AS "accountId", unit_id AS "unitId", table_code AS "table", rank, order_no AS "orderNo",
              NOT is_tied OR draw_order IS NOT NULL AS "isDecided", points
       FROM result_row WHERE version_id = $1 AND account_id = ANY($2)`,
      [versionId, accountIds],
    )
  }

  /** RS-12: who was excluded from which of the rounds, by the newest results. */
  excludedFrom(
    roundIds: readonly string[],
    accountIds: readonly string[],
  ): Promise<{ accountId: string; roundId: string }[]> {
    return this.dataSource.query(
      `SELECT r.account_id AS "accountId", v.round_id AS "roundId"
       FROM (SELECT DISTINCT ON (round_id) id, round_id FROM result_version WHERE round_id = ANY($1) ORDER BY round_id, number DESC) v
       JOIN result_row r ON r.version_id = v.id AND r.unranked_reason = 'excluded' AND r.account_id = ANY($2)`,
      [roundIds, accountIds],
    )
  }

  /** People without a place with at least so many points, at most `count`. @param table null: of all tables */
  unranked(versionId: string, table: string | null, points: number, count: number): Promise<UnrankedRow[]> {
    return this.dataSource.query(
      `SELECT account_id AS "accountId", unit_id AS "unitId", table_code AS "table", unranked_reason AS reason, points FROM result_row
       WHERE version_id = $1 AND rank IS NULL AND ($2::text IS NULL OR table_code = $2) AND points >= $3
       ORDER BY points DESC, account_id LIMIT $4`,
      [versionId, table, points, count],
    )
  }
}

export interface UnrankedRow {
  accountId: string
  unitId: string | null
  table: string | null
  reason: UnrankedReason
  points: number
}
