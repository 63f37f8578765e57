import type { DriftFinding } from './evidence.js'

export interface DriftRow extends Omit<DriftFinding, 'item'> {
  itemVersionId: string
}

/** What is kept of a run beside its signals; empty until it is done. */
export interface RunSummary {
  attemptCount?: number
  personCount?: number
  pairCount?: number
  signalCount?: number
  /** Signals by kind. */
  counts?: Record<string, number>
  items?: DriftRow[]
  /** SHA-256 of the estimates of the items: share right and shares of wrong answers. */
  modelHash?: string
}
