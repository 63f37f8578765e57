import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { RedisClientType } from 'redis'
import { ProblemError } from '../../kernel/problem-error.js'
import { networkOf } from './network-of.js'

/**
 * How often something may happen, by account first and by address second: a school or a carrier puts hundreds of
 * people behind one address, so the limits by address are wide.
 */
const LIMITS = {
  signInByLogin: { points: 10, duration: 300 },
  signInByAddress: { points: 600, duration: 300 },
  signUpByAddress: { points: 300, duration: 600 },
  passwordByAccount: { points: 10, duration: 900 },
  /** Asking for an item and answering it: more than anybody reads. */
  practiceByAccount: { points: 120, duration: 60 },
  /** Checking certificates: many people behind one address, but nobody who tries codes by the thousand. */
  certificateByAddress: { points: 120, duration: 300 },
  /** Wrong PINs of lessons: a class that mistypes, but nobody who tries them out (a million PINs, some lessons). */
  pinByAddress: { points: 60, duration: 300 },
  /** Seats taken from one address: some classes at once or a hall, a big school within a minute; a script that fills lessons is slow. */
  seatByAddress: { points: 300, duration: 10 },
} as const

export type LimitName = keyof typeof LIMITS

export class RateLimits {
  private readonly limiters = new Map<LimitName, RateLimiterMemory | RateLimiterRedis>()

  constructor(redis: RedisClientType | null) {
    for (const [name, { points, duration }] of Object.entries(LIMITS) as [
      LimitName,
      { points: number; duration: number },
    ][]) {
      const memory = new RateLimiterMemory({ keyPrefix: `limit:${name}`, points, duration })
      this.limiters.set(
        name,
        redis
          ? // While Redis is away each process counts for itself: a weaker limit, but nobody is locked out.
            new RateLimiterRedis({
              storeClient: redis,
              useRedisPackage: true,
              keyPrefix: `thiso:limit:${name}`,
              points,
              duration,
              insuranceLimiter: memory,
            })
          : memory,
      )
    }
  }

  /** Counts one try. @throws ProblemError REQUEST.TOO_MANY with the seconds to wait */
  async take(name: LimitName, key: string): Promise<void> {
    try {
      await this.limiters.get(name)?.consume(countedAs(name, key))
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new ProblemError('REQUEST.TOO_MANY', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
    }
  }

  /** @throws ProblemError REQUEST.TOO_MANY when the tries are used up; counts none */
  async look(name: LimitName, key: string): Promise<void> {
    const limiter = this.limiters.get(name)
    const state = await limiter?.get(countedAs(name, key))
    if (state && state.consumedPoints >= LIMITS[name].points && state.msBeforeNext > 0)
      throw new ProblemError('REQUEST.TOO_MANY', { seconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) })
  }

  /** Forgets the tries of a key, after a success. */
  async forgive(name: LimitName, key: string): Promise<void> {
    await this.limiters.get(name)?.delete(countedAs(name, key))
  }
}

function countedAs(name: LimitName, key: string): string {
  return name.endsWith('ByAddress') ? networkOf(key) : key
}
