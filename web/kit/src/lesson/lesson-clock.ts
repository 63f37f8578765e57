import { useEffect, useState } from 'react'
import { serverNow } from '../api/server-clock'
import type { LessonStep } from './host-state'

/**
 * lead: everybody has the item, answers are not taken yet; running: they are; over: the time is gone; none: there is no clock.
 */
export type ClockStage = 'none' | 'lead' | 'running' | 'over'

export interface LessonClock {
  stage: ClockStage
  /** ms until answers open (lead) or close (running); 0 otherwise. */
  leftMs: number
  isPaused: boolean
}

type Timed = Pick<LessonStep, 'phase' | 'opensAt' | 'closesAt' | 'pausedAt'>

/**
 * Where the clock of the open place stands.
 * @param nowMs by the server's clock
 * @param closesAt of one seat with extra time, instead of the class's
 */
export function clockAt(step: Timed, nowMs: number, closesAt: string | null = step.closesAt): LessonClock {
  const isPaused = step.pausedAt !== null
  if (step.phase !== 'open' || step.opensAt === null || closesAt === null) return { stage: 'none', leftMs: 0, isPaused }
  const now = step.pausedAt === null ? nowMs : Math.min(nowMs, Date.parse(step.pausedAt))
  const toOpen = Date.parse(step.opensAt) - now
  if (toOpen > 0) return { stage: 'lead', leftMs: toOpen, isPaused }
  const toClose = Date.parse(closesAt) - now
  return toClose > 0 ? { stage: 'running', leftMs: toClose, isPaused } : { stage: 'over', leftMs: 0, isPaused }
}

/** The clock of the open place, told again on every whole second of it. */
export function useLessonClock(step: Timed, closesAt: string | null = step.closesAt): LessonClock {
  const [clock, setClock] = useState(() => clockAt(step, serverNow(), closesAt))
  const { phase, opensAt, pausedAt } = step
  const ownCloses = step.closesAt
  useEffect(() => {
    const timed = { phase, opensAt, closesAt: ownCloses, pausedAt }
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      clearTimeout(timer)
      const now = clockAt(timed, serverNow(), closesAt)
      setClock(now)
      const isMoving = !now.isPaused && (now.stage === 'lead' || now.stage === 'running')
      // Rounded up like every clock here: the number changes when its second is gone.
      if (isMoving) timer = setTimeout(tick, (now.leftMs % 1000) + 15)
    }
    // Timers sleep with a phone; the first glance must be true.
    const wake = () => document.visibilityState === 'visible' && tick()
    tick()
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [phase, opensAt, ownCloses, pausedAt, closesAt])
  return clock
}
