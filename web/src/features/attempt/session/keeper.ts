import type { KeptStore } from '../outbox/kept-store'
import type { OutboxRecord } from '../outbox/core'
import type { KeptPaper } from './kept-paper'
import { paperToday, recordToday } from './older-pages'

export interface Keeper {
  record(): Promise<OutboxRecord | null>
  paper(): Promise<KeptPaper | null>
  keepRecord(record: OutboxRecord): void
  keepPaper(kept: KeptPaper): void
  forget(): Promise<void>
}

/** What one attempt keeps on this device. Writes never overlap, and of several waiting ones only the last is done. */
export function createKeeper(store: KeptStore, attemptId: string): Keeper {
  const outboxKey = `${attemptId}/outbox`
  const paperKey = `${attemptId}/paper`
  let waiting: OutboxRecord | null = null
  let writing: Promise<void> | null = null
  let isForgotten = false

  const drain = async () => {
    while (waiting) {
      const next = waiting
      waiting = null
      await store.set(outboxKey, next)
    }
    writing = null
  }

  return {
    async record() {
      const kept = await store.get<OutboxRecord>(outboxKey)
      return kept ? recordToday(kept) : null
    },
    async paper() {
      const kept = await store.get<KeptPaper>(paperKey)
      return kept ? paperToday(kept) : null
    },
    keepRecord(record) {
      if (isForgotten) return
      waiting = record
      writing ??= drain()
    },
    keepPaper(kept) {
      if (!isForgotten) void store.set(paperKey, kept)
    },
    async forget() {
      isForgotten = true
      waiting = null
      await writing
      await Promise.all([store.remove(outboxKey), store.remove(paperKey)])
    },
  }
}
