import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { AuditChain } from '../app/audit-chain.js'
import { AuditFiles } from '../app/audit-files.js'
import { AuditService } from '../app/audit.service.js'

@Controller()
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly chain: AuditChain,
    private readonly files: AuditFiles,
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

  @Endpoint('auditFile')
  async file(
    @Input() { params, query: { locale, ...filter } }: EndpointInput<'auditFile'>,
    @CurrentActor() { accountId }: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, name } = await this.files.file(accountId, params.format, filter, locale)
    await sendFile(reply, `${name}.${params.format}`, content)
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
