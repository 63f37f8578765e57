import { Button, type ButtonLook, ConfirmDialog, type LucideIcon, notify } from '@thiso/kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useProblemText } from '../../../lib/problem'

interface ActButtonProps {
  label: string
  icon?: LucideIcon
  variant?: ButtonLook['variant']
  title: string
  /** What will happen, in a sentence. */
  children: ReactNode
  tone?: 'primary' | 'danger'
  demandText?: string
  act: () => Promise<unknown>
  done: string
  /** Caches to ask again afterwards. */
  stale: readonly (readonly string[])[]
  onDone?: () => void
}

/** A change of a round's state: a button, a confirmation that names the consequence, a word when it is done. */
export function ActButton(props: ActButtonProps) {
  const { label, icon, variant, title, children, tone = 'primary', demandText, act, done, stale, onDone } = props
  const problemText = useProblemText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const change = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      setAsking(false)
      notify(done)
      onDone?.()
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  return (
    <>
      <Button
        variant={variant}
        icon={icon}
        onClick={() => {
          change.reset()
          setAsking(true)
        }}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={title}
        tone={tone}
        confirmLabel={label}
        demandText={demandText}
        busy={change.isPending}
        error={change.error ? problemText(change.error) : undefined}
        onConfirm={() => change.mutate()}
        onCancel={() => setAsking(false)}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}
