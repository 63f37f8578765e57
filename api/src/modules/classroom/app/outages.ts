import type { LessonAct } from '../domain/lesson-state.js'
import type { LessonRow } from '../infra/lesson.repository.js'

/** Homework runs for days; an outage of seconds is nothing there. */
export function canPause({ state, settings }: LessonRow): boolean {
  return state.phase === 'open' && state.pausedAt === null && settings.mode !== 'homework'
}

/** CR-40: the pause since the last beat, if that is longer ago than a process that is there lets pass. */
export function outageOf(fresh: LessonRow, atMs: number, silentMs: number): LessonAct | null {
  if (!canPause(fresh) || fresh.aliveAtMs === null || atMs - fresh.aliveAtMs <= silentMs) return null
  return { kind: 'pause', why: 'outage', since: Math.round(fresh.aliveAtMs) }
}
