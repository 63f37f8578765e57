import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

export interface SubmittedRow {
  roundId: string
  accountId: string
  unitId: string | null
  points: number
  timeUsedS: number
  submittedAt: Date
  closedSeq: number
}

export interface NameRow {
  accountId: string
  fullName: string
  unitId: string | null
}

const COLUMNS = `round_id AS "roundId", account_id AS "accountId", unit_id AS "unitId", points, time_used_s AS "timeUsedS",
  submitted_at AS "submittedAt", closed_seq AS "closedSeq"`

@Injectable()
export class StandingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every person's best attempt of a round, in the order of LB-1; the truth behind every store. */
  counted(roundId: string): Promise<SubmittedRow[]> {
    return this.dataSource.query(
      `SELECT DISTINCT ON (account_id) ${COLUMNS} FROM attempt WHERE round_id = $1 AND state = 'submitted'
       ORDER BY account_id, points DESC, time_used_s, floor(extract(epoch FROM submitted_at)), id`,
      [roundId],
    )
  }

  closedAfter(closedSeq: number): Promise<SubmittedRow[]> {
    return this.dataSource.query(
      `SELECT ${COLUMNS} FROM attempt WHERE closed_seq > $1 ORDER BY closed_seq LIMIT 20000`,
      [closedSeq],
    )
  }

  async lastClosedSeq(): Promise<number> {
    const [row]: { last: number }[] = await this.dataSource.query(
      `SELECT coalesce(max(closed_seq), 0) AS last FROM attempt`,
    )
    return row?.last ?? 0
  }

  /** Names and the units for which these people take part in a round. */
  names(roundId: string, accountIds: readonly string[]): Promise<NameRow[]> {
    return this.dataSource.query(
      `SELECT a.id AS "accountId", a.full_name AS "fullName",
              (SELECT t.unit_id FROM attempt t WHERE t.account_id = a.id AND t.round_id = $1 ORDER BY t.attempt_no LIMIT 1) AS "unitId"
       FROM account a WHERE a.id = ANY($2::uuid[])`,
      [roundId, accountIds],
    )
  }
}
