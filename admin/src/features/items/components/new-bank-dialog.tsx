import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Banner, Button, Dialog, notify, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'

interface NewBankDialogProps {
  open: boolean
  onClose: () => void
  onCreated: (bankId: string) => void
}

export function NewBankDialog({ open, onClose, onCreated }: NewBankDialogProps) {
  const t = useItemsText()
  const common = useCommon()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const creation = useMutation({
    mutationFn: () => call('createBank', { body: { name } }),
    onSuccess: async (bank) => {
      await client.invalidateQueries({ queryKey: ['banks'] })
      notify(t('bank.created', { name: bank.name }))
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
      title={t('bank.title')}
      dismissible={!creation.isPending}
      onClose={close}
      actions={
        <>
          <Button variant="quiet" disabled={creation.isPending} onClick={close}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="new-bank" busy={creation.isPending}>
            {t('bank.submit')}
          </Button>
        </>
      }
    >
      <form id="new-bank" noValidate onSubmit={submit}>
        <Stack>
          <p className="ts-quiet-text">{t('bank.intro')}</p>
          <TextInput
            label={t('bank.name')}
            placeholder={t('bank.namePlaceholder')}
            value={name}
            onChange={setName}
            required
            maxLength={120}
            autoComplete="off"
            data-autofocus
            error={isChecked && !name.trim() ? t('bank.missingName') : fieldProblem('name')}
          />
          {creation.error && (
            <Banner tone="bad" live="assertive">
              {problemText(creation.error)}
            </Banner>
          )}
        </Stack>
      </form>
    </Dialog>
  )
}
