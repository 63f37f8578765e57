import { Global, Module } from '@nestjs/common'
import { AccessGuard } from './access.guard.js'
import { ProblemFilter } from './problem.filter.js'

/** Who may call and how errors leave: one of each for the whole process, also for routes below the framework. */
@Global()
@Module({ providers: [AccessGuard, ProblemFilter], exports: [AccessGuard, ProblemFilter] })
export class HttpModule {}
