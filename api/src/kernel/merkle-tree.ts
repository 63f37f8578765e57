import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 (2.1): leaf = SHA-256(00 ‖ data), node = SHA-256(01 ‖ left ‖ right), split at the largest power
 * of two below the size; the tree of nothing is SHA-256 of nothing. Hashes are 32 bytes.
 */

/** The hash of one leaf. */
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(data).digest()
}

/** The hash of two subtrees side by side. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

/** The root of no leaves. */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest()

/** The root of leaves that arrive one after the other, with as many hashes kept as the size has binary digits. */
export class GrowingRoot {
  /** Roots of full trees, the largest first; their sizes are the binary digits of the size. */
  private readonly peaks: { size: number; hash: Buffer }[] = []
  size = 0

  add(data: Uint8Array): void {
    this.addHash(leafHash(data))
  }

  /** A leaf of which only the hash is known. */
  addHash(leaf: Buffer): void {
    let peak = { size: 1, hash: leaf }
    while (this.peaks.at(-1)?.size === peak.size) {
      const left = this.peaks.pop() as { size: number; hash: Buffer }
      peak = { size: peak.size * 2, hash: nodeHash(left.hash, peak.hash) }
    }
    this.peaks.push(peak)
    this.size++
  }

  root(): Buffer {
    let root: Buffer | undefined
    for (let at = this.peaks.length - 1; at >= 0; at--) {
      const { hash } = this.peaks[at] as { hash: Buffer }
      root = root ? nodeHash(hash, root) : hash
    }
    return root ?? EMPTY_ROOT
  }
}

/**
 * A tree that keeps its leaves and every full subtree, so that roots and proofs of any size up to its own take a few hashes: about
 * 64 bytes of memory a leaf.
 */
export class MerkleTree {
  /** levels[k][i] is the root of the leaves from i·2ᵏ to (i + 1)·2ᵏ. */
  private readonly levels: Buffer[][] = [[]]

  constructor(leaves: Iterable<Uint8Array> = []) {
    for (const leaf of leaves) this.add(leaf)
  }

  get size(): number {
    return (this.levels[0] as Buffer[]).length
  }

  add(data: Uint8Array): void {
    this.addHash(leafHash(data))
  }

  /** A leaf of which only the hash is known. */
  addHash(leaf: Buffer): void {
    let hash = leaf
    for (let level = 0; ; level++) {
      const row = this.levels[level] ?? []
      this.levels[level] = row
      row.push(hash)
      if (row.length % 2 === 1) return
      hash = nodeHash(row[row.length - 2] as Buffer, hash)
    }
  }

  /** The root of the first `size` leaves. */
  root(size = this.size): Buffer {
    this.check(size)
    return size === 0 ? EMPTY_ROOT : this.between(0, size)
  }

  /** The hashes that lead from a leaf to the root of the first `size` leaves, from the leaf upwards. */
  auditPath(index: number, size = this.size): Buffer[] {
    this.check(size)
    if (!(index >= 0 && index < size)) throw new RangeError('no such leaf')
    const path: Buffer[] = []
    let [from, to] = [0, size]
    while (to - from > 1) {
      const split = from + largestPowerBelow(to - from)
      if (index < split) {
        path.push(this.between(split, to))
        to = split
      } else {
        path.push(this.between(from, split))
        from = split
      }
    }
    return path.reverse()
  }

  /** The hashes that show that the first `size` leaves begin with the first `earlier` ones (RFC 6962, 2.1.2); at least one leaf. */
  consistencyProof(earlier: number, size = this.size): Buffer[] {
    this.check(size)
    if (!(earlier > 0 && earlier <= size)) throw new RangeError('an earlier tree has at least one leaf and at most all')
    const proof: Buffer[] = []
    let [from, to] = [0, size]
    let isWhole = true
    while (earlier !== to) {
      const split = from + largestPowerBelow(to - from)
      if (earlier <= split) {
        proof.push(this.between(split, to))
        to = split
      } else {
        proof.push(this.between(from, split))
        from = split
        isWhole = false
      }
    }
    if (!isWhole) proof.push(this.between(from, to))
    return proof.reverse()
  }

  private between(from: number, to: number): Buffer {
    const size = to - from
    const level = Math.log2(size)
    if (Number.isInteger(level)) return (this.levels[level] as Buffer[])[from / size] as Buffer
    const split = from + largestPowerBelow(size)
    return nodeHash(this.between(from, split), this.between(split, to))
  }

  private check(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.size) throw new RangeError('no tree of that size')
  }
}

/** Is this the leaf of that number in a tree of that size and root? (RFC 9162, 2.1.3.2) */
export function isIncluded(
  data: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  return isHashIncluded(leafHash(data), index, size, path, root)
}

/** The same for a leaf of which only the hash is known. */
export function isHashIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false
  let [node, last] = [index, size - 1]
  let hash: Buffer = Buffer.from(leaf)
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else hash = nodeHash(hash, sibling)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && hash.equals(root)
}

/** Does the tree of that size and root begin with the tree of the earlier size and root? (RFC 9162, 2.1.4.2) */
export function isConsistent(
  earlier: { size: number; root: Uint8Array },
  later: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false
  const earlierRoot = Buffer.from(earlier.root)
  if (earlier.size === later.size) return proof.length === 0 && earlierRoot.equals(later.root)
  const path = [...proof]
  if (Number.isInteger(Math.log2(earlier.size))) path.unshift(earlierRoot)
  const start = path.shift()
  if (!start) return false
  let [node, last] = [earlier.size - 1, later.size - 1]
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  let first: Buffer = Buffer.from(start)
  let second: Buffer = first
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      first = nodeHash(sibling, first)
      second = nodeHash(sibling, second)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else second = nodeHash(second, sibling)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && first.equals(earlierRoot) && second.equals(later.root)
}

/** The root of all leaves at once. */
export function rootOf(leaves: readonly Uint8Array[]): Buffer {
  const growing = new GrowingRoot()
  for (const leaf of leaves) growing.add(leaf)
  return growing.root()
}

function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}
