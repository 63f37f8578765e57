import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { formatNumber } from '../text/format'

export interface StatTileProps {
  label: ReactNode
  /** Numbers are written in the language in force. */
  value: ReactNode
  hint?: ReactNode
  tone?: 'plain' | 'sun' | 'good' | 'bad'
  /** Where the rows behind the number are. */
  to?: string
  size?: 'normal' | 'wall'
}

export function StatTile({ label, value, hint, tone = 'plain', to, size = 'normal' }: StatTileProps) {
  const inside = (
    <>
      <span className="ts-stat-label">{label}</span>
      <span className="ts-stat-value">{typeof value === 'number' ? formatNumber(value) : value}</span>
      {hint && <span className="ts-stat-hint">{hint}</span>}
    </>
  )
  const name = classes('ts-stat', `ts-stat-${tone}`, size === 'wall' && 'ts-stat-wall')
  return to ? (
    <Link className={name} to={to}>
      {inside}
    </Link>
  ) : (
    <div className={name}>{inside}</div>
  )
}

export interface BarItem {
  id: string
  label: ReactNode
  value: number
  /** What stands at the right in place of the bare number: "412 / 530 (77,7%)". */
  text?: ReactNode
  to?: string
  tone?: 'blue' | 'sun' | 'good' | 'bad'
}

export interface BarListProps {
  label: string
  items: readonly BarItem[]
  /** The value of a full bar; the largest of the list when left out. */
  max?: number
}

export function BarList({ label, items, max }: BarListProps) {
  const full = max ?? Math.max(1, ...items.map((item) => item.value))
  return (
    <ul className="ts-bars" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={`ts-bar-${item.tone ?? 'blue'}`}>
          <span className="ts-bars-label">{item.to ? <Link to={item.to}>{item.label}</Link> : item.label}</span>
          <span className="ts-bars-value">{item.text ?? formatNumber(item.value)}</span>
          <span className="ts-bars-track" aria-hidden="true">
            <span style={{ width: `${full > 0 ? Math.min(100, (item.value / full) * 100) : 0}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}

export interface MiniBarsProps {
  /** Says what the bars say: "Lượt bắt đầu mỗi phút, cao nhất 412 lúc 08:03". */
  label: string
  data: readonly { label: string; value: number }[]
  height?: number
  /** Heads of the two columns of the table behind the bars. */
  labelHead?: string
  valueHead?: string
  hideTable?: boolean
}

/** One bar per minute, and the same numbers as a table for whoever prefers or needs them. */
export function MiniBars({ label, data, height = 96, labelHead, valueHead, hideTable }: MiniBarsProps) {
  const kit = useKit()
  const top = Math.max(1, ...data.map((bar) => bar.value))
  const best = data.findIndex((bar) => bar.value === top)
  return (
    <figure className="ts-minibars">
      <svg
        role="img"
        aria-label={label}
        height={height}
        viewBox={`0 0 ${Math.max(1, data.length) * 10} 100`}
        preserveAspectRatio="none"
      >
        {data.map((bar, index) => {
          const tall = bar.value > 0 ? Math.max(2, (bar.value / top) * 100) : 0
          return (
            <rect
              key={bar.label}
              x={index * 10 + 1}
              y={100 - tall}
              width="8"
              height={tall}
              className={index === best ? 'ts-minibars-best' : undefined}
            >
              <title>{`${bar.label}: ${formatNumber(bar.value)}`}</title>
            </rect>
          )
        })}
      </svg>
      <div className="ts-minibars-ends ts-number" aria-hidden="true">
        <span>{data[0]?.label}</span>
        <span>{data.at(-1)?.label}</span>
      </div>
      {!hideTable && (
        <details className="ts-minibars-table">
          <summary>{kit('asTable')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{labelHead ?? kit('label')}</th>
                <th scope="col">{valueHead ?? kit('value')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((bar) => (
                <tr key={bar.label}>
                  <td>{bar.label}</td>
                  <td>{formatNumber(bar.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  )
}
