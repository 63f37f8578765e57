import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { ContestsService } from './app/contests.service.js'
import { RoundsService } from './app/rounds.service.js'
import { ContestsController } from './http/contests.controller.js'
import { ContestRepository } from './infra/contest.repository.js'

@Module({
  imports: [AuditModule, ItemBankModule],
  controllers: [ContestsController],
  providers: [ContestsService, RoundsService, ContestRepository],
  exports: [ContestsService, RoundsService],
})
export class ContestsModule {}
