import fc from 'fast-check'
import {
  EMPTY_ROOT,
  GrowingRoot,
  isConsistent,
  isHashIncluded,
  isIncluded,
  leafHash,
  MerkleTree,
  nodeHash,
  rootOf,
} from './merkle-tree.js'

const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => Buffer.from(hex, 'hex'),
)

describe('DW-4: Merkle trees as in RFC 6962', () => {
  it('hash a leaf', () => {
    expect(leafHash(Buffer.from('L123456')).toString('hex')).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    )
  })

  it('hash a node', () => {
    expect(nodeHash(Buffer.from('N123'), Buffer.from('N456')).toString('hex')).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
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
    expect(new MerkleTree(INPUTS).root(size).toString('hex')).toBe(root)
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
    expect(new MerkleTree(INPUTS).auditPath(index, size).map((hash) => hash.toString('hex'))).toEqual(path)
  })

  it('is the same tree where only the hashes of leaves are known', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 30 }), fc.nat(), (data, at) => {
        const [tree, growing] = [new MerkleTree(), new GrowingRoot()]
        for (const leaf of data.map(leafHash)) {
          tree.addHash(leaf)
          growing.addHash(leaf)
        }
        expect(tree.root()).toEqual(rootOf(data))
        expect(growing.root()).toEqual(rootOf(data))
        const index = at % data.length
        const leaf = leafHash(data[index] as Uint8Array)
        expect(isHashIncluded(leaf, index, data.length, tree.auditPath(index), rootOf(data))).toBe(true)
      }),
    )
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
        const path = new MerkleTree(data).auditPath(index)
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

  it.each([
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('lead from the tree of %i to that of %i', (earlier, size, proof) => {
    const tree = new MerkleTree(INPUTS)
    expect(tree.consistencyProof(earlier, size).map((hash) => hash.toString('hex'))).toEqual(proof)
  })

  it('show that a tree has only grown, and show it of no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size, at, changed) => {
        const data = Array.from({ length: size }, (_, i) => Buffer.from(`leaf ${i}`))
        const earlier = 1 + (at % size)
        const tree = new MerkleTree(data)
        const proof = tree.consistencyProof(earlier)
        const [before, now] = [
          { size: earlier, root: tree.root(earlier) },
          { size, root: tree.root() },
        ]
        expect(before.root).toEqual(rootOf(data.slice(0, earlier)))
        expect(isConsistent(before, now, proof)).toBe(true)
        const forged = data.map((leaf, i) => (i === changed % earlier ? Buffer.from('another') : leaf))
        const other = new MerkleTree(forged)
        expect(isConsistent({ ...before, root: other.root(earlier) }, now, proof)).toBe(false)
        expect(isConsistent(before, { size, root: other.root() }, other.consistencyProof(earlier))).toBe(false)
        expect(isConsistent(before, now, [...proof, now.root])).toBe(false)
        if (proof.length > 0) expect(isConsistent(before, now, proof.slice(1))).toBe(false)
      }),
    )
  })

  it('refuse leaves and sizes that there are not', () => {
    const tree = new MerkleTree(INPUTS)
    expect(() => tree.root(9)).toThrow(RangeError)
    expect(() => tree.auditPath(8)).toThrow(RangeError)
    expect(() => tree.auditPath(3, 3)).toThrow(RangeError)
    expect(() => tree.consistencyProof(0)).toThrow(RangeError)
    expect(isConsistent({ size: 0, root: EMPTY_ROOT }, { size: 8, root: tree.root() }, [])).toBe(false)
    expect(isConsistent({ size: 8, root: tree.root() }, { size: 8, root: tree.root() }, [])).toBe(true)
  })
})
