import { Banner, Button, notify } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'

/** Pupils who sit down at another phone wait for this tap, so it stands above everything else. */
export function Requests({ requests, steer }: { requests: HostView['requests']; steer: Steer }) {
  const t = useRemoteTexts()
  const [admitting, setAdmitting] = useState<string | null>(null)
  if (requests.length === 0) return null
  const admit = async ({ requestId, name }: HostView['requests'][number]) => {
    setAdmitting(requestId)
    if (await steer.onSeats({ kind: 'admit', requestId })) notify(t('requests.admitted', { name }), { duration: 3_000 })
    setAdmitting(null)
  }
  return (
    <Banner tone="warn" live="polite" title={t('requests.title', { count: requests.length })}>
      <ul className="rm-requests">
        {requests.map((request) => (
          <li key={request.requestId}>
            <span>{request.name}</span>
            <Button
              size="small"
              busy={admitting === request.requestId}
              aria-label={t('requests.admitName', { name: request.name })}
              onClick={() => void admit(request)}
            >
              {t('requests.admit')}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
