import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditEntryEntity } from './audit-entry.entity.js'
import { type EntryFilter, FILTER, filterValues } from './entry-filter.js'

/** Which entries, and which page of them. */
export interface AuditFilter extends EntryFilter {
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

  async list({ page, size, ...filter }: AuditFilter) {
    const where = `WHERE ${FILTER}`
    const values = filterValues(filter)
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
      [...values, size, (page - 1) * size],
    )
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM audit_entry e LEFT JOIN account a ON a.id = e.actor_id ${where}`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }
}
