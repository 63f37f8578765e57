// @ts-check
// `npm test`: everything that must hold, stage by stage. Only Node's own modules and the launcher's, so that it also begins
// on a bare checkout.
//   npm test                       everything (CI=true: nothing may be skipped)
//   npm test -- --quick            types, lint, import rules and unit tests, under a minute
//   npm test -- --only api,faults  these stages; further words go to jest: --only unit draw-form
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from '../api/launch/build.mjs'
import { install } from '../api/launch/install.mjs'
import { Lifetime } from '../api/launch/lifetime.mjs'
import { at, root } from '../api/launch/place.mjs'
import { run } from '../api/launch/process.mjs'
import { complain, faint, say, seconds, step } from '../api/launch/say.mjs'
import { missingTools } from './support/tools.mjs'

const isCi = process.env.CI === 'true' || process.env.CI === '1'
const out = at('test/.out')
/** A stage that hangs must not hang the whole run. */
const LIMIT_MS = 2_400_000
const QUICK = ['types', 'lint', 'imports', 'unit']
const NEED_BUILD = ['medium', 'guards', 'api', 'ui', 'faults']

/**
 * What a stage came to: nothing said means that it holds.
 * @typedef {{ problem?: string, output?: string, passed?: number, failed?: number, skipped?: number, note?: string }} Outcome
 * @typedef {{ name: string, vi: string, en: string, work: () => Promise<Outcome>, needs?: 'servers' }} Stage
 */

const life = new Lifetime()
const asked = readArguments(process.argv.slice(2))

/** @type {Stage[]} */
const stages = [
  { name: 'install', vi: 'Thư viện', en: 'packages', work: async () => ({ note: (await install()) ? 'npm ci' : '' }) },
  { name: 'tools', vi: 'Công cụ', en: 'redis-server, chromium', work: prepareTools },
  { name: 'build', vi: 'Bản dựng', en: 'build', work: async () => ({ note: (await build()).join(', ') }) },
  { name: 'types', vi: 'Kiểu dữ liệu', en: 'types', work: checkTypes },
  { name: 'lint', vi: 'Quy ước viết mã', en: 'lint', work: checkLint },
  { name: 'imports', vi: 'Luật nhập mô-đun', en: 'import rules', work: checkImports },
  { name: 'unit', vi: 'Kiểm thử đơn vị', en: 'unit and property tests', work: () => jest('unit', ['--maxWorkers=2']) },
  {
    name: 'medium',
    vi: 'Kiểm thử với máy chủ thật',
    en: 'medium tests',
    work: () => jest('medium', ['--runInBand']),
    needs: 'servers',
  },
  {
    name: 'guards',
    vi: 'Kiểm thử canh giữ',
    en: 'guards',
    work: () => jest('guards', ['--runInBand']),
    needs: 'servers',
  },
  {
    name: 'api',
    vi: 'Kiểm thử API',
    en: 'black-box tests',
    work: () => jest('api', ['--runInBand']),
    needs: 'servers',
  },
  {
    name: 'ui',
    vi: 'Kiểm thử giao diện',
    en: 'ui in a real browser',
    work: () => jest('ui', ['--runInBand']),
    needs: 'servers',
  },
  { name: 'faults', vi: 'Kiểm thử sự cố', en: 'fault tests', work: () => jest('faults', ['--runInBand']) },
]

await life.run(async () => {
  const chosen = asked.names ? stages.filter(({ name }) => asked.names?.includes(name)) : stages
  await mkdir(out, { recursive: true })
  // Asked for by name: what the stage stands on is brought up to date without being a stage.
  if (asked.names && chosen.some(({ name }) => NEED_BUILD.includes(name))) await build()
  else if (asked.names?.includes('types')) await build({ only: 'server' })

  /** @type {{ stage: Stage, outcome: Outcome, tookMs: number }[]} */
  const results = []
  let isBuilt = true
  for (const stage of chosen) {
    life.check()
    if (!isBuilt) {
      results.push({
        stage,
        outcome: { problem: 'không chạy vì chưa dựng được · not run, the build failed' },
        tookMs: 0,
      })
      continue
    }
    const since = performance.now()
    // Installing and building print lines of their own while they work.
    const progress = ['install', 'build'].includes(stage.name) ? undefined : step(stage.vi, stage.en)
    const outcome = await perform(stage)
    const count = outcome.passed === undefined ? (outcome.note ?? '') : `${outcome.passed}`
    if (outcome.problem) progress?.fail(outcome.problem)
    else progress?.done(count)
    if (outcome.problem && !progress) say(`  ✗ ${stage.vi} · ${stage.en}  ${outcome.problem}`)
    else if (!progress) say(`  ✓ ${stage.vi} · ${stage.en}  ${faint(`${count}  ${seconds(since)}`)}`)
    if (outcome.problem && outcome.output) say(indent(outcome.output))
    results.push({ stage, outcome, tookMs: performance.now() - since })
    if (stage.name === 'build' && outcome.problem) isBuilt = false
  }
  return conclude(results)
})

/** @param {string[]} words */
function readArguments(words) {
  /** @type {string[] | undefined} */
  let names
  /** @type {string[]} */
  const rest = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--quick') names = QUICK
    else if (word === '--only') names = (words[++i] ?? '').split(',')
    else if (word.startsWith('--only=')) names = word.slice('--only='.length).split(',')
    else if (word !== '--') rest.push(word)
  }
  return { names, rest }
}

