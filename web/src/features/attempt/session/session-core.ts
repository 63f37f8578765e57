import type { Courier } from '../outbox/courier'
import type { Change, Halt } from '../outbox/core'
import type { AttemptCalls, StatusData } from './calls'
import type { Keeper } from './keeper'
import type { Phase } from './snapshot'
import type { createWaiting } from './waiting'

/** What an attempt's session needs from outside; tests put models in their place. */
export interface SessionPorts {
  calls: AttemptCalls
  keeper: Keeper
  /** The server's clock. */
  now(): number
  skewMs(): number
  assumeSkew(skewMs: number): void
  random(): number
  /** Tells the other tabs of this device that this one writes from now on. */
  announce(): void
  /** The server has confirmed that this tab holds the attempt. */
  onHeld(): void
  /** The attempt is over and what was kept of it may go. */
  onEnd(): void
}

/** What the parts of a session share. */
export interface SessionCore {
  readonly ports: SessionPorts
  readonly waiting: ReturnType<typeof createWaiting>
  courier(): Courier | undefined
  /** What was never acknowledged; before the paper is there, what this device has kept. */
  outstanding(): readonly Change[]
  is(...names: Phase['name'][]): boolean
  go(phase: Phase): void
  /** Every request passes here, so that the page knows how the network is. */
  ask<T>(request: () => Promise<T>): Promise<T>
  heed(status: StatusData): void
  /** The server did not take the paper in because the rules ask for more answers. */
  lacking(error: unknown): void
  halt(reason: Halt): void
  refetch(): Promise<void>
}
