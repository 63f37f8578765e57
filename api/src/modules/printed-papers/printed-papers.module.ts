import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { PaperRenderer } from './app/paper-renderer.js'
import { PrintedPapersService } from './app/printed-papers.service.js'
import { RenderingThreads } from './app/rendering-threads.js'
import { PrintedPapersController } from './http/printed-papers.controller.js'
import { PrintedPaperRepository } from './infra/printed-paper.repository.js'

@Module({
  imports: [AuditModule, ItemBankModule],
  controllers: [PrintedPapersController],
  providers: [PrintedPapersService, PaperRenderer, RenderingThreads, PrintedPaperRepository],
})
export class PrintedPapersModule {}
