import { Injectable } from '@nestjs/common'
import type { ItemResponse } from '@thiso/contracts/vocab'
import { DataSource } from 'typeorm'
import type { FormItem } from '../../contests/index.js'
import type { AnswerCounts } from '../domain/side-by-side.js'

/** Papers from which the shares of answers are counted: more make the figure no better, and the page no faster. */
const MOST_PAPERS = 4_000

export interface CaseAttempt {
  attemptId: string
  roundId: string
  accountId: string
  attemptNo: number
  unitId: string | null
  form: FormItem[]
  startedAt: Date
  submittedAt: Date | null
  points: number | null
  maxPoints: number
  network: string | null
  networkPeople: number
  extraPercent: number
  /** Process events were noted during it. */
  isLogged: boolean
  name: string
  birthDate: string | null
  guardianName: string | null
  accountUnitId: string | null
}

/** What is recorded of attempts, as cases look at it. */
@Injectable()
export class CasePapersRepository {
  constructor(private readonly dataSource: DataSource) {}

  attempts(attemptIds: readonly string[]): Promise<CaseAttempt[]> {
    return this.dataSource.query(
      `SELECT t.id AS "attemptId", t.round_id AS "roundId", t.account_id AS "accountId", t.attempt_no AS "attemptNo", t.unit_id AS "unitId", t.form,
              t.started_at AS "startedAt", t.submitted_at AS "submittedAt", t.points, t.max_points AS "maxPoints", t.network,
              CASE WHEN t.network IS NULL THEN 0 ELSE
                (SELECT count(DISTINCT o.account_id)::int FROM attempt o WHERE o.round_id = t.round_id AND o.network = t.network) END AS "networkPeople",
              t.extra_percent AS "extraPercent", t.notice_version IS NOT NULL AS "isLogged", a.full_name AS name, a.birth_date::text AS "birthDate", a.guardian_name AS "guardianName",
              a.unit_id AS "accountUnitId"
       FROM attempt t JOIN account a ON a.id = t.account_id WHERE t.id = ANY($1::uuid[]) AND t.state = 'submitted' ORDER BY t.attempt_no, t.id`,
      [attemptIds],
    )
  }

  /** Every change of an answer, in order. */
  events(
    attemptId: string,
  ): Promise<{ seq: number; position: number; response: ItemResponse | null; receivedAt: Date }[]> {
    return this.dataSource.query(
      `SELECT seq, position, response, received_at AS "receivedAt" FROM response_event WHERE attempt_id = $1 ORDER BY seq`,
      [attemptId],
    )
  }

  openings(attemptId: string): Promise<{ position: number; openedAt: Date }[]> {
    return this.dataSource.query(
      `SELECT position, opened_at AS "openedAt" FROM place_opening WHERE attempt_id = $1 ORDER BY position`,
      [attemptId],
    )
  }

  /**
   * How items of a round were answered: over all papers, or over the first so many by their ids, which are hashes and so chosen by nothing.
   * @returns also from how many papers
   */
  async counts(
    roundId: string,
    itemVersionIds: readonly string[],
  ): Promise<{ papers: number; of: Map<string, AnswerCounts> }> {
    const rows: { item: string; response: ItemResponse | null; count: number; papers: number }[] =
      await this.dataSource.query(
        `WITH sample AS MATERIALIZED (
           SELECT id, form FROM attempt WHERE round_id = $1 AND state = 'submitted' ORDER BY id LIMIT ${MOST_PAPERS}
         ), places AS (
           SELECT s.id, f.at::int AS position, (f.place->>'itemVersionId')::uuid AS item
           FROM sample s, jsonb_array_elements(s.form) WITH ORDINALITY AS f(place, at)
         ), answers AS (
           SELECT DISTINCT ON (e.attempt_id, e.position) e.attempt_id, e.position, e.response
           FROM response_event e JOIN places p ON p.id = e.attempt_id AND p.position = e.position
           WHERE p.item = ANY($2::uuid[]) ORDER BY e.attempt_id, e.position, e.seq DESC
         )
         SELECT p.item, a.response, count(*)::int AS count, (SELECT count(*)::int FROM sample) AS papers
         FROM places p LEFT JOIN answers a ON a.attempt_id = p.id AND a.position = p.position
         WHERE p.item = ANY($2::uuid[]) GROUP BY p.item, a.response`,
        [roundId, itemVersionIds],
      )
    const of = new Map<string, AnswerCounts & { given: { response: ItemResponse; count: number }[] }>()
    for (const { item, response, count } of rows) {
      const found = of.get(item) ?? { served: 0, given: [] }
      found.served += count
      if (response !== null && response.length > 0) found.given.push({ response, count })
      of.set(item, found)
    }
    return { papers: rows[0]?.papers ?? 0, of }
  }

  /** Where a reviewer belongs: the account's unit, and those for which that person ever took part. */
  async unitsOf(accountId: string): Promise<string[]> {
    const rows: { unitId: string }[] = await this.dataSource.query(
      `SELECT unit_id AS "unitId" FROM account WHERE id = $1 AND unit_id IS NOT NULL
       UNION SELECT unit_id FROM attempt WHERE account_id = $1 AND unit_id IS NOT NULL`,
      [accountId],
    )
    return rows.map(({ unitId }) => unitId)
  }

  async names(accountIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.dataSource.query(
      `SELECT id, full_name AS name FROM account WHERE id = ANY($1::uuid[])`,
      [accountIds],
    )
    return new Map(rows.map(({ id, name }) => [id, name]))
  }

  async versionNumber(versionId: string): Promise<number | null> {
    const [row]: { number: number }[] = await this.dataSource.query(`SELECT number FROM result_version WHERE id = $1`, [
      versionId,
    ])
    return row?.number ?? null
  }

  async hasResults(roundId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT 1 FROM result_version WHERE scope_id = $1 LIMIT 1`, [
      roundId,
    ])
    return rows.length > 0
  }
}
