import type { ResultPolicy, RoundState } from '@thiso/contracts/vocab'

/** Instants in ms since 1970. */
export interface RoundWindow {
  opensAt: number
  closesAt: number
  isPublished: boolean
}

/**
 * RD-1: the state of a round follows from its window and from whether it is published; nothing has to fire for a round
 * to open or close. Open from `opensAt` (inclusive) to `closesAt` (exclusive).
 */
export function roundState(window: RoundWindow, now: number): RoundState {
  if (!window.isPublished) return 'draft'
  if (now < window.opensAt) return 'scheduled'
  return now < window.closesAt ? 'open' : 'closed'
}

/** RD-2: the deadline of an attempt: its time limit, but never past the end of the round. */
export function deadlineOf(startedAt: number, timeLimitS: number, closesAt: number): number {
  return Math.min(startedAt + timeLimitS * 1000, closesAt)
}

/**
 * RD-3: keys, explanations and right answers by topic may be shown once no answer of anybody can count any more:
 * the round has closed and the grace, plus a margin for the closing job, is over.
 */
export const REVEAL_MARGIN_MS = 10_000
export function canRevealKeys(closesAt: number, graceMs: number, now: number): boolean {
  return now >= closesAt + graceMs + REVEAL_MARGIN_MS
}

/**
 * RD-4: when a participant sees the own score.
 * @param publishedAt when the organizers published the results, or null
 * @returns ms since 1970; Infinity while nobody knows when
 */
export function resultVisibleAt(
  policy: ResultPolicy,
  submittedAt: number,
  closesAt: number,
  graceMs: number,
  publishedAt: number | null,
): number {
  if (policy === 'at_once') return submittedAt
  const afterClose = closesAt + graceMs + REVEAL_MARGIN_MS
  if (policy === 'after_close') return afterClose
  return publishedAt === null ? Number.POSITIVE_INFINITY : Math.max(publishedAt, afterClose)
}

/**
 * CL-1: a paused round does not close: while it stands still, its stored end lies so much later than the one that people see. Long enough
 * for any repair; whoever forgets a pause still finds the round closed in the end.
 */
export const PAUSE_LIMIT_MS = 7 * 86_400_000

/** The closing time that people see: while paused, the one from before the pause. Instants in ms since 1970. */
export function shownClosesAt(closesAt: number, pausedAt: number | null): number {
  return pausedAt === null ? closesAt : closesAt - PAUSE_LIMIT_MS
}

/** The closing time that is stored for one that people see. */
export function storedClosesAt(shownAt: number, pausedAt: number | null): number {
  return pausedAt === null ? shownAt : shownAt + PAUSE_LIMIT_MS
}

/** RD-5: a window is sound if it ends after it begins, with room for one attempt in it. */
export function isSoundWindow(opensAt: number, closesAt: number, timeLimitS: number): boolean {
  return closesAt - opensAt >= timeLimitS * 1000
}
