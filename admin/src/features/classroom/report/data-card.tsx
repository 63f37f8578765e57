import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Card, ConfirmDialog, formatDate, notify, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import FileDown from 'lucide-react/icons/file-down'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { lessonsChanged } from '../classroom-queries'
import type { Report } from './figures'
import { reportQuery } from './report-query'
import { useReportText } from './use-report-text'

interface DataCardProps {
  lesson: Report['lesson']
  seatCount: number
}

/** What is kept of pupils and until when; the file that carries it elsewhere, and the way to delete it earlier. */
export function DataCard({ lesson, seatCount }: DataCardProps) {
  const t = useReportText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const hasEnded = lesson.phase === 'ended'
  const mayGo = hasEnded || lesson.phase === 'lobby'
  const saving = useMutation({
    mutationFn: () => saveFile('lessonResultsFile', { lessonId: lesson.id }),
    onError: (error) => notify(t('file.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  const remove = useMutation({
    mutationFn: () => call('deleteLesson', { params: { lessonId: lesson.id } }),
    onSuccess: async () => {
      notify(t('data.deleted', { title: lesson.title }))
      await navigate('/buoi-choi', { replace: true })
      // Only once nobody looks at it: a page that is still there would ask for what is gone.
      client.removeQueries({ queryKey: reportQuery(lesson.id).queryKey })
      void lessonsChanged(client)
    },
  })
  return (
    <Card title={t('data.title')} tone="sunken">
      <Stack gap={3}>
        <p>{t('data.until', { date: formatDate(lesson.deleteOn) })}</p>
        {hasEnded && seatCount > 0 && !lesson.isCarriedIn && <p className="ts-quiet-text">{t('data.carryText')}</p>}
        {!mayGo && <p className="ts-quiet-text">{t('data.stillRunning')}</p>}
        <Row gap={2}>
          {hasEnded && seatCount > 0 && !lesson.isCarriedIn && (
            <Button icon={FileDown} busy={saving.isPending} onClick={() => saving.mutate()}>
              {t('data.carry')}
            </Button>
          )}
          {mayGo && (
            <Button variant="quiet" icon={Trash} onClick={() => setAsking(true)}>
              {t('data.delete')}
            </Button>
          )}
        </Row>
      </Stack>
      <ConfirmDialog
        open={isAsking}
        title={t('data.deleteTitle', { title: lesson.title })}
        confirmLabel={t('data.deleteConfirm')}
        tone="danger"
        {...(seatCount > 0 ? { demandText: lesson.title } : {})}
        busy={remove.isPending}
        error={remove.error && problemText(remove.error)}
        onConfirm={() => remove.mutate()}
        onCancel={() => {
          setAsking(false)
          remove.reset()
        }}
      >
        <p>
          {t('data.deleteText', { seats: t('data.deleteSeats', { count: seatCount }) })}{' '}
          {lesson.className && t('data.deleteOfClass', { name: lesson.className })}
        </p>
      </ConfirmDialog>
    </Card>
  )
}
