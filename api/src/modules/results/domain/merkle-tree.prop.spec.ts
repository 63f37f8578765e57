import fc from 'fast-check'
import { auditPath, EMPTY_ROOT, isIncluded, leafHash, rootOf } from './merkle-tree.js'

const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => Buffer.from(hex, 'hex'),
)

describe('DW-4: Merkle trees as in RFC 6962', () => {
  it('hash a leaf', () => {
    expect(leafHash(Buffer.from('L123456')).toString('hex')).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    )
  })

  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i leaves', (size, root) => {
    expect(rootOf(INPUTS.slice(0, size)).toString('hex')).toBe(root)
  })

  it.each([
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  ])('lead from leaf %i of %i to the root', (index, size, path) => {
    expect(auditPath(INPUTS.slice(0, size), index).map((hash) => hash.toString('hex'))).toEqual(path)
  })

  it('prove each leaf at its place and nowhere else', () => {
    const leaves = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 2, maxLength: 6 }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(), (texts, at, other) => {
        const data = texts.map((text) => Buffer.from(text))
        const index = at % data.length
        const path = auditPath(data, index)
        const leaf = data[index] as Buffer
        const root = rootOf(data)
        expect(isIncluded(leaf, index, data.length, path, root)).toBe(true)
        const wrong = other % data.length
        if (wrong !== index) {
          expect(isIncluded(leaf, wrong, data.length, path, root)).toBe(false)
          expect(isIncluded(data[wrong] as Buffer, index, data.length, path, root)).toBe(false)
        }
        expect(isIncluded(leaf, index, data.length, [...path, root], root)).toBe(false)
        expect(isIncluded(leaf, index, data.length, path, EMPTY_ROOT)).toBe(false)
        expect(isIncluded(leaf, data.length, data.length, path, root)).toBe(false)
      }),
    )
  })
})
