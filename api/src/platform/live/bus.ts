import { EventEmitter } from 'node:events'
import type { RedisClientType } from 'redis'

/**
 * Short notices between the API processes ("this attempt was taken over"). At most once, best effort: nothing that must
 * not be lost goes through it, every receiver could find the same out from the database.
 */
export abstract class Bus {
  abstract publish(topic: string, notice: unknown): void
  abstract subscribe(topic: string, listener: (notice: unknown) => void): void
}

/** One process alone. */
export class LocalBus extends Bus {
  private readonly emitter = new EventEmitter().setMaxListeners(100)

  override publish(topic: string, notice: unknown): void {
    this.emitter.emit(topic, notice)
  }

  override subscribe(topic: string, listener: (notice: unknown) => void): void {
    this.emitter.on(topic, listener)
  }
}

const CHANNEL = 'thiso:bus'

/** Several processes through Redis; the own process hears itself at once, also while Redis is away. */
export class RedisBus extends Bus {
  private readonly local = new LocalBus()
  private readonly origin = `${process.pid}.${Math.trunc(performance.timeOrigin)}`

  private constructor(private readonly publisher: RedisClientType) {
    super()
  }

  /** @param subscriber a connection of its own: a subscribed one can do nothing else */
  static async over(publisher: RedisClientType, subscriber: RedisClientType): Promise<RedisBus> {
    const bus = new RedisBus(publisher)
    let isListening = false
    const listen = async () => {
      if (isListening) return
      await subscriber.subscribe(CHANNEL, (message) => {
        const { origin, topic, notice } = JSON.parse(message) as { origin: string; topic: string; notice: unknown }
        if (origin !== bus.origin) bus.local.publish(topic, notice)
      })
      // From now on the driver subscribes by itself after each reconnection.
      isListening = true
    }
    // Redis may come later than this process; one that goes away meanwhile is asked again when it is back.
    subscriber.on('ready', () => void listen().catch(() => undefined))
    if (subscriber.isReady) await listen().catch(() => undefined)
    return bus
  }

  override publish(topic: string, notice: unknown): void {
    this.local.publish(topic, notice)
    if (!this.publisher.isReady) return
    this.publisher.publish(CHANNEL, JSON.stringify({ origin: this.origin, topic, notice })).catch(() => undefined)
  }

  override subscribe(topic: string, listener: (notice: unknown) => void): void {
    this.local.subscribe(topic, listener)
  }
}
