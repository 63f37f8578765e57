import type { ApiOutput } from '@thiso/contracts'
import { type Column, EmptyState, formatDate, formatNumber, Table } from '@thiso/kit'
import { Link } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { usePeopleText } from '../hooks/use-people-text'
import { RoleBadge } from './role-badge'

type Person = ApiOutput<'people'>['rows'][number]

interface PeopleTableProps {
  rows: Person[] | undefined
  isPending: boolean
  error: Error | null
  isFiltered: boolean
  onRetry: () => void
}

export function PeopleTable({ rows, isPending, error, isFiltered, onRetry }: PeopleTableProps) {
  const t = usePeopleText()
  const problemText = useProblemText()
  const columns: Column<Person>[] = [
    {
      id: 'name',
      header: t('table.name'),
      rowHeader: true,
      cell: (person) => (
        <Link to={`/nguoi/${person.id}`} className="people-name">
          {person.fullName}
        </Link>
      ),
    },
    { id: 'login', header: t('table.login'), cell: (person) => <span className="ts-number">{person.login}</span> },
    { id: 'role', header: t('table.role'), cell: (person) => <RoleBadge role={person.role} /> },
    {
      id: 'unit',
      header: t('table.unit'),
      cell: (person) =>
        person.unitName ? (
          <div>
            <div>{person.unitName}</div>
            {person.parentUnitName && <div className="ts-quiet-text ts-small">{person.parentUnitName}</div>}
          </div>
        ) : (
          <span className="ts-quiet-text">{t('table.noUnit')}</span>
        ),
    },
    {
      id: 'birthDate',
      header: t('table.birthDate'),
      wideOnly: true,
      cell: (person) => <span className="ts-number">{person.birthDate ? formatDate(person.birthDate) : '–'}</span>,
    },
    {
      id: 'createdAt',
      header: t('table.createdAt'),
      wideOnly: true,
      cell: (person) => <span className="people-line ts-number">{formatDate(person.createdAt)}</span>,
    },
    {
      id: 'attempts',
      header: t('table.attempts'),
      numeric: true,
      cell: (person) => formatNumber(person.attemptCount),
    },
  ]
  return (
    <Table
      caption={t('table.caption')}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={(person) => person.id}
      dense
      loading={isPending}
      expect={10}
      error={error ? problemText(error) : undefined}
      onRetry={onRetry}
      empty={
        <EmptyState compact title={t(isFiltered ? 'empty.title' : 'empty.titleAll')}>
          {t(isFiltered ? 'empty.text' : 'empty.textAll')}
        </EmptyState>
      }
    />
  )
}
