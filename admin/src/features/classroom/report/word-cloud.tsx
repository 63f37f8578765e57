import { formatNumber } from '@thiso/kit'
import type { ReportItem } from './figures'
import { useReportText } from './use-report-text'

const SMALLEST = 1
const LARGEST = 2.25

/** What a class answered in words of its own, the most frequent first and largest; how often stands beside each. */
export function WordCloud({ item }: { item: ReportItem }) {
  const t = useReportText()
  const most = Math.max(1, ...item.bars.map(({ count }) => count))
  if (item.bars.length === 0) return <p className="ts-quiet-text">{t('items.none')}</p>
  return (
    <ul className="lesson-cloud" aria-label={t('items.words')}>
      {item.bars.map(({ label, count }) => (
        <li key={label}>
          <span style={{ fontSize: `${SMALLEST + (LARGEST - SMALLEST) * ((count - 1) / Math.max(1, most - 1))}rem` }}>
            {label}
          </span>
          <small>{t('items.wordCount', { count: formatNumber(count) })}</small>
        </li>
      ))}
    </ul>
  )
}
