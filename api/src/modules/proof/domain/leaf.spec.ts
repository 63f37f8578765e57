import { createHash } from 'node:crypto'
import { attemptLeaf, leafData, roundOrigin } from './leaf.js'

describe('PF-2 the leaf of an attempt', () => {
  const salt = Buffer.alloc(16, 7)
  const head = Buffer.alloc(32, 9)

  it('is SHA-256 of a zero byte, the salt and the head', () => {
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), salt, head]))
      .digest()
    expect(attemptLeaf(salt, head)).toEqual(expected)
  })

  it('is another one for another salt: without it nobody can tell which answers it stands for', () => {
    expect(attemptLeaf(Buffer.alloc(16, 8), head)).not.toEqual(attemptLeaf(salt, head))
  })

  it('takes no other lengths, so that nothing can move between salt and head', () => {
    expect(() => leafData(Buffer.alloc(15), Buffer.alloc(33))).toThrow(RangeError)
    expect(() => leafData(Buffer.alloc(17), Buffer.alloc(31))).toThrow(RangeError)
  })

  it('belongs to the log of one round of one platform', () => {
    expect(roundOrigin('thi.example.vn', '0d3f')).toBe('thi.example.vn/rounds/0d3f')
  })
})
