import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { NoticesModule } from '../notices/index.js'
import { AuthoringService } from './app/authoring.service.js'
import { BankChecksService } from './app/bank-checks.service.js'
import { BanksService } from './app/banks.service.js'
import { BulkEditsService } from './app/bulk-edits.service.js'
import { DocumentsService } from './app/documents.service.js'
import { ItemPageService } from './app/item-page.service.js'
import { ItemsService } from './app/items.service.js'
import { MediaService } from './app/media.service.js'
import { RuledItemsService } from './app/ruled-items.service.js'
import { BanksController } from './http/banks.controller.js'
import { ItemsController } from './http/items.controller.js'
import { MediaController } from './http/media.controller.js'
import { BankRepository } from './infra/bank.repository.js'
import { DocumentRepository } from './infra/document.repository.js'
import { ItemListRepository } from './infra/item-list.repository.js'
import { ItemRepository } from './infra/item.repository.js'
import { MediaRepository } from './infra/media.repository.js'
import { WorkRepository } from './infra/work.repository.js'

@Module({
  imports: [AuditModule, NoticesModule],
  controllers: [ItemsController, BanksController, MediaController],
  providers: [
    ItemsService,
    AuthoringService,
    BanksService,
    BankChecksService,
    BulkEditsService,
    DocumentsService,
    ItemPageService,
    MediaService,
    RuledItemsService,
    ItemRepository,
    ItemListRepository,
    BankRepository,
    DocumentRepository,
    MediaRepository,
    WorkRepository,
  ],
  exports: [
    ItemsService,
    AuthoringService,
    BanksService,
    BankChecksService,
    DocumentsService,
    MediaService,
    RuledItemsService,
  ],
})
export class ItemBankModule {}
