import { Module } from '@nestjs/common'
import { AttemptsModule } from '../attempts/index.js'
import { CasesModule } from '../cases/index.js'
import { ContestsModule } from '../contests/index.js'
import { DetectionModule } from '../detection/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { NoticesModule } from '../notices/index.js'
import { PracticeModule } from '../practice/index.js'
import { ResultsModule } from '../results/index.js'
import { StandingsModule } from '../standings/index.js'
import { UnitsModule } from '../units/index.js'
import { WinnersModule } from '../winners/index.js'
import { MonitorService } from './app/monitor.service.js'
import { MyDataService } from './app/my-data.service.js'
import { ResultsService } from './app/results.service.js'
import { PanelController } from './http/panel.controller.js'
import { SiteController } from './http/site.controller.js'
import { MonitorRepository } from './infra/monitor.repository.js'

/** Read-only pages over several modules; holds no rule and no table of its own. */
@Module({
  imports: [
    AttemptsModule,
    CasesModule,
    ContestsModule,
    DetectionModule,
    ItemBankModule,
    NoticesModule,
    PracticeModule,
    ResultsModule,
    StandingsModule,
    UnitsModule,
    WinnersModule,
  ],
  controllers: [SiteController, PanelController],
  providers: [MonitorService, MyDataService, ResultsService, MonitorRepository],
})
export class ViewsModule {}
