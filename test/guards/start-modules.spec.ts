import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { API_ENVIRONMENT, API_NODE_OPTIONS } from '../../api/launch/node-options.mjs'
import { root } from '../support/place'
import { startApi } from '../support/api-process'
import { freshDatabase } from '../support/databases'
import { codeOf, textOf } from './sources'

/** Packages for files, formulas and codes: a process holds what it has loaded for as long as it lives, and few ever ask for these. */
const LATER = [
  'docx',
  'exceljs',
  'pdfkit',
  'pngjs',
  'redis',
  'sanitize-html',
  'saxes',
  'sharp',
  'swagger-ui-dist',
  'temml',
]

/** What is imported when a file is, types left out: files of the repository, and packages by name. */
function importsOf(file: string): string[] {
  const code = codeOf(file).join('\n')
  const named = /^(?:import|export)\s+(?!type\s)(?:[\w*{][^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
  return [...code.matchAll(named)].map(([, name = '']) => name)
}

/** Every package in the start's import graph, with the file that brings it. */
function packagesOfStart(): Map<string, string> {
  const packages = new Map<string, string>()
  const seen = new Set<string>()
  const waiting = ['api/src/main.ts']
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) waiting.push(path.posix.join(path.posix.dirname(file), name.replace(/\.js$/, '.ts')))
      else packages.set(/^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name, file)
    }
  }
  // A graph that was not walked would hold nothing that is forbidden.
  expect(seen.size).toBeGreaterThan(500)
  expect([...packages.keys()]).toEqual(expect.arrayContaining(['typeorm', 'qrcode']))
  return packages
}

it('no file of the start imports what few ever ask for', () => {
  const packages = packagesOfStart()
  expect(LATER.filter((name) => packages.has(name)).map((name) => `${packages.get(name)}: ${name}`)).toEqual([])
})

it('a running process has loaded none of them, by whatever way', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thiso-start-'))
  const list = path.join(folder, 'loaded.json')
  const probe = path.join(folder, 'probe.cjs')
  // Packages of CommonJS, which all of these are when they are loaded late.
  writeFileSync(
    probe,
    `process.on('SIGUSR2', () => require('fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))))`,
  )
  const database = await freshDatabase()
  const api = await startApi({ DATABASE_URL: database.url, NODE_OPTIONS: `--require=${probe}` })
  try {
    process.kill(api.pid, 'SIGUSR2')
    while (!existsSync(list)) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const loaded = (JSON.parse(textOf(path.relative(root, list))) as string[]).map(
      (file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1],
    )
    expect(loaded).toContain('typeorm')
    expect(LATER.filter((name) => loaded.includes(name))).toEqual([])
  } finally {
    await api.stop()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})

it('the container runs Node as the launcher does', () => {
  const dockerfile = textOf('api/Dockerfile')
  const [, command = ''] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? []
  expect(JSON.parse(command)).toEqual(expect.arrayContaining(API_NODE_OPTIONS))
  for (const [name, value] of Object.entries(API_ENVIRONMENT)) expect(dockerfile).toContain(`${name}=${value}`)
  expect((JSON.parse(command) as string[]).filter((option) => option.startsWith('--max-'))).toEqual(
    API_NODE_OPTIONS.filter((option) => option.startsWith('--max-')),
  )
})
