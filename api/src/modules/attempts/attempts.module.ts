import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { NoticesModule } from '../notices/index.js'
import { UnitsModule } from '../units/index.js'
import { AttemptCallers } from './app/attempt-callers.js'
import { AttemptCloser } from './app/attempt-closer.js'
import { AttemptJudge } from './app/attempt-judge.js'
import { AttemptsService } from './app/attempts.service.js'
import { ClockCredits } from './app/clock-credits.js'
import { EntryCheck } from './app/entry-check.js'
import { NetworkMemory } from './app/network-memory.js'
import { Papers } from './app/papers.js'
import { PlaceOpener } from './app/place-opener.js'
import { Rejudging } from './app/rejudging.js'
import { SafeBrowserService } from './app/safe-browser.service.js'
import { Starting } from './app/starting.js'
import { AnswerRoute } from './http/answer-route.js'
import { AttemptsController } from './http/attempts.controller.js'
import { ClockController } from './http/clock.controller.js'
import { SafeBrowserController } from './http/safe-browser.controller.js'
import { AnswerWriter } from './infra/answer-writer.js'
import { AttemptRepository } from './infra/attempt.repository.js'
import { SafeBrowserKeysRepository } from './infra/safe-browser-keys.repository.js'
import { CreditRepository } from './infra/credit.repository.js'
import { KnownNetworkRepository } from './infra/known-network.repository.js'

@Module({
  imports: [AuditModule, ContestsModule, ItemBankModule, NoticesModule, UnitsModule],
  controllers: [AttemptsController, ClockController, SafeBrowserController],
  providers: [
    AttemptsService,
    Starting,
    EntryCheck,
    NetworkMemory,
    PlaceOpener,
    SafeBrowserService,
    SafeBrowserKeysRepository,
    AnswerRoute,
    AttemptCallers,
    AttemptCloser,
    AttemptJudge,
    Papers,
    AnswerWriter,
    AttemptRepository,
    ClockCredits,
    Rejudging,
    CreditRepository,
    KnownNetworkRepository,
  ],
  exports: [AttemptCallers, AttemptsService, Starting, AttemptCloser, ClockCredits],
})
export class AttemptsModule {}
