import { Button, Dialog, Stack } from '@thiso/kit'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useRichText } from './use-rich-text'

export interface ToolDialogProps {
  onClose: () => void
  /** HTML for the editing surface, put where the cursor was. */
  onInsert: (html: string) => void
}

interface ToolFormProps {
  title: string
  submit: string
  busy?: boolean
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

/** A small form over the page. Its submission must not be taken for that of the form below it. */
export function ToolForm({ title, submit, busy, onClose, onSubmit, children }: ToolFormProps) {
  const t = useRichText()
  const form = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!busy) onSubmit()
  }
  return (
    <Dialog
      open
      size="small"
      title={title}
      dismissible={!busy}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" disabled={busy} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={form} busy={busy}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send}>
        <Stack>{children}</Stack>
      </form>
    </Dialog>
  )
}
