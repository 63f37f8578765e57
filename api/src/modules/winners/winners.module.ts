import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { NoticesModule } from '../notices/index.js'
import { ResultsModule } from '../results/index.js'
import { UnitsModule } from '../units/index.js'
import { AwardDocuments } from './app/award-documents.service.js'
import { CertificateForms } from './app/certificate-forms.service.js'
import { CollectiveService } from './app/collective.service.js'
import { ContestReports } from './app/contest-report.service.js'
import { ExportsService } from './app/exports.service.js'
import { PrizeDesk } from './app/prize-desk.js'
import { PrizePages } from './app/prize-pages.service.js'
import { PrizePreview } from './app/prize-preview.js'
import { PublicPrizes } from './app/public-prizes.js'
import { RunningStandings } from './app/running-standings.js'
import { WinnerActs } from './app/winner-acts.service.js'
import { WinnerChanges } from './app/winner-changes.js'
import { WinnerLists } from './app/winner-lists.js'
import { WinnerPersonActs } from './app/winner-person-acts.service.js'
import { WinnerView } from './app/winner-view.service.js'
import { PrizePagesController } from './http/prize-pages.controller.js'
import { WinnerListsController } from './http/winner-lists.controller.js'
import { WinnersController } from './http/winners.controller.js'
import { CertificateFormRepository } from './infra/certificate-form.repository.js'
import { CollectiveRepository } from './infra/collective.repository.js'
import { ParticipationRepository } from './infra/participation.repository.js'
import { ResultRepository } from './infra/result.repository.js'
import { VersionRepository } from './infra/version.repository.js'
import { WinnerPeopleRepository } from './infra/winner-people.repository.js'
import { WinnerRepository } from './infra/winner.repository.js'

@Module({
  imports: [AuditModule, ContestsModule, ItemBankModule, NoticesModule, ResultsModule, UnitsModule],
  controllers: [WinnersController, WinnerListsController, PrizePagesController],
  providers: [
    AwardDocuments,
    CertificateForms,
    CertificateFormRepository,
    CollectiveService,
    ContestReports,
    ExportsService,
    PrizeDesk,
    PrizePages,
    PrizePreview,
    PublicPrizes,
    RunningStandings,
    WinnerActs,
    WinnerChanges,
    WinnerPersonActs,
    WinnerLists,
    WinnerView,
    CollectiveRepository,
    ParticipationRepository,
    ResultRepository,
    VersionRepository,
    WinnerPeopleRepository,
    WinnerRepository,
  ],
  exports: [PrizePages, PublicPrizes],
})
export class WinnersModule {}
