import fc from 'fast-check'
import { checkpointText, openNote, parseCheckpoint, signNote, verifierKey } from './signed-note.js'

/** The example of Go's note package. */
const KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const SIGNATURE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })
const signer = { name: 'thiso.vn/quang-nam', seed: Buffer.alloc(32, 7) }

describe('PF-2: signed notes and checkpoints', () => {
  it('opens the published example, and no forged one', () => {
    expect(openNote(`${TEXT}\n${SIGNATURE}`, KEY)).toBe(TEXT)
    expect(openNote(`${TEXT.replace('think', 'thank')}\n${SIGNATURE}`, KEY)).toBeNull()
    expect(openNote(`${TEXT}\n${SIGNATURE}`, KEY.replace('c74f20a3', 'c74f20a4'))).toBeNull()
    expect(openNote(`${TEXT}\n${SIGNATURE}`, verifierKey(signer))).toBeNull()
  })

  it('opens what it signed, with signatures of others beside it', () => {
    const texts = fc.string({ unit: 'grapheme' }).map((text) => `${text.replace(/\p{Cc}/gu, ' ')}\n`)
    fc.assert(
      fc.property(texts, seeds, (text, seed) => {
        const note = signNote(text, { ...signer, seed })
        const key = verifierKey({ ...signer, seed })
        expect(openNote(note, key)).toBe(text)
        expect(openNote(`${note}${SIGNATURE}`, key)).toBe(text)
        expect(openNote(note.replace(/.\n$/u, ''), key)).toBeNull()
        expect(openNote(`x${note}`, key)).toBeNull()
      }),
    )
  })

  it('signs no text that could be read in two ways', () => {
    expect(() => signNote('no line feed', signer)).toThrow(RangeError)
    expect(() => signNote('a\u0000\n', signer)).toThrow(RangeError)
    expect(() => verifierKey({ ...signer, name: 'two words' })).toThrow(RangeError)
    expect(() => signNote('a\n', { ...signer, seed: Buffer.alloc(31) })).toThrow(RangeError)
  })

  it('writes a checkpoint and reads it back', () => {
    fc.assert(
      fc.property(fc.nat(), seeds, (size, root) => {
        const text = checkpointText({ origin: 'thiso.vn/quang-nam/rounds/42', size, root })
        expect(parseCheckpoint(text)).toEqual({ origin: 'thiso.vn/quang-nam/rounds/42', size, root: Buffer.from(root) })
      }),
    )
    expect(parseCheckpoint('a\n1\n')).toBeNull()
    expect(parseCheckpoint(`a\n01\n${Buffer.alloc(32).toString('base64')}\n`)).toBeNull()
    expect(parseCheckpoint(`a\n1\n${Buffer.alloc(31).toString('base64')}\n`)).toBeNull()
    expect(() => checkpointText({ origin: 'a\nb', size: 1, root: Buffer.alloc(32) })).toThrow(RangeError)
  })
})
