import { Inject, Injectable } from '@nestjs/common'
import type { Pool } from 'pg'
import { DataSource } from 'typeorm'
import { START_POOL } from '../../../platform/db/db.module.js'
import type { Actor } from '../../../platform/http/actor.js'
import { AccountDeviceEntity } from './account-device.entity.js'
import { SessionEntity } from './session.entity.js'

@Injectable()
export class SessionRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(START_POOL) private readonly hot: Pool,
  ) {}

  async insert(session: Omit<SessionEntity, 'startedAt' | 'lastSeenAt'>): Promise<void> {
    await this.dataSource.getRepository(SessionEntity).insert(session)
  }

  /**
   * ID-9: notes on which device an account has been signed in.
   * @returns whether the account has used others before, but not this one
   */
  async noteDevice(accountId: string, device: string, label: string): Promise<boolean> {
    const [row]: { isNew: boolean }[] = await this.dataSource.query(
      `WITH known AS (
         SELECT count(*) FILTER (WHERE device = $2) > 0 AS this_one, count(*) > 0 AS any_one FROM account_device WHERE account_id = $1
       ), noted AS (
         INSERT INTO account_device (account_id, device, label) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, device) DO UPDATE SET label = excluded.label, last_seen_at = clock_timestamp()
       )
       SELECT any_one AND NOT this_one AS "isNew" FROM known`,
      [accountId, device, label],
    )
    return row?.isNew ?? false
  }

  devicesOf(accountId: string): Promise<AccountDeviceEntity[]> {
    return this.dataSource
      .getRepository(AccountDeviceEntity)
      .find({ where: { accountId }, order: { lastSeenAt: 'DESC' } })
  }

  async findActor(tokenHash: Buffer): Promise<(Actor & { lastSeenAt: Date }) | null> {
    const { rows } = await this.hot.query<Actor & { lastSeenAt: Date }>({
      name: 'find-actor',
      text: `SELECT s.id AS "sessionId", s.last_seen_at AS "lastSeenAt", s.device, a.id AS "accountId", a.role, a.full_name AS "fullName"
       FROM session s JOIN account a ON a.id = s.account_id
       WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp()`,
      values: [tokenHash],
    })
    return rows[0] ?? null
  }

  async touch(id: string): Promise<void> {
    await this.dataSource.query(`UPDATE session SET last_seen_at = clock_timestamp() WHERE id = $1`, [id])
  }

  listOf(accountId: string): Promise<SessionEntity[]> {
    return this.dataSource.query(
      `SELECT id, label, started_at AS "startedAt", last_seen_at AS "lastSeenAt" FROM session
       WHERE account_id = $1 AND expires_at > clock_timestamp() ORDER BY last_seen_at DESC LIMIT 100`,
      [accountId],
    )
  }

  /** Ends sessions of an account: one, or all but one, or all. @returns the ids that were ended */
  async end(accountId: string, which: { only?: string; except?: string }): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.dataSource.query(
      `DELETE FROM session WHERE account_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3) RETURNING id`,
      [accountId, which.only ?? null, which.except ?? null],
    )
    return rows.map((row) => row.id)
  }

  async deleteExpired(): Promise<void> {
    await this.dataSource.query(`DELETE FROM session WHERE expires_at < clock_timestamp()`)
    await this.dataSource.query(
      `DELETE FROM account_device WHERE last_seen_at < clock_timestamp() - interval '400 days'`,
    )
  }
}
