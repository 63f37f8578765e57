export { AuditModule } from './audit.module.js'
export { AuditService } from './app/audit.service.js'
export { AuditEntryEntity } from './infra/audit-entry.entity.js'
export { IncidentEntity } from './infra/incident.entity.js'
