import { Banner, ConfirmDialog, formatDuration } from '@thiso/kit'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface SubmitDialogProps {
  open: boolean
  total: number
  /** Numbers of the items without a response. */
  blanks: readonly number[]
  leftMs: number
  isOffline: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Naming the blanks helps up to here; beyond it a count says more. */
const NAMED = 8

export function SubmitDialog({ open, total, blanks, leftMs, isOffline, onConfirm, onCancel }: SubmitDialogProps) {
  const t = useAttemptTexts()
  const count = blanks.length
  const sentence =
    count === 0
      ? t('submit.allDone', { total })
      : count > NAMED
        ? t('submit.blanksMany', { count })
        : t('submit.blanks', { count, list: blanks.join(', ') })
  return (
    <ConfirmDialog
      open={open}
      title={t('submit.title')}
      confirmLabel={t('submit.confirm')}
      cancelLabel={t('submit.cancel')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{sentence}</p>
      <p className="ts-quiet-text">{t('submit.timeLeft', { time: formatDuration(Math.ceil(leftMs / 1000) * 1000) })}</p>
      {isOffline && <Banner tone="warn">{t('submit.offline')}</Banner>}
    </ConfirmDialog>
  )
}
