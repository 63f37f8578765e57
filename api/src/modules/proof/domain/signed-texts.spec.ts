import { openNote, parseCheckpoint, signNote, verifierKey } from '../../../kernel/signed-note.js'
import { isSealed } from './publicity.js'
import { commitmentText, noteLine, sealedLine, sealOf, timedCheckpointText } from './signed-texts.js'

const signer = { name: 'thi.example.vn', seed: Buffer.alloc(32, 3) }
const checkpoint = { origin: 'thi.example.vn/rounds/1', size: 12, root: Buffer.alloc(32, 9) }
const madeAt = new Date('2026-10-01T08:00:00.000Z')
const noteOf = (size: number) => signNote(timedCheckpointText({ ...checkpoint, size }, madeAt, false), signer)

describe('PF-5 checkpoints', () => {
  it('are read as checkpoints by whoever reads C2SP notes, and say when they were made', () => {
    const text = openNote(noteOf(12), verifierKey(signer)) as string
    expect(parseCheckpoint(text)).toEqual(checkpoint)
    expect(text.split('\n').slice(3)).toEqual(['time 2026-10-01T08:00:00.000Z', ''])
  })

  it('say so when they are the last', () => {
    expect(timedCheckpointText(checkpoint, madeAt, true)).toMatch(/\nfinal\n$/)
  })

  it('fit one line that holds everything, also the signature', () => {
    const line = noteLine(noteOf(12))
    expect(line).not.toContain('\n')
    const lines = line.split(' | ')
    expect(openNote(`${lines.slice(0, -1).join('\n')}\n\n${lines.at(-1)}\n`, verifierKey(signer))).not.toBeNull()
  })
})

describe('PF-7 sealed checkpoints', () => {
  it('say a hash that nobody finds by trying sizes, since the signature is in it', () => {
    const line = sealedLine(checkpoint.origin, madeAt, noteOf(12))
    expect(line).toBe(`thi.example.vn/rounds/1 | sealed ${sealOf(noteOf(12))} | time 2026-10-01T08:00:00.000Z`)
    const unsigned = Array.from({ length: 50 }, (_, size) =>
      sealOf(timedCheckpointText({ ...checkpoint, size }, madeAt, false)),
    )
    expect(unsigned).not.toContain(sealOf(noteOf(12)))
  })

  it('are those of open rounds whose counts are kept back', () => {
    const open = { rules: { prediction: null, freezeMinutes: 0 }, resultPolicy: 'at_once' as const }
    const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: true } as const
    expect(isSealed(open, false)).toBe(false)
    for (const hidden of [
      { ...open, rules: { prediction, freezeMinutes: 0 } },
      { ...open, rules: { prediction: null, freezeMinutes: 30 } },
      { ...open, resultPolicy: 'after_close' as const },
      { ...open, resultPolicy: 'after_publish' as const },
    ]) {
      expect(isSealed(hidden, false)).toBe(true)
      expect(isSealed(hidden, true)).toBe(false)
    }
  })
})

describe('PF-1 a commitment in writing', () => {
  it('is never taken for a checkpoint', () => {
    const text = commitmentText({
      origin: checkpoint.origin,
      version: 2,
      secretCommitment: Buffer.alloc(32, 1),
      poolRoot: Buffer.alloc(32, 2),
      poolSize: 300,
      madeAt,
    })
    expect(parseCheckpoint(text)).toBeNull()
    expect(text.split('\n')[1]).toBe('commitment 2')
  })
})
