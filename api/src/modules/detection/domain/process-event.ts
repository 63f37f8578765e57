import { createHash } from 'node:crypto'

/** What reaches the server late by less than this is not called late. */
const LATE_MS = 10_000
/** A device's clock that is off by less is not worth a word. */
const CLOCK_OFF_MS = 60_000

/**
 * PE-3: when something happened, by the server's clock: its arrival, less what the page says it waited (both ends of the wait by the
 * page's own clock, so that a wrong clock does no harm). Never before the start of the attempt, never after its end or the arrival.
 * @param times all in ms since 1970; `startedAt`, `endedAt` and `arrivedAt` by the server's clock, `atMs` and `sentAtMs` by the device's
 * @returns the moment, and how long it waited where that is ten seconds or more, in ms
 */
export function placedAt(times: {
  atMs: number
  sentAtMs: number
  arrivedAt: number
  startedAt: number
  endedAt: number | null
}): { at: number; lateMs: number | null } {
  const { atMs, sentAtMs, arrivedAt, startedAt, endedAt } = times
  const last = Math.max(startedAt, Math.min(arrivedAt, endedAt ?? arrivedAt))
  const at = Math.min(last, Math.max(startedAt, arrivedAt - Math.max(0, sentAtMs - atMs)))
  return { at, lateMs: arrivedAt - at >= LATE_MS ? arrivedAt - at : null }
}

/**
 * PE-3: how far the device's clock is ahead of the server's, in whole minutes as ms; null: less than a minute, which counts as right.
 * @param sentAtMs the device's clock when it sent; `arrivedAt` the server's when it came, both in ms since 1970
 */
export function clockOffset(sentAtMs: number, arrivedAt: number): number | null {
  const offset = sentAtMs - arrivedAt
  return Math.abs(offset) < CLOCK_OFF_MS ? null : Math.round(offset / 60_000) * 60_000
}

/** The id of an event: the same attempt and mark give the same id, whoever writes it and however often. A UUID of version 8 (RFC 9562). */
export function eventIdOf(attemptId: string, mark: string): string {
  const hex = createHash('sha256').update(`process-event\0${attemptId}\0${mark}`).digest('hex')
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
