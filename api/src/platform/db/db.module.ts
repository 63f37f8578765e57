import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import type { Pool } from 'pg'
import { DataSource } from 'typeorm'
import { Clock } from '../../kernel/clock.js'
import { SETTINGS } from '../config/config.module.js'
import type { Settings } from '../config/settings.js'
import { createDataSource, createHotPool, type Schema } from './database.js'
import { DbClock } from './db-clock.js'
import { migrate } from './migrate.js'

export const ANSWER_POOL = Symbol('ANSWER_POOL')
/** Two connections write answers: one commits while the next group gathers. More would only contend for the same cores. */
export const ANSWER_CONNECTIONS = 2

/**
 * The same for answers in class. They wait for acts on their lesson, so they have connections of their own: no class makes a contest wait.
 */
export const LESSON_POOL = Symbol('LESSON_POOL')

/** For what everybody does at the opening minute: being recognised and starting. */
export const START_POOL = Symbol('START_POOL')
const START_CONNECTIONS = 6

@Global()
@Module({})
export class DbModule implements OnApplicationShutdown {
  static with(schema: Schema): DynamicModule {
    return {
      module: DbModule,
      providers: [
        {
          provide: DataSource,
          inject: [SETTINGS],
          useFactory: async (settings: Settings) => {
            const dataSource = createDataSource(settings.databaseUrl, schema)
            await dataSource.initialize()
            await migrate(dataSource)
            return dataSource
          },
        },
        {
          provide: ANSWER_POOL,
          inject: [SETTINGS],
          useFactory: (settings: Settings) => createHotPool(settings.databaseUrl, 'answers', ANSWER_CONNECTIONS),
        },
        {
          provide: LESSON_POOL,
          inject: [SETTINGS],
          useFactory: (settings: Settings) => createHotPool(settings.databaseUrl, 'lesson-answers', ANSWER_CONNECTIONS),
        },
        {
          provide: START_POOL,
          inject: [SETTINGS],
          useFactory: (settings: Settings) => createHotPool(settings.databaseUrl, 'starts', START_CONNECTIONS),
        },
        {
          provide: Clock,
          inject: [DataSource],
          useFactory: async (dataSource: DataSource) => {
            const clock = new DbClock(dataSource)
            await clock.start()
            return clock
          },
        },
      ],
      exports: [DataSource, ANSWER_POOL, LESSON_POOL, START_POOL, Clock],
    }
  }

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ANSWER_POOL) private readonly answerPool: Pool,
    @Inject(LESSON_POOL) private readonly lessonPool: Pool,
    @Inject(START_POOL) private readonly startPool: Pool,
    private readonly clock: Clock,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.clock instanceof DbClock) this.clock.stop()
    await this.answerPool.end().catch(() => undefined)
    await this.lessonPool.end().catch(() => undefined)
    await this.startPool.end().catch(() => undefined)
    if (this.dataSource.isInitialized) await this.dataSource.destroy()
  }
}
