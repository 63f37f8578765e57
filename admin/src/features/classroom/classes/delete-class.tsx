import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, ConfirmDialog, formatNumber, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { lessonsChanged, type SchoolClass } from '../classroom-queries'
import { useClassesText } from './use-classes-text'

/** Says what goes with the class; a class with results asks for its name. */
export function DeleteClass({ of }: { of: SchoolClass }) {
  const t = useClassesText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => call('deleteSchoolClass', { params: { classId: of.id } }),
    onSuccess: () => {
      notify(t('delete.done', { name: of.name }))
      void navigate('/lop-hoc', { replace: true })
      client.removeQueries({ queryKey: ['school-classes', of.id] })
      void lessonsChanged(client)
    },
  })
  const say = (count: number) => ({ count, shown: formatNumber(count) })
  return (
    <>
      <Button variant="quiet" icon={Trash} onClick={() => setAsking(true)}>
        {t('page.delete')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('delete.title', { name: of.name })}
        confirmLabel={t('delete.confirm')}
        tone="danger"
        {...(of.lessonCount > 0 ? { demandText: of.name } : {})}
        busy={remove.isPending}
        error={remove.error && problemText(remove.error)}
        onConfirm={() => remove.mutate()}
        onCancel={() => {
          setAsking(false)
          remove.reset()
        }}
      >
        <p>
          {t('delete.text', {
            pupils: t('delete.lost', say(of.pupilCount)),
            lessons: t('delete.lostLessons', say(of.lessonCount)),
          })}
        </p>
      </ConfirmDialog>
    </>
  )
}
