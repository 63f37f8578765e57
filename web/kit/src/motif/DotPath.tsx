// biome-ignore-all lint/suspicious/noArrayIndexKey: a dot is its place on the road and nothing else
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'

export type DotState = 'done' | 'current' | 'marked' | 'blank'

export interface Dot {
  state: DotState
  /** The current place when it is also done or marked: `state` says what it holds, `here` that it is the one on screen. */
  here?: boolean
}

export interface DotPathProps {
  dots: readonly Dot[]
  /** Read out in place of the drawing: "Câu 8 trong 20, đã làm 7". */
  label: string
  size?: 'small' | 'normal'
  className?: string
}

const PITCH = 16

/**
 * The mark of the house: dots that become a line where the road is walked.
 * Done is a filled dot on the line, marked a diamond, blank a hollow dot, here a ring around it.
 */
export function DotPath({ dots, label, size = 'normal', className }: DotPathProps) {
  const width = Math.max(1, dots.length) * PITCH
  const x = (index: number) => index * PITCH + PITCH / 2
  const walked = (dot: Dot | undefined) => dot !== undefined && dot.state !== 'blank'
  return (
    <svg
      className={classes('ts-dotpath', size === 'small' && 'ts-dotpath-small', className)}
      viewBox={`0 0 ${width} ${PITCH}`}
      style={{ maxWidth: dots.length * (size === 'small' ? 14 : 22) }}
      role="img"
      aria-label={label}
    >
      {dots.map((dot, index) =>
        index > 0 && walked(dot) && walked(dots[index - 1]) ? (
          <path key={index} d={`M${x(index - 1)} 8H${x(index)}`} className="ts-path-walked" />
        ) : null,
      )}
      {dots.map((dot, index) => (
        <DotMark key={index} x={x(index)} dot={dot} />
      ))}
    </svg>
  )
}

function DotMark({ x, dot }: { x: number; dot: Dot }) {
  const here = dot.here || dot.state === 'current'
  return (
    <g className={`ts-dot ts-dot-${dot.state}`}>
      {here && <circle cx={x} cy="8" r="7" className="ts-dot-ring" />}
      {dot.state === 'marked' ? (
        <path d={`M${x} 2.6L${x + 5.4} 8L${x} 13.4L${x - 5.4} 8Z`} />
      ) : (
        <circle cx={x} cy="8" r={dot.state === 'blank' ? 3.5 : 4.2} />
      )}
    </g>
  )
}

export interface RoadStop {
  id: string
  label: string
  /** A line below: the date, the score. */
  hint?: string
  state: DotState
  href?: string
}

/** A season's rounds as stops on the road, each a word under its dot. */
export function Road({
  stops,
  label,
  onOpen,
}: {
  stops: readonly RoadStop[]
  label: string
  onOpen?: (id: string) => void
}) {
  const kit = useKit()
  return (
    <ol className="ts-road" aria-label={label}>
      {stops.map((stop) => {
        const inside = (
          <>
            <span className="ts-road-label">{stop.label}</span>
            {stop.hint && <span className="ts-road-hint">{stop.hint}</span>}
            <span className="ts-hidden">({kit(`dot.${stop.state}`)})</span>
          </>
        )
        return (
          <li key={stop.id} data-state={stop.state} aria-current={stop.state === 'current' ? 'step' : undefined}>
            <svg className="ts-road-dot" width="24" height="24" viewBox="0 0 16 16" aria-hidden="true">
              <DotMark x={8} dot={stop} />
            </svg>
            {onOpen ? (
              <button type="button" className="ts-road-open" onClick={() => onOpen(stop.id)}>
                {inside}
              </button>
            ) : stop.href ? (
              <a className="ts-road-open" href={stop.href}>
                {inside}
              </a>
            ) : (
              <span className="ts-road-open">{inside}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
