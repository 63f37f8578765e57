import { Injectable } from '@nestjs/common'
import type { AnalysedAttempts } from '@thiso/contracts/vocab'
import { DataSource } from 'typeorm'
import type { AnswerSheet } from '../domain/collected-answers.js'

/** Attempts read at a time: some megabytes of answers. */
const PAGE = 2_000

interface Row extends AnswerSheet {
  accountId: string
  attemptNo: number
}

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

  /** Submitted attempts with their answers, in pages; of each person the first one, or all. */
  async *sheets(roundId: string, attempts: AnalysedAttempts): AsyncGenerator<AnswerSheet[]> {
    let after: Pick<Row, 'accountId' | 'attemptNo'> = {
      accountId: '00000000-0000-0000-0000-000000000000',
      attemptNo: 0,
    }
    for (;;) {
      const rows: Row[] = await this.dataSource.query(
        `SELECT a.id AS name, a.account_id AS "accountId", a.attempt_no AS "attemptNo",
                jsonb_path_query_array(a.form, '$[*].itemVersionId') AS "itemVersionIds",
                coalesce((SELECT string_agg(e.position || E'\\t' || coalesce(e.response::text, ''), E'\\n' ORDER BY e.seq)
                          FROM response_event e WHERE e.attempt_id = a.id), '') AS log
         FROM attempt a
         WHERE a.round_id = $1 AND a.state = 'submitted' AND (a.account_id, a.attempt_no) > ($2::uuid, $3::int)
           AND ($4 OR NOT EXISTS (
             SELECT 1 FROM attempt b WHERE b.round_id = a.round_id AND b.account_id = a.account_id
               AND b.attempt_no < a.attempt_no AND b.state = 'submitted'))
         ORDER BY a.account_id, a.attempt_no LIMIT $5`,
        [roundId, after.accountId, after.attemptNo, attempts === 'all', PAGE],
      )
      if (rows.length > 0) yield rows
      const last = rows.at(-1)
      if (!last || rows.length < PAGE) return
      after = last
    }
  }
}
