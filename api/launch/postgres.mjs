// @ts-check
// The real PostgreSQL that comes with the packages, one server for each data folder.
// It outlives a killed launcher on purpose: the next start finds it running and uses it.
import { createHmac } from 'node:crypto'
import { open, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runAs } from './postgres/account.mjs'
import { findBinaries } from './postgres/binaries.mjs'
import { dropStalePidFile, openCluster, readPidFile, role, serverProblem } from './postgres/cluster.mjs'
import { giveToFolderOwner, makeFolder } from './ownership.mjs'
import { isAlive, stamp, withLock } from './process.mjs'
import { fileProblem, Problem } from './say.mjs'

/** @typedef {import('./postgres/cluster.mjs').Cluster} Cluster */
/**
 * @typedef {{
 *   url: string, apiUrl: string, port: number, version: string, reused: boolean, logFile: string,
 *   watch: (log: (line: string) => void) => void,
 *   stop: (how?: { hurry?: boolean }) => Promise<void>
 * }} Postgres
 */

const database = 'thiso'
let started = 0

/**
 * Starts the server of this data folder, or joins it when it runs already.
 * @param {{ dataDir: string, log?: (line: string) => void, settings?: Record<string, string> }} options
 *   `settings` overrides server settings, for tests
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir: given, log = () => undefined, settings = {} }) {
  const binaries = await findBinaries()
  const dataDir = await ownFolder(given)
  const lock = path.join(dataDir, 'postgres.lock')
  const user = path.join(dataDir, 'postgres-users', `${process.pid}-${++started}`)
  /** @type {Promise<Postgres>} */
  const work = withLock(lock, async () => {
    const cluster = await openCluster(dataDir, binaries, settings, log)
    const running = await findRunning(cluster)
    if (running) log(`PostgreSQL đang chạy sẵn · already running, port ${running.port}`)
    const { port, version } = running ?? (await launch(cluster))
    await writeFile(user, stamp())
    await giveToFolderOwner(user)
    /** @type {NodeJS.Timeout | undefined} */
    let watching
    let isLeft = false
    return {
      url: addressOf(cluster, port, database),
      apiUrl: apiAddressOf(cluster, port, database),
      port,
      version,
      reused: running !== undefined,
      logFile: cluster.logFile,
      watch(tell) {
        let busy = false
        watching = setInterval(async () => {
          if (busy || isLeft || (await isUp(cluster))) return
          busy = true
          await withLock(lock, async () => {
            if (isLeft || (await findRunning(cluster))) return
            await launch(cluster, port)
            tell('Cơ sở dữ liệu dừng đột ngột và đã được chạy lại · the database died and was started again')
          }).catch((error) => tell(error.message))
          busy = false
        }, 1000)
        watching.unref()
      },
      stop: ({ hurry = false } = {}) => {
        isLeft = true
        clearInterval(watching)
        // In a hurry nobody waits for a calm stop under way.
        return hurry ? leave(cluster, user, true) : withLock(lock, () => leave(cluster, user, false))
      },
    }
  })
  return work.catch((error) => {
    throw error instanceof Problem ? error : (fileProblem(error, dataDir) ?? error)
  })
}

/**
 * The real path, since a running server is recognised by its folder's name.
 * @param {string} given
 */
async function ownFolder(given) {
  try {
    await makeFolder(path.resolve(given, 'postgres-users'))
    return await realpath(given)
  } catch (error) {
    throw fileProblem(error, path.resolve(given)) ?? error
  }
}

/** @param {Cluster} cluster @param {number} port @param {string} name */
const addressOf = (cluster, port, name) => `postgres://${role}:${cluster.password}@127.0.0.1:${port}/${name}`

/**
 * The role of the api, which the api itself makes at its first start through the owner's address. Its password follows from the
 * owner's, and not the other way round.
 * @param {Cluster} cluster @param {number} port @param {string} name
 */
function apiAddressOf(cluster, port, name) {
  const password = createHmac('sha256', cluster.password).update('role of the api').digest('base64url')
  return `postgres://${role}_api:${password}@127.0.0.1:${port}/${name}`
}

