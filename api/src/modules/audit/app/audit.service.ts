import { Injectable } from '@nestjs/common'
import { type AuditAct, type AuditSubject, fold } from '@thiso/contracts/vocab'
import type { Transaction } from '../../../platform/db/transaction.js'
import { type AuditFilter, AuditRepository } from '../infra/audit.repository.js'

/** Records who did what; readable by organizers, changeable by nobody. */
@Injectable()
export class AuditService {
  constructor(private readonly entries: AuditRepository) {}

  /**
   * HC-8: something was changed.
   * @param subject what it was done to, by kind and id
   * @param manager the transaction of what was done, so that both are written or neither
   */
  async record(
    actorId: string | null,
    act: AuditAct,
    subject: AuditSubject,
    detail: Record<string, unknown>,
    manager: Transaction,
  ): Promise<void> {
    await this.entries.append({ actorId, act, subject, detail }, manager)
  }

  /** HC-8: something was looked at or taken along, which changes nothing; await it before handing anything out. */
  async recordReading(
    actorId: string | null,
    act: AuditAct,
    subject: AuditSubject,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.entries.append({ actorId, act, subject, detail }, null)
  }

  /** HC-8: a transaction for an act that needs none of its own, so that what is done and its entry are one commit. */
  together<T>(work: (manager: Transaction) => Promise<T>): Promise<T> {
    return this.entries.transaction(work)
  }

  /** @param filter `q` a part of a name, an act or a subject; `from` and `to`: from the first instant on, until before the second */
  list(filter: AuditFilter) {
    return this.entries.list({ ...filter, q: filter.q ? fold(filter.q) : undefined })
  }
}
