// @ts-check
// Installs the packages when they are missing or other ones than the lock file names.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { at, root } from './place.mjs'
import { run, withLock } from './process.mjs'
import { fileProblem, Problem, step } from './say.mjs'

const stampFile = at('node_modules/.thi-so-install')

/** @returns {Promise<boolean>} whether anything was installed */
export async function install() {
  if (process.env.THISO_SKIP_INSTALL === '1' || (await isInstalled())) return false
  return withLock(at('data/build/install.lock'), async () => {
    // Another start may have done it while we waited.
    if (await isInstalled()) return false
    await runNpm()
    return true
  }).catch((error) => {
    throw error instanceof Problem ? error : (fileProblem(error, root) ?? error)
  })
}

async function isInstalled() {
  const lock = await readFile(at('package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  const stamped = await readFile(stampFile, 'utf8').catch(() => '')
  if (stamped === hash) return true
  if (!(await matchesLock(lock))) return false
  // Somebody ran npm themselves; remembering it saves the comparison, and a read-only checkout may go without.
  await writeFile(stampFile, hash).catch(() => undefined)
  return true
}

/**
 * npm writes its notes when it is through, so without them an install was cut off. What they say is not to be relied on
 * (npm rewrites them along with the lock file); the packages themselves are.
 * @param {string} lock
 */
async function matchesLock(lock) {
  if (!existsSync(at('node_modules/.package-lock.json'))) return false
  /** @type {[string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }][]} */
  const wanted = Object.entries(JSON.parse(lock).packages)
  const checks = wanted.map(async ([place, entry]) => {
    if (!place.includes('node_modules/')) return true
    const text = await readFile(at(place, 'package.json'), 'utf8').catch(() => '')
    if (!text) return Boolean(entry.optional || entry.devOptional || entry.peer)
    return entry.link === true || JSON.parse(text).version === entry.version
  })
  return (await Promise.all(checks)).every(Boolean)
}

async function runNpm() {
  const lock = await readFile(at('package-lock.json'), 'utf8')
  const total = Object.keys(JSON.parse(lock).packages).filter((place) => place.includes('node_modules/')).length
  const progress = step('Cài đặt thư viện', 'packages installed')
  let fetched = 0
  // Under `npm start` this is npm itself; the bare name needs a shell on Windows.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined
  // With NODE_ENV=production npm would leave out the compilers that the build needs.
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=http']
  const outcome = await run(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, {
    cwd: root,
    shell: !npm && process.platform === 'win32',
    onLine: (line) => {
      if (!/^npm http .*\.tgz/.test(line)) return
      fetched += 1
      progress.note(`${Math.min(fetched, total)}/${total}`)
    },
  })
  if (outcome.code !== 0) {
    progress.fail()
    throw npmProblem(outcome.output)
  }
  await writeFile(stampFile, createHash('sha256').update(lock).digest('hex'))
  progress.done(`${total}`)
}

/** @param {string} output */
function npmProblem(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  const shown = lines.filter((line) => !/complete log|_logs|error {5}at /.test(line)).slice(0, 6)
  const text = lines.join('\n')
  const known = fileProblem(text, path.join(root, 'node_modules'))
  if (known) return known
  if (/E(NOTFOUND|AI_AGAIN|TIMEDOUT|CONN\w+|NETUNREACH|HOSTUNREACH|SOCKETTIMEOUT)|ERR_SOCKET|network/.test(text)) {
    return new Problem(
      'Không tải được thư viện vì mạng. Kiểm tra kết nối Internet hoặc proxy (npm config get proxy) rồi chạy lại npm start.',
      'The packages could not be fetched over the network. Check the connection or the proxy (npm config get proxy), then run npm start again.',
      { lines: shown },
    )
  }
  if (/E(ACCES|PERM|ROFS)\b/.test(text)) {
    return new Problem(
      `Không có quyền ghi vào ${root}. Đổi chủ thư mục này rồi chạy lại.`,
      `No permission to write to ${root}. Change its owner and start again.`,
      { lines: shown },
    )
  }
  return new Problem(
    'npm ci không xong. Xem lỗi dưới đây, xóa thư mục node_modules rồi chạy lại npm start.',
    'npm ci failed. See the error below, delete the node_modules folder and run npm start again.',
    { lines: shown.length > 0 ? shown : output.split('\n').slice(-8) },
  )
}
