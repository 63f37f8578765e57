import { Module } from '@nestjs/common'
import type { RedisClientType } from 'redis'
import { REDIS } from '../../platform/live/live.module.js'
import { AttemptsModule } from '../attempts/index.js'
import { ContestsModule } from '../contests/index.js'
import { UnitsModule } from '../units/index.js'
import { BoardFeed } from './app/board-feed.js'
import { BoardNames } from './app/board-names.js'
import { BoardService } from './app/board.service.js'
import { FinalBoard } from './app/final-board.js'
import { FinalResults } from './app/final-results.js'
import { TotalBoard } from './app/total-board.js'
import { StandingsKeeper } from './app/standings-keeper.js'
import { BoardsController } from './http/boards.controller.js'
import { MemoryStandingStore } from './infra/memory-standing-store.js'
import { RedisStandingStore } from './infra/redis-standing-store.js'
import { StandingStore } from './infra/standing-store.js'
import { StandingRepository } from './infra/standing.repository.js'
import { LiveGateway } from './ws/live.gateway.js'

@Module({
  imports: [AttemptsModule, ContestsModule, UnitsModule],
  controllers: [BoardsController],
  providers: [
    {
      provide: StandingStore,
      inject: [REDIS],
      useFactory: (redis: RedisClientType | null) =>
        redis ? new RedisStandingStore(redis) : new MemoryStandingStore(),
    },
    StandingRepository,
    StandingsKeeper,
    BoardNames,
    FinalResults,
    FinalBoard,
    BoardService,
    TotalBoard,
    BoardFeed,
    LiveGateway,
  ],
  exports: [BoardService, FinalResults],
})
export class StandingsModule {}
