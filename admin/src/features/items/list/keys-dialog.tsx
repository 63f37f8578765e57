import { Button, Checkbox, Dialog, Stack } from '@thiso/kit'
import { useItemsText } from '../hooks/use-items-text'

const KEYS = [
  ['↑ ↓', 'walk'],
  ['j k', 'walk'],
  ['Enter', 'open'],
  ['Space', 'choose'],
  ['x', 'choose'],
  ['Shift + x', 'range'],
  ['n', 'new'],
  ['/', 'search'],
  ['?', 'help'],
] as const

interface KeysDialogProps {
  isLetters: boolean
  onLetters: (isOn: boolean) => void
  onClose: () => void
}

export function KeysDialog({ isLetters, onLetters, onClose }: KeysDialogProps) {
  const t = useItemsText()
  return (
    <Dialog
      open
      size="small"
      title={t('keys.title')}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <Stack>
        <p>{t('keys.lead')}</p>
        <dl className="items-keys">
          {KEYS.map(([key, word]) => (
            <div key={key}>
              <dt>
                <kbd>{key === 'Space' ? t('keys.space') : key}</kbd>
              </dt>
              <dd>{t(`keys.${word}`)}</dd>
            </div>
          ))}
        </dl>
        <Checkbox label={t('keys.letters')} hint={t('keys.lettersHint')} checked={isLetters} onChange={onLetters} />
        <p className="ts-quiet-text ts-small">{t('keys.editor')}</p>
      </Stack>
    </Dialog>
  )
}
