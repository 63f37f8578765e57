import { Banner, ConfirmDialog, formatDuration } from '@thiso/kit'
import { useTimeLeft } from '../../hooks/use-time-left'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface SubmitDialogProps {
  total: number
  /** Numbers of the items without a response. */
  blanks: readonly number[]
  /** Which answers were begun and not finished, in sentences; '' for none. */
  lacking: string
  deadline: number
  pausedAt: string | null
  isOffline: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Naming the blanks helps up to here; beyond it a count says more. */
const NAMED = 8

export function SubmitDialog(props: SubmitDialogProps) {
  const { total, blanks, lacking, deadline, pausedAt, isOffline, onConfirm, onCancel } = props
  const t = useAttemptTexts()
  const running = useTimeLeft(deadline)
  const leftMs = pausedAt ? Math.max(0, deadline - Date.parse(pausedAt)) : running
  const count = blanks.length
  const sentence =
    count === 0
      ? t('submit.allDone', { total })
      : count > NAMED
        ? t('submit.blanksMany', { count })
        : t('submit.blanks', { count, list: blanks.join(', ') })
  return (
    <ConfirmDialog
      open
      title={t('submit.title')}
      confirmLabel={t('submit.confirm')}
      cancelLabel={t('submit.cancel')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{sentence}</p>
      {lacking && <p>{lacking}</p>}
      <p className="ts-quiet-text">{t('submit.timeLeft', { time: formatDuration(Math.ceil(leftMs / 1000) * 1000) })}</p>
      {isOffline && <Banner tone="warn">{t('submit.offline')}</Banner>}
    </ConfirmDialog>
  )
}
