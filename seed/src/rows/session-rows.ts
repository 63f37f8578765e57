import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Runner } from '../services.js'
import { plainArray } from './sql-array.js'

const SESSION_DAYS = 30

/** Signed-in devices, as signing in makes them. @returns the tokens in the order of the accounts; the database keeps their hashes */
export async function insertSessions(
  runner: Runner,
  accountIds: readonly string[],
): Promise<{ accountId: string; token: string }[]> {
  if (accountIds.length === 0) return []
  const sessions = accountIds.map((accountId) => ({ accountId, token: randomBytes(32).toString('base64url') }))
  await runner.query(
    `INSERT INTO session (id, token_hash, account_id, label, expires_at)
     SELECT n.id, decode(n.token_hash, 'hex'), n.account_id, 'Chrome, Android', clock_timestamp() + make_interval(days => $4)
     FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS n(id, token_hash, account_id)`,
    [
      plainArray(sessions.map(() => randomUUID())),
      plainArray(sessions.map(({ token }) => createHash('sha256').update(token).digest('hex'))),
      plainArray(accountIds),
      SESSION_DAYS,
    ],
  )
  return sessions
}
