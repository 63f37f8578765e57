/** A span of time in ms since 1970; the end does not belong to it. */
export interface Interval {
  from: number
  to: number
}

/** CL-5: the same time without overlaps, in order; what is empty is left out. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const ordered = intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)
  const result: Interval[] = []
  for (const { from, to } of ordered) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** CL-5: how long intervals are together, counting every instant once, in ms. */
export function totalMs(intervals: readonly Interval[]): number {
  return merged(intervals).reduce((total, { from, to }) => total + to - from, 0)
}

/** The part of an interval that lies within another; null: none. */
export function within(interval: Interval, { from, to }: Interval): Interval | null {
  const part = { from: Math.max(interval.from, from), to: Math.min(interval.to, to) }
  return part.from < part.to ? part : null
}

/** CL-5: how much of a span was taken out of the clock, counting every instant once, in ms. */
export function takenOutMs(takenOut: readonly Interval[], span: Interval): number {
  return totalMs(takenOut.flatMap((one) => within(one, span) ?? []))
}

/** An attempt as a credit looks at it; instants in ms since 1970. */
export interface CreditedAttempt {
  startedAt: number
  deadlineAt: number
  /** null: it runs. */
  submittedAt: number | null
  submitKind: 'by_participant' | 'at_deadline' | null
  /** What has been taken out of its clock already: earlier credits and the pauses of the round. */
  earlier: readonly Interval[]
}

export type CreditOutcome =
  /** It runs on for `addedMs` longer. */
  | { effect: 'running'; part: Interval; addedMs: number; totalMs: number }
  /** Its time used is less by `addedMs`. */
  | { effect: 'submitted'; part: Interval; addedMs: number; totalMs: number }
  /** Its person may start one more. */
  | { effect: 'one-more'; part: Interval }

/**
 * CL-4, CL-5: what an interval that is taken out of the clock does to an attempt.
 * - Running: it gets the part that lies between its start and now, less what was given before. Once the round has closed it runs no longer
 *   for that (RD-6): it counts as submitted.
 * - Submitted by the participant: the part until the submission is taken off the time used.
 * - Ended at a deadline that fell into the interval: one attempt more while the round is open; else as submitted.
 * @param attempt one whose time is over is submitted at its deadline, whether the job that closes it has come to it or not
 * @returns null when it does nothing to it
 */
export function creditOf(
  attempt: CreditedAttempt,
  interval: Interval,
  { now, isOpen }: { now: number; isOpen: boolean },
): CreditOutcome | null {
  const { startedAt, deadlineAt, submittedAt, submitKind, earlier } = attempt
  const isRunning = submittedAt === null && isOpen
  const life = { from: startedAt, to: isRunning ? now : Math.min(submittedAt ?? now, deadlineAt) }
  const part = within(interval, life)
  if (!part) return null
  const isCutOff = submitKind === 'at_deadline' && interval.from < deadlineAt && deadlineAt <= interval.to
  if (isCutOff && isOpen) return { effect: 'one-more', part }
  const known = earlier.flatMap((one) => within(one, life) ?? [])
  const total = totalMs([...known, part])
  const addedMs = total - totalMs(known)
  if (addedMs === 0) return null
  return { effect: isRunning ? 'running' : 'submitted', part, addedMs, totalMs: total }
}
