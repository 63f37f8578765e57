import { localStore } from '../place/local-store'

/**
 * The name of this tab towards the server: only the holder of an attempt may write to it. It is kept in
 * sessionStorage so that a reload keeps it. A duplicated tab starts with a copy of that storage, so a name counts only
 * for the tab that also has its lock; the other one takes a new name. When a browser died, the next tab on this device
 * finds the lock of the old name free and goes on under it, without asking for a take-over.
 */

const SESSION_KEY = 'thi-so.holder'
const heirKey = (attemptId: string) => `thi-so.holder.${attemptId}`
/** A reload may come a moment before the browser has released the lock of the page it replaces. */
const RELEASE_MS = 400
const PING_MS = 200

let ofTab: Promise<string> | undefined
/** Names that this tab has the lock of. */
const ours = new Set<string>()

/** The name under which this tab speaks of an attempt; without one, the tab's own name. */
export async function holderOfThisTab(attemptId?: string): Promise<string> {
  ofTab ??= settle()
  const own = await ofTab
  if (!attemptId) return own
  const heir = read(localStore(), heirKey(attemptId))
  // Without locks a sleeping tab cannot be told from a dead one, so a tab then only ever keeps its own name.
  return heir && hasLocks() && (await claim(heir)) ? heir : own
}

/** The server has confirmed that `holder` holds the attempt: the next tab on this device may inherit the name. */
export function rememberHolder(attemptId: string, holder: string) {
  write(localStore(), heirKey(attemptId), holder)
}

export function forgetHolder(attemptId: string) {
  try {
    localStore()?.removeItem(heirKey(attemptId))
  } catch {
    // A name left behind is worth nothing: the server knows that the attempt has ended.
  }
}

export function newHolder(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
}

async function settle(): Promise<string> {
  const before = read(session(), SESSION_KEY)
  if (before && (await claim(before))) return before
  const fresh = newHolder()
  write(session(), SESSION_KEY, fresh)
  await claim(fresh)
  return fresh
}

const hasLocks = () => typeof navigator !== 'undefined' && 'locks' in navigator

/** True when no other living tab goes by this name; from then on this one does, until it closes. */
async function claim(holder: string): Promise<boolean> {
  if (ours.has(holder)) return true
  const isOurs = await (hasLocks() ? claimByLock(holder) : claimByAsking(holder))
  if (isOurs) ours.add(holder)
  return isOurs
}

function claimByLock(holder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const impatience = new AbortController()
    const timer = setTimeout(() => impatience.abort(), RELEASE_MS)
    navigator.locks
      .request(`thi-so.holder.${holder}`, { signal: impatience.signal }, () => {
        clearTimeout(timer)
        resolve(true)
        // Never settles: the lock is released when the tab closes.
        return new Promise(() => {})
      })
      .catch(() => resolve(false))
  })
}

let channel: BroadcastChannel | undefined

function claimByAsking(holder: string): Promise<boolean> {
  if (typeof BroadcastChannel === 'undefined') return Promise.resolve(true)
  channel ??= listen(new BroadcastChannel('thi-so.holder'))
  const asking = channel
  return new Promise((resolve) => {
    const hear = (event: MessageEvent<{ mine?: string }>) => {
      if (event.data.mine === holder) finish(false)
    }
    const timer = setTimeout(() => finish(true), PING_MS)
    const finish = (isFree: boolean) => {
      clearTimeout(timer)
      asking.removeEventListener('message', hear)
      resolve(isFree)
    }
    asking.addEventListener('message', hear)
    asking.postMessage({ whose: holder })
  })
}

function listen(opened: BroadcastChannel): BroadcastChannel {
  opened.addEventListener('message', (event: MessageEvent<{ whose?: string }>) => {
    const whose = event.data.whose
    if (whose && ours.has(whose)) opened.postMessage({ mine: whose })
  })
  return opened
}

function session(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}

function read(storage: Storage | undefined, key: string): string | null {
  try {
    const found = storage?.getItem(key) ?? null
    return found && /^[A-Za-z0-9_-]{16,64}$/.test(found) ? found : null
  } catch {
    return null
  }
}

function write(storage: Storage | undefined, key: string, value: string) {
  try {
    storage?.setItem(key, value)
  } catch {
    // The name then lives as long as the page.
  }
}
