import type { ApiOutput } from '@thiso/contracts'
import { Button, type Column, EmptyState, formatDateTime, Table } from '@thiso/kit'
import { useProblemText } from '../../../lib/problem'
import { useActText } from '../hooks/use-act-text'
import { useAuditText } from '../hooks/use-audit-text'
import { DetailList } from './detail-list'
import { SubjectLink } from './subject-link'

type Entry = ApiOutput<'auditEntries'>['rows'][number]

interface AuditTableProps {
  rows: Entry[] | undefined
  isPending: boolean
  error: Error | null
  isSearched: boolean
  onRetry: () => void
  onClear: () => void
}

export function AuditTable({ rows, isPending, error, isSearched, onRetry, onClear }: AuditTableProps) {
  const t = useAuditText()
  const problemText = useProblemText()
  const actText = useActText()
  const columns: Column<Entry>[] = [
    {
      id: 'at',
      header: t('at'),
      cell: (entry) => <span className="audit-at ts-number">{formatDateTime(entry.at, true)}</span>,
    },
    {
      id: 'actor',
      header: t('actor'),
      cell: (entry) => <span className="audit-actor">{entry.actorName || t('system')}</span>,
    },
    { id: 'act', header: t('act'), rowHeader: true, cell: (entry) => actText(entry.act) },
    { id: 'subject', header: t('subject'), cell: (entry) => <SubjectLink subject={entry.subject} /> },
    {
      id: 'details',
      header: t('details'),
      width: '22%',
      cell: (entry) =>
        Object.keys(entry.detail).length > 0 ? (
          <details className="audit-fold">
            <summary aria-label={t('detailsOf', { act: actText(entry.act), at: formatDateTime(entry.at, true) })}>
              {t('details')}
            </summary>
            <DetailList detail={entry.detail} />
          </details>
        ) : (
          <span className="ts-quiet-text">{t('noDetails')}</span>
        ),
    },
  ]
  return (
    <Table
      caption={t('caption')}
      hideCaption
      dense
      columns={columns}
      rows={rows}
      rowKey={(entry) => entry.id}
      loading={isPending}
      expect={12}
      error={error ? problemText(error) : undefined}
      onRetry={onRetry}
      empty={
        isSearched ? (
          <EmptyState compact title={t('notFound')} action={<Button onClick={onClear}>{t('clear')}</Button>}>
            {t('notFoundText')}
          </EmptyState>
        ) : (
          <EmptyState compact title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        )
      }
    />
  )
}
