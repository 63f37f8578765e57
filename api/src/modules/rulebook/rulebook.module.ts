import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { UnitsModule } from '../units/index.js'
import { RehearsalsService } from './app/rehearsals.service.js'
import { RulebookService } from './app/rulebook.service.js'
import { RulebookController } from './http/rulebook.controller.js'
import { RulebookRepository } from './infra/rulebook.repository.js'

@Module({
  imports: [AuditModule, ContestsModule, UnitsModule],
  controllers: [RulebookController],
  providers: [RulebookService, RehearsalsService, RulebookRepository],
})
export class RulebookModule {}
