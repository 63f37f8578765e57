import { useQuery } from '@tanstack/react-query'
import { Button, type Column, EmptyState, formatDate, formatNumber, Page, Table } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { classesQuery, type SchoolClass } from '../classroom-queries'
import { ClassDialog } from './class-dialog'
import './classes.css'
import { useClassesText } from './use-classes-text'

export default function ClassesPage() {
  const t = useClassesText()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const [isCreating, setCreating] = useState(false)
  const classes = useQuery(classesQuery())
  const create = (
    <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('new')}
    </Button>
  )
  const columns: Column<SchoolClass>[] = [
    {
      id: 'name',
      header: t('table.name'),
      rowHeader: true,
      cell: ({ id, name, grade }) => (
        <span className="classes-name">
          <Link to={`/lop-hoc/${id}`}>{name}</Link>
          {grade !== null && <span className="ts-quiet-text ts-small"> {t('grade', { grade })}</span>}
        </span>
      ),
    },
    {
      id: 'year',
      header: t('table.year'),
      cell: ({ schoolYear }) => (
        <span className="ts-number">{t('schoolYear', { from: schoolYear, to: schoolYear + 1 })}</span>
      ),
    },
    { id: 'pupils', header: t('table.pupils'), numeric: true, cell: ({ pupilCount }) => formatNumber(pupilCount) },
    { id: 'lessons', header: t('table.lessons'), numeric: true, cell: ({ lessonCount }) => formatNumber(lessonCount) },
    {
      id: 'deleteOn',
      header: t('table.deleteOn'),
      cell: ({ deleteOn }) => <span className="ts-number">{formatDate(deleteOn)}</span>,
    },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" actions={create}>
      <Table
        caption={t('table.caption')}
        hideCaption
        columns={columns}
        rows={classes.data?.classes}
        rowKey={({ id }) => id}
        loading={classes.isPending}
        expect={3}
        error={classes.error ? problemText(classes.error) : undefined}
        onRetry={() => void classes.refetch()}
        empty={
          <EmptyState compact title={t('empty.title')} action={create}>
            {t('empty.text')}
          </EmptyState>
        }
      />
      {isCreating && (
        <ClassDialog onClose={() => setCreating(false)} onSaved={(made) => void navigate(`/lop-hoc/${made.id}`)} />
      )}
    </Page>
  )
}
