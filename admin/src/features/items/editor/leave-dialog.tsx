import { ConfirmDialog } from '@thiso/kit'
import type { Blocker } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useItemsText } from '../hooks/use-items-text'

export function LeaveDialog({ blocker, onLeave }: { blocker: Blocker; onLeave: () => void }) {
  const t = useItemsText()
  const common = useCommon()
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      tone="danger"
      title={common('leave.title')}
      confirmLabel={common('leave.leave')}
      cancelLabel={common('leave.stay')}
      onConfirm={() => {
        onLeave()
        blocker.proceed?.()
      }}
      onCancel={() => blocker.reset?.()}
    >
      <p>{t('editor.leave')}</p>
    </ConfirmDialog>
  )
}
