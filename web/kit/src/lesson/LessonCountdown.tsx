import Pause from 'lucide-react/icons/pause'
import { Icon } from '../layout/Icon'
import { classes } from '../layout/classes'
import { formatClock, type Locale } from '../text/format'
import type { LessonStep } from './host-state'
import { useLessonClock } from './lesson-clock'
import { lessonTexts } from './texts/lesson-texts'
import './lesson.css'

export interface LessonCountdownProps {
  step: Pick<LessonStep, 'phase' | 'opensAt' | 'closesAt' | 'pausedAt'>
  /** How long the place takes answers, for the ring around the number. */
  limitS: number
  /** Of one seat with extra time, instead of the class's. */
  closesAt?: string | null
  language: Locale
  className?: string
}

const AROUND = 2 * Math.PI * 45
/** From here on the ring wears the sun. */
const SHORT_S = 5
/** From here on it is told in minutes and seconds. */
const LONG_S = 100

/**
 * Seconds until answers open, then until they close, by the server's clock; it stands while the lesson stands. A ring of dots that the
 * time has not walked yet and a line where it has. Six em wide; sizes follow the text around it.
 */
export function LessonCountdown({ step, limitS, closesAt, language, className }: LessonCountdownProps) {
  const texts = lessonTexts(language)
  const { stage, leftMs, isPaused } = useLessonClock(step, closesAt ?? step.closesAt)
  if (stage === 'none') return null
  const seconds = Math.ceil(leftMs / 1000)
  const isLead = stage === 'lead'
  const isLong = seconds >= LONG_S
  const said = stage === 'over' ? texts.over : isLead ? texts.secondsToOpen(seconds) : texts.secondsLeft(seconds)
  // One second ahead: the line walks towards where it will be when the number changes.
  const share = Math.max(0, Math.min(1, (seconds - (isPaused ? 0 : 1)) / Math.max(1, limitS)))
  return (
    <div
      className={classes(
        'ts-lesson-clock',
        stage === 'running' && seconds <= SHORT_S && 'ts-lesson-clock-short',
        isLong && 'ts-lesson-clock-long',
        className,
      )}
      role="timer"
      aria-live="off"
    >
      <span className="ts-lesson-clock-ring" aria-hidden="true">
        <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
          <circle className="ts-lesson-clock-dots" cx="50" cy="50" r="45" />
          {!isLead && (
            <circle
              className="ts-lesson-clock-line"
              cx="50"
              cy="50"
              r="45"
              strokeDasharray={AROUND}
              strokeDashoffset={AROUND * (1 - share)}
            />
          )}
        </svg>
        <span className="ts-lesson-clock-face">
          {isPaused && <Icon of={Pause} size={28} />}
          <b>{isLong ? formatClock(seconds) : seconds}</b>
        </span>
      </span>
      {(isLead || stage === 'over') && <small aria-hidden="true">{isLead ? texts.getReady : texts.over}</small>}
      <span className="ts-hidden">{isPaused ? `${texts.paused}. ${said}` : said}</span>
      <span className="ts-hidden" role="status">
        {stage === 'running' && !isPaused && seconds <= 10 && limitS > 15 ? texts.tenSecondsLeft : ''}
      </span>
    </div>
  )
}
