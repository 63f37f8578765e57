import { serverNow } from '@thiso/kit/api/server-clock'

/**
 * The server's time for the one screen where minutes decide. The kit's clock counts on the page's own time, which on
 * many phones stands still while they sleep; here each answer of the server is compared with it, and a gap larger than
 * the trip explains is added. After a sleep without network the device's clock bridges the gap until then.
 */
let correctionMs = 0
let device: { wall: number; page: number } | undefined

/** Less than this is left to the kit's clock. */
const TOLERANCE_MS = 750
const SLEEP_MS = 2_000

export function attemptNow(): number {
  return serverNow() + correctionMs
}

export function compareWithServer(serverTime: string, tripMs: number) {
  const server = Date.parse(serverTime)
  if (Number.isNaN(server)) return
  const gap = server + tripMs / 2 - attemptNow()
  if (Math.abs(gap) > tripMs / 2 + TOLERANCE_MS) correctionMs += gap
  noteDevice()
}

/** Call when the page is seen again. */
export function noticeSleep() {
  const before = device
  noteDevice()
  if (!before || !device) return
  const slept = device.wall - before.wall - (device.page - before.page)
  if (slept > SLEEP_MS) correctionMs += slept
}

function noteDevice() {
  device = { wall: Date.now(), page: performance.now() }
}

/** How far the server is ahead of this device: kept with the paper for a reload without network. */
export const deviceSkew = () => attemptNow() - Date.now()

/** After a reload without network: the skew that was true before it. */
export function assumeSkew(skewMs: number) {
  correctionMs += skewMs - deviceSkew()
  noteDevice()
}
