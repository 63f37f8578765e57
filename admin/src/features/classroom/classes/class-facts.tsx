import { Card, formatDate, formatDateTime, Stack } from '@thiso/kit'
import { Link } from 'react-router'
import type { SchoolClassWhole } from '../classroom-queries'
import { useClassesText } from './use-classes-text'

const SHOWN_LESSONS = 5

export function ClassFacts({ of }: { of: SchoolClassWhole }) {
  const t = useClassesText()
  const lessons = [...of.lessons].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, SHOWN_LESSONS)
  return (
    <>
      <Card title={t('page.facts')}>
        <Stack gap={3}>
          <dl className="ad-facts">
            <dt>{t('page.grade')}</dt>
            <dd>{of.grade === null ? t('noGrade') : t('grade', { grade: of.grade })}</dd>
            <dt>{t('page.year')}</dt>
            <dd className="ts-number">{t('schoolYear', { from: of.schoolYear, to: of.schoolYear + 1 })}</dd>
            <dt>{t('page.deleteOn')}</dt>
            <dd className="ts-number">{formatDate(of.deleteOn)}</dd>
          </dl>
          <p className="ts-quiet-text ts-small">{t('page.deleteText')}</p>
        </Stack>
      </Card>
      <Card title={t('page.lessons')}>
        {lessons.length === 0 ? (
          <p className="ts-quiet-text">{t('page.noLessons')}</p>
        ) : (
          <Stack gap={3}>
            <ul className="classes-lessons">
              {lessons.map(({ id, title, createdAt }) => (
                <li key={id}>
                  <Link to={`/buoi-choi/${id}`}>{title}</Link>
                  <span className="ts-quiet-text ts-small ts-number"> {formatDateTime(createdAt)}</span>
                </li>
              ))}
            </ul>
            <Link to={`/lop-hoc/${of.id}/tien-bo`}>{t('page.allProgress')}</Link>
          </Stack>
        )}
      </Card>
    </>
  )
}
