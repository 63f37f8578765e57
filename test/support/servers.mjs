// @ts-check
// The real servers that tests talk to: one bundled PostgreSQL and one Redis for a whole run, thrown away at the end.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { at } from '../../api/launch/place.mjs'
import { freePort, startPostgres } from '../../api/launch/postgres.mjs'

/** Names of the environment variables through which specs find the servers. */
export const POSTGRES = 'THISO_TEST_POSTGRES'
/** The same server by the role that the api has. */
export const POSTGRES_API = 'THISO_TEST_POSTGRES_API'
export const REDIS = 'THISO_TEST_REDIS'

/** An empty database with every table, from which each spec file copies its own. */
export const MIGRATED = 'template_migrated'

/** Nothing of a test run must survive a power cut, so nothing waits for the disk. */
const HASTY = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

/** @returns {boolean} whether a redis-server is installed */
export function hasRedis() {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * Starts both and puts their addresses into the environment, where jest's workers inherit them.
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function startServers() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'thiso-test-'))
  /** @type {(() => Promise<void>)[]} */
  const stops = [() => rm(folder, { recursive: true, force: true })]
  const stop = async () => {
    delete process.env[POSTGRES]
    delete process.env[POSTGRES_API]
    delete process.env[REDIS]
    for (const each of stops.splice(0).reverse()) await each().catch(() => undefined)
  }
  try {
    const postgres = await startPostgres({ dataDir: folder, settings: HASTY })
    stops.push(() => postgres.stop({ hurry: true }))
    await makeMigrated(postgres.url, postgres.apiUrl)
    process.env[POSTGRES] = postgres.url
    process.env[POSTGRES_API] = postgres.apiUrl
    if (hasRedis()) {
      const redis = await startRedis(folder)
      stops.push(redis.stop)
      process.env[REDIS] = redis.url
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

/**
 * A redis-server of our own that keeps nothing.
 * @param {string} folder
 * @param {number} [samePort] where clients expect it again
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>}
 */
export async function startRedis(folder, samePort) {
  const port = samePort ?? (await freePort())
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve()))
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  let said = ''
  await new Promise((resolve, reject) => {
    child.once('error', reject)
    ended.then(() => reject(new Error(`redis-server did not start: ${said.slice(-500)}`)))
    const listen = (/** @type {Buffer} */ chunk) => {
      said += chunk
      if (said.includes('Ready to accept connections')) resolve(undefined)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    stop: async () => {
      process.removeListener('exit', kill)
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** @param {string} postgresUrl @param {string} apiUrl */
async function makeMigrated(postgresUrl, apiUrl) {
  if (!existsSync(at('api/dist/schema.js'))) throw new Error('the api is not built; run: npm run build')
  const [{ createDataSource }, { schema }, { migrate }, { grantRights }] = await Promise.all([
    import(at('api/dist/platform/db/database.js')),
    import(at('api/dist/schema.js')),
    import(at('api/dist/platform/db/migrate.js')),
    import(at('api/dist/platform/db/rights.js')),
  ])
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: postgresUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${MIGRATED}`)
  await client.end()
  const dataSource = createDataSource(databaseUrl(postgresUrl, MIGRATED), schema)
  await dataSource.initialize()
  await migrate(dataSource)
  await grantRights(dataSource, apiUrl, schema.appendOnly)
  await dataSource.destroy()
}

/** @param {string} postgresUrl @param {string} name */
export function databaseUrl(postgresUrl, name) {
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return url.href
}
