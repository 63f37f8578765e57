import { Banner, Button } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import './requests.css'

/** Pupils who sit down at another phone wait for this tap, so it stands above everything else. */
export function Requests({ requests, steer }: { requests: HostView['requests']; steer: Steer }) {
  const t = useRemoteTexts()
  const [busy, setBusy] = useState<string | null>(null)
  if (requests.length === 0) return null
  const admit = async ({ requestId, name }: HostView['requests'][number]) => {
    setBusy(requestId)
    if (await steer.onSeats({ kind: 'admit', requestId })) steer.say(t('requests.admitted', { name }))
    setBusy(null)
  }
  const refuse = async ({ requestId, name }: HostView['requests'][number]) => {
    setBusy(requestId)
    if (await steer.onSeats({ kind: 'refuse', requestId })) steer.say(t('requests.refused', { name }))
    setBusy(null)
  }
  return (
    <Banner tone="warn" live="polite" title={t('requests.title', { count: requests.length })}>
      <ul className="rm-requests">
        {requests.map((request) => (
          <li key={request.requestId}>
            <span>
              {request.name} <b className="ts-number">{t('requests.code', { code: request.code })}</b>
            </span>
            <Button
              size="small"
              variant="quiet"
              disabled={busy === request.requestId}
              aria-label={t('requests.refuseName', { name: request.name })}
              onClick={() => void refuse(request)}
            >
              {t('requests.refuse')}
            </Button>
            <Button
              size="small"
              busy={busy === request.requestId}
              aria-label={t('requests.admitName', { name: request.name })}
              onClick={() => void admit(request)}
            >
              {t('requests.admit')}
            </Button>
          </li>
        ))}
      </ul>
      <p>{t('requests.codeHint')}</p>
    </Banner>
  )
}
