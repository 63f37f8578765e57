import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { UnitsService } from './app/units.service.js'
import { UnitsController } from './http/units.controller.js'
import { UnitRepository } from './infra/unit.repository.js'

@Module({
  imports: [AuditModule],
  controllers: [UnitsController],
  providers: [UnitsService, UnitRepository],
  exports: [UnitsService],
})
export class UnitsModule {}
