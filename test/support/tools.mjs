// @ts-check
// The two programs that npm does not bring: a Redis server, and a browser for the tests of the pages.
import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'

/** Program name in Debian, and the names under which systems know it. */
const TOOLS = { 'redis-server': ['redis-server'], chromium: ['chromium', 'chromium-browser', 'google-chrome'] }

/** @param {string} name @returns {Promise<string | undefined>} */
async function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name)
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return file
  }
  return undefined
}

/** The browser to drive; CHROMIUM_PATH comes before the usual names. */
export async function findChromium() {
  const own = process.env.CHROMIUM_PATH
  if (own && existsSync(own)) return own
  for (const name of TOOLS.chromium) {
    const found = await onPath(name)
    if (found) return found
  }
  return undefined
}

/**
 * Installs what is missing where that is possible without asking anybody (Debian or Ubuntu, root).
 * @param {(file: string, args: string[]) => Promise<boolean>} run
 * @returns {Promise<string[]>} what is missing still
 */
export async function missingTools(run) {
  const missing = await lacking()
  if (missing.length === 0 || process.getuid?.() !== 0 || !(await onPath('apt-get'))) return missing
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing])
  return lacking()
}

async function lacking() {
  const missing = []
  if (!(await onPath('redis-server'))) missing.push('redis-server')
  if (!(await findChromium())) missing.push('chromium')
  return missing
}
