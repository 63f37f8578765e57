import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { NoticeEntity } from './notice.entity.js'

/** `createdAt` leaves the server in whole milliseconds; it is compared as it was seen. */
const SEEN_UNTIL = `date_trunc('milliseconds', created_at) <= $2`

@Injectable()
export class NoticeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The same to all of them, in one statement. */
  async insertSame(
    transaction: Transaction | null,
    accountIds: readonly string[],
    notice: Pick<NoticeEntity, 'kind' | 'params' | 'link'>,
  ): Promise<void> {
    await (transaction ?? this.dataSource).query(
      `INSERT INTO notice (id, account_id, kind, params, link)
       SELECT gen_random_uuid(), id, $2, $3::jsonb, $4 FROM (SELECT DISTINCT id FROM unnest($1::uuid[]) AS t(id)) AS person`,
      [accountIds, notice.kind, JSON.stringify(notice.params), notice.link],
    )
  }

  /** To each person something of the own, in one statement. */
  async insertEach(
    transaction: Transaction | null,
    kind: NoticeEntity['kind'],
    told: readonly Pick<NoticeEntity, 'accountId' | 'params' | 'link'>[],
  ): Promise<void> {
    await (transaction ?? this.dataSource).query(
      `INSERT INTO notice (id, account_id, kind, params, link)
       SELECT gen_random_uuid(), id, $1, params, link FROM unnest($2::uuid[], $3::jsonb[], $4::text[]) AS t(id, params, link)`,
      [
        kind,
        told.map(({ accountId }) => accountId),
        told.map(({ params }) => JSON.stringify(params)),
        told.map(({ link }) => link),
      ],
    )
  }

  async list(accountId: string, page: number, size: number): Promise<{ rows: NoticeEntity[]; total: number }> {
    const rows: NoticeEntity[] = await this.dataSource.query(
      `SELECT id, account_id AS "accountId", kind, params, link, created_at AS "createdAt", read_at AS "readAt"
       FROM notice WHERE account_id = $1 ORDER BY created_at DESC, id LIMIT $2 OFFSET $3`,
      [accountId, size, (page - 1) * size],
    )
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM notice WHERE account_id = $1`,
      [accountId],
    )
    return { rows, total: count?.total ?? 0 }
  }

  allOf(accountId: string): Promise<Pick<NoticeEntity, 'kind' | 'createdAt' | 'readAt'>[]> {
    return this.dataSource.query(
      `SELECT kind, created_at AS "createdAt", read_at AS "readAt" FROM notice WHERE account_id = $1 ORDER BY created_at DESC, id`,
      [accountId],
    )
  }

  async unreadCount(accountId: string): Promise<number> {
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM notice WHERE account_id = $1 AND read_at IS NULL`,
      [accountId],
    )
    return count?.total ?? 0
  }

  async read(accountId: string, until: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE notice SET read_at = clock_timestamp() WHERE account_id = $1 AND read_at IS NULL AND ${SEEN_UNTIL}`,
      [accountId, until],
    )
  }
}
