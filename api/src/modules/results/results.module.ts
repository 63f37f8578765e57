import { Module } from '@nestjs/common'
import { AttemptsModule } from '../attempts/index.js'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { NoticesModule } from '../notices/index.js'
import { StandingsModule } from '../standings/index.js'
import { UnitsModule } from '../units/index.js'
import { ComplaintsService } from './app/complaints.service.js'
import { DrawCommitments } from './app/draw-commitments.js'
import { DrawLists } from './app/draw-lists.js'
import { DrawsService } from './app/draws.service.js'
import { PrizeSources } from './app/prize-sources.js'
import { Qualifying } from './app/qualifying.js'
import { ResultsService } from './app/results.service.js'
import { RoundJudging } from './app/round-judging.js'
import { RulingsService } from './app/rulings.service.js'
import { VersionMaker } from './app/version-maker.js'
import { ComplaintsController } from './http/complaints.controller.js'
import { DrawsController } from './http/draws.controller.js'
import { ResultsController } from './http/results.controller.js'
import { RulingsController } from './http/rulings.controller.js'
import { ClosedAttemptsRepository } from './infra/closed-attempts.repository.js'
import { ComplaintRepository } from './infra/complaint.repository.js'
import { DrawRepository } from './infra/draw.repository.js'
import { PublishedResultsRepository } from './infra/published-results.repository.js'
import { ResultRowsRepository } from './infra/result-rows.repository.js'
import { ResultVersionsRepository } from './infra/result-versions.repository.js'
import { RulingRepository } from './infra/ruling.repository.js'

@Module({
  imports: [AuditModule, UnitsModule, NoticesModule, ItemBankModule, ContestsModule, AttemptsModule, StandingsModule],
  controllers: [ResultsController, DrawsController, RulingsController, ComplaintsController],
  providers: [
    ResultsService,
    DrawsService,
    DrawCommitments,
    DrawLists,
    PrizeSources,
    Qualifying,
    RulingsService,
    ComplaintsService,
    VersionMaker,
    RoundJudging,
    PublishedResultsRepository,
    ResultRowsRepository,
    ResultVersionsRepository,
    ClosedAttemptsRepository,
    RulingRepository,
    DrawRepository,
    ComplaintRepository,
  ],
  exports: [DrawLists, PrizeSources, ResultsService, RulingsService, ComplaintsService],
})
export class ResultsModule {}
