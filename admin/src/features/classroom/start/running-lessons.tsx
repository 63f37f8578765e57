import { useQuery } from '@tanstack/react-query'
import {
  Badge,
  Card,
  ErrorState,
  formatDateTime,
  formatNumber,
  LinkButton,
  Pagination,
  Row,
  Skeleton,
  Stack,
} from '@thiso/kit'
import Presentation from 'lucide-react/icons/presentation'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type LessonHead, LESSONS_A_PAGE, lessonsQuery } from '../classroom-queries'
import { DeleteLesson } from './delete-lesson'
import { EndLesson } from './end-lesson'
import { useStartText } from './use-start-text'

const LOOK_MS = 10_000

/** Lessons that a class can come into now, each with its code. */
export function RunningLessons() {
  const t = useStartText()
  const problemText = useProblemText()
  const [page, setPage] = useState(1)
  const query = useQuery({ ...lessonsQuery('running', page), refetchInterval: LOOK_MS })
  return (
    <section aria-labelledby="running-lessons">
      <Stack gap={4}>
        <h2 id="running-lessons">{t('running.title')}</h2>
        {query.data ? (
          query.data.rows.length === 0 ? (
            <p className="ts-quiet-text">{t('running.none')}</p>
          ) : (
            <>
              <ul className="start-running">
                {query.data.rows.map((lesson) => (
                  <Card as="li" key={lesson.id}>
                    <RunningLesson lesson={lesson} />
                  </Card>
                ))}
              </ul>
              {query.data.total > LESSONS_A_PAGE && (
                <Pagination page={page} pageSize={LESSONS_A_PAGE} total={query.data.total} onChange={setPage} />
              )}
            </>
          )
        ) : query.error ? (
          <ErrorState compact onRetry={() => void query.refetch()}>
            {problemText(query.error)}
          </ErrorState>
        ) : (
          <Skeleton height={160} />
        )}
      </Stack>
    </section>
  )
}

function RunningLesson({ lesson }: { lesson: LessonHead }) {
  const t = useStartText()
  const { id, title, pin, phase, mode, until, className, seatCount, createdAt } = lesson
  const about = [
    t(`mode.${mode}`),
    className ?? t('ended.noClass'),
    t('running.seats', { count: seatCount, shown: formatNumber(seatCount) }),
    until ? t('running.until', { at: formatDateTime(until) }) : t('running.since', { at: formatDateTime(createdAt) }),
  ]
  return (
    <Stack gap={3}>
      <div className="start-running-head">
        <h3>{title}</h3>
        <Badge tone={phase === 'lobby' ? 'blue' : 'good'} dot>
          {t(`phase.${phase}`)}
        </Badge>
      </div>
      {pin && (
        <p className="start-pin">
          <span className="ts-quiet-text ts-small">{t('running.pin')}</span>
          <strong className="ts-number">
            {pin.slice(0, 3)}&nbsp;{pin.slice(3)}
          </strong>
        </p>
      )}
      <p className="ts-quiet-text ts-small">{about.join(' · ')}</p>
      <Row gap={2}>
        <LinkButton
          variant="primary"
          size="small"
          icon={Presentation}
          to={`/man-hinh/${id}`}
          aria-label={t('running.screenOf', { title })}
        >
          {t('running.screen')}
        </LinkButton>
        {phase !== 'lobby' && (
          <LinkButton size="small" to={`/buoi-choi/${id}`} aria-label={t('running.reportOf', { title })}>
            {t('running.report')}
          </LinkButton>
        )}
        {/* What nobody has played can go at once; what is being played is ended first, so that its answers stay. */}
        {phase === 'lobby' ? <DeleteLesson lesson={lesson} /> : <EndLesson lesson={lesson} />}
      </Row>
    </Stack>
  )
}
