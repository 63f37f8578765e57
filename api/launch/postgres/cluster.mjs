// @ts-check
// The database cluster on disk: making it once, its settings at every start, its files after a crash.
import { randomBytes } from 'node:crypto'
import { appendFile, open, readdir, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { giveToFolderOwner, makeFolder } from '../ownership.mjs'
import { processInfo } from '../process.mjs'
import { fileProblem, Problem } from '../say.mjs'
import { chooseAccount, handOver, runAs } from './account.mjs'

export const role = 'thiso'
export const majorVersion = '18'

/**
 * @typedef {{
 *   dataDir: string, folder: string, logFile: string, password: string,
 *   account: import('./account.mjs').Account, binaries: import('./binaries.mjs').Binaries
 * }} Cluster
 */

const settings = {
  listen_addresses: '127.0.0.1',
  // Only TCP: socket paths have a length limit that deep data folders exceed.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
}

/**
 * Finds the cluster of this data folder, or makes it.
 * @param {string} dataDir
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {Record<string, string>} overrides
 * @param {(line: string) => void} log
 * @returns {Promise<Cluster>}
 */
export async function openCluster(dataDir, binaries, overrides, log) {
  const folder = path.join(dataDir, 'postgres')
  const logFile = path.join(dataDir, 'postgres.log')
  try {
    const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
    if (version === undefined) await refuseForeignFolder(folder)
    else if (version.trim() !== majorVersion) {
      throw new Problem(
        `Dữ liệu trong ${folder} thuộc PostgreSQL ${version.trim()}, chương trình cần bản ${majorVersion}. Đặt DATA_DIR tới thư mục khác hoặc nâng cấp dữ liệu.`,
        `The data in ${folder} are of PostgreSQL ${version.trim()}, version ${majorVersion} is needed. Point DATA_DIR to another folder or upgrade the data.`,
      )
    }
    const password = await readPassword(dataDir, version !== undefined)
    if (version === undefined) {
      log('initdb')
      const account = await makeCluster(dataDir, folder, binaries, password)
      await writeSettings(folder, account, binaries, overrides)
      await prepareLog(logFile, account)
      return { dataDir, folder, logFile, password, account, binaries }
    }
    const account = await chooseAccount(folder, binaries.postgres)
    await writeSettings(folder, account, binaries, overrides)
    await prepareLog(logFile, account)
    return { dataDir, folder, logFile, password, account, binaries }
  } catch (error) {
    throw error instanceof Problem ? error : (fileProblem(error, dataDir) ?? error)
  }
}

/** @param {string} folder */
async function refuseForeignFolder(folder) {
  const names = await readdir(folder).catch(() => [])
  if (names.length === 0) return
  throw new Problem(
    `Thư mục ${folder} có tệp lạ và không phải cơ sở dữ liệu. Chuyển nó đi nơi khác rồi chạy lại.`,
    `The folder ${folder} holds foreign files and is no database. Move it away and start again.`,
  )
}

/** @param {string} dataDir @param {boolean} mustExist */
async function readPassword(dataDir, mustExist) {
  const file = path.join(dataDir, 'postgres-password')
  const kept = (
    await readFile(file, 'utf8').catch((error) => (error.code === 'ENOENT' ? '' : Promise.reject(error)))
  ).trim()
  if (kept) return kept
  if (mustExist) {
    throw new Problem(
      `Thiếu tệp mật khẩu ${file}. Khôi phục tệp này từ bản sao lưu cùng thư mục dữ liệu.`,
      `The password file ${file} is missing. Restore it from the backup of the data folder.`,
    )
  }
  const password = randomBytes(24).toString('base64url')
  await writeFile(file, `${password}\n`, { mode: 0o600 })
  await giveToFolderOwner(file)
  return password
}

/**
 * Made beside its final place and renamed when whole, so that a power cut leaves no half cluster behind.
 * @param {string} dataDir
 * @param {string} folder
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {string} password
 */
async function makeCluster(dataDir, folder, binaries, password) {
  // A name of its own each time: an initdb whose launcher was killed may still be writing into the earlier one.
  const draft = path.join(dataDir, `postgres.new-${process.pid}-${Date.now()}`)
  const passwordFile = `${draft}.password`
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith('postgres.new-')) continue
    await rm(path.join(dataDir, name), { recursive: true, force: true }).catch(() => undefined)
  }
  await makeFolder(draft)
  try {
    const account = await chooseAccount(draft, binaries.postgres)
    // A file, since initdb cannot open the socket Node gives as standard input.
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await handOver(account, passwordFile)
    const fixed = ['-D', draft, '--encoding=UTF8', '--data-checksums', '--auth=scram-sha-256', `--username=${role}`]
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const args = [...fixed, ...locale, `--pwfile=${passwordFile}`]
    // Full-text search and trigrams ask the system's ctype; not every system has C.UTF-8.
    let outcome = await runAs(account, draft, binaries.initdb, [...args, '--lc-ctype=C.UTF-8'])
    if (outcome.code !== 0 && /invalid locale/i.test(outcome.output)) {
      outcome = await runAs(account, draft, binaries.initdb, args)
    }
    if (outcome.code !== 0) throw serverProblem(outcome.output, dataDir)
    await appendFile(path.join(draft, 'postgresql.conf'), `\ninclude_if_exists = 'thi-so.conf'\n`)
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
    return account
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    throw error
  } finally {
    await rm(passwordFile, { force: true }).catch(() => undefined)
  }
}

