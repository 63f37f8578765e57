import { Button, ConfirmDialog, EmptyState, formatDateTime, notify, Pagination, Stack, Table } from '@thiso/kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { type Entrant, type ListOf, listKey, PAGE_SIZE, removeEntrant, useEntrants } from '../entrant-queries'
import { useEntrantText } from '../use-entrant-text'

export function EntrantTable({ list }: { list: ListOf }) {
  const t = useEntrantText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [page, setPage] = useState(1)
  const [leaving, setLeaving] = useState<Entrant | null>(null)
  const query = useEntrants(list, page)
  const remove = useMutation({
    mutationFn: (accountId: string) => removeEntrant(list, accountId),
    onSuccess: async () => {
      notify(t('removed'))
      setLeaving(null)
      await client.invalidateQueries({ queryKey: listKey(list) })
    },
  })
  return (
    <Stack gap={4}>
      <Table
        caption={t('caption')}
        rows={query.data?.rows}
        rowKey={(row) => row.accountId}
        loading={query.isPending}
        error={query.isError}
        onRetry={() => void query.refetch()}
        empty={
          <EmptyState compact title={t('none')}>
            {t('noneText')}
          </EmptyState>
        }
        columns={[
          { id: 'name', header: t('name'), rowHeader: true, cell: (row) => row.fullName },
          { id: 'login', header: t('login'), cell: (row) => row.login },
          { id: 'unit', header: t('unit'), cell: (row) => row.unitName ?? '' },
          {
            id: 'kind',
            header: t('kind'),
            cell: (row) =>
              row.kind === 'qualified'
                ? t('kinds.qualified', { round: row.fromRoundName ? localized(row.fromRoundName) : '' })
                : t('kinds.invited'),
          },
          { id: 'added', header: t('added'), wideOnly: true, cell: (row) => formatDateTime(row.addedAt) },
          {
            id: 'remove',
            header: '',
            name: t('remove'),
            cell: (row) => (
              <Button
                variant="quiet"
                onClick={() => {
                  remove.reset()
                  setLeaving(row)
                }}
              >
                {t('remove')}
              </Button>
            ),
          },
        ]}
      />
      <Pagination
        label={t('pages')}
        page={page}
        pageSize={PAGE_SIZE}
        total={query.data?.total ?? 0}
        onChange={setPage}
      />
      <ConfirmDialog
        open={leaving !== null}
        title={t('removeTitle', { name: leaving?.fullName ?? '' })}
        tone="danger"
        confirmLabel={t('remove')}
        busy={remove.isPending}
        error={remove.error ? problemText(remove.error) : undefined}
        onConfirm={() => leaving && remove.mutate(leaving.accountId)}
        onCancel={() => setLeaving(null)}
      />
    </Stack>
  )
}
