/**
 * Chance that can be played again: the same seed gives the same numbers on every machine (sfc32 over a hash of the seed).
 * For made-up data only; papers are drawn by the API's own keyed generator.
 */
export class Chance {
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(seed: string) {
    const word = wordsOf(seed)
    this.a = word()
    this.b = word()
    this.c = word()
    for (let i = 0; i < 12; i++) this.next()
  }

  /** In [0, 1). */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  isTrue(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[Math.floor(this.next() * list.length)] as T
  }

  /** An index, as likely as its weight; `rising` holds the running totals of the weights. */
  weighted(rising: readonly number[]): number {
    const at = this.next() * (rising.at(-1) ?? 0)
    let low = 0
    let high = rising.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((rising[middle] as number) > at) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Mean 0, deviation 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal())
  }

  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.whole(0, i)
      const taken = copy[i] as T
      copy[i] = copy[j] as T
      copy[j] = taken
    }
    return copy
  }
}

/** Running totals of weights, for `Chance.weighted`. */
export function risingTotals(weights: readonly number[]): number[] {
  let total = 0
  return weights.map((weight) => {
    total += weight
    return total
  })
}

/** 32-bit words from a text: xmur3. */
function wordsOf(text: string): () => number {
  let hash = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
    hash ^= hash >>> 16
    return hash
  }
}