/**
 * Written at every start, so that a changed setting reaches clusters made by an earlier version.
 * @param {string} folder
 * @param {import('./account.mjs').Account} account
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {Record<string, string>} overrides
 */
async function writeSettings(folder, account, binaries, overrides) {
  const file = path.join(folder, 'thi-so.conf')
  const ask = ['-D', folder, '-C', 'wal_compression', '-c', 'wal_compression=lz4']
  const previous = await readFile(file, 'utf8').catch(() => '')
  const known = /^wal_compression = '(\w+)'/m.exec(previous)?.[1]
  const compression = known ?? ((await runAs(account, folder, binaries.postgres, ask)).code === 0 ? 'lz4' : 'off')
  const all = Object.entries({ ...settings, wal_compression: compression, ...overrides })
  const text = all.map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`).join('')
  if (text === previous) return
  await writeFile(file, text, { mode: 0o600 })
  await handOver(account, file)
}

/** @param {string} logFile @param {import('./account.mjs').Account} account */
async function prepareLog(logFile, account) {
  const size = (await stat(logFile).catch(() => undefined))?.size ?? 0
  if (size > 10_000_000) await rename(logFile, `${logFile}.1`)
  await (await open(logFile, 'a', 0o600)).close()
  await handOver(account, logFile)
}

/**
 * What postmaster.pid says, when there is one.
 * @param {string} folder
 */
export async function readPidFile(folder) {
  const text = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Math.abs(Number(lines[0]))
  return pid > 0 ? { pid, port: Number(lines[3]) || 0 } : undefined
}

/**
 * PostgreSQL clears a dead server's pid file itself, but not while the id is a zombie or belongs to another program by
 * now. Every server process works inside the cluster's folder, so when none does the file is certainly stale.
 * @param {string} folder
 */
export async function dropStalePidFile(folder) {
  const noted = await readPidFile(folder)
  const info = noted && processInfo(noted.pid)
  if (!noted || !info || (info.state !== 'Z' && info.name === 'postgres')) return
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue
    const cwd = await readlink(`/proc/${name}/cwd`).catch(() => '')
    if (cwd === folder) return
  }
  await rm(path.join(folder, 'postmaster.pid'), { force: true })
}

/**
 * The sentence for a server that would not be made or started.
 * @param {string} output what initdb, pg_ctl or the server's log said
 * @param {string} dataDir
 */
export function serverProblem(output, dataDir) {
  const known = fileProblem(output, dataDir)
  if (known) return known
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.filter((line) => /error|fatal|panic|hint|could not|cannot/i.test(line))
  const shown = (telling.length > 0 ? telling : lines).slice(-6)
  if (/cannot allocate memory|could not (create|map|resize).*shared memory|out of memory/i.test(output)) {
    return new Problem(
      'Máy không đủ bộ nhớ cho PostgreSQL (cần khoảng 300 MB trống). Đóng bớt chương trình rồi chạy lại.',
      'Not enough memory for PostgreSQL (about 300 MB free are needed). Close some programs and start again.',
      { lines: shown },
    )
  }
  if (/Permission denied/i.test(output)) {
    return new Problem(
      `PostgreSQL không được phép vào ${dataDir}. Đổi chủ thư mục này hoặc đặt DATA_DIR tới thư mục khác.`,
      `PostgreSQL may not enter ${dataDir}. Change its owner or point DATA_DIR to another folder.`,
      { lines: shown },
    )
  }
  if (
    /invalid primary checkpoint|could not locate a valid checkpoint|incorrect checksum|page verification failed/i.test(
      output,
    )
  ) {
    return new Problem(
      `Dữ liệu trong ${dataDir} bị hỏng. Đừng xóa gì; khôi phục từ bản sao lưu gần nhất vào một DATA_DIR mới.`,
      `The data in ${dataDir} are damaged. Delete nothing; restore the latest backup into a new DATA_DIR.`,
      { lines: shown },
    )
  }
  return new Problem(
    `PostgreSQL không khởi động được. Nhật ký: ${path.join(dataDir, 'postgres.log')}`,
    'PostgreSQL did not start. The log is in the file above; its last lines:',
    { lines: shown },
  )
}
