import 'reflect-metadata'
import { Client } from 'pg'
import type { DataSource } from 'typeorm'
import { createDataSource } from '../../api/src/platform/db/database'
import { migrate } from '../../api/src/platform/db/migrate'
import { changeableTables, grantRights } from '../../api/src/platform/db/rights'
import { schema } from '../../api/src/schema'
import { freshDatabase, type TestDatabase } from '../support/databases'

let database: TestDatabase
let api: Client

beforeAll(async () => {
  database = await freshDatabase()
  api = new Client({ connectionString: database.url })
  await api.connect()
})
afterAll(async () => {
  await api?.end()
  await database?.drop()
})

describe('HC-4: the rights of the role of the API', () => {
  it('lists every table whose trigger refuses all changes', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE t.tgname LIKE '%\\_append\\_only' ORDER BY name`,
    )
    expect([...schema.appendOnly].sort()).toEqual(rows.map(({ name }) => name))
  })

  it.each([...schema.appendOnly])('%s: reading and adding, but no change, no removal, no emptying', async (table) => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND attidentity = '' LIMIT 1`,
      [table],
    )
    const column = `"${rows[0]?.name}"`
    for (const statement of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `DROP TABLE ${table}`,
      `CREATE TRIGGER mine BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    ])
      await expect(api.query(statement)).rejects.toThrow(/permission denied|must be owner/)
    expect(
      (
        await api.query(`SELECT has_table_privilege($1, 'INSERT') AND has_table_privilege($1, 'SELECT') AS may`, [
          table,
        ])
      ).rows,
    ).toEqual([{ may: true }])
  })

  it('cannot take away the triggers by another way, nor become somebody else', async () => {
    await expect(api.query(`SET session_replication_role = replica`)).rejects.toThrow('permission denied')
    await expect(api.query(`DELETE FROM attempt_chain`)).rejects.toThrow('permission denied')
    await expect(api.query(`DELETE FROM schema_migration`)).rejects.toThrow('permission denied')
    await expect(
      api.query(`CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS ''`),
    ).rejects.toThrow(/permission denied|must be owner/)
    const owner = new URL(database.ownerUrl).username
    await expect(api.query(`SET ROLE ${owner}`)).rejects.toThrow('permission denied')
    // A grant by somebody who has nothing to give is no error for the database; it gives nothing.
    await api.query(`GRANT UPDATE ON response_event TO CURRENT_USER`)
    await expect(api.query(`UPDATE response_event SET seq = seq`)).rejects.toThrow('permission denied')
  })

  it('leaves temporary tables to it, and everything that changes by its nature', async () => {
    await api.query('BEGIN')
    await api.query('CREATE TEMP TABLE short (id int) ON COMMIT DROP')
    await api.query('ANALYZE short')
    await api.query('UPDATE account SET full_name = full_name')
    await api.query('DELETE FROM session')
    await api.query('COMMIT')
  })
})

describe('HC-5: two roles', () => {
  let owner: DataSource
  let other: TestDatabase
  const addressOf = (name: string) => {
    const url = new URL(other.ownerUrl)
    url.username = name
    url.password = 'a%40b:c'
    return url.href
  }

  beforeAll(async () => {
    other = await freshDatabase('template0')
    owner = await createDataSource(other.ownerUrl, schema).initialize()
  })
  afterAll(async () => {
    const name = `of_${new URL(other.ownerUrl).pathname.slice(1)}`
    await owner.query(`DROP OWNED BY ${name}`).catch(() => undefined)
    await owner.query(`DROP ROLE IF EXISTS ${name}`)
    await owner.destroy()
    await other.drop()
  })

  it('an installation from before comes along by a start: the role is made, and handing out rights again changes nothing', async () => {
    await migrate(owner)
    const apiUrl = addressOf(`of_${new URL(other.ownerUrl).pathname.slice(1)}`)
    for (let n = 0; n < 2; n++) expect(await grantRights(owner, apiUrl, schema.appendOnly)).toBe(true)
    const connected = await createDataSource(apiUrl, schema).initialize()
    expect(await changeableTables(connected, schema.appendOnly)).toEqual([])
    // Where nothing is missing, the role may look whether there is something to migrate.
    expect(await migrate(connected)).toBe(0)
    await connected.destroy()
  })

  it('with one role for both nothing is parted, and the figure says of which tables', async () => {
    expect(await grantRights(owner, other.ownerUrl, schema.appendOnly)).toBe(false)
    expect(await changeableTables(owner, schema.appendOnly)).toEqual([...schema.appendOnly].sort())
  })
})
