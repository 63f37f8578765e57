import { serverNow } from '@thiso/kit/api/server-clock'

/**
 * The server's time for the one screen where minutes decide. It begins with the kit's clock and then goes its own way:
 * it counts on the page's own time, which on many phones stands still while they sleep, so each answer of the server
 * is compared with it, and a gap larger than the trip explains is closed. After a sleep without network the device's
 * clock bridges the gap until then.
 */
let offsetMs: number | undefined
let device: { wall: number; page: number } | undefined

/** Smaller gaps are left alone: a clock on screen should not jump for nothing. */
const TOLERANCE_MS = 250
const SLEEP_MS = 2_000

const offset = () => {
  offsetMs ??= serverNow() - performance.now()
  return offsetMs
}

export function attemptNow(): number {
  return performance.now() + offset()
}

/** `tripMs` is how long the question and its answer were under way together. */
export function compareWithServer(serverTime: string, tripMs: number) {
  const server = Date.parse(serverTime)
  if (Number.isNaN(server)) return
  const gap = server + tripMs / 2 - attemptNow()
  if (Math.abs(gap) > tripMs / 2 + TOLERANCE_MS) offsetMs = offset() + gap
  noteDevice()
}

/** Call when the page is seen again. */
export function noticeSleep() {
  const before = device
  noteDevice()
  if (!before || !device) return
  const slept = device.wall - before.wall - (device.page - before.page)
  if (slept > SLEEP_MS) offsetMs = offset() + slept
}

function noteDevice() {
  device = { wall: Date.now(), page: performance.now() }
}

/** How far the server is ahead of this device: kept with the paper for a reload without network. */
export const deviceSkew = () => attemptNow() - Date.now()

/** After a reload without network: the skew that was true before it. */
export function assumeSkew(skewMs: number) {
  offsetMs = Date.now() + skewMs - performance.now()
  noteDevice()
}
