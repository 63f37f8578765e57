// @ts-check
// PostgreSQL refuses to run as root. Which account it gets instead, and how a command is run under it.
import { chmod, stat } from 'node:fs/promises'
import path from 'node:path'
import { chownTree } from '../ownership.mjs'
import { run } from '../process.mjs'
import { Problem } from '../say.mjs'

/**
 * `plain`: we are not root. `namespace`: a user namespace in which our root shows as nobody, so the files stay root's and
 * a repository under /root can be read. `uid`: another user of the system.
 * @typedef {{ kind: 'plain' } | { kind: 'namespace' } | { kind: 'uid', uid: number, gid: number }} Account
 */

const nobody = 65534

/** Messages are read by us, so English; PG* variables of the person's shell must not steer this server. */
export function cleanEnvironment() {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  return { ...Object.fromEntries(entries), LC_ALL: 'C', LANG: 'C' }
}

/**
 * @param {Account} account
 * @param {string} cwd a folder the account may enter
 * @param {string} file
 * @param {string[]} args
 */
export function runAs(account, cwd, file, args) {
  // A process group of its own: Ctrl-C reaches the launcher, which stops the server in the right order.
  const options = { cwd, env: cleanEnvironment(), detached: process.platform !== 'win32' }
  if (account.kind === 'namespace') {
    const wrap = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', file]
    return run('unshare', [...wrap, ...args], options)
  }
  if (account.kind === 'uid') return run(file, args, { ...options, uid: account.uid, gid: account.gid })
  return run(file, args, options)
}

/**
 * Hands files to the account, with the way to them opened just enough.
 * @param {Account} account
 * @param {string} target file or folder
 */
export async function handOver(account, target) {
  if (account.kind === 'plain') return
  const { uid, gid } = account.kind === 'uid' ? account : { uid: 0, gid: 0 }
  if (account.kind === 'uid') {
    const parent = path.dirname(target)
    const { mode, uid: owner } = await stat(parent)
    if (owner !== uid && (mode & 0o001) === 0) await chmod(parent, (mode & 0o777) | 0o011)
  }
  await chownTree(target, uid, gid)
}

/**
 * @param {string} folder the cluster's folder, or the empty one it is going to be made in
 * @param {string} postgres path of the server program
 * @returns {Promise<Account>}
 */
export async function chooseAccount(folder, postgres) {
  const me = process.getuid?.()
  if (me === undefined) return { kind: 'plain' }
  const owner = await stat(folder)
  if (me !== 0) {
    if (owner.uid === me) return { kind: 'plain' }
    throw new Problem(
      `Thư mục ${folder} thuộc người dùng khác (uid ${owner.uid}). Chạy bằng người dùng đó, hoặc: sudo chown -R ${me} ${folder}`,
      `The folder ${folder} belongs to another user (uid ${owner.uid}). Run as that user, or: sudo chown -R ${me} ${folder}`,
    )
  }
  /** @type {Account[]} */
  const candidates =
    owner.uid === 0
      ? [{ kind: 'namespace' }, { kind: 'uid', uid: nobody, gid: nobody }]
      : [{ kind: 'uid', uid: owner.uid, gid: owner.gid }]
  let reason = ''
  for (const account of candidates) {
    if (account.kind === 'uid') await handOver(account, folder)
    const script = 'test -w "$1" && exec "$2" --version'
    const { code, output } = await runAs(account, '/', '/bin/sh', ['-c', script, 'sh', folder, postgres])
    if (code === 0) return account
    reason = output.trim() || reason
  }
  throw new Problem(
    'PostgreSQL không chạy được bằng root ở thư mục này. Chạy bằng người dùng thường, hoặc chuyển dự án và DATA_DIR ra ngoài thư mục riêng (như /root), hoặc đặt DATABASE_URL.',
    'PostgreSQL cannot be run for root in this place. Run as a normal user, or move the project and DATA_DIR out of a private folder (such as /root), or set DATABASE_URL.',
    { lines: reason ? [reason] : [] },
  )
}
