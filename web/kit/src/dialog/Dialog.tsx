import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '../action/Button'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** False while something must not be left by accident: no cross, no Escape, no click beside it. */
  dismissible?: boolean
  role?: 'dialog' | 'alertdialog'
  className?: string
  children?: ReactNode
}

/** The native dialog: it traps the focus, dims the page and answers to Escape by itself. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, actions, size = 'medium', dismissible = true, role, className, children } = props
  const kit = useKit()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    const opener = document.activeElement
    if (!element.open) element.showModal()
    // The title, not the cross, so that a reader hears what opened; a field may ask for the focus with autoFocus.
    if (!element.querySelector('[autofocus], [data-autofocus]')) heading.current?.focus()
    else element.querySelector<HTMLElement>('[autofocus], [data-autofocus]')?.focus()
    return () => {
      element.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [open])

  if (!open) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, this is the pointer's
    <dialog
      ref={dialog}
      role={role}
      className={classes('ts-dialog', `ts-dialog-${size}`, className)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        if (dismissible) onClose()
      }}
      onClick={(event) => {
        if (dismissible && event.target === event.currentTarget) onClose()
      }}
    >
      <div className="ts-dialog-box">
        <div className="ts-dialog-head">
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {dismissible && <IconButton icon={X} label={kit('close')} onClick={onClose} />}
        </div>
        <div className="ts-dialog-body">{children}</div>
        {actions && <div className="ts-dialog-actions">{actions}</div>}
      </div>
    </dialog>
  )
}
