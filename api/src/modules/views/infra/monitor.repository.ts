import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

/** What the live monitor counts, straight from the attempts. */
@Injectable()
export class MonitorRepository {
  constructor(private readonly dataSource: DataSource) {}

  async counts(roundId: string) {
    const [row]: { startedCount: number; inProgressCount: number; submittedCount: number; participantCount: number }[] =
      await this.dataSource.query(
        `SELECT count(*) AS "startedCount", count(*) FILTER (WHERE state = 'in_progress') AS "inProgressCount",
                count(*) FILTER (WHERE state = 'submitted') AS "submittedCount", count(DISTINCT account_id) AS "participantCount"
         FROM attempt WHERE round_id = $1`,
        [roundId],
      )
    return row ?? { startedCount: 0, inProgressCount: 0, submittedCount: 0, participantCount: 0 }
  }

  /** Durable responses of the last minute, per second, from attempts that are running or have just ended. */
  async responsesPerSecond(roundId: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*) AS count FROM attempt a JOIN response_event e ON e.attempt_id = a.id
       WHERE a.round_id = $1 AND (a.state = 'in_progress' OR a.submitted_at > now() - interval '1 minute')
         AND e.received_at > now() - interval '1 minute'`,
      [roundId],
    )
    return Math.round(((row?.count ?? 0) / 60) * 10) / 10
  }

  perMinute(roundId: string): Promise<{ minute: Date; startedCount: number; submittedCount: number }[]> {
    return this.dataSource.query(
      `WITH minutes AS (SELECT generate_series(date_trunc('minute', now()) - interval '59 minutes', date_trunc('minute', now()), interval '1 minute') AS minute),
       started AS (SELECT date_trunc('minute', started_at) AS minute, count(*) AS n FROM attempt
                   WHERE round_id = $1 AND started_at >= now() - interval '61 minutes' GROUP BY 1),
       submitted AS (SELECT date_trunc('minute', submitted_at) AS minute, count(*) AS n FROM attempt
                     WHERE round_id = $1 AND submitted_at >= now() - interval '61 minutes' GROUP BY 1)
       SELECT m.minute, coalesce(s.n, 0) AS "startedCount", coalesce(d.n, 0) AS "submittedCount"
       FROM minutes m LEFT JOIN started s USING (minute) LEFT JOIN submitted d USING (minute) ORDER BY m.minute`,
      [roundId],
    )
  }

  byUnit(roundId: string): Promise<{ unitId: string; startedCount: number; submittedCount: number }[]> {
    return this.dataSource.query(
      `SELECT unit_id AS "unitId", count(*) AS "startedCount", count(*) FILTER (WHERE state = 'submitted') AS "submittedCount"
       FROM attempt WHERE round_id = $1 AND unit_id IS NOT NULL GROUP BY unit_id`,
      [roundId],
    )
  }
}
