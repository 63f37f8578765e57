import { progressMean } from '@thiso/contracts/vocab'
import { BarList, Card, formatDate, formatNumber, formatShare, Stack } from '@thiso/kit'
import type { SchoolClassWhole } from '../classroom-queries'
import { useProgressText } from './use-progress-text'

interface WholeClassProps {
  of: SchoolClassWhole
  /** Places of the lessons to show. */
  from: number
  to: number
}

/** How the class did in each lesson; each leads to its report. */
export function WholeClass({ of, from, to }: WholeClassProps) {
  const t = useProgressText()
  const rows = of.lessons.slice(from, to).map((lesson, index) => {
    const cells = of.progress.map(({ lessons }) => lessons[from + index] ?? null)
    return { lesson, share: progressMean(cells), here: cells.filter((cell) => cell !== null).length }
  })
  return (
    <Card title={t('whole.title')} level={3}>
      <Stack gap={3}>
        <p className="ts-quiet-text">{t('whole.lead')}</p>
        <BarList
          label={t('whole.label')}
          max={1}
          items={rows.map(({ lesson, share, here }) => ({
            id: lesson.id,
            label: `${lesson.title}, ${formatDate(lesson.createdAt)}`,
            to: `/buoi-choi/${lesson.id}`,
            value: share ?? 0,
            text:
              share === null
                ? t('whole.nobody')
                : t('whole.value', {
                    share: formatShare(share, 0),
                    here: formatNumber(here),
                    all: formatNumber(of.pupils.length),
                  }),
          }))}
        />
      </Stack>
    </Card>
  )
}
