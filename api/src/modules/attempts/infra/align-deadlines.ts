import type { DataSource } from 'typeorm'

/**
 * Until when a paused attempt takes answers: far enough that nothing closes while the clock stands. When the round goes on, the credit
 * has grown and the real moment is set again.
 */
export const WHILE_PAUSED = new Date('9999-01-01T00:00:00Z')

/**
 * Brings the deadlines of running attempts in line with what organizers may have changed: the window of the round, a pause, the credit of
 * the attempt. The same arithmetic as `attemptDeadline` and `placeUntil`, for all running attempts in one statement.
 * @returns the attempts that changed
 */
export async function alignDeadlines(dataSource: DataSource, roundId: string | null): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await dataSource.query(
    `WITH clocks AS (
       SELECT x.id, x.extra_percent, x.open_position, x.credit_ms, r.grace_ms, r.paused_at IS NOT NULL AS is_paused,
              least(x.started_at + make_interval(secs => v.time_limit_s * (100 + x.extra_percent) / 100.0 + x.credit_ms / 1000.0),
                    r.closes_at) AS deadline_at,
              (v.rules->>'itemClockS')::int AS item_clock_s
       FROM attempt x JOIN round r ON r.id = x.round_id
         JOIN round_rules v ON v.round_id = x.round_id AND v.version = x.rules_version
       WHERE x.state = 'in_progress' AND ($1::uuid IS NULL OR x.round_id = $1)
     ), accepting AS (
       SELECT c.*, CASE WHEN is_paused THEN $2::timestamptz ELSE deadline_at + make_interval(secs => grace_ms / 1000.0) END AS accept_until
       FROM clocks c
     ), places AS (
       SELECT a.*, CASE
           WHEN a.open_position IS NULL THEN NULL
           WHEN is_paused OR item_clock_s IS NULL OR o.opened_at IS NULL THEN accept_until
           ELSE least(accept_until, o.opened_at + make_interval(secs => item_clock_s * (100 + extra_percent) / 100.0
             + (a.credit_ms - o.credit_ms + grace_ms) / 1000.0))
         END AS open_until
       FROM accepting a LEFT JOIN place_opening o ON o.attempt_id = a.id AND o.position = a.open_position
     ), moved AS (
       SELECT x.id, p.open_position, p.deadline_at, p.accept_until, p.open_until
       FROM attempt x JOIN places p ON p.id = x.id
       WHERE x.state = 'in_progress' AND x.open_position IS NOT DISTINCT FROM p.open_position AND x.credit_ms = p.credit_ms
         AND (x.deadline_at, x.accept_until, x.open_until) IS DISTINCT FROM (p.deadline_at, p.accept_until, p.open_until)
       ORDER BY x.id FOR UPDATE OF x
     )
     UPDATE attempt a SET deadline_at = m.deadline_at, accept_until = m.accept_until, open_until = m.open_until
     FROM moved m
     WHERE a.id = m.id AND a.state = 'in_progress' AND a.open_position IS NOT DISTINCT FROM m.open_position
     RETURNING a.id`,
    [roundId, WHILE_PAUSED],
  )
  return rows.map((row) => row.id)
}
