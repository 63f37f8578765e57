import { createHmac } from 'node:crypto'

/**
 * A reproducible stream of random numbers: block i is HMAC-SHA256(key, be32(i)), read as eight big-endian 32-bit words.
 * The same key gives the same stream on every machine; without the key the stream cannot be told from chance.
 */
export class DeterministicRandom {
  private block = Buffer.alloc(0)
  private offset = 0
  private counter = 0

  /** @param key secret bytes; at least 16 */
  constructor(private readonly key: Buffer) {
    if (key.length < 16) throw new RangeError('the key needs at least 16 bytes')
  }

  private uint32(): number {
    if (this.offset >= this.block.length) {
      const index = Buffer.alloc(4)
      index.writeUInt32BE(this.counter++)
      this.block = createHmac('sha256', this.key).update(index).digest()
      this.offset = 0
    }
    const word = this.block.readUInt32BE(this.offset)
    this.offset += 4
    return word
  }

  /**
   * A whole number in [0, bound), every one equally likely: words from the incomplete last stretch of 2^32 are thrown
   * away, so there is no modulo bias.
   * @param bound 1 to 2^32
   */
  below(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) throw new RangeError(`bound out of range: ${bound}`)
    const limit = 2 ** 32 - (2 ** 32 % bound)
    for (;;) {
      const word = this.uint32()
      if (word < limit) return word % bound
    }
  }

  /** A shuffled copy (Fisher–Yates); every order equally likely. */
  shuffled<T>(list: readonly T[]): T[] {
    return this.sample(list, list.length)
  }

  /** `count` different elements in random order; throws if the list is shorter. */
  sample<T>(list: readonly T[], count: number): T[] {
    if (count > list.length) throw new RangeError(`cannot take ${count} of ${list.length}`)
    const pool = [...list]
    for (let i = 0; i < count; i++) {
      const j = i + this.below(pool.length - i)
      const taken = pool[j] as T
      pool[j] = pool[i] as T
      pool[i] = taken
    }
    return pool.slice(0, count)
  }
}
