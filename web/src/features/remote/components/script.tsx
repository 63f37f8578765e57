import { useLocale } from '@thiso/kit'
import { hostScript } from '@thiso/kit/lesson/host-script'
import type { HostState } from '@thiso/kit/lesson/host-state'
import { useLead } from '@thiso/kit/lesson/lesson-clock'
import { addressOf } from '../hooks/address-of'
import { useRemoteTexts } from '../texts/use-remote-texts'
import './script.css'

/** CR-34: the words for this moment, the same as on the class screen. In a hall they are always open, in class a tap away. */
export function Script({ state }: { state: HostState }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  const { view } = state
  const isLead = useLead(view.step)
  const lines = hostScript(state, isLead, view.door ? addressOf(view.door) : '', locale)
  if (lines.length === 0) return null
  const words = lines.map((line) => <p key={line}>{line}</p>)
  if (view.settings.mode === 'bell')
    return (
      <figure className="rm-script">
        <figcaption>{t('script')}</figcaption>
        <blockquote>{words}</blockquote>
      </figure>
    )
  return (
    <details className="rm-script">
      <summary>{t('script')}</summary>
      {words}
    </details>
  )
}
