import { Checkbox, Dialog } from '@thiso/kit'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface ShortcutsDialogProps {
  open: boolean
  isOn: boolean
  onSwitch: (isOn: boolean) => void
  onClose: () => void
}

export function ShortcutsDialog({ open, isOn, onSwitch, onClose }: ShortcutsDialogProps) {
  const t = useAttemptTexts()
  const or = ` ${t('shortcuts.or')} `
  return (
    <Dialog open={open} size="small" title={t('shortcuts.title')} onClose={onClose}>
      <dl className="at-keys">
        <div>
          <dt>
            <kbd>A</kbd>–<kbd>F</kbd>
            {or}
            <kbd>1</kbd>–<kbd>6</kbd>
          </dt>
          <dd>{t('shortcuts.choose')}</dd>
        </div>
        <div>
          <dt>
            <kbd>←</kbd> <kbd>→</kbd>
            {or}
            <kbd>K</kbd> <kbd>J</kbd>
          </dt>
          <dd>{t('shortcuts.move')}</dd>
        </div>
        <div>
          <dt>
            <kbd>M</kbd>
          </dt>
          <dd>{t('shortcuts.mark')}</dd>
        </div>
      </dl>
      <Checkbox label={t('shortcuts.on')} hint={t('shortcuts.onHint')} checked={isOn} onChange={onSwitch} />
    </Dialog>
  )
}
