import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, ConfirmDialog, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type LessonHead, lessonsChanged } from '../classroom-queries'
import { useStartText } from './use-start-text'

/** Ends a lesson from the list: one whose screen was closed, or homework before its time. */
export function EndLesson({ lesson: { id, title } }: { lesson: LessonHead }) {
  const t = useStartText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const end = useMutation({
    mutationFn: async () => {
      const { step } = await call('lesson', { params: { lessonId: id } })
      if (step.phase === 'ended') return step
      return call('actOnLesson', {
        params: { lessonId: id },
        body: { version: step.version, act: { kind: 'end' } },
      })
    },
    onSuccess: async () => {
      notify(t('ending.done', { title }))
      setAsking(false)
      await lessonsChanged(client)
    },
  })
  return (
    <>
      <Button size="small" variant="quiet" aria-label={t('running.endOf', { title })} onClick={() => setAsking(true)}>
        {t('running.end')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('ending.title', { title })}
        confirmLabel={t('ending.confirm')}
        tone="danger"
        busy={end.isPending}
        error={end.error && problemText(end.error)}
        onConfirm={() => end.mutate()}
        onCancel={() => {
          setAsking(false)
          end.reset()
        }}
      >
        <p>{t('ending.text')}</p>
      </ConfirmDialog>
    </>
  )
}
