import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { RedisClientType } from 'redis'
import { ProblemError } from '../../kernel/problem-error.js'
import { KnownNetworks } from './known-networks.js'
import { networkOf } from './network-of.js'

/**
 * How often something may happen, by account first and by address second: a school or a carrier puts hundreds of
 * people behind one address, so the limits by address are wide.
 */
const LIMITS = {
  signInByLogin: { points: 10, duration: 300 },
  /** All of them: a big school that signs in at once stays below. Right ones cost as much as wrong ones. */
  signInByAddress: { points: 2_000, duration: 300 },
  /** Wrong ones: whoever tries passwords of many accounts from one address is slow. */
  wrongSignInByAddress: { points: 200, duration: 300 },
  /** Beyond what is usual each costs a proof of work (EX-5). */
  signUpByAddress: { points: 1_000, duration: 600 },
  /** How often acts come from a network, for the rule that asks for a proof; they limit nothing. */
  'sign-upPaceByAddress': { points: 1_000_000, duration: 600 },
  startPaceByAddress: { points: 1_000_000, duration: 120 },
  seatPaceByAddress: { points: 1_000_000, duration: 60 },
  passwordByAccount: { points: 10, duration: 900 },
  /** Asking for an item and answering it: more than anybody reads. */
  practiceByAccount: { points: 120, duration: 60 },
  /** Checking certificates: many people behind one address, but nobody who tries codes by the thousand. */
  certificateByAddress: { points: 120, duration: 300 },
  /** Wrong PINs of lessons: a class that mistypes, but nobody who tries them out (a million PINs, some lessons). */
  pinByAddress: { points: 60, duration: 300 },
  /** An IPv6 subscriber may have 256 networks. */
  pinByBlock: { points: 120, duration: 300 },
  /** Whoever has very many addresses: of a hundred lessons such a minute finds one in seventeen. Doors with their key stay open. */
  pinAnywhere: { points: 600, duration: 60 },
  /** Whoever has taken a seat of a lesson from an address knows its PIN there; for as long as a lesson may last. */
  seatFrom: { points: 1, duration: 4 * 3600 },
  /** Asking what stands behind a right PIN, and for the own report: halls of a school behind one address, each phone a few times. */
  lessonByAddress: { points: 3_000, duration: 60 },
  ownReportByAddress: { points: 3_000, duration: 60 },
  /** Seats taken from one address: some classes at once or a hall, a big school within a minute; a script that fills lessons is slow. */
  seatByAddress: { points: 300, duration: 10 },
  /** What a page notes about itself: it gathers for some seconds. */
  processByAttempt: { points: 60, duration: 60 },
} as const

export type LimitName = keyof typeof LIMITS

/** EX-6: so many times as much is let through from a network where many people of one unit were seen before. */
const KNOWN_TIMES = 5

export class RateLimits {
  private readonly limiters = new Map<LimitName, RateLimiterMemory | RateLimiterRedis>()
  /** The same counts against wider limits; by address only. */
  private readonly wide = new Map<LimitName, RateLimiterMemory | RateLimiterRedis>()

  constructor(
    redis: RedisClientType | null,
    private readonly networks: KnownNetworks = new KnownNetworks(),
  ) {
    for (const [name, { points, duration }] of Object.entries(LIMITS) as [
      LimitName,
      { points: number; duration: number },
    ][]) {
      this.limiters.set(name, limiterOf(redis, name, points, duration))
      if (name.endsWith('ByAddress')) this.wide.set(name, limiterOf(redis, name, points * KNOWN_TIMES, duration))
    }
  }

  /** Counts one try. @throws ProblemError REQUEST.TOO_MANY with the seconds to wait */
  async take(name: LimitName, key: string): Promise<void> {
    try {
      await this.limiterFor(name, key)?.consume(countedAs(name, key))
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new ProblemError('REQUEST.TOO_MANY', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
    }
  }

  /** @throws ProblemError REQUEST.TOO_MANY when the tries are used up; counts none */
  async look(name: LimitName, key: string): Promise<void> {
    const limiter = this.limiterFor(name, key)
    const state = await limiter?.get(countedAs(name, key))
    if (limiter && state && state.consumedPoints >= limiter.points && state.msBeforeNext > 0)
      throw new ProblemError('REQUEST.TOO_MANY', { seconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) })
  }

  /** Counts one, and tells how many there are in the window now; refuses nothing. */
  async pace(name: LimitName, key: string): Promise<number> {
    const state = await this.limiters.get(name)?.penalty(countedAs(name, key), 1)
    return state?.consumedPoints ?? 0
  }

  private limiterFor(name: LimitName, key: string): RateLimiterMemory | RateLimiterRedis | undefined {
    return (this.networks.isKnown(key) ? this.wide.get(name) : undefined) ?? this.limiters.get(name)
  }

  /** Keeps in mind that the key was here, as long as the limit lasts. */
  async remember(name: LimitName, key: string): Promise<void> {
    await this.limiters.get(name)?.set(countedAs(name, key), 1, LIMITS[name].duration)
  }

  /** Whether `remember` was called with the key. */
  async knows(name: LimitName, key: string): Promise<boolean> {
    const state = await this.limiters.get(name)?.get(countedAs(name, key))
    return (state?.consumedPoints ?? 0) > 0 && (state?.msBeforeNext ?? 0) > 0
  }

  /** Forgets the tries of a key, after a success. */
  async forgive(name: LimitName, key: string): Promise<void> {
    await this.limiters.get(name)?.delete(countedAs(name, key))
  }
}

function limiterOf(
  redis: RedisClientType | null,
  name: LimitName,
  points: number,
  duration: number,
): RateLimiterMemory | RateLimiterRedis {
  const memory = new RateLimiterMemory({ keyPrefix: `limit:${name}`, points, duration })
  if (!redis) return memory
  // While Redis is away each process counts for itself: a weaker limit, but nobody is locked out.
  return new RateLimiterRedis({
    storeClient: redis,
    useRedisPackage: true,
    keyPrefix: `thiso:limit:${name}`,
    points,
    duration,
    insuranceLimiter: memory,
  })
}

function countedAs(name: LimitName, key: string): string {
  if (name.endsWith('ByBlock')) return networkOf(key, 56)
  return name.endsWith('ByAddress') ? networkOf(key) : key
}
