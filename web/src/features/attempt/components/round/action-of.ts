import type { Role, RoundState } from '@thiso/contracts'
import type { MyPartData } from '../../../../lib/shapes'

export type RoundAction =
  | { kind: 'continue'; attemptId: string }
  | { kind: 'start'; attemptNo: number; lastAttemptId: string | null; extraPercent: number }
  | { kind: 'sign-in' }
  | { kind: 'wait' }
  /** The next attempt is possible later, at `at`. */
  | { kind: 'later'; at: string; lastAttemptId: string | null }
  | { kind: 'paused' }
  /** Something stands against this person's taking part. */
  | { kind: 'barred'; why: NonNullable<MyPartData['barred']> }
  | { kind: 'used-up'; lastAttemptId: string | null }
  | { kind: 'closed'; lastAttemptId: string | null }
  | { kind: 'staff' }

/** The one thing to do on a round's page. A running attempt comes before everything: its clock does not wait. */
export function actionOf(
  state: RoundState,
  role: Role | null,
  mine: MyPartData | null,
  pausedAt: string | null,
): RoundAction {
  if (mine?.runningAttemptId) return { kind: 'continue', attemptId: mine.runningAttemptId }
  const lastAttemptId = mine?.lastSubmittedAttemptId ?? null
  if (state === 'closed') return { kind: 'closed', lastAttemptId }
  if (role === 'administrator' || role === 'organizer') return { kind: 'staff' }
  if (role === null) return { kind: 'sign-in' }
  if (mine?.barred) return { kind: 'barred', why: mine.barred }
  if (state !== 'open') return { kind: 'wait' }
  if (mine?.nextAttemptAt) return { kind: 'later', at: mine.nextAttemptAt, lastAttemptId }
  if (mine?.attemptsLeft === 0) return { kind: 'used-up', lastAttemptId }
  if (pausedAt) return { kind: 'paused' }
  return {
    kind: 'start',
    attemptNo: (mine?.startedCount ?? 0) + 1,
    lastAttemptId,
    extraPercent: mine?.extraPercent ?? 0,
  }
}
