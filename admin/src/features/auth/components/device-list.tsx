import { Badge, Button, Card, ConfirmDialog, Row, Stack, Table, formatDateTime, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useAuthText } from '../use-auth-text'

export function DeviceList() {
  const t = useAuthText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const list = useQuery({ queryKey: ['devices'], queryFn: ({ signal }) => call('devices', { signal }) })
  const refresh = () => client.invalidateQueries({ queryKey: ['devices'] })
  const end = useMutation({
    mutationFn: (deviceId: string) => call('endDevice', { params: { deviceId } }),
    onSuccess: () => {
      notify(t('devices.ended'))
      return refresh()
    },
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  const endOthers = useMutation({
    mutationFn: () => call('endOtherDevices'),
    onSuccess: ({ endedCount }) => {
      setAsking(false)
      notify(t('devices.endedOthers', { count: endedCount }))
      return refresh()
    },
  })

  const devices = list.data?.devices
  return (
    <Card title={t('devices.title')}>
      <Stack>
        <p className="ts-quiet-text">{t('devices.lead')}</p>
        <Table
          caption={t('devices.title')}
          hideCaption
          rows={devices}
          rowKey={(device) => device.id}
          loading={list.isPending}
          expect={2}
          error={list.error && !devices ? problemText(list.error) : undefined}
          onRetry={() => void list.refetch()}
          columns={[
            {
              id: 'device',
              header: t('devices.device'),
              rowHeader: true,
              cell: (device) => (
                <Row gap={2}>
                  {device.label}
                  {device.isThisDevice && <Badge tone="good">{t('devices.here')}</Badge>}
                </Row>
              ),
            },
            { id: 'since', header: t('devices.since'), cell: (device) => <Moment at={device.startedAt} /> },
            { id: 'seen', header: t('devices.lastSeen'), cell: (device) => <Moment at={device.lastSeenAt} /> },
            {
              id: 'act',
              header: <span className="ts-hidden">{t('devices.actions')}</span>,
              name: t('devices.actions'),
              cell: (device) =>
                device.isThisDevice ? null : (
                  <Button
                    size="small"
                    busy={end.isPending && end.variables === device.id}
                    aria-label={t('devices.endNamed', { name: device.label })}
                    onClick={() => end.mutate(device.id)}
                  >
                    {t('devices.end')}
                  </Button>
                ),
            },
          ]}
        />
        {devices && devices.length > 1 && (
          <div>
            <Button onClick={() => setAsking(true)}>{t('devices.endOthers')}</Button>
          </div>
        )}
      </Stack>
      <ConfirmDialog
        open={isAsking}
        title={t('devices.endOthersTitle')}
        confirmLabel={t('devices.endOthers')}
        busy={endOthers.isPending}
        error={endOthers.error ? problemText(endOthers.error) : undefined}
        onConfirm={() => endOthers.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('devices.endOthersText')}
      </ConfirmDialog>
    </Card>
  )
}

function Moment({ at }: { at: string }) {
  return <span className="ad-nowrap">{formatDateTime(at)}</span>
}
