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
 * AT-12: until when an answer to a place counts that was opened at `openedAt`, grace included: its own clock with extra time and the
 * credit given since it was opened, never past the attempt's own last moment.
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
