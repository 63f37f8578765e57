import { useQuery } from '@tanstack/react-query'
import { Checkbox, formatClock, formatNumber, Pagination, Stack, Table, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import type { Version } from '../results-queries'
import { useResultsText } from '../use-results-text'

const SIZE = 25

/** The ranking of one version. */
export function RowsTable({ version }: { version: Version }) {
  const t = useResultsText()
  const [q, setQ] = useState('')
  const [isTiedOnly, setTiedOnly] = useState(false)
  const [page, setPage] = useState(1)
  const query = useQuery({
    queryKey: ['result-rows', version.id, q, isTiedOnly, page],
    queryFn: ({ signal }) =>
      call('resultRows', {
        params: { versionId: version.id },
        query: { q, tied: isTiedOnly ? 'true' : 'false', page, size: SIZE },
        signal,
      }),
    placeholderData: (before) => before,
  })
  const rows = query.data?.rows
  const has = (test: (row: NonNullable<typeof rows>[number]) => boolean) => rows?.some(test) ?? false
  return (
    <Stack>
      <TextInput
        label={t('rows.search')}
        value={q}
        onChange={(text) => {
          setQ(text)
          setPage(1)
        }}
        maxLength={100}
      />
      <Checkbox
        label={t('rows.tiedOnly')}
        checked={isTiedOnly}
        onChange={(checked) => {
          setTiedOnly(checked)
          setPage(1)
        }}
      />
      <Table
        caption={t('versions.rowsOf', { number: version.number })}
        hideCaption
        dense
        rows={rows}
        rowKey={({ accountId }) => accountId}
        loading={query.isPending}
        error={query.isError}
        onRetry={() => void query.refetch()}
        empty={t('rows.none')}
        columns={[
          {
            id: 'rank',
            header: t('rows.rank'),
            numeric: true,
            cell: ({ rank, isTied, unrankedReason }) =>
              rank === null ? t(`rows.reason.${unrankedReason ?? 'excluded'}`) : `${rank}${isTied ? ' =' : ''}`,
          },
          { id: 'name', header: t('rows.name'), rowHeader: true, cell: ({ name }) => name },
          { id: 'unit', header: t('rows.unit'), cell: ({ unitName }) => unitName },
          ...(has(({ table }) => table !== null)
            ? [{ id: 'table', header: t('rows.table'), cell: ({ table }: { table: string | null }) => table }]
            : []),
          {
            id: 'points',
            header: t('rows.points'),
            numeric: true,
            cell: ({ points, maxPoints }) => `${formatNumber(points)} / ${formatNumber(maxPoints)}`,
          },
          { id: 'right', header: t('rows.right'), numeric: true, cell: ({ rightCount }) => rightCount },
          ...(has(({ prediction }) => prediction !== null)
            ? [
                {
                  id: 'prediction',
                  header: t('rows.prediction'),
                  numeric: true,
                  cell: ({
                    prediction,
                    predictionError,
                  }: {
                    prediction: number | null
                    predictionError: number | null
                  }) =>
                    prediction === null ? '–' : `${formatNumber(prediction)} (${formatNumber(predictionError ?? 0)})`,
                },
              ]
            : []),
          { id: 'time', header: t('rows.time'), numeric: true, cell: ({ timeUsedS }) => formatClock(timeUsedS) },
          {
            id: 'attempts',
            header: t('rows.attempts'),
            numeric: true,
            wideOnly: true,
            cell: ({ attemptCount }) => attemptCount,
          },
          ...(has(({ drawOrder }) => drawOrder !== null)
            ? [
                {
                  id: 'draw',
                  header: t('rows.draw'),
                  numeric: true,
                  cell: ({ drawOrder }: { drawOrder: number | null }) => drawOrder ?? '–',
                },
              ]
            : []),
        ]}
      />
      {query.data && query.data.total > SIZE && (
        <Pagination page={page} pageSize={SIZE} total={query.data.total} onChange={setPage} />
      )}
    </Stack>
  )
}
