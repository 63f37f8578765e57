import { Dialog } from '@thiso/kit'
import { useHostText } from '../use-host-text'

/** The keys of the class screen. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useHostText()
  const keys = [
    [t('help.keys.space'), t('help.next')],
    ['P', t('help.pause')],
    ['+', t('help.addTime')],
    ['M', t('help.mute')],
    ['F', t('help.full')],
    ['L', t('help.script')],
    ['H', t('help.people')],
    ['S', t('help.floor')],
    ['?', t('help.help')],
  ]
  return (
    <Dialog open size="small" title={t('help.title')} onClose={onClose}>
      <dl className="hs-keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="hs-help-sound">{t('help.sound')}</p>
    </Dialog>
  )
}
