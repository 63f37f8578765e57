import { IconButton, useLocale } from '@thiso/kit'
import { hostScript } from '@thiso/kit/lesson/host-script'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { useLessonClock } from '@thiso/kit/lesson/lesson-clock'
import X from 'lucide-react/icons/x'
import { useHostText } from '../use-host-text'
import { addressOf } from './join-data'

/** What the host says now. Closed at first: the class sees this screen. */
export function ScriptPanel({ view, onClose }: { view: HostView; onClose: () => void }) {
  const t = useHostText()
  const [locale] = useLocale()
  const { stage } = useLessonClock(view.step)
  return (
    <aside className="hs-script" aria-label={t('script.title')}>
      <div>
        <h2>{t('script.title')}</h2>
        <IconButton icon={X} label={t('script.close')} onClick={onClose} />
      </div>
      {hostScript(view, stage === 'lead', addressOf(view), locale).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <small>{t('script.note')}</small>
    </aside>
  )
}
