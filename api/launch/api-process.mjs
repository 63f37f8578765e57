// @ts-check
// The api as a child: begun with a line to it (ipc), watched, ended before the database.
import { API_ENVIRONMENT, API_NODE_OPTIONS } from './node-options.mjs'
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync, truncateSync, copyFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { giveToFolderOwner, makeFolder } from './ownership.mjs'
import { at, root } from './place.mjs'
import { isTaken, portTaken } from './ports.mjs'
import { fileProblem, Problem } from './say.mjs'

const largestLog = 50_000_000

/**
 * @typedef {{
 *   ready: Promise<{ port: number, demo: boolean }>,
 *   lost: Promise<Problem>,
 *   stop: (how?: { hurry?: boolean }) => Promise<void>
 * }} Api `lost` settles when the api ends though nobody asked it to
 */

/**
 * @param {{ env: Record<string, string | undefined>, logFile: string, port: number, entry?: string, nodeArgs?: string[], isLogShown?: boolean, onProgress?: (what: string) => void }} options
 * @returns {Api}
 */
export function startApi({
  env,
  logFile,
  port,
  entry = at('api/dist/main.js'),
  nodeArgs = [],
  isLogShown = false,
  onProgress = () => undefined,
}) {
  const log = openSync(logFile, 'a')
  const since = statSync(logFile).size
  // A process group of its own: Ctrl-C must reach the launcher only, which then ends the parts in order. The log goes
  // straight to the file, so that a busy api costs the launcher nothing and outlives its pipe.
  const child = spawn(process.execPath, [...API_NODE_OPTIONS, ...nodeArgs, entry], {
    cwd: root,
    env: { ...API_ENVIRONMENT, ...env },
    detached: true,
    stdio: isLogShown ? ['ignore', 'inherit', 'inherit', 'ipc'] : ['ignore', log, log, 'ipc'],
    windowsHide: true,
  })
  closeSync(log)
  const trimming = setInterval(() => trimLog(logFile), 60_000)
  trimming.unref()
  let asked = false
  /** @type {string | undefined} */
  let sentence
  let isReady = false

  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  /** @type {Api['ready']} */
  const ready = new Promise((resolve, reject) => {
    child.on(
      'message',
      (
        /** @type {{ ready?: boolean, port?: number, demo?: boolean, failed?: string, progress?: string }} */ message,
      ) => {
        if (message?.failed) sentence = message.failed
        if (message?.progress) onProgress(message.progress)
        if (!message?.ready) return
        isReady = true
        resolve({ port: message.port ?? port, demo: message.demo === true })
      },
    )
    child.once('error', (error) => reject(error))
    ended.then(async () => {
      if (!isReady) reject(await explain(false))
    })
  })
  // It is awaited by the launcher; a stop in between must not become an unhandled rejection.
  ready.catch(() => undefined)
  /** @type {Promise<Problem>} */
  const lost = new Promise((resolve) => {
    ended.then(async () => {
      clearInterval(trimming)
      if (!asked && isReady) resolve(await explain(true))
    })
  })

  /** @param {boolean} wasReady */
  async function explain(wasReady) {
    const lines = lastLines(logFile, since)
    const said = `${sentence ?? ''}\n${lines.join('\n')}`
    // Somebody took it between our look and the api's own.
    if (!wasReady && (await isTaken(env.HOST ?? '0.0.0.0', port))) return portTaken(port)
    const disk = fileProblem(said, path.dirname(logFile))
    if (disk) return disk
    if (sentence) return new Problem(sentence, `More in ${logFile}`, { lines: [] })
    const how = child.signalCode ?? `${child.exitCode}`
    return wasReady
      ? new Problem(
          `Máy chủ Thi Số đã dừng đột ngột (${how}). Chạy lại npm start; nhật ký: ${logFile}`,
          `The api stopped by itself (${how}). Run npm start again; its last lines:`,
          { lines },
        )
      : new Problem(
          `Máy chủ Thi Số không khởi động được (${how}). Nhật ký: ${logFile}`,
          `The api did not start (${how}). Its last lines:`,
          { lines },
        )
  }

  return {
    ready,
    lost,
    async stop({ hurry = false } = {}) {
      asked = true
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      if (hurry) child.kill('SIGKILL')
      else {
        child.kill('SIGTERM')
        // It lets running requests finish; one that hangs must not hold the stop for ever.
        const done = await Promise.race([ended.then(() => true), sleep(15_000, false, { ref: false })])
        if (!done) child.kill('SIGKILL')
      }
      await ended
    },
  }
}

/**
 * @param {string} dataDir
 * @returns {Promise<string>} the log file, which exists then
 */
export async function prepareLog(dataDir) {
  const logFile = path.join(dataDir, 'api.log')
  try {
    await makeFolder(dataDir)
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(logFile, `${logFile}.1`)
    closeSync(openSync(logFile, 'a', 0o600))
    await giveToFolderOwner(logFile)
    return logFile
  } catch (error) {
    throw fileProblem(error, dataDir) ?? error
  }
}

/**
 * Copied and cut, since the api keeps the file open; it appends, so it goes on at the new end.
 * @param {string} logFile
 */
function trimLog(logFile) {
  try {
    if (statSync(logFile).size <= largestLog) return
    copyFileSync(logFile, `${logFile}.1`)
    truncateSync(logFile, 0)
  } catch {
    // A full disk must not end a running contest; the next minute tries again.
  }
}

/**
 * The last lines of this run, log records reduced to their message.
 * @param {string} logFile
 * @param {number} since bytes
 */
function lastLines(logFile, since) {
  let text = ''
  try {
    text = readFileSync(logFile).subarray(since).toString('utf8')
  } catch {
    return []
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(-8).map((line) => {
    try {
      const record = JSON.parse(line)
      return [record.msg, record.err?.message].filter(Boolean).join(': ') || line
    } catch {
      return line.slice(0, 300)
    }
  })
}
