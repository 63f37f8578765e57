import { Button, ConfirmDialog, EmptyState, formatDateTime, formatNumber, notify, Table } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type ExtraTime, extraTimeKey, useExtraTimes } from '../extra-time-queries'
import { useEntrantText } from '../use-entrant-text'

/** Who has extra time in a contest, and taking it back. */
export function ExtraTimeTable({ contestId }: { contestId: string }) {
  const t = useEntrantText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const query = useExtraTimes(contestId)
  const [leaving, setLeaving] = useState<ExtraTime | null>(null)
  const withdraw = useMutation({
    mutationFn: (accountId: string) => call('withdrawExtraTime', { params: { contestId, accountId } }),
    onSuccess: async () => {
      notify(t('extra.withdrawn'))
      setLeaving(null)
      await client.invalidateQueries({ queryKey: extraTimeKey(contestId) })
    },
  })
  return (
    <>
      <Table
        caption={t('extra.caption')}
        rows={query.data?.extraTimes}
        rowKey={(row) => row.accountId}
        loading={query.isPending}
        expect={2}
        error={query.error && !query.data ? problemText(query.error) : undefined}
        onRetry={() => void query.refetch()}
        empty={<EmptyState compact title={t('extra.none')} />}
        columns={[
          { id: 'name', header: t('name'), rowHeader: true, cell: (row) => row.fullName },
          { id: 'login', header: t('login'), cell: (row) => row.login },
          {
            id: 'percent',
            header: t('extra.percent'),
            numeric: true,
            cell: (row) => `${formatNumber(row.percent)}%`,
          },
          { id: 'reason', header: t('extra.decision'), cell: (row) => row.reason },
          {
            id: 'granted',
            header: t('extra.granted'),
            cell: (row) => t('extra.grantedBy', { name: row.grantedByName, at: formatDateTime(row.grantedAt) }),
          },
          {
            id: 'withdraw',
            header: '',
            name: t('extra.withdraw'),
            cell: (row) => (
              <Button
                variant="quiet"
                size="small"
                onClick={() => {
                  withdraw.reset()
                  setLeaving(row)
                }}
              >
                {t('extra.withdraw')}
                <span className="ts-hidden"> {row.fullName}</span>
              </Button>
            ),
          },
        ]}
      />
      <ConfirmDialog
        open={leaving !== null}
        title={t('extra.withdrawTitle', { name: leaving?.fullName ?? '' })}
        tone="danger"
        confirmLabel={t('extra.withdraw')}
        busy={withdraw.isPending}
        error={withdraw.error ? problemText(withdraw.error) : undefined}
        onConfirm={() => leaving && withdraw.mutate(leaving.accountId)}
        onCancel={() => setLeaving(null)}
      >
        <p>{t('extra.withdrawText')}</p>
      </ConfirmDialog>
    </>
  )
}
