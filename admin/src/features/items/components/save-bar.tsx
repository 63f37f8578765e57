import { ActionBar, Button } from '@thiso/kit'
import CircleCheck from 'lucide-react/icons/circle-check'
import Save from 'lucide-react/icons/save'
import { useItemsText } from '../hooks/use-items-text'
import type { Item } from '../item-draft'

interface SaveBarProps {
  item: Item | null
  isDirty: boolean
  busy: 'save' | 'approve' | null
  onSave: (andApprove: boolean) => void
}

export function SaveBar({ item, isDirty, busy, onSave }: SaveBarProps) {
  const t = useItemsText()
  // Every saved change makes the item a draft again, so approving goes with any of them.
  const canApprove = !item || item.state === 'draft' || isDirty
  const saveLabel = t(!item ? 'editor.saveDraft' : item.state === 'draft' ? 'editor.save' : 'editor.saveAgain')
  return (
    <ActionBar className="items-bar">
      <span className="items-bar-state" role="status">
        {isDirty ? t('editor.unsaved') : item ? t('editor.allSaved') : ''}
      </span>
      {canApprove && (
        <Button
          icon={CircleCheck}
          variant={item && !isDirty ? 'primary' : 'secondary'}
          busy={busy === 'approve'}
          disabled={busy === 'save'}
          onClick={() => onSave(true)}
        >
          {t(item && !isDirty ? 'state.approve' : 'state.saveAndApprove')}
        </Button>
      )}
      <Button
        icon={Save}
        variant={item && !isDirty ? 'secondary' : 'primary'}
        busy={busy === 'save'}
        disabled={busy === 'approve' || (item !== null && !isDirty)}
        onClick={() => onSave(false)}
      >
        {saveLabel}
      </Button>
    </ActionBar>
  )
}
