import ClockIcon from 'lucide-react/icons/clock'
import { useEffect, useRef, useState } from 'react'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { Icon } from '../layout/Icon'
import { formatClock, formatDuration } from '../text/format'

/** Milliseconds left until `target` by the server's clock; ticks on the server's whole seconds. */
export function useTimeLeft(target: number, serverNow: () => number = Date.now, onEnd?: () => void): number {
  const clock = useRef({ serverNow, onEnd })
  clock.current = { serverNow, onEnd }
  const [left, setLeft] = useState(() => Math.max(0, target - serverNow()))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let ended = false
    const tick = () => {
      const now = Math.max(0, target - clock.current.serverNow())
      setLeft(now)
      if (now > 0) timer = setTimeout(tick, (now % 1000) + 15 || 1000)
      else if (!ended) {
        ended = true
        clock.current.onEnd?.()
      }
    }
    const wake = () => {
      if (document.visibilityState !== 'visible' || ended) return
      // Timers sleep with the phone; what is shown at the first glance must be true.
      clearTimeout(timer)
      tick()
    }
    tick()
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [target])

  return left
}

export interface CountdownProps {
  /** The moment awaited, in ms. */
  target: number
  serverNow?: () => number
  onEnd?: () => void
  size?: 'normal' | 'large'
  className?: string
}

/** Days, hours, minutes and seconds; hushed for screen readers, which may still read it at will. */
export function Countdown({ target, serverNow, onEnd, size = 'normal', className }: CountdownProps) {
  const kit = useKit()
  const left = useTimeLeft(target, serverNow, onEnd)
  // Rounded up: 08:00:00 must be the moment the last second is gone, not a second before.
  const all = Math.ceil(left / 1000)
  const cells = [
    ['days', Math.floor(all / 86400)],
    ['hours', Math.floor((all % 86400) / 3600)],
    ['minutes', Math.floor((all % 3600) / 60)],
    ['seconds', all % 60],
  ] as const
  const shown = all >= 86400 ? cells : cells.slice(1)
  return (
    <div
      className={classes('ts-countdown', size === 'large' && 'ts-countdown-large', className)}
      role="timer"
      aria-live="off"
    >
      <span className="ts-hidden">{left > 0 ? kit('timeShort', { time: formatDuration(left) }) : kit('timeOver')}</span>
      {shown.map(([name, value]) => (
        <span className="ts-countdown-cell" key={name} aria-hidden="true">
          <span className="ts-countdown-value">{String(value).padStart(2, '0')}</span>
          <span className="ts-countdown-name">{kit(name)}</span>
        </span>
      ))}
      {size === 'large' && (
        <span className="ts-countdown-track" aria-hidden="true">
          <span style={{ width: `${((60 - (all % 60)) / 60) * 100}%` }} />
        </span>
      )}
    </div>
  )
}

export interface ClockProps {
  /** Seconds left. */
  seconds: number
  /** From here on the clock wears the sun and says so once to screen readers. */
  warnAt?: number
  warn?: boolean
  size?: 'normal' | 'large'
  className?: string
}

export function Clock({ seconds, warnAt = 60, warn = seconds <= warnAt, size = 'normal', className }: ClockProps) {
  const kit = useKit()
  const all = Math.ceil(Math.max(0, seconds))
  const said = all === 0 ? kit('timeOver') : warn ? kit('timeShort', { time: formatDuration(warnAt * 1000) }) : ''
  return (
    <span className={classes('ts-clock', warn && 'ts-clock-warn', size === 'large' && 'ts-clock-large', className)}>
      <Icon of={ClockIcon} size={size === 'large' ? 26 : 20} />
      <span role="timer" aria-live="off" aria-label={`${kit('timeLeft')}: ${formatDuration(all * 1000)}`}>
        {formatClock(all)}
      </span>
      <span className="ts-hidden" role="status">
        {said}
      </span>
    </span>
  )
}
