/**
 * CR-52: what is known of the last device that asked for a seat which another one has. A seat has one request at a time, so however many
 * devices ask, a host sees no more requests than seats. Instants are in ms since 1970.
 */
export interface SeatRequestState {
  deviceHash: string
  /** When the device asked last; it asks again every few seconds while it waits. */
  repeatedAtMs: number
  admittedAtMs: number | null
  /** The device that the host refused last, perhaps one that asked before the present one. */
  refusedHash: string | null
  refusedAtMs: number | null
}

/** A device that has not asked again for so long waits no more. */
export const LAPSE_MS = 30_000
/** A device that has missed so much of its asking again gives way to a newer one. */
export const MISSED_MS = 8_000
/** For how long the host's word holds, yes or no. */
export const WORD_MS = 120_000

/**
 * What becomes of a device that asks.
 * admitted: the host has let it in; refused: the host has not; repeats: it goes on asking; opens: it is the one that asks now; waits:
 * another one asks now or was let in just now, and this one may have its turn later.
 */
export type Asking = 'admitted' | 'refused' | 'repeats' | 'opens' | 'waits'

/** CR-52: what becomes of a device that asks for the seat. @param request null: nobody has asked yet */
export function askingOf(request: SeatRequestState | null, deviceHash: string, nowMs: number): Asking {
  if (!request) return 'opens'
  if (request.refusedHash === deviceHash && holds(request.refusedAtMs, nowMs)) return 'refused'
  const isOwn = request.deviceHash === deviceHash
  if (holds(request.admittedAtMs, nowMs)) return isOwn ? 'admitted' : 'waits'
  if (!isOpen(request, nowMs)) return 'opens'
  if (isOwn) return 'repeats'
  return nowMs - request.repeatedAtMs <= MISSED_MS ? 'waits' : 'opens'
}

/** CR-52: whether the host may still say a word to it: nobody has, and the device is still there. */
export function isOpen(
  { deviceHash, repeatedAtMs, admittedAtMs, refusedHash }: SeatRequestState,
  nowMs: number,
): boolean {
  return admittedAtMs === null && refusedHash !== deviceHash && nowMs - repeatedAtMs <= LAPSE_MS
}

function holds(saidAtMs: number | null, nowMs: number): boolean {
  return saidAtMs !== null && nowMs - saidAtMs <= WORD_MS
}
