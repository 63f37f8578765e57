import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'

/**
 * Numbers by chance for simulations, millions of them a second, from a seed that decides them all: xoshiro128** (D. Blackman and
 * S. Vigna, Scrambled linear pseudorandom number generators, 2021). Not for anything that must not be guessed.
 */
export class FastRandom {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(seed: DeterministicRandom) {
    // Never all zero, the only state that it does not leave.
    this.a = seed.below(2 ** 32) | 1
    this.b = seed.below(2 ** 32) | 0
    this.c = seed.below(2 ** 32) | 0
    this.d = seed.below(2 ** 32) | 0
  }

  /** In [0, 1), by 32 bits. */
  next(): number {
    const scrambled = Math.imul(turned(Math.imul(this.b, 5), 7), 9) >>> 0
    const third = this.c ^ this.a
    const fourth = this.d ^ this.b
    this.a ^= fourth
    this.c = third ^ (this.b << 9)
    this.b ^= third
    this.d = turned(fourth, 11)
    return scrambled / 2 ** 32
  }

  /** A whole number in [0, bound), for small bounds: what they differ in likelihood is below bound / 2^32. */
  below(bound: number): number {
    return Math.floor(this.next() * bound)
  }
}

function turned(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
