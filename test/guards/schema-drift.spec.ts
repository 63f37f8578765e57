import 'reflect-metadata'
import type { DataSource } from 'typeorm'
import { createDataSource } from '../../api/src/platform/db/database'
import { migrate } from '../../api/src/platform/db/migrate'
import { schema } from '../../api/src/schema'
import { freshDatabase, type TestDatabase } from '../support/databases'

let database: TestDatabase
let dataSource: DataSource

beforeAll(async () => {
  database = await freshDatabase('template0')
  dataSource = await createDataSource(database.ownerUrl, schema).initialize()
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

it('several processes that migrate at once do it once', async () => {
  const others = await Promise.all([1, 2].map(() => createDataSource(database.ownerUrl, schema).initialize()))
  const counts = await Promise.all([dataSource, ...others].map(migrate))
  expect(counts.reduce((total, count) => total + count, 0)).toBe(schema.migrations.length)
  for (const other of others) await other.destroy()
})

it('after the migrations the tables are what the entities say', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
  expect(upQueries.map(({ query }) => query)).toEqual([])
})

it('answers and the audit log cannot be changed, removed or emptied, not even by the owner', async () => {
  const { pool } = database
  await pool.query(`INSERT INTO audit_entry (act, subject) VALUES ('test', 'test')`)
  await pool.query(
    `INSERT INTO response_event (attempt_id, seq, position, received_at) VALUES (gen_random_uuid(), 1, 1, now())`,
  )
  for (const table of ['audit_entry', 'response_event']) {
    const change = table === 'audit_entry' ? `SET act = 'x'` : 'SET position = 2'
    for (const statement of [`UPDATE ${table} ${change}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(pool.query(statement)).rejects.toThrow('append-only')
  }
})
