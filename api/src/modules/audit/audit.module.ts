import { Module } from '@nestjs/common'
import { AuditChain } from './app/audit-chain.js'
import { AuditFiles } from './app/audit-files.js'
import { AuditService } from './app/audit.service.js'
import { AuditController } from './http/audit.controller.js'
import { AuditLinkRepository } from './infra/audit-link.repository.js'
import { AuditRepository } from './infra/audit.repository.js'

@Module({
  controllers: [AuditController],
  providers: [AuditService, AuditChain, AuditFiles, AuditRepository, AuditLinkRepository],
  exports: [AuditService, AuditChain],
})
export class AuditModule {}
