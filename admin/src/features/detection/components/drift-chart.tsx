import { formatShare } from '@thiso/kit'
import type { ItemDrift } from '../figures'
import { useSignalsText } from '../use-signals-text'

const WIDTH = 120
const HEIGHT = 44
const EDGE = 5

/** Share right (bars) beside what was expected of these people (a line), by quarters of those who had the item. */
export function DriftChart({ row }: { row: ItemDrift }) {
  const t = useSignalsText()
  const x = (quarter: number) => EDGE + ((quarter + 0.5) / row.quarters.length) * (WIDTH - 2 * EDGE)
  const y = (share: number) => HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)
  const list = (name: 'right' | 'expected') => row.quarters.map((quarter) => formatShare(quarter[name], 0)).join(', ')
  return (
    <svg
      className="detection-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('items.chartLabel', { code: row.code, right: list('right'), expected: list('expected') })}
    >
      {row.quarters.map((quarter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a quarter is its place
        <rect key={index} x={x(index) - 9} width={18} y={y(quarter.right)} height={HEIGHT - EDGE - y(quarter.right)} />
      ))}
      <polyline points={row.quarters.map((quarter, index) => `${x(index)},${y(quarter.expected)}`).join(' ')} />
    </svg>
  )
}
