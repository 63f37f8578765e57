import { Injectable } from '@nestjs/common'
import type { AnalysedAttempts } from '@thiso/contracts/vocab'
import { DataSource } from 'typeorm'
import { isReplacedSql } from '../../attempts/index.js'
import { countedOrderSql, knownWhileOpen, rankedTimeSql, type RoundEntity } from '../../contests/index.js'
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
   * Submitted attempts with their answers, in pages; of each person the counted one, the first one, or all. Counted is the attempt that
   * stands in these results; before there are any, the one that stands on the board. Holds one connection until the last page or until
   * nobody asks for more.
   * @param versionId of the newest results
   */
  async *sheets(
    { id: roundId, rules }: Pick<RoundEntity, 'id' | 'rules'>,
    attempts: AnalysedAttempts,
    versionId: string | null,
  ): AsyncGenerator<AnswerSheet[]> {
    const chosen = chosenSql(attempts, versionId, rules)
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
           SELECT a.id, jsonb_path_query_array(a.form, '$[*].itemVersionId') AS item_version_ids,
                  CASE WHEN a.form @? '$[*].points' THEN (
                    SELECT array_agg(coalesce((place->>'points')::float8, 1) ORDER BY ordinal)
                    FROM jsonb_array_elements(a.form) WITH ORDINALITY AS p(place, ordinal)) END AS points,
                  jsonb_build_object('wrongPenalty', coalesce((r.rules->'scoring'->>'wrongPenalty')::float8, 0),
                                     'blankPenalty', coalesce((r.rules->'scoring'->>'blankPenalty')::float8, 0)) AS penalties
           FROM attempt a JOIN (${chosen.sql}) c ON c.id = a.id
             LEFT JOIN round_rules r ON r.round_id = a.round_id AND r.version = a.rules_version
         ), answered AS (
           SELECT e.attempt_id, string_agg(e.seq || E'\\t' || e.position || E'\\t' || coalesce(e.response::text, ''), E'\\n') AS log
           FROM response_event e WHERE e.attempt_id IN (SELECT id FROM chosen) GROUP BY e.attempt_id
         )
         SELECT c.id AS name, c.item_version_ids AS "itemVersionIds", c.points, c.penalties, coalesce(l.log, '') AS log
         FROM chosen c LEFT JOIN answered l ON l.attempt_id = c.id`,
        chosen.byVersion ? [roundId, versionId] : [roundId],
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

/** The ids of the attempts to take; $1 is the round, $2 the version where `byVersion`. */
function chosenSql(
  attempts: AnalysedAttempts,
  versionId: string | null,
  { attempts: { counted }, ranking }: RoundEntity['rules'],
): { sql: string; byVersion: boolean } {
  const ended = `SELECT t.id, t.account_id, t.attempt_no, t.is_ranked, t.points, coalesce(t.right_count, 0) AS right_count,
      ${rankedTimeSql('t')} AS time_used_s, t.submitted_at
    FROM attempt t WHERE t.round_id = $1 AND t.state = 'submitted'`
  if (attempts === 'all') return { sql: ended, byVersion: false }
  const standing = `${ended} AND NOT ${isReplacedSql('t')}`
  if (attempts === 'counted' && versionId !== null)
    return {
      sql: 'SELECT w.attempt_id AS id FROM result_row w JOIN attempt t ON t.id = w.attempt_id WHERE w.version_id = $2 AND t.round_id = $1',
      byVersion: true,
    }
  const order =
    attempts === 'first'
      ? 'e.attempt_no'
      : `e.is_ranked DESC, ${countedOrderSql(counted, knownWhileOpen(ranking), 'e')}`
  return {
    sql: `SELECT DISTINCT ON (e.account_id) e.id FROM (${standing}) e ORDER BY e.account_id, ${order}`,
    byVersion: false,
  }
}
