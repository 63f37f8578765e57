import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import type { RedisClientType } from 'redis'
import { SETTINGS } from '../config/config.module.js'
import type { Settings } from '../config/settings.js'
import { Logger } from '../metrics/logger.js'
import { Bus, LocalBus, RedisBus } from './bus.js'
import { KnownNetworks } from './known-networks.js'
import { RateLimits } from './rate-limits.js'

/** The Redis connection, or null: then live state stands in this one process. */
export const REDIS = Symbol('REDIS')
const REDIS_SUBSCRIBER = Symbol('REDIS_SUBSCRIBER')

/** How long a start waits for Redis; without it the process serves all the same and connects when it comes. */
const FIRST_CONNECTION_MS = 3_000

/** Reconnects for ever; commands fail fast while Redis is away (nothing may wait for a cache). */
async function connect(url: string, logger: Logger): Promise<RedisClientType> {
  // One process without Redis carries none of its code.
  const { createClient } = await import('redis')
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 2_000), connectTimeout: 3_000 },
  }) as RedisClientType
  let isAway = false
  client.on('error', (error: Error) => {
    if (!isAway) logger.warn({ reason: error.message }, 'redis is away')
    isAway = true
  })
  client.on('ready', () => {
    if (isAway) logger.info({}, 'redis is back')
    isAway = false
  })
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FIRST_CONNECTION_MS)
  })
  // It fails only when the process ends before Redis comes.
  await Promise.race([client.connect().catch(() => undefined), patience])
  clearTimeout(timer)
  return client
}

@Global()
@Module({
  providers: [
    {
      provide: REDIS,
      inject: [SETTINGS, Logger],
      useFactory: (settings: Settings, logger: Logger) =>
        settings.redisUrl ? connect(settings.redisUrl, logger) : null,
    },
    {
      provide: REDIS_SUBSCRIBER,
      inject: [SETTINGS, Logger],
      useFactory: (settings: Settings, logger: Logger) =>
        settings.redisUrl ? connect(settings.redisUrl, logger) : null,
    },
    {
      provide: Bus,
      inject: [REDIS, REDIS_SUBSCRIBER],
      useFactory: (redis: RedisClientType | null, subscriber: RedisClientType | null) =>
        redis && subscriber ? RedisBus.over(redis, subscriber) : new LocalBus(),
    },
    KnownNetworks,
    {
      provide: RateLimits,
      inject: [REDIS, KnownNetworks],
      useFactory: (redis: RedisClientType | null, networks: KnownNetworks) => new RateLimits(redis, networks),
    },
  ],
  exports: [REDIS, Bus, RateLimits, KnownNetworks],
})
export class LiveModule implements OnApplicationShutdown {
  constructor(
    @Inject(REDIS) private readonly redis: RedisClientType | null,
    @Inject(REDIS_SUBSCRIBER) private readonly subscriber: RedisClientType | null,
  ) {}

  onApplicationShutdown(): void {
    this.subscriber?.destroy()
    this.redis?.destroy()
  }
}
