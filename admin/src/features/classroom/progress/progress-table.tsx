import { type ProgressCell, progressMean, progressShare, progressTrend } from '@thiso/contracts/vocab'
import { type Column, formatDate, formatNumber, formatShare, type Sort, Table } from '@thiso/kit'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Pupil, SchoolClassWhole } from '../classroom-queries'
import { TrendLine } from './trend-line'
import { useProgressText } from './use-progress-text'

interface PupilRow {
  pupil: Pupil
  /** The newest first, as the lessons are. */
  cells: readonly ProgressCell[]
  mean: number | null
}

interface ProgressTableProps {
  of: SchoolClassWhole
  from: number
  to: number
}

/** Pupils down, lessons across; the mean and the trend are of all lessons, also of those not in view. */
export function ProgressTable({ of, from, to }: ProgressTableProps) {
  const t = useProgressText()
  const [sort, setSort] = useState<Sort>({ id: 'pupil', direction: 'asc' })
  const rows: PupilRow[] = of.pupils.map((pupil) => {
    const cells = of.progress.find(({ pupilId }) => pupilId === pupil.id)?.lessons ?? []
    return { pupil, cells, mean: progressMean(cells) }
  })
  const columns: Column<PupilRow>[] = [
    {
      id: 'pupil',
      header: t('table.pupil'),
      rowHeader: true,
      sortable: true,
      cell: ({ pupil }) => `${pupil.number}. ${pupil.name}`,
    },
    {
      id: 'mean',
      header: t('table.mean'),
      numeric: true,
      sortable: true,
      cell: ({ mean }) => (mean === null ? '–' : <strong>{formatShare(mean, 0)}</strong>),
    },
    {
      id: 'trend',
      header: t('table.trend'),
      cell: ({ cells }) => {
        const inTime = [...cells].reverse()
        return <TrendLine shares={inTime.flatMap((cell) => progressShare(cell) ?? [])} trend={progressTrend(inTime)} />
      },
    },
    ...of.lessons.slice(from, to).map(
      (lesson, index): Column<PupilRow> => ({
        id: lesson.id,
        name: `${lesson.title}, ${formatDate(lesson.createdAt)}`,
        header: (
          <span className="progress-lesson">
            <Link
              to={`/buoi-choi/${lesson.id}`}
              aria-label={t('table.lessonLink', { title: lesson.title, date: formatDate(lesson.createdAt) })}
            >
              {lesson.title}
            </Link>
            <span>{formatDate(lesson.createdAt)}</span>
          </span>
        ),
        numeric: true,
        cell: ({ cells }) => <OneCell cell={cells[from + index] ?? null} />,
      }),
    ),
  ]
  return (
    <div className="progress-table">
      <Table
        caption={t('table.caption')}
        hideCaption
        dense
        narrow="scroll"
        columns={columns}
        rows={sorted(rows, sort)}
        rowKey={({ pupil }) => pupil.id}
        sort={sort}
        onSort={setSort}
      />
    </div>
  )
}

function OneCell({ cell }: { cell: ProgressCell }) {
  const t = useProgressText()
  const share = progressShare(cell)
  if (!cell || share === null) return <span className="ts-quiet-text">{cell ? '–' : t('table.away')}</span>
  return (
    <span className="progress-cell">
      {formatShare(share, 0)}
      <small>{t('table.cell', { right: formatNumber(cell.rightCount), asked: formatNumber(cell.askedCount) })}</small>
    </span>
  )
}

function sorted(rows: readonly PupilRow[], { id, direction }: Sort): PupilRow[] {
  const sign = direction === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => {
    if (id !== 'mean') return sign * (a.pupil.number - b.pupil.number)
    if (a.mean === null || b.mean === null) return (a.mean === null ? 1 : 0) - (b.mean === null ? 1 : 0)
    return sign * (a.mean - b.mean) || a.pupil.number - b.pupil.number
  })
}
