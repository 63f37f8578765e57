import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { BundleError } from './modules/proof/domain/bundle-reader.js'
import { type ReportLanguage, reportOf } from './verifier/report.js'
import { verifyFile } from './verifier/verify-file.js'

/**
 * `npm run verify -- FILE [--checkpoint FILE] [--key KEY] [--lang vi|en|both]`: checks a public bundle from the file alone. Exits 0 when everything
 * holds, 1 when something does not, 2 when the file cannot be read as a bundle.
 */
const USAGE = 'npm run verify -- FILE [--checkpoint FILE] [--key KEY]... [--lang vi|en|both]'
const HOLDS = 0
const FAILS = 1
const UNREADABLE = 2

async function main(): Promise<number> {
  const options = {
    checkpoint: { type: 'string' },
    key: { type: 'string', multiple: true },
    lang: { type: 'string', default: 'both' },
  } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1 || !['vi', 'en', 'both'].includes(values.lang))
    throw new Error(USAGE)
  const checkpoint = values.checkpoint === undefined ? undefined : await readFile(values.checkpoint, 'utf8')
  const findings = await verifyFile(file, { keys: values.key, checkpoint })
  process.stdout.write(`${reportOf(findings, values.lang as ReportLanguage).join('\n')}\n`)
  return findings.failedCount === 0 ? HOLDS : FAILS
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: Error) => {
    const lines =
      error instanceof BundleError
        ? [`✗ Không đọc được: dòng ${error.line} ${error.vi}.`, `  Unreadable: line ${error.line} ${error.en}.`]
        : [`✗ Không đọc được · unreadable: ${error.message}`]
    process.stderr.write(`${lines.join('\n')}\n`)
    process.exitCode = UNREADABLE
  },
)
