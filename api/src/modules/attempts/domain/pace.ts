/**
 * AT-17: how many changes of answers an attempt may hand in. Nobody taps and types ten choices a second for minutes; a phone that comes back
 * from a time without network hands in many at once, and what is sent again counts again. So there is room for many at once, and it fills
 * up again faster than a person empties it.
 */
export const CHANGES_AT_ONCE = 600
export const CHANGES_A_SECOND = 10

/** What is left, and since when; kept with the attempt in memory, each process for itself. */
export interface Pace {
  left: number
  /** ms since 1970. */
  at: number
}

export const freshPace = (): Pace => ({ left: CHANGES_AT_ONCE, at: 0 })

/**
 * Takes so many changes from what is left, in place: the busiest path makes no garbage.
 * @returns 0 when they were taken; else the whole seconds until there is room for them, and nothing was taken. More changes than fit at once
 *   are taken when all is left, so that nothing waits for ever.
 */
export function takeChanges(pace: Pace, count: number, now: number): number {
  const left = Math.min(CHANGES_AT_ONCE, pace.left + Math.max(0, now - pace.at) * (CHANGES_A_SECOND / 1_000))
  const wanted = Math.min(count, CHANGES_AT_ONCE)
  pace.at = now
  pace.left = left
  if (left < wanted) return Math.max(1, Math.ceil((wanted - left) / CHANGES_A_SECOND))
  pace.left = left - wanted
  return 0
}
