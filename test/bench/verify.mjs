// @ts-check
// Verifying the public bundle of a round of a hundred thousand attempts, as anybody does it: `node api/dist/verify.js FILE`. The round is
// simulated through the real rules (papers, chains, scores, draw, prizes); making its bundle is not part of the time.
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../../api/launch/build.mjs'
import { cpuSeconds } from './cpu.mjs'
import { memoryMb } from './memory.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const MAX_SECONDS = 60
const MAX_MB = 1_024
const EVERY_MS = 100

export async function run(
  /** @type {Record<string, number>} */ { attempts = 100_000, items = 20, pool = 300 },
  /** @type {(line: string) => void} */ say,
) {
  await build({ only: 'server' })
  const folder = await mkdtemp(path.join(os.tmpdir(), 'thiso-verify-'))
  try {
    const file = path.join(folder, 'bundle.jsonl')
    const making = performance.now()
    await write(file, { people: attempts, items, poolSize: pool, tables: ['A', 'B'], isDrawn: true, isRuled: true })
    const { size } = await stat(file)
    say(`${attempts} attempts simulated, ${round(size / 1e6)} MB, in ${round((performance.now() - making) / 1000)} s`)
    const whole = await verify(file)
    for (const line of whole.said) say(line)
    // The same with one answer changed at the end of the file: it must not pass, and take no longer.
    const forged = await verify(await tampered(file, path.join(folder, 'forged.jsonl')))
    return {
      attempts,
      items,
      bundleMb: round(size / 1e6),
      seconds: whole.seconds,
      cpuSeconds: whole.cpuS,
      peakMb: whole.peakMb,
      attemptsPerS: Math.round(attempts / whole.seconds),
      exitCode: whole.code,
      forgedExitCode: forged.code,
      isPassed: whole.code === 0 && forged.code === 1 && whole.seconds < MAX_SECONDS && whole.peakMb < MAX_MB,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** @param {string} file @param {object} simulation */
async function write(file, simulation) {
  const { SimulatedBundle } = await import(new URL('../../api/dist/verifier/simulated-bundle.js', import.meta.url).href)
  const out = createWriteStream(file)
  /** @type {string[]} */
  let lines = []
  const flush = async () => {
    const text = lines.join('')
    lines = []
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', () => resolve(undefined)))
  }
  for (const line of new SimulatedBundle(simulation).lines()) {
    lines.push(`${line}\n`)
    if (lines.length >= 1_000) await flush()
  }
  await flush()
  await new Promise((resolve) => out.end(() => resolve(undefined)))
}

/** The file with the last answer of one attempt in the middle changed. @param {string} file @param {string} forged */
async function tampered(file, forged) {
  const { createReadStream } = await import('node:fs')
  const { createInterface } = await import('node:readline')
  const out = createWriteStream(forged)
  let count = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const isChosen = line.startsWith('{"kind":"attempt"') && ++count === 500
    const changed = isChosen
      ? line.replace(/(\["answer",\d+,\d+,\[)(\d)/, (_, head, digit) => `${head}${(Number(digit) + 1) % 4}`)
      : line
    if (!out.write(`${changed}\n`)) await new Promise((resolve) => out.once('drain', () => resolve(undefined)))
  }
  await new Promise((resolve) => out.end(() => resolve(undefined)))
  return forged
}

/** @param {string} file */
async function verify(file) {
  const from = performance.now()
  const child = spawn(process.execPath, ['api/dist/verify.js', file, '--lang', 'en'], { cwd: root })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  let [peakMb, cpuS] = [0, 0]
  const watching = setInterval(() => {
    peakMb = Math.max(peakMb, memoryMb(child.pid ?? 0))
    cpuS = Math.max(cpuS, cpuSeconds(child.pid ?? 0))
  }, EVERY_MS)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watching)
  return {
    code,
    seconds: round((performance.now() - from) / 1000),
    peakMb,
    cpuS: round(cpuS),
    said: said.trim().split('\n'),
  }
}

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10
