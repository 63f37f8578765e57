import { Injectable } from '@nestjs/common'
import type { ItemKey, RankingCriterion, ResultCause, RoundRules, SubmitKind } from '@thiso/contracts/vocab'
import type { Transaction } from '../../../platform/db/transaction.js'
import { takenOutSql } from '../../attempts/index.js'
import { ResultDrawEntity } from '../../results/index.js'
import type { AttemptLine, PersonLine, RulingLine } from '../domain/bundle.js'

export interface SourceVersion {
  id: string
  number: number
  cause: ResultCause
  ranking: RankingCriterion[]
  predictionTarget: number | null
  participants: number
  ranked: number
  perfect: number
  attempts: number
  tied: number
}

/** A closed attempt or an erased leaf, as the log has them; texts are JSON. */
export type SourceAttempt = Omit<AttemptLine, 'kind' | 'id' | 'met' | 'takenOut' | 'records'> & {
  id: string | null
  submittedAt: number
  submitKind: SubmitKind
  metJson: string | null
  takenOutJson: string | null
  recordsJson: string | null
}

export type SourcePerson = Omit<PersonLine, 'kind' | 'listed'> & { accountId: string }

const MS = (instant: string) => `floor(extract(epoch FROM ${instant}) * 1000)::float8`
const PAGE = 250

/** VB-2: reads what a bundle is made of, in pages of the caller's snapshot; instants in ms since 1970. */
@Injectable()
export class BundleSourceRepository {
  async version(manager: Transaction, versionId: string): Promise<SourceVersion> {
    const [row]: SourceVersion[] = await manager.query(
      `SELECT id, number, cause, ranking, prediction_target AS "predictionTarget", participant_count AS participants, ranked_count AS ranked,
              perfect_count AS perfect, attempt_count AS attempts, tied_count AS tied FROM result_version WHERE id = $1`,
      [versionId],
    )
    return row as SourceVersion
  }

  terms(manager: Transaction, roundId: string): Promise<{ version: number; rules: RoundRules; timeLimitS: number }[]> {
    return manager.query(
      `SELECT version, rules, time_limit_s AS "timeLimitS" FROM round_rules WHERE round_id = $1 ORDER BY version`,
      [roundId],
    )
  }

  async pauses(manager: Transaction, roundId: string): Promise<[from: number, to: number][]> {
    const rows: { from: number; to: number }[] = await manager.query(
      `SELECT ${MS('from_at')} AS "from", ${MS('to_at')} AS "to" FROM clock_act
       WHERE round_id = $1 AND kind = 'pause' AND to_at IS NOT NULL ORDER BY from_at, to_at`,
      [roundId],
    )
    return rows.map(({ from, to }) => [from, to])
  }

  /** In the order in which they were approved; people by their codes in the version. */
  async rulings(manager: Transaction, roundId: string, versionId: string): Promise<RulingLine[]> {
    const rows: {
      act: RulingLine['act']
      item: string | null
      key: ItemKey | null
      person: string | null
      attempt: string | null
    }[] = await manager.query(
      `SELECT g.kind AS act, g.item_version_id AS item, g.key, r.code AS person, g.attempt_id AS attempt FROM ruling g
         LEFT JOIN result_row r ON r.version_id = $2 AND r.account_id = g.account_id
         WHERE g.round_id = $1 AND g.state = 'approved' ORDER BY g.decided_at, g.id`,
      [roundId, versionId],
    )
    return rows.map(({ act, item, key, person, attempt }, index) => ({
      kind: 'ruling',
      n: index + 1,
      act,
      ...(item === null ? {} : { item }),
      ...(key === null ? {} : { key }),
      ...(person === null ? {} : { person }),
      ...(attempt === null ? {} : { attempt }),
    }))
  }

