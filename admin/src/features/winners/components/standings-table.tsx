import type { ApiOutput } from '@thiso/contracts'
import { Button, type Column, EmptyState, formatDateTime, formatDuration, formatNumber, Table } from '@thiso/kit'
import { Link } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'

type Standing = ApiOutput<'standings'>['rows'][number]

interface StandingsTableProps {
  rows: Standing[] | undefined
  isPending: boolean
  error: Error | null
  isSearched: boolean
  onRetry: () => void
  onClear: () => void
}

export function StandingsTable({ rows, isPending, error, isSearched, onRetry, onClear }: StandingsTableProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const columns: Column<Standing>[] = [
    {
      id: 'rank',
      header: t('standings.rank'),
      numeric: true,
      cell: (standing) => (
        <>
          <strong>{formatNumber(standing.rank)}</strong>
          {standing.isTied && <span className="winners-tied">{t('standings.tied')}</span>}
        </>
      ),
    },
    {
      id: 'name',
      header: t('standings.name'),
      rowHeader: true,
      cell: (standing) => (
        <div className="winners-person">
          <Link to={`/nguoi/${standing.accountId}`}>{standing.name}</Link>
        </div>
      ),
    },
    {
      id: 'unit',
      header: t('standings.unit'),
      cell: (standing) => (
        <span>
          {standing.unitName}
          {standing.parentUnitName && <span className="winners-parent">{standing.parentUnitName}</span>}
        </span>
      ),
    },
    {
      id: 'points',
      header: t('standings.points'),
      numeric: true,
      cell: (standing) => formatNumber(standing.points),
    },
    {
      id: 'timeUsed',
      header: t('standings.timeUsed'),
      numeric: true,
      cell: (standing) => formatDuration(standing.timeUsedS * 1000),
    },
    {
      id: 'submittedAt',
      header: t('standings.submittedAt'),
      wideOnly: true,
      cell: (standing) => <span className="winners-at ts-number">{formatDateTime(standing.submittedAt, true)}</span>,
    },
    {
      id: 'attempts',
      header: t('standings.attempts'),
      numeric: true,
      cell: (standing) => formatNumber(standing.attemptCount),
    },
  ]
  return (
    <Table
      caption={t('standings.caption')}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={(standing) => standing.accountId}
      dense
      loading={isPending}
      expect={12}
      error={error ? problemText(error) : undefined}
      onRetry={onRetry}
      empty={
        isSearched ? (
          <EmptyState
            compact
            title={t('standings.notFound')}
            action={<Button onClick={onClear}>{t('standings.clear')}</Button>}
          >
            {t('standings.notFoundText')}
          </EmptyState>
        ) : (
          <EmptyState compact title={t('standings.empty')}>
            {t('standings.emptyText')}
          </EmptyState>
        )
      }
    />
  )
}
