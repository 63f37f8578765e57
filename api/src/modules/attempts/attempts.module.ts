import { Module } from '@nestjs/common'
import { ContestsModule } from '../contests/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { NoticesModule } from '../notices/index.js'
import { UnitsModule } from '../units/index.js'
import { AttemptCloser } from './app/attempt-closer.js'
import { AttemptJudge } from './app/attempt-judge.js'
import { AttemptsService } from './app/attempts.service.js'
import { ClockCredits } from './app/clock-credits.js'
import { EntryCheck } from './app/entry-check.js'
import { Papers } from './app/papers.js'
import { PlaceOpener } from './app/place-opener.js'
import { Rejudging } from './app/rejudging.js'
import { Starting } from './app/starting.js'
import { AnswerRoute } from './http/answer-route.js'
import { AttemptsController } from './http/attempts.controller.js'
import { ClockController } from './http/clock.controller.js'
import { AnswerWriter } from './infra/answer-writer.js'
import { AttemptRepository } from './infra/attempt.repository.js'
import { CreditRepository } from './infra/credit.repository.js'

@Module({
  imports: [ContestsModule, ItemBankModule, NoticesModule, UnitsModule],
  controllers: [AttemptsController, ClockController],
  providers: [
    AttemptsService,
    Starting,
    EntryCheck,
    PlaceOpener,
    AnswerRoute,
    AttemptCloser,
    AttemptJudge,
    Papers,
    AnswerWriter,
    AttemptRepository,
    ClockCredits,
    Rejudging,
    CreditRepository,
  ],
  exports: [AttemptsService, Starting, AttemptCloser, ClockCredits],
})
export class AttemptsModule {}
