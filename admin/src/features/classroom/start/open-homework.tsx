import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useProblemText } from '../../../lib/problem'
import { type LessonHead, lessonsChanged } from '../classroom-queries'
import { useStartText } from './use-start-text'

/** Homework whose opening got lost on the way, so that it still stands in its lobby. */
export function OpenHomework({ lesson: { id, title } }: { lesson: LessonHead }) {
  const t = useStartText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const open = useMutation({
    mutationFn: async () => {
      const { step } = await call('lesson', { params: { lessonId: id } })
      if (step.phase !== 'lobby') return step
      return call('actOnLesson', { params: { lessonId: id }, body: { version: step.version, act: { kind: 'next' } } })
    },
    onSuccess: () => notify(t('start.homeworkOpen', { title })),
    onSettled: () => lessonsChanged(client),
  })
  return (
    <>
      <Button size="small" variant="primary" busy={open.isPending} onClick={() => open.mutate()}>
        {t('start.openHomework')}
      </Button>
      {open.error && (
        <span className="ts-field-error" role="alert">
          {problemText(open.error)}
        </span>
      )}
    </>
  )
}
