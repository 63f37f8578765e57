import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Column, EmptyState, formatDateTime, formatNumber, Pagination, Stack, Table } from '@thiso/kit'
import { useState } from 'react'
import { Link } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { type Batch, BATCHES_AT_ONCE, batchesQuery } from '../queries'
import { useExchangeText } from '../use-exchange-text'
import { BatchBadge } from './state-badge'

export function PastImports() {
  const t = useExchangeText()
  const problemText = useProblemText()
  const [page, setPage] = useState(1)
  const query = useQuery({ ...batchesQuery(page), placeholderData: keepPreviousData })
  const total = query.data?.total ?? 0
  const columns: Column<Batch>[] = [
    {
      id: 'file',
      header: t('past.file'),
      rowHeader: true,
      cell: (batch) => (
        <Link to={`/nhap-cau-hoi/${batch.id}`} className="exchange-name">
          {batch.fileName}
        </Link>
      ),
    },
    { id: 'state', header: t('past.state'), cell: (batch) => <BatchBadge state={batch.state} /> },
    {
      id: 'items',
      header: t('past.items'),
      numeric: true,
      cell: (batch) =>
        batch.state === 'imported'
          ? `${formatNumber(batch.importedCount)} / ${formatNumber(batch.rowCount)}`
          : formatNumber(batch.rowCount),
    },
    { id: 'bank', header: t('past.bank'), cell: (batch) => batch.bankName },
    { id: 'author', header: t('past.author'), wideOnly: true, cell: (batch) => batch.authorName },
    { id: 'at', header: t('past.at'), cell: (batch) => formatDateTime(batch.createdAt) },
  ]
  return (
    <Stack>
      <h2>{t('past.heading')}</h2>
      <Table
        caption={t('past.caption')}
        hideCaption
        columns={columns}
        rows={query.data?.rows}
        rowKey={(batch) => batch.id}
        loading={query.isPending}
        error={query.error ? problemText(query.error) : undefined}
        onRetry={() => void query.refetch()}
        empty={
          <EmptyState compact title={t('past.none')}>
            {t('past.noneText')}
          </EmptyState>
        }
      />
      {total > BATCHES_AT_ONCE && (
        <Pagination page={page} pageSize={BATCHES_AT_ONCE} total={total} onChange={setPage} />
      )}
    </Stack>
  )
}
