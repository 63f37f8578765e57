import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { ResultsModule } from '../results/index.js'
import { AnalysisService } from './app/analysis.service.js'
import { ItemRecords } from './app/item-records.js'
import { AnalysisController } from './http/analysis.controller.js'
import { AnswerSheetRepository } from './infra/answer-sheet.repository.js'

@Module({
  imports: [AuditModule, ContestsModule, ItemBankModule, ResultsModule],
  controllers: [AnalysisController],
  providers: [AnalysisService, ItemRecords, AnswerSheetRepository],
  exports: [AnalysisService],
})
export class AnalysisModule {}
