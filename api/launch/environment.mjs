// @ts-check
// The launcher's own few settings. The api reads and judges the rest.
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { giveToFolderOwner, makeFolder } from './ownership.mjs'
import { at, root } from './place.mjs'
import { fileProblem, Problem } from './say.mjs'

/** @typedef {Record<string, string | undefined>} Environment */
/** @typedef {{ env: Environment, port: number, host: string, dataDir: string, databaseUrl: string | undefined }} LaunchSettings */

/**
 * `NAME=value` lines; quotes keep spaces and `#`.
 * @param {string} text
 */
export function parseEnvFile(text) {
  /** @type {Record<string, string>} */
  const found = {}
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line)
    if (!match) continue
    const raw = (match[2] ?? '').trim()
    const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(raw)
    found[/** @type {string} */ (match[1])] = quoted ? (quoted[2] ?? '') : raw.replace(/(^|\s)#.*$/, '').trim()
  }
  return found
}

/** @returns {Promise<LaunchSettings>} */
export async function readEnvironment() {
  const file = await readFile(at('.env'), 'utf8').catch(() => '')
  /** @type {Environment} */
  const env = { ...parseEnvFile(file), ...process.env }
  const port = env.PORT ? Number(env.PORT) : 3000
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Problem(
      `PORT="${env.PORT}" không phải số cổng (0–65535). Ví dụ: PORT=3001 npm start`,
      `PORT="${env.PORT}" is no port number (0–65535). Example: PORT=3001 npm start`,
    )
  }
  return {
    env,
    port,
    host: env.HOST || '0.0.0.0',
    dataDir: path.resolve(root, env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL || undefined,
  }
}

/**
 * The same secret at every start, so that nobody is logged out by a restart.
 * @param {string} dataDir
 */
export async function keepSessionSecret(dataDir) {
  const file = path.join(dataDir, 'session-secret')
  try {
    await makeFolder(dataDir)
    // Of two starts at once the first writes and both read.
    await writeFile(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
    await giveToFolderOwner(file)
    const kept = (await readFile(file, 'utf8')).trim()
    if (kept.length >= 32) return kept
    const fresh = randomBytes(48).toString('base64url')
    await writeFile(file, `${fresh}\n`, { mode: 0o600 })
    return fresh
  } catch (error) {
    throw fileProblem(error, dataDir) ?? error
  }
}
