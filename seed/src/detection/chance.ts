/** Reproducible chance for simulations: splitmix32. The same seed gives the same people on every machine. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = Math.imul(seed, 0x9e3779b1) | 0
  }

  /** 0 to 1, 1 excluded. */
  uniform(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform())
  }

  /** Waiting time with the given mean. */
  wait(mean: number): number {
    return -mean * Math.log(1 - this.uniform())
  }

  is(share: number): boolean {
    return this.uniform() < share
  }

  below(bound: number): number {
    return Math.floor(this.uniform() * bound)
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  /** A place of the weights, each as likely as its weight says. */
  weighted(weights: readonly number[]): number {
    let left = this.uniform() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [place, weight] of weights.entries()) {
      left -= weight
      if (left < 0) return place
    }
    return weights.length - 1
  }

  /** So many different ones, in random order. */
  sample<T>(list: readonly T[], count: number): T[] {
    const pool = [...list]
    for (let i = 0; i < count; i++) {
      const j = i + this.below(pool.length - i)
      ;[pool[i], pool[j]] = [pool[j] as T, pool[i] as T]
    }
    return pool.slice(0, count)
  }
}
