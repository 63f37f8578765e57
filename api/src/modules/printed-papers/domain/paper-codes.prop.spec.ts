import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { differClearly, paperCodes } from './paper-codes.js'

const seed = fc.uint8Array({ minLength: 16, maxLength: 32 }).map((bytes) => Buffer.from(bytes))

describe('PP-5: codes of a paper', () => {
  it('are three digits, in rising order, and any two of them differ clearly', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 24 }), (bytes, count) => {
        const codes = paperCodes(new DeterministicRandom(bytes), count)
        expect(codes).toHaveLength(count)
        expect([...codes].sort()).toEqual(codes)
        codes.forEach((code, index) => {
          expect(code).toMatch(/^[1-9]\d\d$/)
          for (const other of codes.slice(0, index)) expect(differClearly(code, other)).toBe(true)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('are the same for the same seed, and others for another', () => {
    const of = (byte: number) => paperCodes(new DeterministicRandom(Buffer.alloc(16, byte)), 8).join()
    expect(of(1)).toBe(of(1))
    expect(new Set([1, 2, 3, 4, 5].map(of)).size).toBe(5)
  })

  it.each([
    ['101', '204', true],
    ['101', '102', false],
    ['101', '110', false],
    ['123', '321', false],
    ['117', '171', false],
    // 1 and 7, 3 and 8 look alike.
    ['113', '778', false],
    ['135', '286', false],
    ['245', '391', true],
  ])('%s and %s differ clearly: %p', (a, b, expected) => {
    expect(differClearly(a, b)).toBe(expected)
    expect(differClearly(b, a)).toBe(expected)
  })
})
