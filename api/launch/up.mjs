// @ts-check
// Brings the platform up step by step, keeps it company, and takes it down in order.
import { prepareLog, startApi } from './api-process.mjs'
import { build } from './build.mjs'
import { tryDatabase } from './database-url.mjs'
import { keepSessionSecret, readEnvironment } from './environment.mjs'
import { greet } from './greeting.mjs'
import { install } from './install.mjs'
import { Lifetime } from './lifetime.mjs'
import { claimPort } from './ports.mjs'
import { startPostgres } from './postgres.mjs'
import { Problem, say, step } from './say.mjs'

/** @param {{ entry?: string }} [options] `entry` is another script in the api's place, for tests */
export async function up({ entry } = {}) {
  const life = new Lifetime()
  await life.run(async () => {
    const settings = await readEnvironment()
    const { host, port, dataDir } = settings
    say()
    say('  Thi Số')
    say()
    await claimPort(host, port)
    await install()
    if (process.env.THISO_SKIP_BUILD !== '1') await build()
    life.check()

    const { env, isEmbedded } = await openDatabase(life, settings)
    life.check()

    const logFile = await prepareLog(dataDir)
    const progress = step('Máy chủ', 'api ready')
    const api = startApi({
      env,
      logFile,
      port,
      entry,
      onProgress: (what) => progress.note(what === 'demo' ? 'dữ liệu dùng thử · demo data' : what),
    })
    life.onStop(async (how) => {
      progress.fail()
      await api.stop(how)
    })
    const { port: actual, demo } = await api.ready.catch((error) => {
      progress.fail()
      throw error
    })
    progress.done()
    life.check()
    await greet({ host, port: actual, dataDir, logFile, demo, isEmbedded, tookMs: performance.now() })
    throw await api.lost
  })
}

/**
 * @param {Lifetime} life
 * @param {import('./environment.mjs').LaunchSettings} settings
 */
export async function openDatabase(life, { env: given, port, host, dataDir, databaseUrl }) {
  /** @type {import('./environment.mjs').Environment} */
  const env = { ...given, PORT: String(port), HOST: host, DATA_DIR: dataDir }
  const progress = step('Cơ sở dữ liệu', 'database ready')
  try {
    if (databaseUrl) {
      // Kept for an own database only: several servers may share this one and must then share the secret.
      if (!env.SESSION_SECRET) {
        throw new Problem(
          'Có DATABASE_URL thì phải đặt cả SESSION_SECRET (từ 32 ký tự ngẫu nhiên). Tạo bằng: openssl rand -base64 48',
          'With DATABASE_URL, SESSION_SECRET must be set too (32 random characters or more). Make one: openssl rand -base64 48',
        )
      }
      // The api makes its own role through the owner, so at the first start only the owner can be tried.
      const version = await tryDatabase(env.OWNER_DATABASE_URL || databaseUrl)
      progress.done(`PostgreSQL ${version}`)
      return { env, isEmbedded: false }
    }
    const starting = startPostgres({ dataDir, log: (line) => progress.note(line) })
    // Also when Ctrl-C comes in the middle: the server is then waited for and stopped.
    life.onStop(async (how) => (await starting.catch(() => undefined))?.stop(how))
    const postgres = await starting
    postgres.watch((line) => say(`  ${line}`))
    progress.done(`PostgreSQL ${postgres.version}, 127.0.0.1:${postgres.port}`)
    const secret = env.SESSION_SECRET || (await keepSessionSecret(dataDir))
    // A demo on a database of our own making unless told otherwise; never in production.
    const demo = env.THISO_SEED_DEMO || (env.NODE_ENV === 'production' ? '0' : '1')
    return {
      env: {
        ...env,
        DATABASE_URL: postgres.apiUrl,
        OWNER_DATABASE_URL: postgres.url,
        SESSION_SECRET: secret,
        THISO_SEED_DEMO: demo,
      },
      isEmbedded: true,
    }
  } catch (error) {
    progress.fail()
    throw error
  }
}
