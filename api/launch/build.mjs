// @ts-check
// Builds what is stale and only that. `npm run build`, with --force to build everything anew.
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprint, listFiles } from './fingerprint.mjs'
import { at, root } from './place.mjs'
import { run, withLock } from './process.mjs'
import { complain, fileProblem, Problem, say, step } from './say.mjs'

/**
 * `sources` decide whether it is stale; the stamp lies among the products, so that deleting them means building.
 * @typedef {{
 *   name: string, vi: string, en: string, sources: string[], products: string[],
 *   make: () => Promise<{ code: number | null, output: string }>
 * }} Part
 */

const common = ['package-lock.json', '.config/tsconfig.base.json']
const compiled = ['api/contracts', 'api', 'seed']

/** @type {Part} */
const server = {
  name: 'server',
  vi: 'Biên dịch máy chủ',
  en: 'server compiled',
  sources: [...common, ...compiled.flatMap((folder) => [`${folder}/src`, `${folder}/tsconfig.json`])],
  products: ['api/dist', 'api/contracts/dist', 'seed/dist'],
  make: compileServer,
}

/** @param {'web' | 'admin'} folder @param {string} vi @param {string} en @returns {Part} */
const app = (folder, vi, en) => ({
  name: folder,
  vi,
  en,
  sources: [...common, '.config/tsconfig.front.json', folder, 'web/kit', 'api/contracts/src'].filter(
    (place, index, all) => all.indexOf(place) === index,
  ),
  products: [`${folder}/dist`],
  make: () =>
    run(process.execPath, [at('node_modules/vite/bin/vite.js'), 'build'], {
      cwd: at(folder),
      // A development setting of the api must not give the browser a development build.
      env: { ...process.env, NODE_ENV: 'production' },
    }),
})

const apps = [
  app('web', 'Dựng trang thí sinh', 'contestant site built'),
  app('admin', 'Dựng trang ban tổ chức', 'organizer site built'),
]

/**
 * @param {{ force?: boolean, only?: 'server' }} [options]
 * @returns {Promise<string[]>} names of the parts that were built
 */
export async function build({ force = false, only } = {}) {
  const parts = only === 'server' ? [server] : [server, ...apps].filter(isThere)
  // A look without the lock first: a finished checkout may be read-only.
  const stale = await Promise.all(parts.map((part) => force || isStale(part)))
  if (!stale.includes(true)) return []
  try {
    // Two starts in one checkout must not write the same products at once.
    return await withLock(at('data/build/build.lock'), async () => {
      const built = []
      // Not side by side: a small server has two cores, and each build takes both for its second.
      for (const part of parts) {
        if (!force && !(await isStale(part))) continue
        await make(part, force)
        built.push(part.name)
      }
      return built
    })
  } catch (error) {
    throw error instanceof Problem ? error : (fileProblem(error, root) ?? error)
  }
}

/** @param {Part} part */
function isThere(part) {
  const there = part === server || existsSync(at(part.name, 'src/app/main.tsx'))
  if (!there) say(`  · ${part.vi}: chưa có · not there yet`)
  return there
}

/** @param {Part} part */
const stampOf = (part) => at(/** @type {string} */ (part.products[0]), '.stamp')
/** @param {Part} part */
const wantedStamp = (part) => fingerprint(part.sources, (file) => !/\.spec\.tsx?$/.test(file))

/** @param {Part} part */
async function isStale(part) {
  if (!part.products.every((folder) => existsSync(at(folder)))) return true
  return (await readFile(stampOf(part), 'utf8').catch(() => '')) !== (await wantedStamp(part))
}

/** @param {Part} part @param {boolean} force */
async function make(part, force) {
  const stampFile = stampOf(part)
  // Taken before the work: a source saved meanwhile counts as newer than the product.
  const wanted = await wantedStamp(part)
  const progress = step(part.vi, part.en)
  try {
    if (force) {
      for (const folder of part.products) {
        await rm(at(folder), { recursive: true, force: true })
        await rm(at(folder, '../tsconfig.tsbuildinfo'), { force: true })
      }
    }
    await rm(stampFile, { force: true })
    const outcome = await part.make()
    if (outcome.code !== 0) throw buildProblem(part, outcome)
    await mkdir(path.dirname(stampFile), { recursive: true })
    await writeFile(stampFile, wanted)
    progress.done()
  } catch (error) {
    progress.fail()
    throw error
  }
}

async function compileServer() {
  for (const folder of compiled) {
    // The compiler believes its notes, not the disk: products deleted by hand would never come back.
    if (!existsSync(at(folder, 'dist'))) await rm(at(folder, 'tsconfig.tsbuildinfo'), { force: true })
  }
  const compiler = at('node_modules/tsgo/lib/tsc.js')
  const outcome = await run(process.execPath, [compiler, '-b', 'seed', '--pretty', 'false'], { cwd: root })
  if (outcome.code === 0) for (const folder of compiled) await settle(folder)
  return outcome
}

/**
 * Takes away what a deleted source left in dist (an old migration would still run), and brings over the files a compiler
 * does not: texts, data.
 * @param {string} folder
 */
async function settle(folder) {
  const sources = await listFiles(at(folder, 'src'))
  const relative = sources.map((file) => path.relative(at(folder, 'src'), file))
  const modules = new Set(relative.map((file) => file.replace(/(\.d)?\.[mc]?tsx?$/, '')))
  for (const file of await listFiles(at(folder, 'dist'))) {
    const product = path.relative(at(folder, 'dist'), file)
    const source = product.replace(/(\.d\.ts|\.js)(\.map)?$/, '')
    if (source !== product && !modules.has(source)) await rm(file, { force: true })
  }
  for (const file of relative.filter((each) => !/\.([mc]?tsx?|md)$/.test(each))) {
    await cp(at(folder, 'src', file), at(folder, 'dist', file))
  }
}

/** @param {Part} part @param {{ code: number | null, output: string }} outcome */
function buildProblem(part, { output }) {
  const known = fileProblem(output, root)
  if (known) return known
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const plain = output.replace(/\u001b\[[\d;]*m/g, '')
  const lines = plain.split('\n').filter((line) => line.trim() !== '' && !/^ +at /.test(line))
  const typeErrors = lines.filter((line) => /error TS\d+/.test(line))
  const from = lines.findIndex((line) => line.startsWith('error during build'))
  const shown = typeErrors.length > 0 ? typeErrors : lines.slice(from + 1)
  return new Problem(
    `${part.vi}: không được. Sửa lỗi dưới đây rồi chạy lại.`,
    `Building failed (${part.name}). Mend the errors below and start again.`,
    { lines: shown.slice(0, 20) },
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const since = performance.now()
  build({ force: process.argv.includes('--force') }).then(
    (built) => {
      if (built.length === 0) say('  ✓ Không có gì phải dựng lại · everything is up to date')
      else
        say(`  ${built.length} phần · parts: ${built.join(', ')}  ${((performance.now() - since) / 1000).toFixed(1)} s`)
    },
    (error) => {
      complain(error)
      process.exitCode = 1
    },
  )
}
