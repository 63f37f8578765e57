import { BundleError } from '../modules/proof/domain/bundle-reader.js'
import { withoutAttempts } from '../modules/proof/domain/bundle.js'
import { noteLine, sealedLine } from '../modules/proof/domain/signed-texts.js'
import { SIMULATED_SIGNER } from './simulated-bundle.js'
import { failuresOf, linesOfKind, tampered } from './tampering.js'
import { BundleVerifier } from './verify-bundle.js'
import { bundle, checkpoints, codes, KEY, LINES, said } from './full-round.sample.js'

describe('VB-9: a determined forger', () => {
  const forged = bundle({ forged: 11 })

  it('who works out again everything that needs no key is caught by what was signed before', () => {
    // Header to prizes are the forger's, all of a piece; the notes are the platform's, since nobody else can make them.
    const isNote = (line: string) => line.startsWith('{"kind":"note"')
    const lines = [...forged.filter((line) => !isNote(line)), ...LINES.filter(isNote)]
    expect(codes(lines)).toEqual(['CHECKPOINT_WRONG', 'NOTE_LOG_WRONG', 'SECTION_WRONG'])
    expect(said(lines, 'CHECKPOINT_WRONG')).toMatch(/an attempt of \d+ to \d+ was changed/)
  })

  it('who signs notes anew with another key is caught by the key', () => {
    const signer = { name: SIMULATED_SIGNER.name, seed: Buffer.alloc(32, 9) }
    const own = bundle({ forged: 11, signer })
    const header = LINES[0] as string
    expect(codes([header, ...own.slice(1)])).toEqual(['NOTE_SIGNATURE'])
    // With the other key in the header too the file holds by itself: that is what --key is for.
    expect(codes(own)).toEqual([])
    expect(codes(own, { keys: [KEY] })).toEqual(['KEY_OTHER', 'NOTE_SIGNATURE'])
  })

  it('who holds the platform’s key and signs everything anew is caught only by a checkpoint that somebody kept', () => {
    expect(codes(forged, { keys: [KEY] })).toEqual([])
    const [, kept] = checkpoints(LINES) as [string, string]
    expect(codes(forged, { keys: [KEY], checkpoint: kept })).toEqual(['KEPT_WRONG'])
    expect(codes(forged, { keys: [KEY], checkpoint: noteLine(kept) })).toEqual(['KEPT_WRONG'])
    expect(codes(LINES, { keys: [KEY], checkpoint: noteLine(kept) })).toEqual([])
    const sealed = sealedLine('thi.example.vn', new Date(0), kept)
    expect(codes(LINES, { checkpoint: sealed })).toEqual([])
    expect(codes(forged, { checkpoint: sealed })).toEqual(['KEPT_SEAL_WRONG'])
  })

  it('a kept checkpoint of another log, or that nobody signed, proves nothing and is said so', () => {
    const other = checkpoints(bundle({ seed: 'another' }))[0] as string
    expect(codes(LINES, { checkpoint: other })).toEqual(['KEPT_OTHER'])
    const kept = checkpoints(LINES)[0] as string
    expect(codes(LINES, { checkpoint: kept.replace(/.$/u, '\n').replace('— ', '— x') })).toContain('KEPT_SIGNATURE')
  })
})

describe('VB-7: erasing a person', () => {
  const [first, second] = linesOfKind(LINES, 'attempt')
  const erased = withoutAttempts(LINES, new Set([first?.id as string, second?.id as string]))

  it('leaves the leaf, takes answers, times, salt and id, and everything still verifies', () => {
    expect(codes(erased, { keys: [KEY], checkpoint: checkpoints(LINES)[1] })).toEqual([])
    const verifier = new BundleVerifier()
    for (const line of erased) verifier.line(line)
    expect(verifier.end().list.find(({ code }) => code === 'ERASED')?.en).toMatch(/^2 attempts erased/)
    const left = erased.filter((line) => line.startsWith('{"kind":"erased"')).join()
    for (const gone of [first?.salt, first?.id, String(first?.startedAt)]) expect(left).not.toContain(gone)
  })

  it('hides no forgery: what an erased line says is bound by the tree and by the signed section', () => {
    expect(codes(tampered(erased, 'erased', 0, (line) => ({ ...line, leaf: '0'.repeat(64) })))).toContain(
      'CHECKPOINT_WRONG',
    )
    expect(codes(tampered(erased, 'erased', 0, (line) => ({ ...line, line: '0'.repeat(64) })))).toEqual([
      'SECTION_WRONG',
    ])
    const { code } = linesOfKind(LINES, 'person').find(({ attempt }) => attempt === first?.id) ?? { code: '' }
    const people = linesOfKind(LINES, 'person').findIndex((line) => line.code === code)
    if (people >= 0)
      expect(codes(tampered(erased, 'person', people, (line) => ({ ...line, points: line.points + 1 })))).toContain(
        'SECTION_WRONG',
      )
  })
})

describe('VB-1: what is no bundle', () => {
  const refusal = (lines: readonly string[]) => {
    try {
      failuresOf(lines)
    } catch (error) {
      if (error instanceof BundleError) return [error.line, error.en]
      throw error
    }
    return null
  }

  it('is refused with the number of the line and the reason', () => {
    expect(refusal([])).toEqual([1, 'the file is empty'])
    expect(refusal(['hello'])).toEqual([1, 'is not JSON'])
    expect(refusal(['[]'])).toEqual([1, 'is no JSON object'])
    expect(refusal([...LINES.slice(0, 3), '{"kind":"gift"}'])).toEqual([4, 'has a kind that is not known: “gift”'])
    expect(refusal(LINES.slice(1))).toEqual([1, 'has a “round” where none may stand'])
    expect(refusal([...LINES, LINES[0] as string])?.[1]).toBe('has a “header” where none may stand')
    expect(refusal(LINES.slice(0, 20))?.[1]).toBe('the file is cut off: the notes are missing')
    expect(refusal([(LINES[0] as string).replace('thiso-bundle-1', 'thiso-bundle-9')])?.[1]).toContain('thiso-bundle-9')
    const wrong = tampered(LINES, 'person', 0, (line) => ({ ...line, points: '10' as never }))
    expect(refusal(wrong)?.[1]).toBe('has a field “points” that no “person” has like that')
  })
})
