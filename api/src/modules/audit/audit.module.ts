import { Module } from '@nestjs/common'
import { AuditService } from './app/audit.service.js'
import { AuditController } from './http/audit.controller.js'
import { AuditRepository } from './infra/audit.repository.js'

@Module({ controllers: [AuditController], providers: [AuditService, AuditRepository], exports: [AuditService] })
export class AuditModule {}
