import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core'
import { AnalysisModule } from './modules/analysis/index.js'
import { AttemptsModule } from './modules/attempts/index.js'
import { CasesModule } from './modules/cases/index.js'
import { AuditModule } from './modules/audit/index.js'
import { ClassroomModule } from './modules/classroom/index.js'
import { ContestsModule } from './modules/contests/index.js'
import { DetectionModule } from './modules/detection/index.js'
import { IdentityModule } from './modules/identity/index.js'
import { ItemBankModule } from './modules/item-bank/index.js'
import { ItemExchangeModule } from './modules/item-exchange/index.js'
import { NoticesModule } from './modules/notices/index.js'
import { PracticeModule } from './modules/practice/index.js'
import { PrintedPapersModule } from './modules/printed-papers/index.js'
import { ProofModule } from './modules/proof/index.js'
import { ResultsModule } from './modules/results/index.js'
import { RulebookModule } from './modules/rulebook/index.js'
import { StandingsModule } from './modules/standings/index.js'
import { UnitsModule } from './modules/units/index.js'
import { ViewsModule } from './modules/views/index.js'
import { WinnersModule } from './modules/winners/index.js'
import { ConfigModule } from './platform/config/config.module.js'
import type { Settings } from './platform/config/settings.js'
import { DbModule } from './platform/db/db.module.js'
import { DocumentsModule } from './platform/documents/documents.module.js'
import { AccessGuard } from './platform/http/access.guard.js'
import { PresentInterceptor } from './platform/http/present.interceptor.js'
import { ProblemFilter } from './platform/http/problem.filter.js'
import { HttpModule } from './platform/http/http.module.js'
import { LiveModule } from './platform/live/live.module.js'
import { MetricsModule } from './platform/metrics/metrics.module.js'
import { schema } from './schema.js'

/** The only file that knows every module. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        MetricsModule,
        HttpModule,
        DbModule.with(schema),
        LiveModule,
        DocumentsModule,
        AuditModule,
        UnitsModule,
        IdentityModule,
        NoticesModule,
        ItemBankModule,
        ItemExchangeModule,
        ContestsModule,
        AttemptsModule,
        StandingsModule,
        ResultsModule,
        AnalysisModule,
        WinnersModule,
        PrintedPapersModule,
        PracticeModule,
        RulebookModule,
        DetectionModule,
        CasesModule,
        ProofModule,
        ClassroomModule,
        ViewsModule,
      ],
      providers: [
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: PresentInterceptor },
        { provide: APP_FILTER, useExisting: ProblemFilter },
      ],
    }
  }
}
