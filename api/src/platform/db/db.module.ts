import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import type { Pool } from 'pg'
import { DataSource } from 'typeorm'
import { Clock } from '../../kernel/clock.js'
import { SETTINGS } from '../config/config.module.js'
import type { Settings } from '../config/settings.js'
import { Logger } from '../metrics/logger.js'
import { Metrics } from '../metrics/metrics.js'
import { createDataSource, createHotPool, type Schema } from './database.js'
import { DbClock } from './db-clock.js'
import { migrate } from './migrate.js'
import { changeableTables, grantRights } from './rights.js'

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
          inject: [SETTINGS, Metrics, Logger],
          useFactory: async (settings: Settings, metrics: Metrics, logger: Logger) => {
            if (settings.ownerDatabaseUrl) await prepare(settings.ownerDatabaseUrl, settings.databaseUrl, schema)
            const dataSource = createDataSource(settings.databaseUrl, schema)
            await dataSource.initialize()
            await migrate(dataSource)
            await tellRights(dataSource, schema, metrics, logger)
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

/** Everything that only the owner of the tables may do, through a connection that is gone before the API listens. */
async function prepare(ownerUrl: string, apiUrl: string, schema: Schema): Promise<void> {
  const owner = createDataSource(ownerUrl, schema)
  await owner.initialize()
  try {
    await migrate(owner)
    await grantRights(owner, apiUrl, schema.appendOnly)
  } finally {
    await owner.destroy()
  }
}

/** HC-4: whether this process could change what was recorded is said once, and as a figure. */
async function tellRights(dataSource: DataSource, schema: Schema, metrics: Metrics, logger: Logger): Promise<void> {
  const tables = await changeableTables(dataSource, schema.appendOnly)
  metrics.changeableRecordTables.set(tables.length)
  if (tables.length > 0)
    logger.warn(
      { tables },
      'the role of DATABASE_URL could change records; set OWNER_DATABASE_URL to the owner and give DATABASE_URL a role of its own',
    )
}
