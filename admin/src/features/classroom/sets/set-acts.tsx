import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, ConfirmDialog, formatNumber, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Download from 'lucide-react/icons/download'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { setsChanged } from '../classroom-queries'
import { useSetsText } from './use-sets-text'

interface SetActsProps {
  setId: string
  title: string
  count: number
  /** The file would lack what is not saved yet. */
  isDirty: boolean
}

/** A stored set as a file, or gone. */
export function SetActs({ setId, title, count, isDirty }: SetActsProps) {
  const t = useSetsText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const save = useMutation({
    mutationFn: () => saveFile('lessonSetFile', { setId }),
    onSuccess: () => notify(t('editor.exported')),
    onError: (error) => notify(t('editor.exportFailed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  const remove = useMutation({
    mutationFn: () => call('deleteLessonSet', { params: { setId } }),
    onSuccess: () => {
      notify(t('editor.deleted', { title }))
      void navigate('/bo-cau-hoi', { replace: true })
      client.removeQueries({ queryKey: ['lesson-sets', setId] })
      void setsChanged(client)
    },
  })
  return (
    <>
      <Button variant="quiet" icon={Trash} onClick={() => setAsking(true)}>
        {t('editor.delete')}
      </Button>
      <Button icon={Download} busy={save.isPending} disabled={isDirty} onClick={() => save.mutate()}>
        {t('editor.export')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('editor.deleteTitle', { title })}
        confirmLabel={t('editor.deleteConfirm')}
        tone="danger"
        busy={remove.isPending}
        error={remove.error && problemText(remove.error)}
        onConfirm={() => remove.mutate()}
        onCancel={() => {
          setAsking(false)
          remove.reset()
        }}
      >
        <p>{t('editor.deleteText', { count: formatNumber(count) })}</p>
      </ConfirmDialog>
    </>
  )
}