/** @param {Cluster} cluster */
async function findRunning(cluster) {
  const status = await runAs(cluster.account, cluster.folder, cluster.binaries.pgCtl, ['status', '-D', cluster.folder])
  const noted = await readPidFile(cluster.folder)
  if (status.code !== 0 || !noted?.port) return undefined
  // The id may be a zombie's or another program's, the port too: believe only a server that names our folder.
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const found = await greet(cluster, noted.port)
    if (found !== 'starting') return found ? { port: noted.port, version: found } : undefined
    await sleep(250)
  }
  return undefined
}

/** @param {Cluster} cluster */
async function isUp(cluster) {
  const noted = await readPidFile(cluster.folder)
  return noted !== undefined && isAlive(String(noted.pid))
}

/**
 * @param {Cluster} cluster
 * @param {number} [samePort] where clients expect the server again
 */
async function launch(cluster, samePort) {
  await dropStalePidFile(cluster.folder)
  const giveUpAt = Date.now() + 8000
  for (;;) {
    const port = samePort ?? (await freePort())
    const from = await sizeOf(cluster.logFile)
    const args = ['start', '-D', cluster.folder, '-w', '-t', '300', '-l', cluster.logFile, '-o', `-p ${port}`]
    const outcome = await runAs(cluster.account, cluster.folder, cluster.binaries.pgCtl, args)
    const version = outcome.code === 0 ? await greet(cluster, port) : undefined
    if (version && version !== 'starting') return { port, version }
    const said = `${outcome.output}\n${await readFrom(cluster.logFile, from)}`
    // Worth another try: somebody took the port in between, or processes of a killed server are not gone yet.
    const passing =
      /Address already in use|postmaster\.pid" already exists|pre-existing shared memory|another (server|postmaster)/
    if (!passing.test(said) || Date.now() > giveUpAt) throw serverProblem(said, cluster.dataDir)
    await sleep(300)
    // Perhaps it is our own, begun by a launcher that was killed before it came up.
    const found = await findRunning(cluster)
    if (found) return found
    await dropStalePidFile(cluster.folder)
  }
}

/**
 * Connects, makes sure of our database, and returns the server's version; undefined when it is not our server.
 * @param {Cluster} cluster
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
async function greet(cluster, port) {
  // Not at the top: this file must load before anything is installed.
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: addressOf(cluster, port, 'postgres'),
    connectionTimeoutMillis: 3000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('data_directory') as folder, current_setting('server_version') as version,
        exists (select from pg_database where datname = $1) as ready`,
      [database],
    )
    if (rows[0].folder !== cluster.folder) return undefined
    if (!rows[0].ready) await client.query(`create database ${database}`)
    return rows[0].version.split(' ')[0]
  } catch (error) {
    const code = /** @type {{ code?: string }} */ (error).code
    if (code === '57P03') return 'starting'
    if (code === '28P01') {
      throw new Problem(
        `Mật khẩu trong ${path.join(cluster.dataDir, 'postgres-password')} không khớp cơ sở dữ liệu. Khôi phục tệp từ bản sao lưu.`,
        `The password in that file does not fit the database. Restore the file from the backup.`,
      )
    }
    if (code?.startsWith('53')) throw serverProblem(/** @type {Error} */ (error).message, cluster.dataDir)
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Leaves the server; the last one out stops it.
 * @param {Cluster} cluster
 * @param {string} user
 * @param {boolean} hurry
 */
async function leave(cluster, user, hurry) {
  await rm(user, { force: true })
  const folder = path.dirname(user)
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name)
    if (isAlive(await readFile(file, 'utf8').catch(() => ''))) return
    await rm(file, { force: true })
  }
  const args = ['stop', '-D', cluster.folder, '-m', hurry ? 'immediate' : 'fast', '-w', '-t', '60']
  await runAs(cluster.account, cluster.folder, cluster.binaries.pgCtl, args)
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address())
      server.close(() => resolve(port))
    })
  })
}

/** @param {string} file */
async function sizeOf(file) {
  const handle = await open(file, 'r')
  const { size } = await handle.stat()
  await handle.close()
  return size
}

/** @param {string} file @param {number} from */
async function readFrom(file, from) {
  return (await readFile(file)).subarray(from).toString('utf8')
}
