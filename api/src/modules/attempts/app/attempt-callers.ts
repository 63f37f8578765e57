import { Injectable } from '@nestjs/common'
import type { Actor } from '../../../platform/http/actor.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { networkOf } from '../domain/network.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'

/** An attempt was asked about from a device or a network from which it was not started. */
export interface FurtherCaller {
  attemptId: string
  kind: 'device-changed' | 'network-changed'
  /** The mark of the device, or the network, shortened (AT-16). */
  to: string
}

type Listener = (caller: FurtherCaller) => Promise<void>
type Known = Pick<AttemptEntity, 'id' | 'device' | 'network' | 'noticeVersion'>

const REMEMBERED = 20_000

/**
 * PE-2: from where an attempt is asked about, at its paper, its status (every half minute), its places and its end. Answers are not looked at:
 * theirs is the busiest path, and no page sends answers without the others.
 */
@Injectable()
export class AttemptCallers {
  private readonly listeners: Listener[] = []
  /** What was told already; whoever forgets and tells again does no harm. */
  private readonly told = new Set<string>()

  constructor(private readonly logger: Logger) {}

  /** @param listener may be told the same more than once, also by other processes */
  onFurther(listener: Listener): void {
    this.listeners.push(listener)
  }

  /** Returns at once; what is noted about it comes after. */
  seen(attempt: Known, actor: Pick<Actor, 'device'>, address: string): void {
    if (attempt.noticeVersion === null) return
    const { device } = actor
    if (device && attempt.device && device !== attempt.device) this.tell(attempt.id, 'device-changed', device)
    const network = networkOf(address)
    if (network && attempt.network && network !== attempt.network) this.tell(attempt.id, 'network-changed', network)
  }

  private tell(attemptId: string, kind: FurtherCaller['kind'], to: string): void {
    const mark = `${attemptId} ${kind} ${to}`
    if (this.told.has(mark)) return
    if (this.told.size >= REMEMBERED) this.told.clear()
    this.told.add(mark)
    for (const listener of this.listeners)
      void listener({ attemptId, kind, to }).catch((error: Error) => {
        this.told.delete(mark)
        this.logger.warn({ reason: error.message }, 'a further device or network of an attempt could not be noted')
      })
  }
}
