import { randomBytes, randomUUID } from 'node:crypto'
import { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import type { Pool } from 'pg'
import { chainOf, startRecord } from '../../api/src/modules/attempts/domain/attempt-chain'

export interface RoundRow {
  opensInS?: number
  closesInS?: number
  timeLimitS?: number
  graceMs?: number
  rules?: RoundRules
}

/** A published round in a published contest, straight into the tables and without items. */
export async function addRound(pool: Pool, row: RoundRow = {}): Promise<string> {
  const { opensInS = -60, closesInS = 7_200, timeLimitS = 600, graceMs = 3_000, rules = DEFAULT_ROUND_RULES } = row
  const [contestId, roundId] = [randomUUID(), randomUUID()]
  const text = JSON.stringify({ vi: 'Thử', en: 'Test' })
  await pool.query(
    `INSERT INTO contest (id, slug, title, summary, about, organizer_name, prizes, name_display, units_as_of, is_published, rules)
     VALUES ($1, $2, $3, $3, $3, $3, '[]', 'full', '2021-06-30', true, $4)`,
    [contestId, `thu-${contestId.slice(0, 8)}`, text, JSON.stringify(DEFAULT_CONTEST_RULES)],
  )
  await pool.query(
    `INSERT INTO round (id, contest_id, ordinal, name, opens_at, closes_at, time_limit_s, attempt_limit, grace_ms, result_policy, bank_ids, blueprint, secret, published_at, rules)
     VALUES ($1, $2, 1, $3, now() + make_interval(secs => $4), now() + make_interval(secs => $5), $6, 100, $7, 'at_once', '{}', '[]', $8, now(), $9)`,
    [roundId, contestId, text, opensInS, closesInS, timeLimitS, graceMs, randomBytes(32), JSON.stringify(rules)],
  )
  await pool.query(
    `INSERT INTO round_rules (round_id, version, rules, time_limit_s, attempt_limit, result_policy)
     SELECT id, 1, rules, time_limit_s, attempt_limit, result_policy FROM round WHERE id = $1`,
    [roundId],
  )
  return roundId
}

export interface AttemptRow {
  roundId: string
  accountId: string
  holder?: string
  itemCount?: number
  /** When answers stop being taken, in ms since 1970. */
  acceptUntilMs?: number
  graceMs?: number
  /** Of a one-way paper, and until when its answer counts. */
  openPosition?: number
  openUntilMs?: number
}

/** A running attempt on a paper of made-up items, with its chain. */
export async function addAttempt(pool: Pool, row: AttemptRow): Promise<string> {
  const { holder = 'holder-of-the-attempt', itemCount = 5, graceMs = 3_000 } = row
  const id = randomUUID()
  const form = Array.from({ length: itemCount }, () => ({ itemVersionId: randomUUID(), optionOrder: [0, 1, 2, 3] }))
  const { rows } = await pool.query<{ started_at: Date }>(
    `INSERT INTO attempt (id, round_id, account_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until, max_points, open_position, open_until)
     SELECT $1, $2, $3, (SELECT count(*) + 1 FROM attempt WHERE round_id = $2 AND account_id = $3), 'in_progress', $4, $5,
            date_trunc('milliseconds', now()) - interval '1 minute', until - make_interval(secs => $7 / 1000.0), until, $8,
            $9::smallint, CASE WHEN $9::smallint IS NOT NULL THEN coalesce(to_timestamp($10::double precision / 1000.0), until) END
     FROM (SELECT coalesce(to_timestamp($6::double precision / 1000.0), now() + interval '10 minutes') AS until) t
     RETURNING started_at`,
    [
      id,
      row.roundId,
      row.accountId,
      holder,
      JSON.stringify(form),
      row.acceptUntilMs ?? null,
      graceMs,
      itemCount,
      row.openPosition ?? null,
      row.openUntilMs ?? null,
    ],
  )
  const chain = chainOf([startRecord(id, row.roundId, rows[0] ? rows[0].started_at.getTime() : 0, form)])
  await pool.query(`INSERT INTO attempt_chain (attempt_id, links, head) VALUES ($1, $2, $3)`, [
    id,
    chain.links,
    chain.head,
  ])
  return id
}
