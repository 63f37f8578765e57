import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ItemsService } from './app/items.service.js'
import { ItemsController } from './http/items.controller.js'
import { ItemRepository } from './infra/item.repository.js'

@Module({
  imports: [AuditModule],
  controllers: [ItemsController],
  providers: [ItemsService, ItemRepository],
  exports: [ItemsService],
})
export class ItemBankModule {}
