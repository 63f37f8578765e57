import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { UnitsModule } from '../units/index.js'
import { ExportsService } from './app/exports.service.js'
import { ImportJobs } from './app/import-jobs.js'
import { ImportRowsService } from './app/import-rows.service.js'
import { ImportsService } from './app/imports.service.js'
import { ReadingService } from './app/reading.service.js'
import { ExportsController } from './http/exports.controller.js'
import { ImportsController } from './http/imports.controller.js'
import { ImportRowRepository } from './infra/import-row.repository.js'
import { ImportRepository } from './infra/import.repository.js'

@Module({
  imports: [AuditModule, UnitsModule, ItemBankModule],
  controllers: [ImportsController, ExportsController],
  providers: [
    ImportsService,
    ImportRowsService,
    ImportJobs,
    ReadingService,
    ExportsService,
    ImportRepository,
    ImportRowRepository,
  ],
})
export class ItemExchangeModule {}
