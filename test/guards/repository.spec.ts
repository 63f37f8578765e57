import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { at, root } from '../support/place'
import { filesBelow } from './sources'

const LARGEST = 4_000_000
const OWN = 'test/guards/repository.spec.ts'

/** What is kept in the repository; in an unpacked archive without git, what lies there. */
function keptFiles(): string[] {
  try {
    return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
      .toString('utf8')
      .split('\0')
      .filter((file) => file && existsSync(at(file)))
  } catch {
    return filesBelow('.')
  }
}

const files = keptFiles().filter((file) => statSync(at(file)).size < LARGEST)
const texts = files
  .map((file) => ({ file, content: readFileSync(at(file)) }))
  .filter(({ file, content }) => file !== OWN && !content.subarray(0, 8_000).includes(0))
  .map(({ file, content }) => ({ file, text: content.toString('utf8') }))

const where = (pattern: RegExp | string) =>
  texts
    .filter(({ text }) => (typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)))
    .map(({ file }) => file)

it('looks at the repository', () => {
  expect(texts.length).toBeGreaterThan(200)
})

it('names no folder of anybody’s machine', () => {
  expect(where(/(^|[\s"'`(=:])\/(home|Users)\/[A-Za-z][\w.-]*\/|[A-Z]:\\\\?Users\\/)).toEqual([])
  // Where this checkout happens to lie; a place such as /app would be found in honest texts.
  if (root.split(path.sep).length > 2) expect(where(root)).toEqual([])
  if (os.homedir().split(path.sep).length > 2) expect(where(os.homedir())).toEqual([])
})

it('names no host from which packages are installed', () => {
  expect(where(/https?:\/\/[\w.-]*(registry|npmjs|verdaccio|artifactory|nexus)[\w.-]*[:/]/i)).toEqual([])
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string }>
  }
  const resolved = Object.values(lock.packages).flatMap((entry) => (entry.resolved ? [entry.resolved] : []))
  expect(resolved.filter((place) => /^(https?|git|file):/.test(place))).toEqual([])
})

it('holds no secret in clear', () => {
  expect(where(/-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_[A-Za-z0-9]{36}\b/)).toEqual([])
})

it('has no drawer for everything', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc)(\/|\.[cm]?[jt]sx?$)/i.test(file))).toEqual([])
})

it('keeps nothing that is built or installed', () => {
  expect(files.filter((file) => /(^|\/)(node_modules|dist)\/|\.tsbuildinfo$|\.log$/.test(file))).toEqual([])
})
