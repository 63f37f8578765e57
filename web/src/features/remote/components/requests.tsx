import { Banner, Button } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { useState } from 'react'
import { useSettled } from '../hooks/use-settled'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import './requests.css'

/** Pupils who sit down at another phone wait for this tap, so it stands above everything else. */
export function Requests({ requests, steer }: { requests: HostView['requests']; steer: Steer }) {
  const t = useRemoteTexts()
  const [busy, setBusy] = useState<string | null>(null)
  /** What has been answered here is gone at once, before the server's news of it come. */
  const [answered, setAnswered] = useState<readonly string[]>([])
  const isSettled = useSettled(`${answered.length}`)
  const open = requests.filter(({ requestId }) => !answered.includes(requestId))
  if (open.length === 0) return null
  const answer = async (kind: 'admit' | 'refuse', { requestId, name }: HostView['requests'][number]) => {
    if (busy !== null || !isSettled()) return
    setBusy(requestId)
    if (await steer.onSeats({ kind, requestId })) {
      setAnswered([...answered, requestId])
      steer.say(t(kind === 'admit' ? 'requests.admitted' : 'requests.refused', { name }))
    }
    setBusy(null)
  }
  return (
    <Banner tone="warn" live="polite" title={t('requests.title', { count: open.length })}>
      <ul className="rm-requests">
        {open.map((request) => (
          <li key={request.requestId}>
            <span>
              {request.name} <b className="ts-number">{t('requests.code', { code: request.code })}</b>
            </span>
            <Button
              size="small"
              variant="quiet"
              disabled={busy !== null}
              aria-label={t('requests.refuseName', { name: request.name })}
              onClick={() => void answer('refuse', request)}
            >
              {t('requests.refuse')}
            </Button>
            <Button
              size="small"
              busy={busy === request.requestId}
              aria-label={t('requests.admitName', { name: request.name })}
              onClick={() => void answer('admit', request)}
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
