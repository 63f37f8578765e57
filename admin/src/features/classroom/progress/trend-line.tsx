import type { ProgressTrend } from '@thiso/contracts/vocab'
import { formatShare } from '@thiso/kit'
import { useProgressText } from './use-progress-text'

const WIDTH = 96
const HEIGHT = 32
const EDGE = 5

interface TrendLineProps {
  /** From the first lesson to the last. */
  shares: readonly number[]
  trend: ProgressTrend
}

/** A pupil's road through the lessons: a dot for each one, the last one large; the word beside it says where it goes. */
export function TrendLine({ shares, trend }: TrendLineProps) {
  const t = useProgressText()
  const word = t(`trend.${trend}`)
  if (shares.length === 0) return <span className="ts-quiet-text">{word}</span>
  const step = shares.length > 1 ? (WIDTH - 2 * EDGE) / (shares.length - 1) : 0
  const points = shares.map((share, index) => ({
    x: EDGE + index * step,
    y: HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE),
  }))
  return (
    <span className="progress-trend">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('trend.said', { word, shares: shares.map((share) => formatShare(share, 0)).join(', ') })}
      >
        <line className="progress-half" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ x, y }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lessons stand in their order
          <circle key={index} cx={x} cy={y} r={index === points.length - 1 ? 4 : shares.length > 15 ? 0 : 2} />
        ))}
      </svg>
      <span aria-hidden="true">{word}</span>
    </span>
  )
}
