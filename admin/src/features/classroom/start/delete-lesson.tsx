import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, ConfirmDialog, formatNumber, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type LessonHead, lessonsChanged } from '../classroom-queries'
import { useStartText } from './use-start-text'

/** Deletes a lesson before its day, and says what goes with it. */
export function DeleteLesson({ lesson: { id, title, seatCount } }: { lesson: LessonHead }) {
  const t = useStartText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => call('deleteLesson', { params: { lessonId: id } }),
    onSuccess: async () => {
      notify(t('deleting.done', { title }))
      setAsking(false)
      await lessonsChanged(client)
    },
  })
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={Trash}
        aria-label={t('running.deleteOf', { title })}
        onClick={() => setAsking(true)}
      >
        {t('running.delete')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('deleting.title', { title })}
        confirmLabel={t('deleting.confirm')}
        tone="danger"
        busy={remove.isPending}
        error={remove.error && problemText(remove.error)}
        onConfirm={() => remove.mutate()}
        onCancel={() => {
          setAsking(false)
          remove.reset()
        }}
      >
        <p>
          {seatCount === 0
            ? t('deleting.empty')
            : t('deleting.text', { count: seatCount, shown: formatNumber(seatCount) })}
        </p>
      </ConfirmDialog>
    </>
  )
}
