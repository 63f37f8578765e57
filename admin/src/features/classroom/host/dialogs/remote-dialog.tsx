import { Banner, Button, Dialog, Loading, Stack, useLocale, useTimeLeft } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import { doorBy } from '@thiso/kit/lesson/door'
import { type Door, QrCode } from '@thiso/kit/lesson/QrCode'
import { useCallback, useEffect, useState } from 'react'
import { useProblemText } from '../../../../lib/problem'
import { useHostText } from '../use-host-text'

interface Offer {
  until: string
  door: Door
}

interface RemoteDialogProps {
  lessonId: string
  /** The address that this room can reach, where its host has chosen one. */
  doorHost: string | null
  onClose: () => void
}

/** A code for the host's phone, for a minute and for one device. */
export function RemoteDialog({ lessonId, doorHost, onClose }: RemoteDialogProps) {
  const t = useHostText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [error, setError] = useState<unknown>(null)
  const ask = useCallback(async () => {
    setError(null)
    setOffer(null)
    try {
      setOffer(await call('offerRemote', { params: { lessonId } }))
    } catch (caught) {
      setError(caught)
    }
  }, [lessonId])
  useEffect(() => {
    void ask()
  }, [ask])
  return (
    <Dialog open size="small" title={t('remote.title')} onClose={onClose}>
      <Stack gap={4}>
        <p>{t('remote.text')}</p>
        <p>{t('remote.takes')}</p>
        {error ? (
          <>
            <Banner tone="bad" live="assertive">
              {problemText(error)}
            </Banner>
            <Button onClick={() => void ask()}>{t('remote.again')}</Button>
          </>
        ) : offer ? (
          <Running key={offer.until} offer={offer} onAgain={() => void ask()}>
            <QrCode door={doorBy(offer.door, doorHost)} language={locale} className="hs-remote-qr" />
          </Running>
        ) : (
          <Loading label={t('remote.waiting')} />
        )}
      </Stack>
    </Dialog>
  )
}

function Running({ offer, onAgain, children }: { offer: Offer; onAgain: () => void; children: React.ReactNode }) {
  const t = useHostText()
  const left = useTimeLeft(Date.parse(offer.until), serverNow)
  if (left === 0)
    return (
      <>
        <p role="status">{t('remote.over')}</p>
        <Button variant="primary" onClick={onAgain}>
          {t('remote.again')}
        </Button>
      </>
    )
  return (
    <>
      {children}
      <p className="ts-number">{t('remote.left', { count: Math.ceil(left / 1000) })}</p>
    </>
  )
}
