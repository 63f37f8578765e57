import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { isReplacedSql, takenOutSql } from '../../attempts/index.js'
import type { ProcessCount } from '../domain/evidence.js'
import type { EvidenceRow, PersonRow } from '../domain/evidence-builder.js'

/** What the search may use of PostgreSQL to put answers together that lie scattered, as people answered. */
const WORK_MEMORY = '128MB'

/** Reads what a search looks at; writes nothing. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** How many attempts have ended, and how many still run. */
  async countOf(roundId: string): Promise<{ ended: number; running: number }> {
    const [row]: { ended: number; running: number }[] = await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE state = 'submitted')::int AS ended, count(*) FILTER (WHERE state = 'in_progress')::int AS running
       FROM attempt WHERE round_id = $1`,
      [roundId],
    )
    return row ?? { ended: 0, running: 0 }
  }

  /**
   * All ended attempts of a round in the order of their ids, in pages of one snapshot; one that an outage cut off and another one replaced
   * is left out. Holds one connection until the last page, or until nobody asks for more.
   */
  async *attempts(roundId: string, pageSize = 1_000): AsyncGenerator<EvidenceRow[]> {
    const ms = (instant: string) => `floor(extract(epoch FROM ${instant}) * 1000)`
    const runner = this.dataSource.createQueryRunner()
    await runner.connect()
    try {
      await runner.startTransaction('REPEATABLE READ')
      // All rows will be asked for: the plan that has the first ones soonest would be the slower one.
      await runner.query(
        `SELECT set_config('work_mem', $1, true), set_config('cursor_tuple_fraction', '1', true),
                set_config('statement_timeout', '10min', true)`,
        [WORK_MEMORY],
      )
      await runner.query(
        `DECLARE evidence NO SCROLL CURSOR FOR
         WITH answered AS MATERIALIZED (
           SELECT e.attempt_id, string_agg(e.seq || E'\\t' || e.position || E'\\t' || ${ms('e.received_at')} || E'\\t' ||
                                           coalesce(e.response::text, ''), E'\\n') AS log
           FROM response_event e JOIN attempt t ON t.id = e.attempt_id WHERE t.round_id = $1 GROUP BY e.attempt_id
         ), opened AS MATERIALIZED (
           SELECT o.attempt_id, json_agg(json_build_array(o.position, ${ms('o.opened_at')}) ORDER BY o.position) AS openings
           FROM place_opening o JOIN attempt t ON t.id = o.attempt_id WHERE t.round_id = $1 GROUP BY o.attempt_id
         )
         SELECT a.id AS "attemptId", a.account_id AS "accountId", a.attempt_no AS "attemptNo", a.unit_id AS "unitId",
                ${ms('a.started_at')}::float8 AS "startedAtMs", ${ms('a.submitted_at')}::float8 AS "submittedAtMs",
                jsonb_path_query_array(a.form, '$[*].itemVersionId') AS "itemVersionIds", coalesce(l.log, '') AS log, p.openings,
                (SELECT json_agg(json_build_array(${ms('k.from_at')}, ${ms('k.to_at')}) ORDER BY k.from_at, k.to_at)
                 FROM (${takenOutSql('a')}) k WHERE k.to_at > a.started_at AND k.from_at < a.submitted_at) AS "takenOut",
                a.network, a.holder, a.extra_percent AS "extraPercent"
         FROM attempt a LEFT JOIN answered l ON l.attempt_id = a.id LEFT JOIN opened p ON p.attempt_id = a.id
         WHERE a.round_id = $1 AND a.state = 'submitted' AND NOT ${isReplacedSql('a')} ORDER BY a.id`,
        [roundId],
      )
      for (;;) {
        const rows: EvidenceRow[] = await runner.query(`FETCH ${pageSize} FROM evidence`)
        if (rows.length > 0) yield rows
        if (rows.length < pageSize) break
      }
    } finally {
      // Nothing was written; what the transaction held goes with it.
      await runner.rollbackTransaction().catch(() => undefined)
      await runner.release()
    }
  }

  /** What was logged of these attempts, by attempt: how often each kind, and for how long together. */
  async processOf(attemptIds: readonly string[]): Promise<Record<string, ProcessCount[]>> {
    const rows: (ProcessCount & { attemptId: string })[] = await this.dataSource.query(
      `SELECT attempt_id AS "attemptId", kind, count(*)::int AS count, (coalesce(sum(duration_ms), 0) / 1000)::float8 AS seconds
       FROM process_event WHERE attempt_id = ANY($1) GROUP BY attempt_id, kind ORDER BY attempt_id, kind`,
      [attemptIds],
    )
    const found: Record<string, ProcessCount[]> = {}
    for (const { attemptId, ...count } of rows) {
      const counts = found[attemptId] ?? []
      counts.push(count)
      found[attemptId] = counts
    }
    return found
  }

  /** Who stands behind these accounts. */
  people(accountIds: readonly string[]): Promise<PersonRow[]> {
    return this.dataSource.query(
      `SELECT id AS "accountId", name_folded AS "nameFolded", birth_date::text AS "birthDate",
              floor(extract(epoch FROM created_at) * 1000)::float8 AS "createdAtMs" FROM account WHERE id = ANY($1)`,
      [accountIds],
    )
  }
}
