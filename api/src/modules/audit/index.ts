export { AuditModule } from './audit.module.js'
export { type AuditAct, AuditService } from './app/audit.service.js'
export { AuditEntryEntity } from './infra/audit-entry.entity.js'
export { IncidentEntity } from './infra/incident.entity.js'
