import { ConfirmDialog } from '@thiso/kit'
import { useProblemText } from '../../../../lib/problem'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface HeldDialogProps {
  open: boolean
  isBusy: boolean
  error: unknown
  onConfirm: () => void
  onCancel: () => void
}

export function HeldDialog({ open, isBusy, error, onConfirm, onCancel }: HeldDialogProps) {
  const t = useAttemptTexts()
  const sentence = useProblemText()
  return (
    <ConfirmDialog
      open={open}
      title={t('held.title')}
      confirmLabel={t('held.here')}
      busy={isBusy}
      error={error === null ? undefined : sentence(error)}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{t('held.ask')}</p>
    </ConfirmDialog>
  )
}
