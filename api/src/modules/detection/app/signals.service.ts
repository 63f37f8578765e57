import { Injectable } from '@nestjs/common'
import { type FoundSignal, SignalRepository } from '../infra/signal.repository.js'

export type { FoundSignal } from '../infra/signal.repository.js'

/** Of these signals those that somebody still needs. */
export type SignalHolder = (signalIds: readonly string[]) => Promise<readonly string[]>

/** Signals for those who look at them; a signal says how rare something is, and decides nothing. */
@Injectable()
export class SignalsService {
  private readonly holders: SignalHolder[] = []

  constructor(private readonly signals: SignalRepository) {}

  /** What the newest finished run of a round found, the rarest first. */
  ofRound(roundId: string): Promise<FoundSignal[]> {
    return this.signals.ofRound(roundId)
  }

  /** The same for attempts, of whatever rounds. */
  ofAttempts(attemptIds: readonly string[]): Promise<FoundSignal[]> {
    return this.signals.ofAttempts(attemptIds)
  }

  /** Signals by their ids, also of older runs; those that were deleted are left out. */
  byIds(ids: readonly string[]): Promise<FoundSignal[]> {
    return this.signals.byIds(ids)
  }

  /** A later module that needs signals for longer than they are kept says which. */
  heldBy(holder: SignalHolder): void {
    this.holders.push(holder)
  }

  /** Of these signals those that some holder needs. */
  async held(ids: readonly string[]): Promise<Set<string>> {
    const held = await Promise.all(this.holders.map((holder) => holder(ids)))
    return new Set(held.flat())
  }
}
