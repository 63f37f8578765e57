import { pino } from 'pino'
import type { Pool } from 'pg'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addPeople } from '../../../../../test/support/people'
import { addAttempt, addRound } from '../../../../../test/support/rows'
import { createDataSource, createHotPool } from '../../../platform/db/database.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import { schema } from '../../../schema.js'
import { AnswerWriter } from './answer-writer.js'
import { AttemptRepository } from './attempt.repository.js'

export interface AnswerStage {
  database: TestDatabase
  dataSource: DataSource
  attempts: AttemptRepository
  /** Two, as in two API processes. */
  writers: [AnswerWriter, AnswerWriter]
  pools: Pool[]
  roundId: string
  /** The attempt of somebody who has none yet. */
  newAttempt: (own?: Partial<Parameters<typeof addAttempt>[1]>) => Promise<string>
  end: () => Promise<void>
}

/** A database of its own with an open round, and two processes that write answers into it. @param people so many may take an attempt */
export async function answerStage(people: number): Promise<AnswerStage> {
  const database = await freshDatabase()
  const dataSource = await createDataSource(database.url, schema).initialize()
  const pools = [createHotPool(database.url, 'answers', 2), createHotPool(database.url, 'answers', 2)]
  const metrics = new Metrics()
  const logger = pino({ level: 'silent' })
  const roundId = await addRound(database.pool)
  const accountIds = (await addPeople(database.pool, people)).map(({ accountId }) => accountId)
  return {
    database,
    dataSource,
    attempts: new AttemptRepository(dataSource, pools[0] as Pool),
    writers: pools.map((pool) => new AnswerWriter(pool, metrics, logger)) as [AnswerWriter, AnswerWriter],
    pools,
    roundId,
    newAttempt: (own = {}) => addAttempt(database.pool, { roundId, accountId: accountIds.shift() as string, ...own }),
    end: async () => {
      for (const pool of pools) await pool.end()
      await dataSource.destroy()
      await database.drop()
    },
  }
}
