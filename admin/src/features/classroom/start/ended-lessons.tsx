import { useQuery } from '@tanstack/react-query'
import { type Column, EmptyState, formatDate, formatDateTime, formatNumber, Pagination, Stack, Table } from '@thiso/kit'
import { useState } from 'react'
import { Link } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { type LessonHead, LESSONS_A_PAGE, lessonsQuery } from '../classroom-queries'
import { DeleteLesson } from './delete-lesson'
import { useStartText } from './use-start-text'

/** Lessons that are over, each with the way to its report and the day on which it is deleted. */
export function EndedLessons() {
  const t = useStartText()
  const problemText = useProblemText()
  const [page, setPage] = useState(1)
  const query = useQuery(lessonsQuery('ended', page))
  const columns: Column<LessonHead>[] = [
    {
      id: 'lesson',
      header: t('ended.lesson'),
      rowHeader: true,
      cell: ({ id, title, isCarriedIn }) => (
        <span className="start-name">
          <Link to={`/buoi-choi/${id}`}>{title}</Link>
          {isCarriedIn && <span className="ts-quiet-text ts-small">{t('ended.carriedIn')}</span>}
        </span>
      ),
    },
    { id: 'mode', header: t('ended.mode'), cell: ({ mode }) => t(`mode.${mode}`) },
    { id: 'class', header: t('ended.className'), cell: ({ className }) => className ?? t('ended.noClass') },
    { id: 'seats', header: t('ended.seats'), numeric: true, cell: ({ seatCount }) => formatNumber(seatCount) },
    {
      id: 'endedAt',
      header: t('ended.endedAt'),
      cell: ({ endedAt }) => <span className="ts-number">{endedAt ? formatDateTime(endedAt) : ''}</span>,
    },
    {
      id: 'deleteOn',
      header: t('ended.deleteOn'),
      cell: ({ deleteOn }) => <span className="ts-number">{formatDate(deleteOn)}</span>,
    },
    { id: 'acts', header: '', name: t('ended.acts'), cell: (lesson) => <DeleteLesson lesson={lesson} /> },
  ]
  return (
    <section aria-labelledby="ended-lessons">
      <Stack gap={4}>
        <h2 id="ended-lessons">{t('ended.title')}</h2>
        <Table
          caption={t('ended.caption')}
          hideCaption
          columns={columns}
          rows={query.data?.rows}
          rowKey={({ id }) => id}
          loading={query.isPending}
          expect={3}
          error={query.error ? problemText(query.error) : undefined}
          onRetry={() => void query.refetch()}
          empty={
            <EmptyState compact title={t('ended.none')}>
              {t('ended.noneText')}
            </EmptyState>
          }
        />
        {(query.data?.total ?? 0) > LESSONS_A_PAGE && (
          <Pagination page={page} pageSize={LESSONS_A_PAGE} total={query.data?.total ?? 0} onChange={setPage} />
        )}
      </Stack>
    </section>
  )
}
