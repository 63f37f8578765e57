import { Controller } from '@nestjs/common'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { AuditChain } from '../app/audit-chain.js'
import { AuditService } from '../app/audit.service.js'

@Controller()
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly chain: AuditChain,
  ) {}

  @Endpoint('auditEntries')
  async list(@Input() { query }: EndpointInput<'auditEntries'>) {
    const { rows, total } = await this.audit.list(query)
    return {
      rows: rows.map((row) => ({
        id: String(row.id),
        at: row.at.toISOString(),
        actorName: row.actor_name ?? '',
        act: row.act,
        subject: row.subject,
        detail: row.detail,
      })),
      total,
      page: query.page,
      size: query.size,
    }
  }

  @Endpoint('checkAudit')
  async check() {
    const { size, head, fault } = await this.chain.check()
    return {
      checkedCount: size,
      head: head?.toString('hex') ?? null,
      fault: fault && { ...fault, entryId: fault.entryId === null ? null : String(fault.entryId) },
    }
  }
}
