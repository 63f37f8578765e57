import { Module } from '@nestjs/common'
import { ItemBankModule } from '../item-bank/index.js'
import { OpenItems } from './app/open-items.js'
import { PracticeService } from './app/practice.service.js'
import { PracticeController } from './http/practice.controller.js'
import { PracticeRepository } from './infra/practice.repository.js'

@Module({
  imports: [ItemBankModule],
  controllers: [PracticeController],
  providers: [PracticeService, OpenItems, PracticeRepository],
  exports: [PracticeService],
})
export class PracticeModule {}
