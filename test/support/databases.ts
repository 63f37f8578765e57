import { randomBytes } from 'node:crypto'
import { Client, Pool } from 'pg'

/** The address of the run's PostgreSQL. */
export function postgresUrl(): string {
  const url = process.env['THISO_TEST_POSTGRES']
  if (!url) throw new Error('no test servers: run through npm test, or with the jest configuration in test/')
  return url
}

/** The same server by the role that the api has. */
function apiUrl(): string {
  return process.env['THISO_TEST_POSTGRES_API'] ?? postgresUrl()
}

/** The address of the run's Redis; undefined where no redis-server is installed. */
export function redisUrl(): string | undefined {
  return process.env['THISO_TEST_REDIS']
}

/** For specs that are about Redis: without one they are skipped and counted as such, never silently passed. */
export const describeWithRedis: jest.Describe = process.env['THISO_TEST_REDIS'] ? describe : describe.skip

export interface TestDatabase {
  /** By the role that the api has: what a spec runs through it has the api's rights. */
  url: string
  /** By the role that owns the tables. */
  ownerUrl: string
  /** A few connections of the owner for looking into the database and for preparing it. */
  pool: Pool
  drop: () => Promise<void>
}

/** A database of its own with all tables and no rows. */
export async function freshDatabase(template = 'template_migrated'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  const [url, ownerUrl] = [apiUrl(), postgresUrl()].map((address) => {
    const own = new URL(address)
    own.pathname = `/${name}`
    return own.href
  }) as [string, string]
  const pool = new Pool({ connectionString: ownerUrl, max: 8 })
  // The server may be killed on purpose; a broken idle connection is not the spec's failure.
  pool.on('error', () => undefined)
  return {
    url,
    ownerUrl,
    pool,
    drop: async () => {
      await pool.end()
      await asOwner((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

export async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: postgresUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
