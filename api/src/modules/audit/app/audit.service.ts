import { Injectable } from '@nestjs/common'
import { type AuditAct, type AuditSubject, fold } from '@thiso/contracts/vocab'
import { AuditRepository } from '../infra/audit.repository.js'

/** Records who did what; readable by organizers, changeable by nobody. */
@Injectable()
export class AuditService {
  constructor(private readonly entries: AuditRepository) {}

  /** @param subject what it was done to, by kind and id */
  async record(
    actorId: string | null,
    act: AuditAct,
    subject: AuditSubject,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.entries.append({ actorId, act, subject, detail })
  }

  list(filter: { q?: string | undefined; page: number; size: number }) {
    return this.entries.list({ ...filter, q: filter.q ? fold(filter.q) : undefined })
  }
}
