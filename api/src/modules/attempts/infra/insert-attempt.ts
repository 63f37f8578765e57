import type { Pool, PoolClient } from 'pg'
import { chainOf, openRecord, startRecord } from '../domain/attempt-chain.js'
import type { AttemptEntity } from './attempt.entities.js'

export interface NewAttempt
  extends Pick<
    AttemptEntity,
    | 'id'
    | 'roundId'
    | 'accountId'
    | 'attemptNo'
    | 'holder'
    | 'form'
    | 'startedAt'
    | 'deadlineAt'
    | 'acceptUntil'
    | 'maxPoints'
    | 'rulesVersion'
    | 'openPosition'
    | 'openUntil'
    | 'prediction'
    | 'extraPercent'
    | 'tableCode'
    | 'network'
    | 'drawnAfter'
    | 'replacesId'
    | 'device'
    | 'noticeVersion'
    | 'noticeSha256'
    | 'poolPart'
  > {
  roundRevision: number
}

/** What a contest-wide limit was decided on: so many attempts of the person in the contest. */
export interface ContestQuota {
  contestId: string
  startedCount: number
}

/** One statement: the attempt with its chain (HC-1), and of a one-way paper the opening of its first place, the chain's second record. */
const INSERT = `
WITH started AS (
  INSERT INTO attempt (id, round_id, account_id, unit_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until, max_points,
    rules_version, open_position, open_until, prediction, extra_percent, table_code, network, drawn_after,
    replaces_id, device, notice_version, notice_sha256, pool_part)
  SELECT $1, r.id, p.id, p.unit_id, $4, 'in_progress', $5, $6, $7, $8, $9, $10, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24
  FROM round r, account p
  WHERE r.id = $2 AND p.id = $3 AND r.revision = $11 AND r.published_at IS NOT NULL AND r.paused_at IS NULL
    AND $7 >= r.opens_at AND $7 < r.closes_at
  FOR KEY SHARE OF r
  ON CONFLICT DO NOTHING
  RETURNING id, started_at, open_position
), opened AS (
  INSERT INTO place_opening (attempt_id, position, opened_at, link_no)
  SELECT id, open_position, started_at, 2 FROM started WHERE open_position IS NOT NULL
), chained AS (
  INSERT INTO attempt_chain (attempt_id, links, head) SELECT id, $25, $26 FROM started
)
SELECT id FROM started`

/**
 * Starts an attempt if the round is open at this moment, not paused, and unchanged since it was read; the unique indexes hold the
 * number of attempts and "one at a time" whatever runs in parallel (AT-2). A limit over the whole contest is beyond the indexes of one
 * round: there the person's starts in this contest wait for each other, and what was decided on must still be true (AT-11).
 * @returns false when somebody was faster or the round has changed: ask again
 */
export async function insertAttempt(hot: Pool, attempt: NewAttempt, quota: ContestQuota | null): Promise<boolean> {
  if (!quota) return insert(hot, attempt)
  const client = await hot.connect()
  try {
    await client.query('BEGIN')
    await client.query({
      name: 'lock-starts-of-person',
      text: `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`,
      values: [`attempts ${quota.contestId} ${attempt.accountId}`],
    })
    const { rows } = await client.query<{ count: number }>({
      name: 'count-attempts-in-contest',
      text: `SELECT count(*)::int AS count FROM attempt a JOIN round r ON r.id = a.round_id WHERE a.account_id = $1 AND r.contest_id = $2`,
      values: [attempt.accountId, quota.contestId],
    })
    const isStarted = rows[0]?.count === quota.startedCount && (await insert(client, attempt))
    await client.query('COMMIT')
    return isStarted
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function insert(hot: Pool | PoolClient, attempt: NewAttempt): Promise<boolean> {
  const { id, roundId, startedAt, form, openPosition } = attempt
  const chain = chainOf([
    startRecord(id, roundId, startedAt.getTime(), form),
    ...(openPosition === null ? [] : [openRecord(openPosition, startedAt.getTime())]),
  ])
  const { rowCount } = await hot.query({
    name: 'insert-attempt',
    text: INSERT,
    values: [
      attempt.id,
      attempt.roundId,
      attempt.accountId,
      attempt.attemptNo,
      attempt.holder,
      JSON.stringify(attempt.form),
      attempt.startedAt,
      attempt.deadlineAt,
      attempt.acceptUntil,
      attempt.maxPoints,
      attempt.roundRevision,
      attempt.rulesVersion,
      attempt.openPosition,
      attempt.openUntil,
      attempt.prediction,
      attempt.extraPercent,
      attempt.tableCode,
      attempt.network,
      attempt.drawnAfter,
      attempt.replacesId,
      attempt.device,
      attempt.noticeVersion,
      attempt.noticeSha256,
      attempt.poolPart,
      chain.links,
      chain.head,
    ],
  })
  return (rowCount ?? 0) > 0
}
