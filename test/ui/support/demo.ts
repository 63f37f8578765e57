import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { startApi } from '../../support/api-process'
import { asOwner, freshDatabase, postgresUrl, type TestDatabase } from '../../support/databases'

/** The demo is seeded once a run, by the API's own first start; every spec file gets a copy. */
const TEMPLATE = 'template_demo'

/** Any number: whoever makes the template holds this lock. */
const MAKING = 20_211_123

export async function demoDatabase(): Promise<TestDatabase> {
  await asOwner(async (client) => {
    await client.query(`SELECT pg_advisory_lock($1)`, [MAKING])
    const found = await client.query(`SELECT 1 FROM pg_database WHERE datname = $1`, [TEMPLATE])
    if (found.rowCount) return
    const url = new URL(postgresUrl())
    // Named last, so that a seeding that failed half-way is never taken for the demo.
    const making = `${TEMPLATE}_${randomBytes(4).toString('hex')}`
    await client.query(`CREATE DATABASE ${making} TEMPLATE template_migrated`)
    url.pathname = `/${making}`
    const api = await startApi({ DATABASE_URL: url.href, THISO_SEED_DEMO: '1' })
    await api.stop()
    await client.query(`ALTER DATABASE ${making} RENAME TO ${TEMPLATE}`)
  })
  return freshDatabase(TEMPLATE)
}

export interface DemoPlaces {
  contestId: string
  closedRoundId: string
  openRoundId: string
  comingRoundId: string
  bankId: string
  /** Submitted attempts of the contestant's log-in, in the closed round. */
  attemptId: string
}

export async function demoPlaces(pool: Pool): Promise<DemoPlaces> {
  const rounds = await pool.query(`SELECT id, contest_id, bank_ids FROM round ORDER BY ordinal`)
  const attempts = await pool.query(
    `SELECT a.id FROM attempt a JOIN account c ON c.id = a.account_id WHERE c.login = 'thisinh' ORDER BY a.attempt_no`,
  )
  const [closed, open, coming] = rounds.rows
  return {
    contestId: open.contest_id,
    closedRoundId: closed.id,
    openRoundId: open.id,
    comingRoundId: coming.id,
    bankId: open.bank_ids[0],
    attemptId: attempts.rows[0].id,
  }
}

/** A session of that account, as its cookie's value: signing in anew would cost a slow hash in every test. */
export async function sessionOf(pool: Pool, login: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const added = await pool.query(
    `INSERT INTO session (id, token_hash, account_id, label, expires_at)
     SELECT gen_random_uuid(), $2, id, 'Chrome, Linux', clock_timestamp() + interval '1 day' FROM account WHERE login = $1`,
    [login, createHash('sha256').update(token).digest()],
  )
  if (added.rowCount !== 1) throw new Error(`no account ${login}`)
  return token
}
