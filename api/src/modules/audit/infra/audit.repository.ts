import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditEntryEntity } from './audit-entry.entity.js'

/** Which entries, and which page of them. */
export interface AuditFilter {
  q?: string | undefined
  from?: string | undefined
  to?: string | undefined
  page: number
  size: number
}

@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  async append(
    entry: Pick<AuditEntryEntity, 'actorId' | 'act' | 'subject' | 'detail'>,
    manager: Transaction | null,
  ): Promise<void> {
    await (manager ?? this.dataSource).getRepository(AuditEntryEntity).insert(entry as object)
  }

  transaction<T>(work: (manager: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work)
  }

  async list({ q, from, to, page, size }: AuditFilter) {
    const where = `WHERE ($1::text IS NULL OR a.name_folded LIKE $1 OR e.act LIKE $1 OR e.subject LIKE $1)
      AND e.at >= coalesce($2::timestamptz, '-infinity') AND e.at < coalesce($3::timestamptz, 'infinity')`
    const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null
    const rows: {
      id: number
      at: Date
      actor_name: string | null
      act: string
      subject: string
      detail: Record<string, unknown>
    }[] = await this.dataSource.query(
      `SELECT e.id, e.at, a.full_name AS actor_name, e.act, e.subject, e.detail
         FROM audit_entry e LEFT JOIN account a ON a.id = e.actor_id ${where}
         ORDER BY e.id DESC LIMIT $4 OFFSET $5`,
      [like, from ?? null, to ?? null, size, (page - 1) * size],
    )
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM audit_entry e LEFT JOIN account a ON a.id = e.actor_id ${where}`,
      [like, from ?? null, to ?? null],
    )
    return { rows, total: count?.total ?? 0 }
  }
}
