import type { ReactNode } from 'react'
import { classes } from '../layout/classes'
import './lesson.css'

const HAND =
  'M18 11V6a2 2 0 0 0-4 0V4a2 2 0 0 0-4 0v2a2 2 0 0 0-4 0v9l-1.76-1.76a2 2 0 0 0-2.83 2.82l3.6 3.6C6.5 21.14 8.2 22 12 22h2a8 8 0 0 0 8-8V8a2 2 0 0 0-4 0Z'

/** On a grid of 24, in the order of REACTIONS: applause, love, surprise, thought, cheers. */
const DRAWN: readonly ReactNode[] = [
  <>
    <g transform="translate(-1 5.5) rotate(-14 12 12) scale(.78)">
      <path className="ts-reaction-sun" d={HAND} />
      <path className="ts-reaction-line" d="M14 10.5V6M10 10.5V6M18 11V8" />
    </g>
    <g transform="translate(6.5 4) rotate(8 12 12) scale(.78)">
      <path className="ts-reaction-sun" d={HAND} />
      <path className="ts-reaction-line" d="M14 10.5V6M10 10.5V6M18 11V8" />
    </g>
    <path className="ts-reaction-line" d="M6.5 4.5 5 2.5M10.5 3.3V1M14.5 4l1.2-2.2" />
  </>,
  <path
    key="love"
    className="ts-reaction-red"
    d="M12 22.2C5.5 17.1.8 12.9.8 8.1.8 4.5 3.6 1.8 6.9 1.8c2 0 3.9 1 5.1 2.8 1.2-1.8 3.1-2.8 5.1-2.8 3.3 0 6.1 2.7 6.1 6.3 0 4.8-4.7 9-11.2 14.1Z"
  />,
  <>
    <circle className="ts-reaction-sun" cx="12" cy="12" r="11" />
    <path className="ts-reaction-line" d="M6.2 6.6q1.6-1.5 3.3-.6M14.5 6q1.7-.9 3.3.6" />
    <circle className="ts-reaction-ink" cx="8.3" cy="10" r="1.5" />
    <circle className="ts-reaction-ink" cx="15.7" cy="10" r="1.5" />
    <ellipse className="ts-reaction-ink" cx="12" cy="16.8" rx="2.6" ry="3.3" />
  </>,
  <>
    <circle className="ts-reaction-sun" cx="10.5" cy="13.5" r="9.7" />
    <path className="ts-reaction-line" d="M5.3 9.8l3-.8M12 8.2q1.5-1.1 3 0M7.6 18.6l5.6-1.3" />
    <circle className="ts-reaction-ink" cx="7.3" cy="12.8" r="1.4" />
    <circle className="ts-reaction-ink" cx="13.5" cy="11.8" r="1.4" />
    <path className="ts-reaction-blue" d="M18 3.2q.6-2 2.6-2 2.5 0 2.5 2.2 0 1.3-1.3 2.1-1.2.7-1.2 1.9" />
    <circle className="ts-reaction-dot" cx="20.5" cy="10.3" r="1.2" />
  </>,
  <>
    <path className="ts-reaction-sun" d="M6.2 9.5 1.5 22.5l13-4.7Z" />
    <path className="ts-reaction-line" d="M4.8 13.5l5.7 5.7M3.3 17.5l3.3 3.3" />
    <path className="ts-reaction-blue" d="M10.5 8.5Q13 5.5 10.8 2M15.8 13.5q3-2.5 6.5-.2" />
    <path className="ts-reaction-stroke-red" d="M13.2 11q5-1 4.3-4.2t4.5-3.3" />
    <circle className="ts-reaction-red" cx="5.5" cy="4" r="1.5" />
    <circle className="ts-reaction-dot" cx="15.5" cy="2.5" r="1.3" />
    <circle className="ts-reaction-red" cx="20.5" cy="18" r="1.5" />
    <circle className="ts-reaction-dot" cx="21.5" cy="8.5" r="1.3" />
  </>,
]

/** One of the reactions of a class, by its number, one em high. Drawn here: a school's computer may have no signs for feelings. */
export function ReactionIcon({ index, className }: { index: number; className?: string }) {
  return (
    <svg className={classes('ts-reaction', className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {DRAWN[index]}
    </svg>
  )
}
