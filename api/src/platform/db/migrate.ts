import type { DataSource } from 'typeorm'

/** One fixed number: the advisory lock that lets only one process migrate at a time. */
const MIGRATION_LOCK = 7_240_001

/** Runs the missing migrations; several processes may call it at once, one works and the others wait. */
export async function migrate(dataSource: DataSource): Promise<number> {
  const runner = dataSource.createQueryRunner()
  await runner.connect()
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const done = await dataSource.runMigrations({ transaction: 'each' })
    return done.length
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    await runner.release()
  }
}
