import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { DetectionModule } from '../detection/index.js'
import { IdentityModule } from '../identity/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { NoticesModule } from '../notices/index.js'
import { ResultsModule } from '../results/index.js'
import { UnitsModule } from '../units/index.js'
import { CaseActs } from './app/case-acts.js'
import { CaseClock } from './app/case-clock.js'
import { CaseDesk } from './app/case-desk.js'
import { CaseEvidence } from './app/case-evidence.js'
import { CaseHearing } from './app/case-hearing.js'
import { CaseOpening } from './app/case-opening.js'
import { CaseRecords } from './app/case-records.js'
import { CaseView } from './app/case-view.js'
import { CasesController } from './http/cases.controller.js'
import { CaseRepository } from './infra/case.repository.js'
import { CasePapersRepository } from './infra/case-papers.repository.js'

@Module({
  imports: [
    AuditModule,
    UnitsModule,
    IdentityModule,
    NoticesModule,
    ItemBankModule,
    ContestsModule,
    ResultsModule,
    DetectionModule,
  ],
  controllers: [CasesController],
  providers: [
    CaseOpening,
    CaseActs,
    CaseHearing,
    CaseClock,
    CaseDesk,
    CaseEvidence,
    CaseView,
    CaseRecords,
    CaseRepository,
    CasePapersRepository,
  ],
  exports: [CaseView],
})
export class CasesModule {}
