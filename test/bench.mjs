// @ts-check
// `npm run bench -- NAME`: each bench starts what it needs on loopback, runs a bounded time, stops it, and ends with one line of JSON.
import { fileURLToPath } from 'node:url'

const NAMES = [
  'answers',
  'opening',
  'board',
  'bank-search',
  'finalise',
  'export',
  'classroom',
  'verify',
  'detection',
  'similarity',
]
const name = process.argv[2] ?? ''
if (!NAMES.includes(name)) {
  process.stderr.write(`npm run bench -- ${NAMES.join(' | ')}\n`)
  process.exit(2)
}
const { run } = await import(new URL(`./bench/${name}.mjs`, import.meta.url).href)
const options = Object.fromEntries(
  process.argv.slice(3).map((argument) => {
    const [key = '', value = '1'] = argument.replace(/^--/, '').split('=')
    return [key, Number.isNaN(Number(value)) ? value : Number(value)]
  }),
)
const result = await run(options, (/** @type {string} */ line) => process.stderr.write(`${line}\n`))
process.stdout.write(`${JSON.stringify({ bench: name, ...result })}\n`)
process.exit(result.isPassed === false ? 1 : 0)

export const root = fileURLToPath(new URL('..', import.meta.url))
