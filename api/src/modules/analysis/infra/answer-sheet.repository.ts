import { Injectable } from '@nestjs/common'
import type { AnalysedAttempts } from '@thiso/contracts/vocab'
import { DataSource } from 'typeorm'
import type { AnswerSheet } from '../domain/collected-answers.js'

/** Attempts handed over at a time: some megabytes of answers. */
const PAGE = 2_000

/**
 * What PostgreSQL may use to put a round's answers together: they lie scattered, as people answered, so that one pass over all of them
 * is faster than looking for those of each attempt.
 */
const WORK_MEMORY = '256MB'

/** Reads the answers of a round for statistics; writes nothing. */
@Injectable()
export class AnswerSheetRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What changes whenever the results of a round do, and how many attempts are still running. */
  async stateOf(roundId: string): Promise<{ mark: string; runningCount: number }> {
    const [row]: { mark: string; runningCount: number }[] = await this.dataSource.query(
      `SELECT concat_ws(' ', count(*), coalesce(max(closed_seq), 0), coalesce(sum(round(points * 100)::bigint), 0)) AS mark,
              count(*) FILTER (WHERE state = 'in_progress')::int AS "runningCount"
       FROM attempt WHERE round_id = $1`,
      [roundId],
    )
    return row ?? { mark: '', runningCount: 0 }
  }

  /**
   * Submitted attempts with their answers, in pages; of each person the first one, or all. Holds one connection until the last page
   * or until nobody asks for more.
   */
  async *sheets(roundId: string, attempts: AnalysedAttempts): AsyncGenerator<AnswerSheet[]> {
    const runner = this.dataSource.createQueryRunner()
    try {
      await runner.startTransaction()
      // All rows will be asked for: the plan that has the first ones soonest would be the slower one.
      await runner.query(`SELECT set_config('work_mem', $1, true), set_config('cursor_tuple_fraction', '1', true)`, [
        WORK_MEMORY,
      ])
      await runner.query(
        `DECLARE sheets NO SCROLL CURSOR FOR
         WITH chosen AS MATERIALIZED (
           SELECT a.id, jsonb_path_query_array(a.form, '$[*].itemVersionId') AS item_version_ids FROM attempt a
           WHERE a.round_id = $1 AND a.state = 'submitted' AND ($2 OR NOT EXISTS (
             SELECT 1 FROM attempt b WHERE b.round_id = a.round_id AND b.account_id = a.account_id
               AND b.attempt_no < a.attempt_no AND b.state = 'submitted'))
         ), answered AS (
           SELECT e.attempt_id, string_agg(e.seq || E'\\t' || e.position || E'\\t' || coalesce(e.response::text, ''), E'\\n') AS log
           FROM response_event e WHERE e.attempt_id IN (SELECT id FROM chosen) GROUP BY e.attempt_id
         )
         SELECT c.id AS name, c.item_version_ids AS "itemVersionIds", coalesce(l.log, '') AS log
         FROM chosen c LEFT JOIN answered l ON l.attempt_id = c.id`,
        [roundId, attempts === 'all'],
      )
      for (;;) {
        const rows: AnswerSheet[] = await runner.query(`FETCH ${PAGE} FROM sheets`)
        if (rows.length > 0) yield rows
        if (rows.length < PAGE) break
      }
    } finally {
      // Nothing was written; what the transaction held goes with it.
      if (runner.isTransactionActive) await runner.rollbackTransaction()
      await runner.release()
    }
  }
}
