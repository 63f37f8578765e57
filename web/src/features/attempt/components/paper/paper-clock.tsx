import { Icon, classes, formatClock, formatDuration } from '@thiso/kit'
import ClockIcon from 'lucide-react/icons/clock'
import { stageOf } from '../../clock/thresholds'
import { useTimeLeft } from '../../hooks/use-time-left'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** The time left by the server's clock. Calm until the last minute; what it warns of is said elsewhere, once. */
export function PaperClock({ deadline }: { deadline: number }) {
  const t = useAttemptTexts()
  const leftMs = useTimeLeft(deadline)
  // Rounded up: 00:00 must mean that it is over.
  const seconds = Math.ceil(leftMs / 1000)
  return (
    <span className={classes('ts-clock', 'at-clock')} data-stage={stageOf(leftMs)}>
      <Icon of={ClockIcon} size={20} />
      <span
        role="timer"
        aria-live="off"
        aria-label={t('paper.timeLeft', { time: formatDuration(seconds * 1000) })}
        className="at-clock-digits"
      >
        {formatClock(seconds)}
      </span>
    </span>
  )
}
