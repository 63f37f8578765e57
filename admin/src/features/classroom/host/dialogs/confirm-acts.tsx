import { ConfirmDialog } from '@thiso/kit'
import { type HostView, seated } from '@thiso/kit/lesson/host-state'
import type { HostAct, SeatAct } from '@thiso/kit/lesson/use-host-lesson'
import type { Asking } from '../parts/control-bar'
import { useHostText } from '../use-host-text'

interface ConfirmActsProps {
  asking: Asking | null
  view: HostView
  onAct: (act: HostAct) => void
  onSeatAct: (act: SeatAct) => void
  onClose: () => void
}

/** Asks before what cannot be taken back. */
export function ConfirmActs({ asking, view, onAct, onSeatAct, onClose }: ConfirmActsProps) {
  const t = useHostText()
  const done = (run: () => void) => () => {
    onClose()
    run()
  }
  switch (asking) {
    case 'skip':
      return (
        <ConfirmDialog
          open
          title={t('confirm.skipTitle')}
          confirmLabel={t('confirm.skipDo')}
          tone="danger"
          onConfirm={done(() => onAct({ kind: 'skip' }))}
          onCancel={onClose}
        >
          <p>{t('confirm.skipText', { place: view.step.place })}</p>
        </ConfirmDialog>
      )
    case 'end':
      return (
        <ConfirmDialog
          open
          title={t('confirm.endTitle')}
          confirmLabel={t('confirm.endDo')}
          tone={view.step.phase === 'podium' ? 'primary' : 'danger'}
          onConfirm={done(() => onAct({ kind: 'end' }))}
          onCancel={onClose}
        >
          <p>{t('confirm.endText')}</p>
        </ConfirmDialog>
      )
    case 'lock-own':
      return (
        <ConfirmDialog
          open
          title={t('confirm.lockOwnTitle')}
          confirmLabel={t('confirm.lockOwnDo')}
          tone="danger"
          onConfirm={done(() => onAct({ kind: 'lock' }))}
          onCancel={onClose}
        >
          <p>{t('confirm.lockOwnText')}</p>
        </ConfirmDialog>
      )
    case 'clear':
      return (
        <ConfirmDialog
          open
          title={t('confirm.clearTitle')}
          confirmLabel={t('confirm.clearDo')}
          tone="danger"
          onConfirm={done(() => onSeatAct({ kind: 'clear' }))}
          onCancel={onClose}
        >
          <p>{t('confirm.clearText', { count: seated(view.seats).length })}</p>
        </ConfirmDialog>
      )
    default:
      return null
  }
}
