import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import {
  type FinalPart,
  FinalResults,
  type FinalResultsSource,
  type FinalRow,
  type FinalTable,
  type FinalUnit,
  type FinalVersion,
} from '../../standings/index.js'

const ROW = `r.account_id AS "accountId", r.unit_id AS "unitId", r.table_code AS "table", r.rank, r.unranked_reason AS "unrankedReason",
  r.order_no AS "orderNo", r.points, r.right_count AS "rightCount", r.time_used_s AS "timeUsedS", r.submitted_at AS "submittedAt",
  r.attempt_count AS "attemptCount", r.prediction_error AS "predictionError", r.draw_order AS "drawOrder"`

/** LB-12: published versions for boards, which come before results and are told here where to read. */
@Injectable()
export class PublishedResultsRepository implements FinalResultsSource {
  constructor(
    private readonly dataSource: DataSource,
    boards: FinalResults,
  ) {
    boards.readFrom(this)
  }

  /** A version that was made after publication is public since it was made (RS-10). */
  async newest(scopeId: string): Promise<FinalVersion | null> {
    const [version]: FinalVersion[] = await this.dataSource.query(
      `SELECT v.id, v.number, greatest(v.published_at, v.made_at) AS "publishedAt", v.input_hash AS "inputHash",
              v.draw IS NOT NULL AS "isDrawn", v.prediction_target AS "predictionTarget", v.ranked_count AS "rankedCount"
       FROM result_version v WHERE v.scope_id = $1 AND v.state = 'final' ORDER BY v.number DESC LIMIT 1`,
      [scopeId],
    )
    return version ?? null
  }

  tables(versionId: string): Promise<FinalTable[]> {
    return this.dataSource.query(
      `SELECT r.table_code AS code, min(r.order_no) AS "firstNo", count(*)::int AS "rankedCount"
       FROM result_row r WHERE r.version_id = $1 AND r.rank IS NOT NULL GROUP BY r.table_code ORDER BY "firstNo"`,
      [versionId],
    )
  }

  rows(versionId: string, ranges: readonly { from: number; count: number }[]): Promise<FinalRow[]> {
    return this.dataSource.query(
      `SELECT ${ROW}
       FROM unnest($2::int[], $3::int[]) AS range(first, count)
       JOIN result_row r ON r.version_id = $1 AND r.order_no >= range.first AND r.order_no < range.first + range.count
       WHERE r.rank IS NOT NULL ORDER BY r.order_no`,
      [versionId, ranges.map(({ from }) => from), ranges.map(({ count }) => count)],
    )
  }

  async find(versionId: string, accountId: string): Promise<FinalRow | null> {
    const [row]: FinalRow[] = await this.dataSource.query(
      `SELECT ${ROW} FROM result_row r WHERE r.version_id = $1 AND r.account_id = $2`,
      [versionId, accountId],
    )
    return row ?? null
  }

  units(versionId: string): Promise<FinalUnit[]> {
    return this.dataSource.query(
      `SELECT r.unit_id AS "unitId", count(*)::int AS "participantCount", sum(r.points) AS "pointsSum", max(r.points) AS "bestPoints"
       FROM result_row r WHERE r.version_id = $1 AND r.rank IS NOT NULL GROUP BY r.unit_id`,
      [versionId],
    )
  }

  parts(versionId: string): Promise<FinalPart[]> {
    return this.dataSource.query(
      `SELECT s."roundId", s."versionId", s.number
       FROM result_version v CROSS JOIN LATERAL jsonb_to_recordset(v.sources) AS s("roundId" uuid, "versionId" uuid, number int)
       JOIN round d ON d.id = s."roundId" WHERE v.id = $1 ORDER BY d.ordinal`,
      [versionId],
    )
  }

  points(
    versionIds: readonly string[],
    accountIds: readonly string[],
  ): Promise<{ versionId: string; accountId: string; points: number }[]> {
    return this.dataSource.query(
      `SELECT r.version_id AS "versionId", r.account_id AS "accountId", r.points FROM result_row r
       WHERE r.version_id = ANY($1::uuid[]) AND r.account_id = ANY($2::uuid[]) AND r.rank IS NOT NULL`,
      [versionIds, accountIds],
    )
  }
}
