/** What this phone steers, and the key to it. It ends with the tab: a phone that goes on to somebody else carries no key. */
export interface RemoteKey {
  lessonId: string
  remoteKey: string
  /** The end was seen here. Where a key opens nothing before that, another phone has taken its place. */
  isOver?: boolean
}

const PLACE = 'thiso.remote'
/** Where the browser keeps nothing (a private window of an old phone), at least until the page is reloaded. */
let atHand: RemoteKey | null = null

export function keptKey(): RemoteKey | null {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(PLACE) ?? 'null')
    return isKey(kept) ? kept : atHand
  } catch {
    return atHand
  }
}

export function keepKey(key: RemoteKey | null): void {
  atHand = key
  try {
    if (key) window.sessionStorage.setItem(PLACE, JSON.stringify(key))
    else window.sessionStorage.removeItem(PLACE)
  } catch {
    // It is at hand.
  }
}

function isKey(value: unknown): value is RemoteKey {
  const { lessonId, remoteKey } = (value ?? {}) as Partial<RemoteKey>
  return typeof lessonId === 'string' && typeof remoteKey === 'string'
}
