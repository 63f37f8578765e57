import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../action/Button'
import { Banner } from '../feedback/Banner'
import { TextInput } from '../form/TextInput'
import { useKit } from '../i18n/setup'
import { Dialog } from './Dialog'

export interface ConfirmDialogProps {
  open: boolean
  title: ReactNode
  /** What will be lost or sent, in a sentence. */
  children?: ReactNode
  confirmLabel?: ReactNode
  cancelLabel?: ReactNode
  tone?: 'primary' | 'danger'
  /** The name that must be typed before the button works. */
  demandText?: string
  busy?: boolean
  error?: ReactNode
  onConfirm: () => void
  onCancel: () => void
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmLabel, cancelLabel, tone = 'primary', demandText, busy, error } = props
  const { onConfirm, onCancel } = props
  const kit = useKit()
  const [typed, setTyped] = useState('')

  useEffect(() => {
    if (open) setTyped('')
  }, [open])

  const ready = demandText === undefined || tidy(typed) === tidy(demandText)
  return (
    <Dialog
      open={open}
      role="alertdialog"
      size="small"
      title={title}
      dismissible={!busy}
      onClose={onCancel}
      actions={
        <>
          <Button variant="quiet" disabled={busy} onClick={onCancel}>
            {cancelLabel ?? kit('cancel')}
          </Button>
          <Button variant={tone} busy={busy} disabled={!ready} onClick={onConfirm}>
            {confirmLabel ?? kit('confirm')}
          </Button>
        </>
      }
    >
      {children}
      {demandText !== undefined && (
        <TextInput
          className="ts-dialog-demand"
          label={kit('typeToConfirm', { text: demandText })}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          data-autofocus
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && ready && !busy) onConfirm()
          }}
        />
      )}
      {error && <Banner tone="bad">{error}</Banner>}
    </Dialog>
  )
}
