/**
 * LB-9: the freeze of the public board. From `freezeAt` on it shows what had been submitted before that instant, until an organizer
 * reveals it. What counts is when something was submitted, not when it was scored or arrived: a late or repeated message moves nothing.
 * Instants in ms since 1970.
 */
export interface FreezeSetting {
  closesAt: number
  /** 0: never */
  freezeMinutes: number
  /** Where the freeze was nailed down because the end was moved; null: so many minutes before the end. */
  frozenFrom: number | null
}

/** When the board stands still, or will; null: never. Whether it has been revealed is no matter here. */
export function freezeAtOf({ closesAt, freezeMinutes, frozenFrom }: FreezeSetting): number | null {
  return frozenFrom ?? (freezeMinutes > 0 ? closesAt - freezeMinutes * 60_000 : null)
}

/**
 * From when on submissions are not on the public board; null: all are. It is the same before the freeze begins, when nothing has been
 * submitted after it, so that nothing has to happen at that moment.
 * @param revealedAt when an organizer revealed the board or published the results, which shows everything too
 */
export function boardCutoff(setting: FreezeSetting, revealedAt: number | null): number | null {
  return revealedAt === null ? freezeAtOf(setting) : null
}

/** Whether a result is on a board with this cutoff. */
export function isOnBoard(submittedAtMs: number, cutoff: number | null): boolean {
  return cutoff === null || submittedAtMs < cutoff
}

/** Whether the board stands still at this moment. */
export function isFrozen(cutoff: number | null, now: number): boolean {
  return cutoff !== null && now >= cutoff
}

/**
 * LB-10: what becomes of the freeze when the end or the length of the freeze is changed. One that has begun stays where it is, and one
 * that has not begins no earlier than now: what was shown is never taken back, what was hidden is never shown by moving the end.
 * @param after the end lies in the future, or is this moment as another clock reads it
 * @returns the new `frozenFrom`
 */
export function movedFreeze(
  before: FreezeSetting,
  after: { closesAt: number; freezeMinutes: number },
  now: number,
): number | null {
  const begun = freezeAtOf(before)
  if (begun !== null && now >= begun) return begun
  const next = freezeAtOf({ ...after, frozenFrom: null })
  // A round closed at this moment: who is stopped by it ends at the closing instant, which is not before the freeze.
  return next !== null && next < now ? Math.min(now, after.closesAt) : null
}

/** Whether a board that is to be frozen moves at all: the freeze begins after the round does. */
export function isSoundFreeze(window: { opensAt: number; closesAt: number }, freezeMinutes: number): boolean {
  return window.closesAt - freezeMinutes * 60_000 > window.opensAt
}
