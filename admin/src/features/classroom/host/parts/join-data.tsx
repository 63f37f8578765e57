import type { HostView } from '@thiso/kit/lesson/host-state'
import { QrCode } from '@thiso/kit/lesson/QrCode'
import { useLocale } from '@thiso/kit'
import type { OtherDoor } from '../use-door'
import { useHostText } from '../use-host-text'

/** 123456 as people read it out. */
export const spokenPin = (pin: string) => `${pin.slice(0, 3)} ${pin.slice(3)}`

/** Where pupils type the PIN, without what nobody types: the server's own words if it has them, else where this page came from. */
export function addressOf({ door }: Pick<HostView, 'door'>): string {
  const url = new URL(door?.url ?? '/lop', window.location.origin)
  return `${url.host}/lop`
}

/** How to join, as large as the lobby allows. */
export function JoinLarge({ view, other }: { view: HostView; other: OtherDoor | null }) {
  const t = useHostText()
  const [locale] = useLocale()
  if (!view.pin) return null
  return (
    <section className="hs-join" aria-label={t('join.heading')}>
      <p className="hs-join-go" aria-live="polite">
        {t('join.go')} <b>{addressOf(view)}</b>
      </p>
      <p className="hs-join-pin">
        <span>{t('join.pin')}</span>
        <b>{spokenPin(view.pin)}</b>
      </p>
      {view.door && (
        <figure>
          <QrCode door={view.door} language={locale} />
          <figcaption>{t('join.scan')}</figcaption>
        </figure>
      )}
      {other && (
        <button type="button" className="hs-join-other" onClick={other.next}>
          {t('join.other', { at: other.at, count: other.count })}
        </button>
      )}
    </section>
  )
}

/** The same on one line: who lost the way finds it at any time. */
export function JoinStrip({ view }: { view: HostView }) {
  const t = useHostText()
  const [locale] = useLocale()
  if (!view.pin) return null
  return (
    <section className="hs-strip" aria-label={t('join.heading')}>
      {view.door && <QrCode door={view.door} language={locale} />}
      <p>
        <span>{addressOf(view)}</span>
        <b>{spokenPin(view.pin)}</b>
      </p>
    </section>
  )
}
