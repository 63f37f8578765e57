import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 (2.1): leaf = SHA-256(00 ‖ data), node = SHA-256(01 ‖ left ‖ right), split at the largest power
 * of two below the size; the tree of nothing is SHA-256 of nothing. Hashes are 32 bytes.
 */

export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(data).digest()
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

export const EMPTY_ROOT: Buffer = createHash('sha256').digest()

/** The root of leaves that arrive one after the other, with as many hashes kept as the size has binary digits. */
export class GrowingRoot {
  /** Roots of full trees, the largest first; their sizes are the binary digits of the size. */
  private readonly peaks: { size: number; hash: Buffer }[] = []
  size = 0

  add(data: Uint8Array): void {
    let peak = { size: 1, hash: leafHash(data) }
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

/** The hashes that lead from a leaf to the root, from the leaf upwards. */
export function auditPath(leaves: readonly Uint8Array[], index: number): Buffer[] {
  if (index < 0 || index >= leaves.length) throw new RangeError('no such leaf')
  if (leaves.length === 1) return []
  const split = largestPowerBelow(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split ? [...auditPath(left, index), rootOf(right)] : [...auditPath(right, index - split), rootOf(left)]
}

/** Is this the leaf of that number in a tree of that size and root? (RFC 9162, 2.1.3.2) */
export function isIncluded(
  data: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false
  let [node, last] = [index, size - 1]
  let hash = leafHash(data)
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
