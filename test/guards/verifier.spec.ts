import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/place'
import { codeOf } from './sources'

/** What the verifier needs to run: every file and package in its import graph, types left out. */
function graphOf(entry: string): { files: Set<string>; packages: Map<string, string> } {
  const files = new Set<string>()
  const packages = new Map<string, string>()
  const waiting = [entry]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    const code = codeOf(file).join('\n')
    const named = /^(?:import|export)\s+(?!type\s)(?:[\w*{][^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
    for (const [, name = ''] of code.matchAll(named)) {
      if (!name.startsWith('.')) packages.set(name, file)
      else waiting.push(path.posix.join(path.posix.dirname(file), name.replace(/\.js$/, '.ts')))
    }
    expect(code).not.toMatch(/\bimport\(|\brequire\(/)
  }
  return { files, packages }
}

const { files, packages } = graphOf('api/src/verify.ts')

it('VB-4: the verifier stands on pure rules alone: no framework, no database, no network', () => {
  expect([...files].filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  expect(files.size).toBeGreaterThan(30)
  const foreign = [...packages.keys()].filter((name) => !name.startsWith('node:'))
  expect(foreign.sort((a, b) => (a < b ? -1 : 1))).toEqual(['@noble/curves/bls12-381.js', '@thiso/contracts/vocab'])
  const own = [...packages.keys()].filter((name) => name.startsWith('node:'))
  expect(own.filter((name) => /net|http|dns|tls|child_process|worker/.test(name))).toEqual([])
  const layers = [...files].filter((file) => file.includes('/modules/')).map((file) => file.split('/')[4])
  expect(new Set(layers)).toEqual(new Set(['domain']))
})

it('VB-4: it judges by the rules that the platform judges by', () => {
  for (const rule of [
    'attempts/domain/judge-attempt',
    'attempts/domain/receipt-code',
    'contests/domain/draw-form',
    'contests/domain/ranking-chain',
    'item-bank/domain/grade-response',
    'results/domain/rulings',
    'results/domain/verifiable-draw',
    'results/domain/beacon',
    'winners/domain/award-prizes',
  ])
    expect(files).toContain(`api/src/modules/${rule}.ts`)
})
