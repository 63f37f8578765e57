import { formatNumber } from '@thiso/kit'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type AnalysedItem, percent, weightOf } from '../figures'
import { useAnalysisText } from '../use-analysis-text'

const WIDTH = 360
const HEIGHT = 270
const LEFT = 46
const RIGHT = 10
const TOP = 10
const BOTTOM = 40
const TONES = ['sound', 'warned', 'doubtful'] as const
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

type Placed = AnalysedItem & { facility: number; discriminationIndex: number }
const isPlaced = (item: AnalysedItem): item is Placed => item.facility !== null && item.discriminationIndex !== null

interface FacilityPlotProps {
  items: readonly AnalysedItem[]
  onOpen: (itemVersionId: string) => void
}

/** Each item by facility and discrimination index. One stop of the Tab key; arrows go from the hardest to the easiest. */
export function FacilityPlot({ items, onOpen }: FacilityPlotProps) {
  const t = useAnalysisText()
  const [activeId, setActiveId] = useState<string>()
  const plot = useRef<SVGSVGElement>(null)
  const placed = items.filter(isPlaced).sort((a, b) => a.facility - b.facility || (a.code < b.code ? -1 : 1))
  const least = Math.min(0, ...placed.map((item) => item.discriminationIndex))
  const bottom = Math.floor(least / 25) * 25
  // Where wrong answers cost points a facility may fall below 0.
  const x = (facility: number) => LEFT + (Math.max(0, facility) / 100) * (WIDTH - LEFT - RIGHT)
  const y = (index: number) => TOP + ((100 - index) / (100 - bottom)) * (HEIGHT - TOP - BOTTOM)
  const stop = placed.find((item) => item.itemVersionId === activeId) ?? placed[0]
  const lines = Array.from({ length: (100 - bottom) / 25 + 1 }, (_, step) => bottom + step * 25).filter(
    (value) => value % 50 === 0 || value === bottom,
  )

  const keyDown = (event: KeyboardEvent, index: number) => {
    const item = placed[index]
    if (item && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      onOpen(item.itemVersionId)
      return
    }
    const step = STEPS[event.key]
    const next = step === undefined ? undefined : placed[index + step]
    if (!next) return
    event.preventDefault()
    setActiveId(next.itemVersionId)
    plot.current?.querySelector<SVGElement>(`[data-item="${next.itemVersionId}"]`)?.focus()
  }

  return (
    <figure className="analysis-plot">
      <p className="ts-quiet-text">{t('plot.lead')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing takes no field set */}
      <svg
        ref={plot}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={t('plot.label', { count: formatNumber(placed.length) })}
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g aria-hidden="true">
          {lines.map((value) => (
            <g key={value} className={value === 0 ? 'analysis-zero' : 'analysis-grid'}>
              <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
              <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
                {percent(value)}
              </text>
            </g>
          ))}
          {[0, 25, 50, 75, 100].map((value) => (
            <g key={value} className="analysis-grid">
              <line x1={x(value)} x2={x(value)} y1={TOP} y2={HEIGHT - BOTTOM} />
              <text x={x(value)} y={HEIGHT - BOTTOM + 15} textAnchor={value === 100 ? 'end' : 'middle'}>
                {percent(value)}
              </text>
            </g>
          ))}
          <text className="analysis-axis" x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
            {t('plot.x')} →
          </text>
          <text className="analysis-axis" x={LEFT + 4} y={TOP + 10}>
            ↑ {t('plot.y')}
          </text>
        </g>
        {placed.map((item, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a drawing takes no HTML buttons
          <g
            key={item.itemVersionId}
            role="button"
            data-item={item.itemVersionId}
            tabIndex={item === stop ? 0 : -1}
            className={`analysis-dot analysis-dot-${TONES[weightOf(item)]}`}
            aria-label={t(item.keyDoubt === 'clear' ? 'plot.pointDoubtful' : 'plot.point', {
              code: item.code,
              facility: percent(item.facility),
              index: percent(item.discriminationIndex),
            })}
            onClick={() => onOpen(item.itemVersionId)}
            onFocus={() => setActiveId(item.itemVersionId)}
            onKeyDown={(event) => keyDown(event, index)}
          >
            <title>{item.code}</title>
            <circle className="analysis-reach" cx={x(item.facility)} cy={y(item.discriminationIndex)} r={12} />
            <Mark tone={weightOf(item)} x={x(item.facility)} y={y(item.discriminationIndex)} />
          </g>
        ))}
      </svg>
      <ul className="analysis-legend">
        {TONES.map((tone, weight) => (
          <li key={tone}>
            <svg viewBox="0 0 16 16" aria-hidden="true" className={`analysis-dot-${tone}`}>
              <Mark tone={weight as 0 | 1 | 2} x={8} y={8} />
            </svg>
            {t(`plot.${tone}`)}
          </li>
        ))}
      </ul>
      {placed.length < items.length && (
        <p className="ts-quiet-text">{t('plot.missing', { count: items.length - placed.length })}</p>
      )}
    </figure>
  )
}

/** Told apart by shape too, not by colour alone. */
function Mark({ tone, x, y }: { tone: 0 | 1 | 2; x: number; y: number }) {
  if (tone === 0) return <circle className="analysis-mark" cx={x} cy={y} r={4} />
  if (tone === 1) return <rect className="analysis-mark" x={x - 4} y={y - 4} width={8} height={8} />
  return <path className="analysis-mark" d={`M${x} ${y - 6.5}l6.5 11h-13z`} />
}
