import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Badge, Button, Card, ConfirmDialog, ErrorState, formatDateTime, notify, Skeleton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useMeTexts } from '../texts/use-me-texts'

const KEY = ['devices']

export function DeviceList() {
  const t = useMeTexts()
  const client = useQueryClient()
  const sentence = useProblemText()
  const [isAsking, setIsAsking] = useState(false)
  const list = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('devices', { signal }) })
  const fail = (error: unknown) => notify(sentence(error), { tone: 'bad' })
  const again = () => client.invalidateQueries({ queryKey: KEY })

  const endOne = useMutation({
    mutationFn: (device: { id: string; label: string }) => call('endDevice', { params: { deviceId: device.id } }),
    onSuccess: (_, device) => notify(t('devices.ended', { name: device.label })),
    onError: fail,
    onSettled: again,
  })
  const endOthers = useMutation({
    mutationFn: () => call('endOtherDevices'),
    onSuccess: ({ endedCount }) => {
      setIsAsking(false)
      notify(t('devices.endedOthers', { count: endedCount }))
    },
    onSettled: again,
  })

  const devices = list.data?.devices ?? []
  return (
    <Card title={t('devices.title')}>
      {list.isPending && <Skeleton height={128} />}
      {list.isError && !list.data && (
        <ErrorState compact busy={list.isFetching} onRetry={() => void list.refetch()}>
          {sentence(list.error)}
        </ErrorState>
      )}
      {list.data && (
        <>
          <ul className="me-devices" aria-label={t('devices.list')}>
            {devices.map((device) => (
              <li key={device.id}>
                <div>
                  <strong>{device.label}</strong>
                  <div className="ts-quiet-text ts-small ts-number">
                    {t('devices.since', { at: formatDateTime(device.startedAt) })}
                    <br />
                    {t('devices.seen', { at: formatDateTime(device.lastSeenAt) })}
                  </div>
                </div>
                {device.isThisDevice ? (
                  <Badge tone="blue">{t('devices.here')}</Badge>
                ) : (
                  <Button
                    size="small"
                    aria-label={t('devices.endNamed', { name: device.label })}
                    busy={endOne.isPending && endOne.variables.id === device.id}
                    onClick={() => endOne.mutate(device)}
                  >
                    {t('devices.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {devices.length > 1 ? (
            <Button onClick={() => setIsAsking(true)}>{t('devices.endOthers')}</Button>
          ) : (
            <p className="ts-quiet-text">{t('devices.only')}</p>
          )}
        </>
      )}
      <ConfirmDialog
        open={isAsking}
        title={t('devices.askTitle')}
        confirmLabel={t('devices.endOthers')}
        busy={endOthers.isPending}
        error={endOthers.isError && sentence(endOthers.error)}
        onConfirm={() => endOthers.mutate()}
        onCancel={() => {
          setIsAsking(false)
          endOthers.reset()
        }}
      >
        <p>{t('devices.ask')}</p>
      </ConfirmDialog>
    </Card>
  )
}
