import type { ItemResponse, RoundRules } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { takenOutSql } from '../../attempts/index.js'
import type { FormItem } from '../../contests/index.js'

export type AnswerRow = [position: number, seq: number, response: ItemResponse | null, receivedAtMs: number]
export type OpeningRow = [position: number, openedAtMs: number, creditMs: number]

export type TakenOutRow = [fromMs: number, toMs: number]

/** An ended attempt with everything that its outcome follows from; instants in ms since 1970. */
export interface ClosedAttempt {
  id: string
  accountId: string
  attemptNo: number
  tableCode: string | null
  unitId: string | null
  form: FormItem[]
  rulesVersion: number
  submittedAtMs: number
  timeUsedS: number
  extraPercent: number
  creditMs: number
  usableExtra: number | null
  /** The attempt in whose place it stands (CL-7). */
  replacesId: string | null
  receiptCode: string
  /** As it was scored when it ended. */
  storedPoints: number
  isRanked: boolean
  /** [position, seq, response, received at] by position: of each place the answer that counts (AT-4). The instant is 0 where it decides nothing. */
  answers: AnswerRow[]
  openings: OpeningRow[]
  /** What was taken out of its clock while it ran, where items have clocks of their own. */
  takenOut: TakenOutRow[]
}

/** Paper, answers and openings as the JSON that the database sent: what is read one attempt at a time is never a page of objects. */
export interface ClosedRow extends Omit<ClosedAttempt, 'form' | 'answers' | 'openings' | 'takenOut'> {
  formJson: string
  eventsJson: string | null
  openingsJson: string | null
  takenOutJson: string | null
}

/** What an attempt was taken under. */
export interface Terms {
  rules: RoundRules
  timeLimitS: number
}

