import { type AnalysedItem, type GroupCount, letterOf, percent } from '../figures'
import { useAnalysisText } from '../use-analysis-text'

const WIDTH = 360
const HEIGHT = 200
const LEFT = 42
const RIGHT = 34
const TOP = 10
const BOTTOM = 24
/** Names at the right end that would touch are moved apart by this much. */
const APART = 14

interface AbilityPlotProps {
  item: AnalysedItem
  groupCount: GroupCount
}

/** A line an answer: which part of each ability group gave it. The key's line should rise, the others fall. */
export function AbilityPlot({ item, groupCount }: AbilityPlotProps) {
  const t = useAnalysisText()
  const isPart = item.answers[0]?.kind === 'part'
  const x = (group: number) => LEFT + (group / (groupCount - 1)) * (WIDTH - LEFT - RIGHT)
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)
  const lines = item.answers.map((answer, place) => ({
    name: answer.kind === 'typed' ? String(place + 1) : letterOf(place),
    shares: groupCount === 3 ? answer.thirds : answer.fifths,
    isKey: answer.isKey && !isPart,
    place,
  }))
  const labels = lines.map((line) => ({ ...line, at: y(line.shares.at(-1) ?? 0) })).sort((a, b) => a.at - b.at)
  labels.forEach((label, index) => {
    const above = labels[index - 1]
    if (above) label.at = Math.max(label.at, above.at + APART)
  })
  // What was pushed below the floor goes up again.
  labels.reduceRight((floor, label) => {
    label.at = Math.min(label.at, floor)
    return label.at - APART
  }, HEIGHT - BOTTOM)
  return (
    <svg className="analysis-ability" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('detail.plotLabel')}>
      {[0, 0.5, 1].map((share) => (
        <g key={share} className="analysis-grid">
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {percent(share * 100)}
          </text>
        </g>
      ))}
      <g className="analysis-grid">
        <text x={LEFT} y={HEIGHT - 6}>
          {t('detail.weakest')}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
          {t('detail.strongest')}
        </text>
      </g>
      {lines.map(({ shares, isKey, place }) => (
        <g key={place} className={lineClass(place, isKey)}>
          <polyline points={shares.map((share, group) => `${x(group)},${y(share)}`).join(' ')} />
          {shares.map((share, group) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups stand in their order
            <circle key={group} cx={x(group)} cy={y(share)} r={isKey ? 4 : 3} />
          ))}
        </g>
      ))}
      {labels.map(({ name, isKey, place, at }) => (
        <g key={place} className={lineClass(place, isKey)}>
          <text x={WIDTH - RIGHT + 8} y={at + 4}>
            {name}
            {isKey ? ' ✓' : ''}
          </text>
        </g>
      ))}
    </svg>
  )
}

export function lineClass(place: number, isKey: boolean): string {
  return `analysis-line analysis-line-${place % 6}${isKey ? ' analysis-line-key' : ''}`
}
