import { Badge, Banner, type BarItem, BarList, Card, formatNumber, Stack, Table } from '@thiso/kit'
import Bell from 'lucide-react/icons/bell'
import { floorsOf, type Report } from './figures'
import { useReportText } from './use-report-text'

/** Who stands where, in the modes that have more than seats: teams, or the floor of Rung chuông vàng. */
export function StandingsPart({ report }: { report: Report }) {
  return report.lesson.mode === 'bell' ? <FloorStandings report={report} /> : <TeamStandings report={report} />
}

function TeamStandings({ report: { standings, settings, seats } }: { report: Report }) {
  const t = useReportText()
  return (
    <Stack gap={4}>
      <Table
        caption={t('standings.caption')}
        hideCaption
        rows={standings.filter(({ team }) => team !== null)}
        rowKey={({ team }) => String(team)}
        columns={[
          {
            id: 'rank',
            header: t('standings.rank'),
            width: '7rem',
            cell: ({ rank, isTied }) => (
              <span className="lesson-rank">
                {formatNumber(rank)}
                {isTied && <Badge>{t('standings.tied')}</Badge>}
              </span>
            ),
          },
          { id: 'team', header: t('standings.team'), rowHeader: true, cell: ({ name }) => name },
          {
            id: 'members',
            header: t('standings.members'),
            numeric: true,
            cell: ({ name }) => formatNumber(seats.filter(({ team, isRemoved }) => team === name && !isRemoved).length),
          },
          {
            id: 'right',
            header: t('standings.right'),
            numeric: true,
            cell: ({ rightCount }) => formatNumber(rightCount),
          },
          { id: 'points', header: t('standings.points'), numeric: true, cell: ({ points }) => formatNumber(points) },
        ]}
      />
      <p className="ts-quiet-text">{t(`standings.${settings.teams.sum}`)}</p>
    </Stack>
  )
}

function FloorStandings({ report }: { report: Report }) {
  const t = useReportText()
  const floors = floorsOf(report.seats)
  const last = floors.on.length === 1 ? floors.on[0] : undefined
  const bars: BarItem[] = [
    { id: 'on', label: t('standings.onFloor'), value: floors.on.length, tone: 'good' },
    ...floors.out.map(({ place, count }) => ({
      id: String(place),
      label: t('standings.outAt', { place }),
      value: count,
    })),
  ]
  if (floors.reserveCount > 0)
    bars.push({ id: 'reserve', label: t('standings.reserves'), value: floors.reserveCount, tone: 'sun' })
  return (
    <Stack gap={4}>
      {last ? (
        <Banner tone="good" icon={Bell} title={t('standings.rung', { name: last.name })}>
          {t('standings.rungText')}
        </Banner>
      ) : floors.on.length > 1 ? (
        <Banner title={t('standings.left', { count: floors.on.length })}>{t('standings.leftText')}</Banner>
      ) : (
        <Banner title={t('standings.nobody')}>{t('standings.nobodyText')}</Banner>
      )}
      <Card>
        <BarList
          label={t('standings.floorLabel')}
          items={bars}
          max={Math.max(1, report.seats.filter(({ isRemoved }) => !isRemoved).length)}
        />
      </Card>
    </Stack>
  )
}