/** What was recorded of a closed round, read in pages of one snapshot. */
@Injectable()
export class ClosedAttemptsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** How many attempts have not ended yet. */
  async runningCount(roundId: string): Promise<number> {
    const [row]: { running: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS running FROM attempt WHERE round_id = $1 AND state = 'in_progress'`,
      [roundId],
    )
    return row?.running ?? 0
  }

  /** What each version of the rules said. */
  async termsOf(manager: Transaction, roundId: string): Promise<Map<number, Terms>> {
    const rows: (Terms & { version: number })[] = await manager.query(
      `SELECT version, rules, time_limit_s AS "timeLimitS" FROM round_rules WHERE round_id = $1 ORDER BY version`,
      [roundId],
    )
    return new Map(rows.map(({ version, ...terms }) => [version, terms]))
  }

  /**
   * All ended attempts of a round, a person's ones together and in the order of their numbers, so that a reader never holds more than a page;
   * a page is empty once the next one is asked for.
   * @param withOpenings only where items have clocks of their own do their opening and the arrival of answers decide anything
   */
  async *all(manager: Transaction, roundId: string, withOpenings: boolean, pageSize = 250): AsyncIterable<ClosedRow[]> {
    await this.gatherAnswers(manager, roundId, withOpenings)
    const openings = withOpenings
      ? `(SELECT json_agg(json_build_array(o.position, floor(extract(epoch FROM o.opened_at) * 1000), o.credit_ms) ORDER BY o.position)::text
          FROM place_opening o WHERE o.attempt_id = a.id)`
      : 'NULL'
    const takenOut = withOpenings
      ? `(SELECT json_agg(json_build_array(floor(extract(epoch FROM t.from_at) * 1000), floor(extract(epoch FROM t.to_at) * 1000))
                          ORDER BY t.from_at, t.to_at)::text
          FROM (${takenOutSql('a')}) t WHERE t.to_at > a.started_at AND t.from_at < a.submitted_at)`
      : 'NULL'
    await manager.query(
      `DECLARE closed_attempts NO SCROLL CURSOR FOR
       SELECT a.id, a.account_id AS "accountId", a.attempt_no AS "attemptNo", a.table_code AS "tableCode", a.unit_id AS "unitId", a.form::text AS "formJson",
              a.rules_version AS "rulesVersion", floor(extract(epoch FROM a.submitted_at) * 1000)::float8 AS "submittedAtMs",
              a.time_used_s AS "timeUsedS", a.extra_percent AS "extraPercent", a.credit_ms AS "creditMs", a.usable_extra AS "usableExtra", a.replaces_id AS "replacesId",
              a.receipt_code AS "receiptCode", a.points AS "storedPoints", a.is_ranked AS "isRanked",
              (SELECT s.events FROM closing_answers s WHERE s.attempt_id = a.id) AS "eventsJson", ${openings} AS "openingsJson",
              ${takenOut} AS "takenOutJson"
       FROM attempt a WHERE a.round_id = $1 AND a.state = 'submitted' ORDER BY a.account_id, a.attempt_no`,
      [roundId],
    )
    try {
      for (;;) {
        const page: ClosedRow[] = await manager.query(`FETCH ${pageSize} FROM closed_attempts`)
        if (page.length === 0) return
        yield page
        // The driver's promises hold each other, and with them every page, until a full collection of garbage: megabytes a second.
        page.length = 0
      }
    } finally {
      // In a transaction that has failed there is nothing to close any more.
      await manager.query('CLOSE closed_attempts').catch(() => undefined)
    }
  }

  /**
   * The changes of each attempt's answers as one text. Answers of different people lie mixed in the order in which they arrived: read
   * person by person, each would be a page of the disk, so they are read through once instead.
   */
  private async gatherAnswers(manager: Transaction, roundId: string, withTimes: boolean): Promise<void> {
    const receivedAt = withTimes ? `floor(extract(epoch FROM e.received_at) * 1000)::bigint` : '0'
    await manager.query(`DROP TABLE IF EXISTS closing_answers`)
    // Room for grouping, and time: this transaction is one of a few in the life of a round.
    await manager.query(`SET LOCAL work_mem = '64MB'`)
    await manager.query(`SET LOCAL statement_timeout = '10min'`)
    await manager.query(
      `CREATE TEMP TABLE closing_answers ON COMMIT DROP AS
       SELECT e.attempt_id, '[' || string_agg('[' || e.position || ',' || e.seq || ',' || coalesce(e.response::text, 'null') || ',' ||
                ${receivedAt} || ']', ',') || ']' AS events
       FROM response_event e JOIN attempt a ON a.id = e.attempt_id WHERE a.round_id = $1 GROUP BY e.attempt_id`,
      [roundId],
    )
    await manager.query(`CREATE UNIQUE INDEX ON closing_answers (attempt_id)`)
    await manager.query(`ANALYZE closing_answers`)
  }
}

/** An attempt out of what the database sent. */
export function readAttempt(row: ClosedRow): ClosedAttempt {
  return {
    id: row.id,
    accountId: row.accountId,
    attemptNo: row.attemptNo,
    tableCode: row.tableCode,
    unitId: row.unitId,
    rulesVersion: row.rulesVersion,
    submittedAtMs: row.submittedAtMs,
    timeUsedS: row.timeUsedS,
    extraPercent: row.extraPercent,
    creditMs: row.creditMs,
    usableExtra: row.usableExtra,
    replacesId: row.replacesId,
    receiptCode: row.receiptCode,
    storedPoints: row.storedPoints,
    isRanked: row.isRanked,
    form: JSON.parse(row.formJson),
    answers: currentAnswers(row.eventsJson === null ? [] : JSON.parse(row.eventsJson)),
    openings: row.openingsJson === null ? [] : JSON.parse(row.openingsJson),
    takenOut: row.takenOutJson === null ? [] : JSON.parse(row.takenOutJson),
  }
}

/** AT-4: of each place the change with the highest number; sorting here costs the database nothing. */
function currentAnswers(events: readonly AnswerRow[]): AnswerRow[] {
  const last = new Map<number, AnswerRow>()
  for (const event of events) if (event[1] > (last.get(event[0])?.[1] ?? -1)) last.set(event[0], event)
  return [...last.values()].sort((a, b) => a[0] - b[0])
}
