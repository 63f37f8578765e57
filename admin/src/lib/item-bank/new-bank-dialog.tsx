import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dialog, notify, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useState } from 'react'
import { useCommon } from '../common'
import { useFieldProblems } from '../problem'
import { ProblemBanner } from '../problem-banner'
import { useBankWords } from './use-words'

interface NewBankDialogProps {
  open: boolean
  onClose: () => void
  onCreated: (bankId: string) => void
}

export function NewBankDialog({ open, onClose, onCreated }: NewBankDialogProps) {
  const words = useBankWords()
  const common = useCommon()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const creation = useMutation({
    mutationFn: () => call('createBank', { body: { name } }),
    onSuccess: async (bank) => {
      await client.invalidateQueries({ queryKey: ['banks'] })
      notify(words('newBank.created', { name: bank.name }))
      setName('')
      setIsChecked(false)
      onCreated(bank.id)
    },
  })
  const fieldProblem = useFieldProblems(creation.error)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog opened from within another form must not submit that one too.
    event.stopPropagation()
    if (creation.isPending) return
    setIsChecked(true)
    if (name.trim()) creation.mutate()
  }
  const close = () => {
    creation.reset()
    onClose()
  }

  return (
    <Dialog
      open={open}
      size="small"
      title={words('newBank.title')}
      dismissible={!creation.isPending}
      onClose={close}
      actions={
        <>
          <Button variant="quiet" disabled={creation.isPending} onClick={close}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="new-bank" busy={creation.isPending}>
            {words('newBank.title')}
          </Button>
        </>
      }
    >
      <form id="new-bank" noValidate onSubmit={submit}>
        <Stack>
          <p className="ts-quiet-text">{words('newBank.intro')}</p>
          <TextInput
            label={words('newBank.name')}
            placeholder={words('newBank.placeholder')}
            required
            data-autofocus
            maxLength={120}
            value={name}
            onChange={setName}
            error={isChecked && !name.trim() ? words('newBank.missing') : fieldProblem('name')}
          />
          <ProblemBanner error={creation.error} shown={(path) => path === 'name'} />
        </Stack>
      </form>
    </Dialog>
  )
}
