import { ActionBar, Button } from '@thiso/kit'
import CopyPlus from 'lucide-react/icons/copy-plus'
import Save from 'lucide-react/icons/save'
import { useItemsText } from '../hooks/use-items-text'

interface SaveBarProps {
  isNew: boolean
  isDirty: boolean
  busy: 'save' | 'next' | null
  onSave: (andNext: boolean) => void
}

export function SaveBar({ isNew, isDirty, busy, onSave }: SaveBarProps) {
  const t = useItemsText()
  return (
    <ActionBar className="items-bar">
      <span className="items-bar-state" role="status">
        {isDirty ? t('editor.unsaved') : isNew ? '' : t('editor.allSaved')}
      </span>
      <Button
        icon={CopyPlus}
        busy={busy === 'next'}
        disabled={busy === 'save'}
        title="Ctrl + Shift + Enter"
        onClick={() => onSave(true)}
      >
        {t('editor.saveNext')}
      </Button>
      <Button
        icon={Save}
        variant="primary"
        busy={busy === 'save'}
        disabled={busy === 'next'}
        title="Ctrl + Enter"
        onClick={() => onSave(false)}
      >
        {t('editor.save')}
      </Button>
    </ActionBar>
  )
}
