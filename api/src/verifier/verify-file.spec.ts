import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { reportOf } from './report.js'
import { SimulatedBundle } from './simulated-bundle.js'
import { tampered } from './tampering.js'
import { verifyFile } from './verify-file.js'

const LINES = [...new SimulatedBundle({ people: 30, items: 6, poolSize: 20 }).lines()]
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'thiso-bundle-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function written(content: string | Buffer): string {
  const file = path.join(folder, 'bundle')
  writeFileSync(file, content)
  return file
}

describe('VB-8: what a verification of a file says', () => {
  it('reads text, and what was compressed piece by piece, and says the same', async () => {
    const plain = reportOf(await verifyFile(written(text(LINES)), {}), 'both')
    const pieces = [LINES.slice(0, 7), LINES.slice(7, 31), LINES.slice(31)].map((some) => gzipSync(text(some)))
    expect(reportOf(await verifyFile(written(Buffer.concat(pieces)), {}), 'both')).toEqual(plain)
    expect(plain.at(-2)).toBe('✓ MỌI THỨ ĐỀU KHỚP.')
    expect(plain.at(-1)).toBe('    EVERYTHING HOLDS.')
  })

  it('says each thing in the language that is asked for, what does not hold with a cross and counted at the end', async () => {
    const forged = tampered(LINES, 'person', 0, (line) => ({ ...line, points: line.points + 1 }))
    const findings = await verifyFile(written(text(forged)), {})
    const [vi, en] = [reportOf(findings, 'vi'), reportOf(findings, 'en')]
    expect(vi).toHaveLength(en.length)
    expect(vi.filter((line) => line.startsWith('✗')).length).toBeGreaterThan(2)
    expect(vi.at(-1)).toBe(`✗ KHÔNG KHỚP: ${findings.failedCount} chỗ.`)
    expect(en.find((line) => line.includes('points'))).toContain('answers, keys and rulings make it')
    // No place of a sentence stays unfilled.
    expect([...vi, ...en].join('\n')).not.toMatch(/\{\w+\}/)
  })

  it('tells twenty of a kind and counts the rest', async () => {
    let forged = [...LINES]
    for (let n = 0; n < 25; n++)
      forged = tampered(forged, 'person', n, (line) => ({ ...line, points: line.points + 1 }))
    const findings = await verifyFile(written(text(forged)), {})
    expect(findings.countOf('VALUE_WRONG')).toBe(25)
    expect(findings.list.filter(({ code }) => code === 'VALUE_WRONG')).toHaveLength(20)
    expect(reportOf(findings, 'en').join('\n')).toContain('and 5 more of the kind VALUE_WRONG')
  })

  it('a download that was cut off, or is something else, is no bundle', async () => {
    const whole = text(LINES)
    await expect(verifyFile(written(whole.slice(0, -40)), {})).rejects.toThrow('cut off')
    await expect(verifyFile(written(gzipSync(whole).subarray(0, 2_000)), {})).rejects.toThrow()
    await expect(verifyFile(written('PK\u0003\u0004'), {})).rejects.toThrow()
    await expect(verifyFile(path.join(folder, 'nothing'), {})).rejects.toThrow('ENOENT')
  })
})
