import { Module } from '@nestjs/common'
import { AttemptsModule } from '../attempts/index.js'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { IdentityModule } from '../identity/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { ResultsModule } from '../results/index.js'
import { OwnLog } from './app/own-log.js'
import { ProcessExpiry } from './app/process-expiry.js'
import { ProcessLog } from './app/process-log.service.js'
import { RoundSearch } from './app/round-search.js'
import { SignalExpiry } from './app/signal-expiry.js'
import { SignalRuns } from './app/signal-runs.js'
import { SignalsService } from './app/signals.service.js'
import { SignalViewsService } from './app/signal-views.service.js'
import { ProcessController } from './http/process.controller.js'
import { SignalsController } from './http/signals.controller.js'
import { EvidenceRepository } from './infra/evidence.repository.js'
import { ProcessEventRepository } from './infra/process-event.repository.js'
import { RunRepository } from './infra/run.repository.js'
import { SignalExpiryRepository } from './infra/signal-expiry.repository.js'
import { SignalRepository } from './infra/signal.repository.js'

@Module({
  imports: [AuditModule, IdentityModule, ItemBankModule, ContestsModule, AttemptsModule, ResultsModule],
  controllers: [ProcessController, SignalsController],
  providers: [
    ProcessLog,
    OwnLog,
    ProcessExpiry,
    ProcessEventRepository,
    SignalsService,
    SignalViewsService,
    SignalRuns,
    SignalExpiry,
    RoundSearch,
    SignalRepository,
    RunRepository,
    EvidenceRepository,
    SignalExpiryRepository,
  ],
  exports: [ProcessLog, SignalsService],
})
export class DetectionModule {}
