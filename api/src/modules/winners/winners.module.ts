import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { UnitsModule } from '../units/index.js'
import { WinnersService } from './app/winners.service.js'
import { WinnersController } from './http/winners.controller.js'
import { ResultRepository } from './infra/result.repository.js'

@Module({
  imports: [AuditModule, ContestsModule, UnitsModule],
  controllers: [WinnersController],
  providers: [WinnersService, ResultRepository],
})
export class WinnersModule {}
