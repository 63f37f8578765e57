import { Badge, classes, formatClock, Icon, useLocale } from '@thiso/kit'
import type { LessonClock } from '@thiso/kit/lesson/lesson-clock'
import Clock from 'lucide-react/icons/clock'
import Pause from 'lucide-react/icons/pause'
import type { ReactNode } from 'react'
import { ownTeam } from '../seat/said'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import './play-head.css'

interface PlayHeadProps {
  known: Known
  /** The heading of the screen, which takes the focus. */
  heading: ReactNode
  clock?: LessonClock
  /** Seconds of running clock that the place has for this seat. */
  limitS?: number
}

/** From here on the time wears the sun. */
const SHORT_S = 5

/** Where one is, who one is, how much time: two lines and a bar. */
export function PlayHead({ known, heading, clock, limitS = 0 }: PlayHeadProps) {
  const t = useLessonTexts()
  const [language] = useLocale()
  const { seat, told, mode } = known
  const team = ownTeam(known, language)
  const seconds = clock ? Math.ceil(clock.leftMs / 1000) : 0
  const isRunning = clock?.stage === 'running'
  return (
    <div className="ls-play-head">
      <div className="ls-head-row">
        {heading}
        {isRunning && (
          <span
            className={classes('ls-clock ts-number', seconds <= SHORT_S && 'ls-clock-short')}
            role="timer"
            aria-live="off"
          >
            <Icon of={clock.isPaused ? Pause : Clock} size={20} />
            <span>{formatClock(seconds)}</span>
          </span>
        )}
      </div>
      <div className="ls-head-row ls-head-who">
        <span className="ls-who">
          {seat.name}
          {team && ` · ${team}`}
          {mode === 'bell' && ` · ${t('frame.seat', { number: seat.seat })}`}
        </span>
        {mode === 'bell' && seat.floor !== null && (
          <Badge tone={seat.floor === 'on' ? 'sun' : 'neutral'}>
            {t(seat.floor === 'on' ? 'floor.on' : seat.floor === 'out' ? 'floor.off' : 'floor.reserves')}
          </Badge>
        )}
        {told && told.rightCount > 0 && (
          <span className="ts-number">{t('frame.right', { count: told.rightCount })}</span>
        )}
      </div>
      <TimeBar clock={clock} limitS={limitS} />
    </div>
  )
}

/** Fills while one reads, empties while one answers; steps of a second, glided over where motion is welcome. */
function TimeBar({ clock, limitS }: { clock: LessonClock | undefined; limitS: number }) {
  if (!clock || clock.stage === 'none') return <span className="ls-bar" aria-hidden="true" />
  const seconds = Math.ceil(clock.leftMs / 1000)
  // One second ahead: the bar glides to where it will be when the number changes.
  const ahead = clock.isPaused ? 0 : 1
  const share = clock.stage === 'running' ? Math.max(0, Math.min(1, (seconds - ahead) / Math.max(1, limitS))) : 0
  return (
    <span className={classes('ls-bar', `ls-bar-${clock.stage}`)} aria-hidden="true">
      <span style={{ transform: `scaleX(${clock.stage === 'lead' ? 1 : share})` }} />
    </span>
  )
}
