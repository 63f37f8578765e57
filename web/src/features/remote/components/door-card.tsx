import { Card, useLocale } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { QrCode } from '@thiso/kit/lesson/QrCode'
import { addressOf, doorHere } from '../hooks/address-of'
import { useRemoteTexts } from '../texts/use-remote-texts'
import './door-card.css'

/** Where pupils come in, to be read out or held before a phone. */
export function DoorCard({ view: { pin, door } }: { view: HostView }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  if (!pin || !door) return null
  return (
    <Card title={t('lobby.title')} className="rm-door">
      <p className="rm-pin ts-number">
        <span aria-hidden="true">
          {pin.slice(0, 3)} {pin.slice(3)}
        </span>
        <span className="ts-hidden">{[...pin].join(' ')}</span>
      </p>
      <QrCode door={doorHere(door)} language={locale} className="rm-qr" />
      <p className="rm-quiet rm-address">{t('lobby.text', { url: addressOf(door) })}</p>
    </Card>
  )
}