/** @param {Stage} stage @returns {Promise<Outcome>} */
async function perform(stage) {
  try {
    if (stage.needs === 'servers') await needServers()
    return await stage.work()
  } catch (error) {
    complain(error)
    return { problem: 'lỗi ngoài dự kiến · unforeseen' }
  }
}

async function needServers() {
  const { POSTGRES, startServers } = await import('./support/servers.mjs')
  if (process.env[POSTGRES]) return
  const servers = await startServers()
  life.onStop(() => servers.stop())
}

/** @returns {Promise<Outcome>} */
async function prepareTools() {
  const missing = await missingTools(async (file, args) => (await run(file, args, { env: quietApt() })).code === 0)
  if (missing.length === 0) return {}
  const sentence = `thiếu ${missing.join(', ')}: phần cần đến sẽ không chạy · missing ${missing.join(', ')}: what needs them is not run`
  return isCi ? { problem: sentence } : { note: sentence }
}

function quietApt() {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
}

/** Two compilers at a time: there are two cores. @returns {Promise<Outcome>} */
async function checkTypes() {
  const compiler = at('node_modules/tsgo/lib/tsc.js')
  const folders = ['api', 'seed', 'web/kit', 'web', 'admin', 'test']
  /** @type {string[]} */
  const said = []
  const work = async () => {
    for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
      const args = [
        compiler,
        '-p',
        folder,
        '--noEmit',
        '--incremental',
        'false',
        '--composite',
        'false',
        '--pretty',
        'false',
      ]
      const { code, output } = await run(process.execPath, args, { cwd: root })
      if (code !== 0) said.push(output.trim())
    }
  }
  await Promise.all([work(), work()])
  const count = said.join('\n').match(/error TS\d+/g)?.length ?? said.length
  return said.length > 0 ? { problem: `${count} lỗi · errors`, output: said.join('\n') } : {}
}

/** @returns {Promise<Outcome>} */
async function checkLint() {
  const biome = at('node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'check', '--error-on-warnings', '--colors=off', '--max-diagnostics=60']
  const { code, output } = await run(process.execPath, args, { cwd: root })
  return code === 0 ? {} : { problem: 'biome check --write sửa phần lớn · mends most of it', output }
}

/** @returns {Promise<Outcome>} */
async function checkImports() {
  const { cruise } = await import('./support/import-rules.mjs')
  const { code, output } = await cruise(root)
  return code === 0 ? {} : { problem: 'có mô-đun nhập sai luật · forbidden imports', output }
}

/**
 * @param {string} project
 * @param {string[]} flags
 * @returns {Promise<Outcome>}
 */
async function jest(project, flags) {
  const resultFile = path.join(out, `${project}.json`)
  const logFile = path.join(out, `${project}.log`)
  await rm(resultFile, { force: true })
  const bin = at('node_modules/jest/bin/jest.js')
  const fixed = [
    '-c',
    at('test/jest.config.mjs'),
    '--selectProjects',
    project,
    '--ci',
    '--json',
    `--outputFile=${resultFile}`,
  ]
  const running = run(
    process.execPath,
    [bin, ...fixed, ...flags, ...(asked.rest.length > 0 ? ['--', ...asked.rest] : [])],
    {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', THISO_TEST_OUT: out },
      keep: 400_000,
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    },
  )
  const { code, output } = await running
  await writeFile(logFile, output)
  const text = await readFile(resultFile, 'utf8').catch(() => '')
  if (!text) return { problem: 'jest không cho kết quả · jest gave no result', output: tail(output), failed: 1 }
  const result = JSON.parse(text)
  const passed = result.numPassedTests
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  const skipped = result.numPendingTests + result.numTodoTests
  if (failed > 0 || code !== 0)
    return {
      passed,
      failed: Math.max(failed, 1),
      skipped,
      problem: `${Math.max(failed, 1)} hỏng · failed`,
      output: failures(output),
    }
  if (isCi && skipped > 0)
    return {
      passed,
      failed: 0,
      skipped,
      problem: `${skipped} bị bỏ qua · skipped, which CI does not allow`,
      output: tail(output),
    }
  return { passed, failed: 0, skipped }
}

/** From the first failure on; jest repeats all of them after its last suite. @param {string} output */
function failures(output) {
  const from = output.indexOf('Summary of all failing tests')
  const first = output.search(/^ {2}● /m)
  const start = from >= 0 ? from : first
  return tail(start >= 0 ? output.slice(start) : output, 400)
}

/** @param {string} output */
function tail(output, lines = 60) {
  const all = output.trimEnd().split('\n')
  return (all.length > lines ? ['…', ...all.slice(-lines)] : all).join('\n')
}

/** @param {string} text */
function indent(text) {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
}

/** @param {{ stage: Stage, outcome: Outcome, tookMs: number }[]} results */
function conclude(results) {
  say()
  let passed = 0
  let failed = 0
  for (const { stage, outcome, tookMs } of results) {
    passed += outcome.passed ?? 0
    // A stage that is no test counts as one failure when it does not hold, so that the last line never looks better than
    // the exit code.
    failed += outcome.failed || (outcome.problem ? 1 : 0)
    const counts =
      outcome.passed === undefined
        ? ''
        : `${outcome.passed} passed${outcome.failed ? `, ${outcome.failed} failed` : ''}${outcome.skipped ? `, ${outcome.skipped} skipped` : ''}`
    const mark = outcome.problem ? '✗' : '✓'
    say(
      `  ${mark} ${stage.name.padEnd(8)} ${(tookMs / 1000).toFixed(1).padStart(7)} s  ${counts || outcome.note || outcome.problem || ''}`,
    )
  }
  say()
  say(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}
