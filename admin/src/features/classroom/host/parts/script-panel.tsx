import { IconButton, useLocale } from '@thiso/kit'
import { hostScript } from '@thiso/kit/lesson/host-script'
import type { HostState } from '@thiso/kit/lesson/host-state'
import { useLead } from '@thiso/kit/lesson/lesson-clock'
import X from 'lucide-react/icons/x'
import { useHostText } from '../use-host-text'
import { addressOf } from './join-data'

/** What the host says now. Closed at first: the class sees this screen. */
export function ScriptPanel({ state, onClose }: { state: HostState; onClose: () => void }) {
  const t = useHostText()
  const [locale] = useLocale()
  const isLead = useLead(state.view.step)
  return (
    <aside className="hs-script" aria-label={t('script.title')}>
      <div>
        <h2>{t('script.title')}</h2>
        <IconButton icon={X} label={t('script.close')} onClick={onClose} />
      </div>
      {hostScript(state, isLead, addressOf(state.view), locale).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <small>{t('script.note')}</small>
    </aside>
  )
}
