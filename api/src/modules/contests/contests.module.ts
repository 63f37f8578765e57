import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { NoticesModule } from '../notices/index.js'
import { UnitsModule } from '../units/index.js'
import { AdmissionService } from './app/admission.service.js'
import { AmendedParts } from './app/amended-parts.js'
import { AmendmentsService } from './app/amendments.service.js'
import { BarredService } from './app/barred.service.js'
import { ClockActsService } from './app/clock-acts.service.js'
import { ContestsService } from './app/contests.service.js'
import { EntrantsService } from './app/entrants.service.js'
import { RoundClockService } from './app/round-clock.service.js'
import { RoundPool } from './app/round-pool.js'
import { RoundsService } from './app/rounds.service.js'
import { RuleChecksService } from './app/rule-checks.service.js'
import { AdmissionController } from './http/admission.controller.js'
import { ContestsController } from './http/contests.controller.js'
import { AdmissionRepository } from './infra/admission.repository.js'
import { ClockActRepository } from './infra/clock-act.repository.js'
import { ContestRepository } from './infra/contest.repository.js'
import { EntrantRepository } from './infra/entrant.repository.js'
import { RoundItemRepository } from './infra/round-item.repository.js'
import { RuleChangeRepository } from './infra/rule-change.repository.js'

@Module({
  imports: [AuditModule, UnitsModule, NoticesModule, ItemBankModule],
  controllers: [ContestsController, AdmissionController],
  providers: [
    ContestsService,
    RoundsService,
    RoundPool,
    RoundItemRepository,
    RuleChecksService,
    EntrantsService,
    AdmissionService,
    BarredService,
    AmendedParts,
    AmendmentsService,
    RoundClockService,
    ClockActsService,
    ContestRepository,
    EntrantRepository,
    AdmissionRepository,
    RuleChangeRepository,
    ClockActRepository,
  ],
  exports: [
    AmendedParts,
    AmendmentsService,
    ContestsService,
    RoundsService,
    EntrantsService,
    AdmissionService,
    BarredService,
    RoundClockService,
  ],
})
export class ContestsModule {}
