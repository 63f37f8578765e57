import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { type Actor, ActorResolver } from '../../../platform/http/actor.js'
import { SESSION_DAYS } from '../../../platform/http/session-cookie.js'
import { Bus } from '../../../platform/live/bus.js'
import { deviceLabel } from '../domain/device-label.js'
import { SessionRepository } from '../infra/session.repository.js'

const ENDED = 'sessions.ended'
/** How long a session is believed without asking again; ended sessions are dropped at once through the bus. */
const BELIEVED_MS = 30_000
const TOUCH_MS = 300_000
const CACHE_LIMIT = 50_000
const SWEEP_MS = 3_600_000

/** A sign-in on a device that the account has not used before. */
export interface NewDevice {
  accountId: string
  label: string
}

/** Sessions: random tokens in cookies, hashes in the database, a short-lived memory in each process for the hot paths. */
@Injectable()
export class SessionsService extends ActorResolver implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly believed = new Map<string, { actor: Actor; until: number }>()
  /** Grows with every ending: what was read before one may be about a session that is no more. */
  private endings = 0
  private readonly newDeviceListeners: ((news: NewDevice) => Promise<void>)[] = []
  private sweeping: NodeJS.Timeout | undefined

  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    private readonly bus: Bus,
  ) {
    super()
    bus.subscribe(ENDED, (notice) => this.forget(notice as { ids?: string[]; accountId?: string }))
  }

  onApplicationBootstrap(): void {
    // Nobody can use an expired session; this is so that nothing about people is kept that serves no purpose.
    this.sweeping = setInterval(() => void this.sessions.deleteExpired().catch(() => undefined), SWEEP_MS)
    this.sweeping.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping)
  }

  override known(token: string): Actor | undefined {
    const known = this.believed.get(token)
    return known && known.until > performance.now() ? known.actor : undefined
  }

  override async resolve(token: string): Promise<Actor | null> {
    const known = this.known(token)
    if (known) return known
    const { endings } = this
    const found = await this.sessions.findActor(hash(token))
    if (!found) {
      this.believed.delete(token)
      return null
    }
    const { lastSeenAt, ...actor } = found
    if (this.clock.now() - lastSeenAt.getTime() > TOUCH_MS) await this.sessions.touch(actor.sessionId)
    if (endings !== this.endings) return actor
    if (this.believed.size >= CACHE_LIMIT) this.believed.clear()
    this.believed.set(token, { actor, until: performance.now() + BELIEVED_MS })
    return actor
  }

  /** ID-9: the listener is told of sign-ins on a device that the account has not used, while it has used others. */
  onNewDevice(listener: (news: NewDevice) => Promise<void>): void {
    this.newDeviceListeners.push(listener)
  }

  /**
   * Starts a session and returns its token: the only moment at which it exists in clear.
   * @param device the mark of the device, hashed
   */
  async start(accountId: string, userAgent: string, device: string): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const label = deviceLabel(userAgent)
    await this.sessions.insert({
      id: randomUUID(),
      tokenHash: hash(token),
      accountId,
      label,
      device,
      expiresAt: new Date(this.clock.now() + SESSION_DAYS * 86_400_000),
    })
    if (await this.sessions.noteDevice(accountId, device, label))
      for (const listener of this.newDeviceListeners) await listener({ accountId, label })
    return token
  }

  listOf(accountId: string) {
    return this.sessions.listOf(accountId)
  }

  /** ID-8: the devices on which an account has been signed in. */
  devicesOf(accountId: string) {
    return this.sessions.devicesOf(accountId)
  }

  async end(accountId: string, which: { only?: string; except?: string }): Promise<number> {
    const ids = await this.sessions.end(accountId, which)
    this.bus.publish(ENDED, { ids })
    return ids.length
  }

  /** The role of an account changed: every process must ask again. */
  forgetAccount(accountId: string): void {
    this.bus.publish(ENDED, { accountId })
  }

  private forget({ ids = [], accountId }: { ids?: string[]; accountId?: string }): void {
    this.endings++
    const ended = new Set(ids)
    for (const [token, { actor }] of this.believed)
      if (ended.has(actor.sessionId) || actor.accountId === accountId) this.believed.delete(token)
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
