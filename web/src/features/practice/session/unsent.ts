import type { Showing } from './core'

/** An answer that nobody has confirmed yet, kept on this device so that closing the page does not lose it. */
export interface Unsent {
  accountId: string
  showing: Showing
  answer: string | null
}

const KEY = 'thi-so.practice.unsent'

export function keepUnsent(store: Storage | undefined, unsent: Unsent): void {
  try {
    store?.setItem(KEY, JSON.stringify(unsent))
  } catch {
    // Full or forbidden: the answer is still sent from this page.
  }
}

export function forgetUnsent(store: Storage | undefined): void {
  try {
    store?.removeItem(KEY)
  } catch {
    // Then it is sent once more, and the server says the same.
  }
}

/** @returns null also for what belongs to another account or cannot be read */
export function readUnsent(store: Storage | undefined, accountId: string): Unsent | null {
  try {
    const kept = JSON.parse(store?.getItem(KEY) ?? 'null') as Partial<Unsent> | null
    if (kept?.accountId !== accountId || typeof kept.showing?.card !== 'string' || !kept.showing.item) return null
    return { accountId, showing: kept.showing, answer: kept.answer ?? null }
  } catch {
    return null
  }
}
