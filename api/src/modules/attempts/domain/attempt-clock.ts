/**
 * The clock of one attempt. Instants in ms since 1970. Extra time is a person's share in percent of every limit; a credit is what
 * organizers took out of the clock (an outage, a pause), in ms.
 */

/** AT-14: a limit with a person's extra time, in ms: whole, since limits are whole seconds and shares whole percents. */
export function extendedMs(limitS: number, extraPercent: number): number {
  return limitS * 10 * (100 + extraPercent)
}

/**
 * RD-2, AT-14: start + limit with extra time + credit, never past the end of the round: after it the keys may be shown (RD-3), so whoever
 * needs the credit then needs a later end of the round.
 */
export function attemptDeadline(
  startedAt: number,
  timeLimitS: number,
  closesAt: number,
  { extraPercent, creditMs }: { extraPercent: number; creditMs: number },
): number {
  return Math.min(startedAt + extendedMs(timeLimitS, extraPercent) + creditMs, closesAt)
}

/**
 * AT-12: until when an answer to a place counts that was opened at `openedAt`, grace included: its own clock with extra time and
 * what was taken out of the clock since it was opened (AT-14), never past the attempt's own last moment.
 * @param itemClockS null: only the clock of the paper
 */
export function placeUntil(
  openedAt: number,
  itemClockS: number | null,
  acceptUntil: number,
  { extraPercent, creditSinceMs, graceMs }: { extraPercent: number; creditSinceMs: number; graceMs: number },
): number {
  if (itemClockS === null) return acceptUntil
  return Math.min(openedAt + extendedMs(itemClockS, extraPercent) + creditSinceMs + graceMs, acceptUntil)
}

/**
 * CL-1: whether an attempt's time is over, grace included. While the clock stands, what was not over before goes on, and what was is not
 * brought back.
 * @param pausedAt since when the clock of the round stands; null: it runs
 */
export function isOver(
  { deadlineAt, graceMs, pausedAt }: { deadlineAt: number; graceMs: number; pausedAt: number | null },
  now: number,
): boolean {
  return Math.min(now, pausedAt ?? now) > deadlineAt + graceMs
}

/**
 * AT-13: whether the clock of the open place has run out, by the clock that the person sees. What is on its way still counts within the
 * grace, but nobody is kept at the place for it.
 * @param openUntil until when an answer to it counts, grace included
 */
export function isPlaceOver(openUntil: number, graceMs: number, now: number): boolean {
  return now > openUntil - graceMs
}

/**
 * LB-1: how much of a person's extra time there was before the end of the round, in hundredths of a percent of the limit, rounded up.
 * @param deadlineAt at which the attempt ended or would have
 * @param creditMs what had been taken out of its clock by then
 * @returns null: all of it, or there is none
 */
export function usableExtraOf(
  { startedAt, deadlineAt, creditMs }: { startedAt: number; deadlineAt: number; creditMs: number },
  timeLimitS: number,
  extraPercent: number,
): number | null {
  const availableMs = deadlineAt - startedAt - creditMs
  if (extraPercent === 0 || availableMs >= extendedMs(timeLimitS, extraPercent)) return null
  return Math.max(0, Math.ceil((availableMs * 10) / timeLimitS) - 10_000)
}

export interface TakenTime {
  startedAt: number
  submittedAt: number
  deadlineAt: number
  creditMs?: number
  /** Since when the clock has been standing at the submission; null or absent: it ran. */
  pausedAt?: number | null
}

/**
 * SC-2: the time used, in whole seconds rounded down: from the start to the submission, never past the deadline (what arrives in the grace
 * is not counted as slower than the bell) nor past the moment at which the clock was stopped, less the credit. What the person is told;
 * rankings normalise it for extra time.
 */
export function timeUsedS(time: TakenTime): number {
  const { startedAt, submittedAt, deadlineAt, creditMs = 0, pausedAt = null } = time
  const stoppedAt = Math.min(submittedAt, pausedAt === null ? deadlineAt : Math.min(deadlineAt, pausedAt))
  return Math.floor(Math.max(0, stoppedAt - startedAt - creditMs) / 1000)
}
