import { useMutation, useQuery } from '@tanstack/react-query'
import {
  Button,
  EmptyState,
  ErrorState,
  formatDate,
  formatNumber,
  notify,
  Row,
  Skeleton,
  Stack,
  useLocale,
} from '@thiso/kit'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Download from 'lucide-react/icons/download'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { classQuery, type SchoolClassWhole } from '../classroom-queries'
import { ProgressTable } from './progress-table'
import { useProgressText } from './use-progress-text'
import { WholeClass } from './whole-class'
import './progress.css'

const LESSONS_AT_ONCE = 6
const FILES = { sheet: 'schoolClassSheet', pdf: 'schoolClassPdf' } as const

/** CR-72 on screen: a class over its lessons. Stands on the page of the class and on a page of its own. */
export function ClassProgress({ classId }: { classId: string }) {
  const problemText = useProblemText()
  const query = useQuery({ ...classQuery(classId), enabled: classId !== '' })
  if (query.data) return <Found of={query.data} />
  if (query.error) {
    return (
      <ErrorState compact onRetry={() => void query.refetch()} busy={query.isFetching}>
        {problemText(query.error)}
      </ErrorState>
    )
  }
  return <Skeleton height={320} />
}

function Found({ of }: { of: SchoolClassWhole }) {
  const t = useProgressText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const [from, setFrom] = useState(0)
  const saving = useMutation({
    mutationFn: (file: keyof typeof FILES) => saveFile(FILES[file], { classId: of.id }, { locale }),
    onError: (error) => notify(t('failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  if (of.pupils.length === 0) return <EmptyState title={t('noPupils')}>{t('noPupilsText')}</EmptyState>
  const total = of.lessons.length
  if (total === 0) return <EmptyState title={t('noLessons')}>{t('noLessonsText')}</EmptyState>
  const to = Math.min(total, from + LESSONS_AT_ONCE)
  return (
    <Stack gap={5}>
      <div className="progress-tools">
        {total > LESSONS_AT_ONCE ? (
          <nav className="progress-tools" aria-label={t('table.caption')}>
            <Button
              size="small"
              icon={ChevronLeft}
              disabled={from === 0}
              onClick={() => setFrom(Math.max(0, from - LESSONS_AT_ONCE))}
            >
              {t('table.newer')}
            </Button>
            <span className="ts-number" aria-live="polite">
              {t('table.which', { from: formatNumber(from + 1), to: formatNumber(to), total: formatNumber(total) })}
            </span>
            <Button
              size="small"
              iconEnd={ChevronRight}
              disabled={to === total}
              onClick={() => setFrom(from + LESSONS_AT_ONCE)}
            >
              {t('table.older')}
            </Button>
          </nav>
        ) : (
          <span />
        )}
        <Row gap={2}>
          {(['sheet', 'pdf'] as const).map((file) => (
            <Button
              key={file}
              icon={Download}
              busy={saving.isPending && saving.variables === file}
              onClick={() => saving.mutate(file)}
            >
              {t(file)}
            </Button>
          ))}
        </Row>
      </div>
      <ProgressTable of={of} from={from} to={to} />
      <p className="ts-quiet-text">{t('trend.hint')}</p>
      <WholeClass of={of} from={from} to={to} />
      <p className="ts-quiet-text">{t('kept', { date: formatDate(of.deleteOn) })}</p>
    </Stack>
  )
}