  /**
   * Every leaf of the log in its order, erased ones without anything else, and behind them attempts that ended before logs were kept.
   * @param withTakenOut only where items have clocks of their own does it decide anything
   */
  async *attempts(
    manager: Transaction,
    roundId: string,
    versionId: string,
    withTakenOut: boolean,
  ): AsyncIterable<SourceAttempt[]> {
    await this.gatherRecords(manager, roundId)
    const takenOut = withTakenOut
      ? `(SELECT json_agg(json_build_array(${MS('t.from_at')}, ${MS('t.to_at')}) ORDER BY t.from_at, t.to_at)::text
          FROM (${takenOutSql('a')}) t WHERE t.to_at > a.started_at AND t.from_at < a.submitted_at)`
      : 'NULL::text'
    // As `metItems` of the attempts finds them when a paper is drawn.
    const met = `CASE WHEN cardinality(a.drawn_after) = 0 THEN NULL ELSE (
        SELECT json_agg(p.item_version_id ORDER BY p.item_version_id)::text FROM round_item p JOIN item_version v ON v.id = p.item_version_id
        WHERE p.round_id = $1 AND v.item_id IN (
          SELECT w.item_id FROM attempt e, jsonb_array_elements(e.form) AS place
            JOIN item_version w ON w.id = (place->>'itemVersionId')::uuid WHERE e.id = ANY(a.drawn_after))) END`
    yield* this.pages<SourceAttempt>(
      manager,
      `SELECT a.id, r.code AS person, a.attempt_no AS "no", a.table_code AS "table", f.leaf_index AS index, encode(f.leaf_hash, 'hex') AS leaf,
              encode(c.salt, 'hex') AS salt, ${MS('a.started_at')} AS "startedAt", ${MS('a.submitted_at')} AS "submittedAt",
              a.submit_kind AS "submitKind", a.rules_version AS "rulesVersion", a.extra_percent AS "extraPercent", a.usable_extra AS "usableExtra",
              a.credit_ms AS "creditMs", a.time_used_s AS "usedS", a.is_ranked AS "isRanked", a.replaces_id AS replaces, a.pool_part AS part, a.drawn_after AS after,
              ${met} AS "metJson", ${takenOut} AS "takenOutJson", s.records AS "recordsJson"
       FROM (SELECT * FROM attempt WHERE round_id = $1 AND state = 'submitted') a
         JOIN result_row r ON r.version_id = $2 AND r.account_id = a.account_id
         FULL JOIN (SELECT * FROM log_leaf WHERE round_id = $1) f ON f.attempt_id = a.id
         LEFT JOIN attempt_chain c ON c.attempt_id = a.id
         LEFT JOIN bundle_records s ON s.attempt_id = a.id
       -- What has a chain and no leaf that names it belongs to somebody who was erased.
       WHERE f.leaf_index IS NOT NULL OR c.attempt_id IS NULL
       ORDER BY f.leaf_index NULLS LAST, a.closed_seq`,
      [roundId, versionId],
    )
  }

  people(manager: Transaction, versionId: string): AsyncIterable<SourcePerson[]> {
    return this.pages<SourcePerson>(
      manager,
      `SELECT account_id AS "accountId", code, table_code AS "table", rank, unranked_reason AS out, order_no AS "order", is_tied AS "isTied",
              attempt_id AS attempt, points, max_points AS "maxPoints", right_count AS "right", prediction, prediction_error AS "predictionError",
              time_used_s AS "timeUsedS", ${MS('submitted_at')} AS "submittedAt", attempt_count AS attempts, draw_order AS "drawOrder"
       FROM result_row WHERE version_id = $1 ORDER BY order_no`,
      [versionId],
    )
  }

  async codesOf(manager: Transaction, versionId: string, accountIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; code: string }[] = await manager.query(
      `SELECT account_id AS id, code FROM result_row WHERE version_id = $1 AND account_id = ANY($2::uuid[])`,
      [versionId, accountIds],
    )
    return new Map(rows.map(({ id, code }) => [id, code]))
  }

  draw(manager: Transaction, roundId: string): Promise<ResultDrawEntity | null> {
    return manager.getRepository(ResultDrawEntity).findOneBy({ scopeId: roundId })
  }

  /** What was chained of each attempt after its start, in that order; what lies mixed by arrival is read through once. */
  private async gatherRecords(manager: Transaction, roundId: string): Promise<void> {
    await manager.query(`DROP TABLE IF EXISTS bundle_records`)
    await manager.query(
      `CREATE TEMP TABLE bundle_records ON COMMIT DROP AS
       SELECT x.attempt_id, json_agg(x.record ORDER BY x.link_no NULLS LAST, x.at, x.seq)::text AS records FROM (
         SELECT e.attempt_id, e.link_no, e.received_at AS at, e.seq, json_build_array('answer', e.seq, e.position, e.response, ${MS('e.received_at')}) AS record
         FROM response_event e JOIN attempt a ON a.id = e.attempt_id WHERE a.round_id = $1
         UNION ALL
         SELECT o.attempt_id, o.link_no, o.opened_at, o.position, json_build_array('open', o.position, ${MS('o.opened_at')})
         FROM place_opening o JOIN attempt a ON a.id = o.attempt_id WHERE a.round_id = $1) x
       GROUP BY x.attempt_id`,
      [roundId],
    )
    await manager.query(`CREATE UNIQUE INDEX ON bundle_records (attempt_id)`)
    await manager.query(`ANALYZE bundle_records`)
  }

  private async *pages<T>(manager: Transaction, sql: string, values: readonly unknown[]): AsyncIterable<T[]> {
    await manager.query(`DECLARE bundle_rows NO SCROLL CURSOR FOR ${sql}`, [...values])
    for (;;) {
      const page: T[] = await manager.query(`FETCH ${PAGE} FROM bundle_rows`)
      if (page.length === 0) break
      yield page
      // The driver's promises hold each other, and with them every page.
      page.length = 0
    }
    await manager.query('CLOSE bundle_rows')
  }
}
