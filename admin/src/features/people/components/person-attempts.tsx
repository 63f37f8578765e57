import type { ApiOutput } from '@thiso/contracts'
import { Badge, Card, type Column, EmptyState, formatDateTime, formatDuration, formatNumber, Table } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { useLocalized } from '../../../lib/localized'
import { usePeopleText } from '../hooks/use-people-text'

type Attempt = ApiOutput<'person'>['attempts'][number]

export function PersonAttempts({ found }: { found: ApiOutput<'person'> }) {
  const t = usePeopleText()
  const common = useCommon()
  const localized = useLocalized()
  const { person, attempts } = found
  const isStaff = person.role === 'organizer' || person.role === 'administrator'
  const columns: Column<Attempt>[] = [
    {
      id: 'round',
      header: t('attempts.round'),
      rowHeader: true,
      cell: (attempt) => localized(attempt.roundName),
    },
    { id: 'number', header: t('attempts.number'), numeric: true, cell: (attempt) => attempt.attemptNo },
    {
      id: 'state',
      header: t('attempts.state'),
      cell: (attempt) => (
        <Badge tone={attempt.state === 'submitted' ? 'good' : 'blue'} dot={attempt.state === 'in_progress'}>
          {common(`attemptState.${attempt.state}`)}
        </Badge>
      ),
    },
    {
      id: 'startedAt',
      header: t('attempts.startedAt'),
      wideOnly: true,
      cell: (attempt) => <span className="ts-number">{formatDateTime(attempt.startedAt, true)}</span>,
    },
    {
      id: 'submittedAt',
      header: t('attempts.submittedAt'),
      cell: (attempt) => (
        <span className="ts-number">{attempt.submittedAt ? formatDateTime(attempt.submittedAt, true) : '–'}</span>
      ),
    },
    {
      id: 'points',
      header: t('attempts.points'),
      numeric: true,
      cell: (attempt) => (attempt.points === null ? '–' : formatNumber(attempt.points)),
    },
    {
      id: 'timeUsed',
      header: t('attempts.timeUsed'),
      numeric: true,
      cell: (attempt) => (attempt.timeUsedS === null ? '–' : formatDuration(attempt.timeUsedS * 1000)),
    },
  ]
  return (
    <Card title={t('attempts.title')}>
      <Table
        caption={t('attempts.caption', { name: person.fullName })}
        hideCaption
        columns={columns}
        rows={attempts}
        rowKey={(attempt) => attempt.attemptId}
        empty={<EmptyState compact title={t(isStaff ? 'attempts.staffEmpty' : 'attempts.empty')} />}
      />
    </Card>
  )
}
