import { Icon, classes, formatClock, formatDuration } from '@thiso/kit'
import ClockIcon from 'lucide-react/icons/clock'
import { stageOf } from '../../clock/thresholds'
import { useTimeLeft } from '../../hooks/use-time-left'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

const ITEM_LAST_MS = 5_000

interface PaperClockProps {
  deadline: number
  pausedAt: string | null
  /** It is the clock of one place: short anyway, so only its last seconds are pressing. */
  isOfItem?: boolean
}

/** The time left by the server's clock, or of a clock that stands. Calm until the last minute; what it warns of is said elsewhere, once. */
export function PaperClock({ deadline, pausedAt, isOfItem }: PaperClockProps) {
  const t = useAttemptTexts()
  const running = useTimeLeft(deadline)
  const leftMs = pausedAt ? Math.max(0, deadline - Date.parse(pausedAt)) : running
  const stage = isOfItem && leftMs > ITEM_LAST_MS ? 'calm' : stageOf(leftMs)
  // Rounded up: 00:00 must mean that it is over.
  const seconds = Math.ceil(leftMs / 1000)
  return (
    <span className={classes('ts-clock', 'at-clock')} data-stage={stage} data-paused={pausedAt ? true : undefined}>
      <Icon of={ClockIcon} size={20} />
      <span
        role="timer"
        aria-live="off"
        aria-label={t(isOfItem ? 'oneWay.itemTimeLeft' : 'paper.timeLeft', { time: formatDuration(seconds * 1000) })}
        className="at-clock-digits"
      >
        {formatClock(seconds)}
      </span>
    </span>
  )
}
