/** A seat of this device: what brings it back after a reload, a dead battery or a lost network. */
export interface KeptSeat {
  lessonId: string
  pin: string
  title: string
  /** Made here, once for the lesson: the same one gets the same seat again. */
  device: string
  /** null: asked for, not seated yet. */
  token: string | null
  name: string
  /** When it was used last, ms since 1970. */
  at: number
}

/** An answer that left the hand and was not confirmed. */
export interface UnsentAnswer {
  lessonId: string
  place: number
  line: string
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const SEATS = 'thiso.lessons'
const UNSENT = 'thiso.lesson.unsent'
const MOST = 12
/** Homework may run for weeks; after that nobody looks for the seat. */
const LIFE_MS = 60 * 86_400_000

/** Without storage (private windows of some phones) the seat lasts as long as the page. */
const memory = new Map<string, string>()
const inMemory: Store = {
  getItem: (key) => memory.get(key) ?? null,
  setItem: (key, value) => void memory.set(key, value),
  removeItem: (key) => void memory.delete(key),
}

function storage(): Store {
  try {
    localStorage.setItem('thiso.try', '1')
    localStorage.removeItem('thiso.try')
    return localStorage
  } catch {
    return inMemory
  }
}

function read<T>(store: Store, key: string): T | null {
  try {
    return JSON.parse(store.getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

function isSeat(value: unknown): value is KeptSeat {
  const seat = value as Partial<KeptSeat> | null
  return (
    typeof seat === 'object' &&
    seat !== null &&
    typeof seat.lessonId === 'string' &&
    typeof seat.device === 'string' &&
    typeof seat.pin === 'string' &&
    typeof seat.at === 'number'
  )
}

/** The seats of this device, the one used last first. */
export function keptSeats(nowMs = Date.now(), store = storage()): KeptSeat[] {
  const found = read<unknown>(store, SEATS)
  const seats = Array.isArray(found) ? found.filter(isSeat) : []
  return seats.filter(({ at }) => nowMs - at < LIFE_MS).sort((a, b) => b.at - a.at)
}

export const seatOf = (lessonId: string, nowMs = Date.now(), store = storage()): KeptSeat | undefined =>
  keptSeats(nowMs, store).find((seat) => seat.lessonId === lessonId)

/** The seat that `/lop/choi` shows. */
export const currentSeat = (nowMs = Date.now(), store = storage()): KeptSeat | undefined =>
  keptSeats(nowMs, store).find(({ token }) => token !== null)

/** Writes the seat down as the one used last. */
export function keepSeat(seat: Omit<KeptSeat, 'at'>, nowMs = Date.now(), store = storage()): KeptSeat {
  const others = keptSeats(nowMs, store).filter(({ lessonId }) => lessonId !== seat.lessonId)
  const kept = { ...seat, at: Math.max(nowMs, (others[0]?.at ?? 0) + 1) }
  try {
    store.setItem(SEATS, JSON.stringify([kept, ...others].slice(0, MOST)))
  } catch {
    // The storage is full: the page itself still has the seat.
  }
  return kept
}

/** The token is worth nothing any more; the device stays the same for this lesson. */
export function loseToken(lessonId: string, nowMs = Date.now(), store = storage()): void {
  const seats = keptSeats(nowMs, store).map((seat) => (seat.lessonId === lessonId ? { ...seat, token: null } : seat))
  store.setItem(SEATS, JSON.stringify(seats))
}

export function forgetSeat(lessonId: string, nowMs = Date.now(), store = storage()): void {
  store.setItem(SEATS, JSON.stringify(keptSeats(nowMs, store).filter((seat) => seat.lessonId !== lessonId)))
}

/** 24 characters nobody can guess. */
export function newDevice(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

export function keepUnsent(answer: UnsentAnswer | null, store = storage()): void {
  try {
    if (answer) store.setItem(UNSENT, JSON.stringify(answer))
    else store.removeItem(UNSENT)
  } catch {
    // As above.
  }
}

export function unsentAnswer(lessonId: string, store = storage()): UnsentAnswer | null {
  const found = read<UnsentAnswer>(store, UNSENT)
  return found?.lessonId === lessonId && typeof found.place === 'number' && typeof found.line === 'string'
    ? found
    : null
}
