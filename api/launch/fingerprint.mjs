// @ts-check
// Tells by content, not by time, whether sources changed: a fresh clone and a branch switch alter every date.
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { at } from './place.mjs'

const generated = new Set(['node_modules', 'dist', '.git', '.out'])

/**
 * All files below a folder, sorted; the folder itself may be a single file or missing.
 * @param {string} start
 * @param {(file: string) => boolean} [wanted]
 * @returns {Promise<string[]>}
 */
export async function listFiles(start, wanted = () => true) {
  const found = await stat(start).catch(() => undefined)
  if (!found) return []
  if (found.isFile()) return wanted(start) ? [start] : []
  const entries = await readdir(start, { withFileTypes: true })
  const nested = await Promise.all(
    entries
      .filter((entry) => !generated.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
      .map((entry) => {
        const file = path.join(start, entry.name)
        if (entry.isDirectory()) return listFiles(file, wanted)
        return entry.isFile() && wanted(file) ? [file] : []
      }),
  )
  return nested.flat().sort()
}

/**
 * @param {string[]} places relative to the repository
 * @param {(file: string) => boolean} [wanted]
 */
export async function fingerprint(places, wanted) {
  const hash = createHash('sha256').update(process.versions.modules)
  const files = (await Promise.all(places.map((place) => listFiles(at(place), wanted)))).flat()
  for (const file of files) {
    hash.update(`\0${path.relative(at(), file)}\0`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}
