import { localStore } from '../place/local-store'

/**
 * Keeps the outbox and the paper of an attempt on this device. IndexedDB first; where it is missing, broken or full
 * (private windows, old WebViews) memory and localStorage take over, so that callers never see a failure.
 */

export interface KeptStore {
  get<T>(key: string): Promise<T | undefined>
  set(key: string, value: unknown): Promise<void>
  remove(key: string): Promise<void>
  /** Forgets what was kept more than `ms` ago: attempts that were left and ended by the server. */
  sweep(olderThanMs: number, now: number): Promise<void>
  /** Whether what is kept survives a reload. */
  isLasting(): Promise<boolean>
}

interface Kept {
  keptAt: number
  value: unknown
}

const DATABASE = 'thi-so'
const TABLE = 'attempts'
const PREFIX = 'thi-so.kept.'
/** A database that does not answer in this time is treated as broken: the paper must open. */
const PATIENCE_MS = 2_000

export function openKeptStore(
  factory: IDBFactory | undefined = safeIndexedDb(),
  local: Storage | undefined = localStore(),
): KeptStore {
  const memory = new Map<string, Kept>()
  let opening: Promise<IDBDatabase> | undefined

  const database = () => {
    opening ??= openDatabase(factory)
    return opening
  }
  const run = async <T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const db = await database()
    try {
      return await withinPatience(transact(db, mode, work))
    } catch (error) {
      // iOS drops connections of sleeping pages; the next call opens a new one.
      opening = undefined
      throw error
    }
  }
  const spare = {
    get(key: string): Kept | undefined {
      const inMemory = memory.get(key)
      if (inMemory) return inMemory
      try {
        const raw = local?.getItem(PREFIX + key)
        return raw ? (JSON.parse(raw) as Kept) : undefined
      } catch {
        return undefined
      }
    },
    set(key: string, kept: Kept) {
      memory.set(key, kept)
      try {
        local?.setItem(PREFIX + key, JSON.stringify(kept))
      } catch {
        // Full or forbidden: memory alone has it, which still survives everything but a reload.
      }
    },
    remove(key: string) {
      memory.delete(key)
      try {
        local?.removeItem(PREFIX + key)
      } catch {
        // Nothing was kept there then.
      }
    },
  }

  return {
    async get<T>(key: string) {
      // A spare copy exists only when the last write to the database failed, so it is the newer one.
      const found = spare.get(key) ?? (await run('readonly', (table) => table.get(key)).catch(() => undefined))
      return (found as Kept | undefined)?.value as T | undefined
    },
    async set(key, value) {
      const kept: Kept = { keptAt: Date.now(), value }
      try {
        await run('readwrite', (table) => table.put(kept, key))
        spare.remove(key)
      } catch {
        spare.set(key, kept)
      }
    },
    async remove(key) {
      spare.remove(key)
      await run('readwrite', (table) => table.delete(key)).catch(() => undefined)
    },
    async isLasting() {
      const probe = 'probe'
      try {
        await run('readwrite', (table) => table.put({ keptAt: 0, value: null }, probe))
        await run('readwrite', (table) => table.delete(probe))
        return true
      } catch {
        try {
          local?.setItem(PREFIX + probe, '')
          local?.removeItem(PREFIX + probe)
          return local !== undefined
        } catch {
          return false
        }
      }
    },
    async sweep(olderThanMs, now) {
      const keys = await run('readonly', (table) => table.getAllKeys()).catch(() => [])
      for (const key of keys) {
        const kept = (await run('readonly', (table) => table.get(key)).catch(() => undefined)) as Kept | undefined
        if (kept && now - kept.keptAt > olderThanMs)
          await run('readwrite', (table) => table.delete(key)).catch(() => {})
      }
    },
  }
}

function openDatabase(factory: IDBFactory | undefined): Promise<IDBDatabase> {
  return withinPatience(
    new Promise((resolve, reject) => {
      if (!factory) throw new Error('no indexedDB')
      const request = factory.open(DATABASE, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE)
      request.onsuccess = () => {
        const db = request.result
        // Another tab with a newer version of the page must not wait for this one.
        db.onversionchange = () => db.close()
        resolve(db)
      }
      request.onerror = () => reject(request.error)
    }),
  )
}

function transact<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    // 'strict' waits for the disk: a phone whose battery dies a second later still has the choice.
    const transaction = db.transaction(TABLE, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(TABLE))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}

function withinPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database does not answer')), PATIENCE_MS)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function safeIndexedDb(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}
