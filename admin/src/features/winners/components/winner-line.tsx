import { formatDateTime, formatDuration, formatNumber } from '@thiso/kit'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWinnersText } from '../hooks/use-winners-text'
import type { Standing } from '../tiers'

export function WinnerLine({ standing, mark, note }: { standing: Standing; mark?: ReactNode; note?: ReactNode }) {
  const t = useWinnersText()
  return (
    <li className="winners-line">
      <span className="winners-rank ts-number">
        <span className="ts-hidden">{t('rank', { rank: formatNumber(standing.rank) })}</span>
        <span aria-hidden="true">{formatNumber(standing.rank)}</span>
      </span>
      <span className="winners-who">
        <Link to={`/nguoi/${standing.accountId}`} className="winners-name">
          {standing.fullName}
        </Link>
        {mark}
        <span className="winners-unit">{[standing.unitName, standing.parentUnitName].filter(Boolean).join(', ')}</span>
        {note && <span className="winners-note">{note}</span>}
      </span>
      <span className="winners-figures ts-number">
        <strong>{t('points', { count: standing.points, formatted: formatNumber(standing.points) })}</strong>
        <span>{formatDuration(standing.timeUsedS * 1000)}</span>
        <span className="ts-quiet-text ts-small">{formatDateTime(standing.submittedAt, true)}</span>
      </span>
    </li>
  )
}
