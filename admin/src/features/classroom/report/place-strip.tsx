import { outcomeOf, type PlaceOutcome } from './figures'
import { useReportText } from './use-report-text'

const CELL = 16
const A_ROW = 20

interface PlaceStripProps {
  /** Places that count, in the order played. */
  places: readonly number[]
  shares: readonly (number | null)[]
}

/** A seat's road through the lesson: one mark a place, told apart by shape. */
export function PlaceStrip({ places, shares }: PlaceStripProps) {
  const t = useReportText()
  const outcomes = places.map((place) => ({ place, outcome: outcomeOf(shares[place - 1]) }))
  const listed = (wanted: PlaceOutcome) =>
    outcomes.flatMap(({ place, outcome }) => (outcome === wanted ? [place] : [])).join(', ') || t('seats.stripNone')
  const columns = Math.max(1, Math.min(A_ROW, places.length))
  const rows = Math.max(1, Math.ceil(places.length / A_ROW))
  return (
    <svg
      className="lesson-strip"
      role="img"
      aria-label={t('seats.strip', {
        right: listed('right'),
        wrong: listed('wrong'),
        part: listed('part'),
        silent: listed('silent'),
      })}
      viewBox={`0 0 ${columns * CELL} ${rows * CELL}`}
      style={{ width: columns * CELL, height: rows * CELL }}
    >
      {outcomes.map(({ place, outcome }, index) => (
        <OutcomeMark
          key={place}
          outcome={outcome}
          x={(index % A_ROW) * CELL + CELL / 2}
          y={Math.floor(index / A_ROW) * CELL + CELL / 2}
        />
      ))}
    </svg>
  )
}

/** A full dot is right, half a dot partly right, a cross wrong, a small ring silent. */
function OutcomeMark({ outcome, x, y }: { outcome: PlaceOutcome; x: number; y: number }) {
  if (outcome === 'right') return <circle className="lesson-strip-right" cx={x} cy={y} r={5} />
  if (outcome === 'wrong')
    return <path className="lesson-strip-wrong" d={`M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`} />
  if (outcome === 'part')
    return (
      <g className="lesson-strip-part">
        <circle cx={x} cy={y} r={4.25} />
        <path d={`M${x} ${y - 4.25}a4.25 4.25 0 0 0 0 8.5z`} />
      </g>
    )
  return <circle className="lesson-strip-silent" cx={x} cy={y} r={2.5} />
}

/** What the marks mean, above the table. */
export function StripLegend() {
  const t = useReportText()
  const words = {
    right: t('seats.legendRight'),
    part: t('seats.legendPart'),
    wrong: t('seats.legendWrong'),
    silent: t('seats.legendSilent'),
  }
  return (
    <ul className="lesson-legend" aria-label={t('seats.legend')}>
      {(['right', 'part', 'wrong', 'silent'] as const).map((outcome) => (
        <li key={outcome}>
          <svg viewBox={`0 0 ${CELL} ${CELL}`} aria-hidden="true">
            <OutcomeMark outcome={outcome} x={CELL / 2} y={CELL / 2} />
          </svg>
          {words[outcome]}
        </li>
      ))}
    </ul>
  )
}
