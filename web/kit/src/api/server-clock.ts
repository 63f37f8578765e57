/**
 * The server's clock as this page knows it. Each answer of the server that carries its time gives one sample; the
 * sample with the shortest round trip wins, because its error is at most half that trip. The page's own clock is
 * read only through `performance.now()`, so changing the phone's time changes nothing.
 */
let offsetMs = Date.now() - performance.now()
let bestTripMs = Number.POSITIVE_INFINITY
let bestAt = 0

/** A sample stays the best for ten minutes; afterwards any newer one replaces it (phones sleep, clocks drift). */
const SAMPLE_LIFE_MS = 600_000
/** The server's own clock may be corrected by this much. */
const TOLERANCE_MS = 100

export function noteServerTime(serverTime: unknown, sentAt: number, receivedAt: number): void {
  if (typeof serverTime !== 'string') return
  const server = Date.parse(serverTime)
  if (Number.isNaN(server)) return
  const trip = receivedAt - sentAt
  const offset = server - (sentAt + trip / 2)
  // Two samples that cannot both be true: the page's clock stood still (the phone slept), so the older one is wrong.
  const isContradicted = Math.abs(offset - offsetMs) > (trip + bestTripMs) / 2 + TOLERANCE_MS
  if (trip > bestTripMs && receivedAt - bestAt < SAMPLE_LIFE_MS && !isContradicted) return
  bestTripMs = trip
  bestAt = receivedAt
  offsetMs = offset
}

/** The server's time in ms since 1970, as well as this page knows it. */
export function serverNow(): number {
  return performance.now() + offsetMs
}
