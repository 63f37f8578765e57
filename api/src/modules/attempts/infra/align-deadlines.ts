import type { DataSource } from 'typeorm'
import { PAUSE_LIMIT_MS } from '../../contests/index.js'
import { takenOutSinceSql } from './taken-out.js'

/**
 * Brings the deadlines of running attempts in line with what organizers may have changed: the window of the round, a pause, the credit of
 * the attempt. The same arithmetic as `attemptDeadline`, `placeUntil` and `isOver`, for all running attempts in one statement. While the
 * clock stands, whoever was not over before is accepted until the round ends by itself (CL-1); when it goes on, the credit has grown and
 * the real moment is set again.
 * @returns the attempts that changed
 */
export async function alignDeadlines(dataSource: DataSource, roundId: string | null): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await dataSource.query(
    `WITH clocks AS (
       SELECT x.id, x.round_id, x.extra_percent, x.open_position, x.credit_ms, r.paused_at, r.closes_at,
              make_interval(secs => r.grace_ms / 1000.0) AS grace,
              least(x.started_at + make_interval(secs => v.time_limit_s * (100 + x.extra_percent) / 100.0 + x.credit_ms / 1000.0),
                    r.closes_at - CASE WHEN r.paused_at IS NULL THEN interval '0' ELSE make_interval(secs => $2::float8) END) AS deadline_at,
              (v.rules->>'itemClockS')::int AS item_clock_s
       FROM attempt x JOIN round r ON r.id = x.round_id
         JOIN round_rules v ON v.round_id = x.round_id AND v.version = x.rules_version
       WHERE x.state = 'in_progress' AND ($1::uuid IS NULL OR x.round_id = $1)
     ), standing AS (
       SELECT c.*, paused_at IS NOT NULL AND deadline_at + grace >= paused_at AS is_standing FROM clocks c
     ), accepting AS (
       SELECT s.*, CASE WHEN is_standing THEN closes_at ELSE deadline_at END + grace AS accept_until FROM standing s
     ), own_clocks AS (
       SELECT a.*, CASE WHEN item_clock_s IS NULL OR o.opened_at IS NULL THEN NULL
           ELSE o.opened_at + grace + make_interval(secs => item_clock_s * (100 + extra_percent) / 100.0
             + CASE WHEN a.credit_ms > o.credit_ms THEN ${takenOutSinceSql('a', 'o.opened_at')} ELSE 0 END)
         END AS place_until
       FROM accepting a LEFT JOIN place_opening o ON o.attempt_id = a.id AND o.position = a.open_position
     ), places AS (
       SELECT p.*, CASE
           WHEN open_position IS NULL THEN NULL
           WHEN place_until IS NULL OR (is_standing AND place_until >= paused_at) THEN accept_until
           ELSE least(accept_until, place_until)
         END AS open_until
       FROM own_clocks p
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
    [roundId, PAUSE_LIMIT_MS / 1_000],
  )
  return rows.map((row) => row.id)
}
