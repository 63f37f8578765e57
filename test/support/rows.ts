import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'

export interface RoundRow {
  opensInS?: number
  closesInS?: number
  timeLimitS?: number
  graceMs?: number
}

/** A published round in a published contest, straight into the tables and without items. */
export async function addRound(pool: Pool, row: RoundRow = {}): Promise<string> {
  const { opensInS = -60, closesInS = 7_200, timeLimitS = 600, graceMs = 3_000 } = row
  const [contestId, roundId] = [randomUUID(), randomUUID()]
  const text = JSON.stringify({ vi: 'Thử', en: 'Test' })
  await pool.query(
    `INSERT INTO contest (id, slug, title, summary, about, organizer_name, prizes, name_display, units_as_of, is_published)
     VALUES ($1, $2, $3, $3, $3, $3, '[]', 'full', '2021-06-30', true)`,
    [contestId, `thu-${contestId.slice(0, 8)}`, text],
  )
  await pool.query(
    `INSERT INTO round (id, contest_id, ordinal, name, opens_at, closes_at, time_limit_s, attempt_limit, grace_ms, result_policy, bank_ids, blueprint, secret, published_at)
     VALUES ($1, $2, 1, $3, now() + make_interval(secs => $4), now() + make_interval(secs => $5), $6, 100, $7, 'at_once', '{}', '[]', $8, now())`,
    [roundId, contestId, text, opensInS, closesInS, timeLimitS, graceMs, randomBytes(32)],
  )
  return roundId
}
