import { Banner, Button, Dialog, formatNumber, notify, Stack, Textarea } from '@thiso/kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import UserPlus from 'lucide-react/icons/user-plus'
import { useState } from 'react'
import { FileDrop } from '../../../lib/file-drop'
import { useProblemText } from '../../../lib/problem'
import { addEntrants, type ListOf, listKey } from '../entrant-queries'
import { useEntrantText } from '../use-entrant-text'
import { FoundPeople } from './found-people'

/** Puts people on a list: pasted or from a file, seen before they are taken. */
export function AddEntrants({ list }: { list: ListOf }) {
  const t = useEntrantText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const preview = useMutation({ mutationFn: () => addEntrants(list, text, true) })
  const add = useMutation({
    mutationFn: () => addEntrants(list, text, false),
    onSuccess: async () => {
      notify(t('add.done'))
      setOpen(false)
      setText('')
      await client.invalidateQueries({ queryKey: listKey(list) })
    },
  })
  const type = (next: string) => {
    preview.reset()
    add.reset()
    setText(next)
  }
  const found = preview.data
  const newCount = found ? found.foundCount - found.knownCount : 0
  const error = add.error ?? preview.error
  return (
    <>
      <Button icon={UserPlus} variant="primary" onClick={() => setOpen(true)}>
        {t('add.act')}
      </Button>
      <Dialog
        open={isOpen}
        size="large"
        title={t('add.title')}
        onClose={() => setOpen(false)}
        actions={
          found ? (
            <Button variant="primary" busy={add.isPending} disabled={newCount === 0} onClick={() => add.mutate()}>
              {t('add.give', { count: formatNumber(newCount) })}
            </Button>
          ) : (
            <Button
              variant="primary"
              busy={preview.isPending}
              disabled={text.trim() === ''}
              onClick={() => preview.mutate()}
            >
              {t('add.look')}
            </Button>
          )
        }
      >
        <Stack gap={4}>
          <Textarea label={t('add.field')} hint={t('add.hint')} rows={8} value={text} onChange={type} />
          <FileDrop
            label={t('add.file')}
            hint=""
            accept=".csv,.txt,text/csv,text/plain"
            choose={t('add.choose')}
            says={t('add.says')}
            error={undefined}
            isBusy={false}
            onChoose={(file) => void file.text().then(type)}
          />
          {found && <FoundPeople found={found} />}
          {error && <Banner tone="bad">{problemText(error)}</Banner>}
        </Stack>
      </Dialog>
    </>
  )
}
