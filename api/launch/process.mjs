// @ts-check
// Running commands, telling whether a process still lives, and locks that survive a killed holder.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { giveToFolderOwner, makeFolder } from './ownership.mjs'

/**
 * @typedef {{ code: number | null, output: string }} Outcome
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Ends the commands under way, except those with a process group of their own: these are waited for. */
export function endChildren() {
  for (const child of running) child.kill()
}

/**
 * Runs a command to its end and keeps the tail of what it wrote.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void, keep?: number }} [options]
 * @returns {Promise<Outcome>}
 */
export function run(file, args, { onLine, keep = 64_000, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options })
    if (!options.detached) running.add(child)
    let output = ''
    let rest = ''
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      const text = chunk.toString('utf8')
      output = (output + text).slice(-keep)
      if (!onLine) return
      const lines = (rest + text).split(/\r?\n/)
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, output })
    })
  })
}

/**
 * The state letter and the start time of a process, where the system tells (Linux).
 * @param {number} pid
 * @returns {{ state: string, startedAt: string, name: string } | undefined}
 */
export function processInfo(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '', name }
  } catch {
    return undefined
  }
}

/** Process ids are reused, above all in containers, so the start time goes with the id. */
export function stamp(pid = process.pid) {
  return `${pid} ${processInfo(pid)?.startedAt ?? ''}`.trim()
}

/** @param {string} text a stamp read from a file */
export function isAlive(text) {
  const [id, startedAt] = text.trim().split(' ')
  const pid = Number(id)
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false
  }
  const info = processInfo(pid)
  if (!info) return true
  return info.state !== 'Z' && (startedAt === undefined || info.startedAt === startedAt)
}

/**
 * Does the work while holding a lock file; a lock whose holder has died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  await makeFolder(path.dirname(file))
  const mine = stamp()
  let tookOver = false
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' })
      await giveToFolderOwner(file)
      // Two processes may have seen the same dead holder; the later remover wins, so look once more.
      if (tookOver) await sleep(30)
      if (!tookOver || (await readFile(file, 'utf8').catch(() => '')) === mine) break
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') {
        // On a full disk the file is there and empty.
        await rm(file, { force: true }).catch(() => undefined)
        throw error
      }
      const holder = await readFile(file, 'utf8').catch(() => '')
      const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now())
      // An empty file is a holder between creating and writing, unless it has been empty for long.
      if (holder === '' ? age > 2000 : !isAlive(holder)) {
        await rm(file, { force: true })
        tookOver = true
      } else await sleep(100)
    }
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}
