import { createHash } from 'node:crypto'
import { searchText } from './search-words.js'

/**
 * IB-14: finding items that say nearly the same: MinHash over pairs of neighbouring syllables (A. Broder, "On the resemblance and
 * containment of documents", 1997), cut into bands so that an index finds candidates: two texts with resemblance s share one of b
 * bands of r values with probability 1 − (1 − s^r)^b. With b = 12 and r = 2 that is 0.93 at s = 0.45 and 0.99998 at s = 0.75.
 */
const BANDS = 12
const ROWS = 2

/** From this resemblance on two stems are called nearly the same. */
export const NEAR = 0.6

const SALTS = Array.from({ length: BANDS * ROWS }, (_, index) => {
  const digest = createHash('sha256').update(`min-hash ${index}`).digest()
  return [digest.readUInt32BE(0) | 1, digest.readUInt32BE(4)] as const
})

/** Pairs of neighbouring syllables of a plain text; single syllables for very short ones. */
export function shinglesOf(plain: string): Set<string> {
  const words = searchText(plain).split(' ').filter(Boolean)
  if (words.length < 4) return new Set(words)
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`))
}

/** Resemblance of two sets of shingles (Jaccard), 0 to 1; two empty ones resemble by 0. */
export function resemblance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  return shared / (a.size + b.size - shared)
}

/** The bands of a text, as 32-bit numbers: texts that resemble each other are likely to share one. */
export function bandsOf(shingles: ReadonlySet<string>): number[] {
  if (shingles.size === 0) return []
  const hashes = [...shingles].map(hash32)
  const minima = SALTS.map(([factor, offset]) => {
    let least = 0xffffffff
    for (const hash of hashes) least = Math.min(least, (Math.imul(hash, factor) + offset) >>> 0)
    return least
  })
  return Array.from({ length: BANDS }, (_, band) => {
    let mixed = band + 1
    for (let row = 0; row < ROWS; row++)
      mixed = Math.imul(mixed ^ (minima[band * ROWS + row] as number), 0x9e3779b1) ^ (mixed >>> 15)
    return mixed | 0
  })
}

/** FNV-1a, 32 bits, with a final mix. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

export interface NearPair {
  a: number
  b: number
  resemblance: number
}

/**
 * IB-14: every pair of a list that is nearly the same, by index, a < b. Candidates come from shared bands, so the work grows with the
 * list and not with its square.
 */
export function nearPairs(shingleSets: readonly ReadonlySet<string>[]): NearPair[] {
  const byBand = new Map<number, number[]>()
  const pairs = new Map<string, NearPair>()
  shingleSets.forEach((shingles, b) => {
    for (const band of bandsOf(shingles)) {
      const others = byBand.get(band)
      if (!others) {
        byBand.set(band, [b])
        continue
      }
      // A band that very many share is a common phrase; a few of them are enough to show it.
      for (const a of others.slice(0, 50)) {
        if (a === b || pairs.has(`${a} ${b}`)) continue
        const found = resemblance(shingleSets[a] as ReadonlySet<string>, shingles)
        if (found >= NEAR) pairs.set(`${a} ${b}`, { a, b, resemblance: found })
      }
      others.push(b)
    }
  })
  return [...pairs.values()].sort((x, y) => y.resemblance - x.resemblance)
}
