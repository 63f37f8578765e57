// @ts-check
// A start by root in somebody's folder must leave nothing behind that this somebody cannot use the next day.
import { chown, mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Gives a file or a whole folder to the owner of the folder it lies in, when that is not root.
 * @param {string} target
 */
export async function giveToFolderOwner(target) {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(path.dirname(target))
  if (uid !== 0) await chownTree(target, uid, gid)
}

/**
 * @param {string} folder
 * @param {number} [mode]
 */
export async function makeFolder(folder, mode = 0o700) {
  const first = await mkdir(folder, { recursive: true, mode })
  if (first) await giveToFolderOwner(first)
}

/** @param {string} target @param {number} uid @param {number} gid */
export async function chownTree(target, uid, gid) {
  const found = await stat(target)
  if (found.uid !== uid || found.gid !== gid) await chown(target, uid, gid)
  if (!found.isDirectory()) return
  for (const name of await readdir(target)) await chownTree(path.join(target, name), uid, gid)
}
