import {
  Badge,
  type Column,
  EmptyState,
  fold,
  formatNumber,
  matchesAllWords,
  Pagination,
  SearchInput,
  type Sort,
  Stack,
  Table,
} from '@thiso/kit'
import { useState } from 'react'
import { type Report, type ReportSeat, type SeatSort, scoredItems, sortedSeats } from './figures'
import { PlaceStrip, StripLegend } from './place-strip'
import { useReportText } from './use-report-text'

/** A thousand rows at once would hold up a cheap laptop. */
const PAGE_SIZE = 50

/** Everybody: right answers and points apart, time, and each place as a mark. Removed seats stand apart below. */
export function SeatsPart({ report }: { report: Report }) {
  const t = useReportText()
  const hasRank = report.standings.length > 0 || report.lesson.mode === 'bell'
  const [sort, setSort] = useState<Sort>({ id: hasRank ? 'rank' : 'name', direction: 'asc' })
  const [words, setWords] = useState('')
  const [page, setPage] = useState(1)
  const places = scoredItems(report).map(({ place }) => place)
  const staying = report.seats.filter(({ isRemoved }) => !isRemoved)
  const removed = report.seats.filter(({ isRemoved }) => isRemoved)
  const found = words.trim() === '' ? staying : staying.filter(({ name }) => matchesAllWords(fold(name), words))
  const rows = sortedSeats(found, sort.id as SeatSort, sort.direction)
  return (
    <Stack gap={4}>
      {staying.length > 10 && (
        <SearchInput
          label={t('seats.search')}
          value={words}
          onChange={(value) => {
            setWords(value)
            setPage(1)
          }}
        />
      )}
      {places.length > 0 && <StripLegend />}
      <Table
        caption={t('seats.caption')}
        hideCaption
        dense
        columns={columnsOf(report, places, hasRank, t)}
        rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        rowKey={({ seat }) => String(seat)}
        sort={sort}
        onSort={(next) => {
          setSort(next)
          setPage(1)
        }}
        empty={
          <EmptyState compact title={t('seats.found')}>
            {t('seats.foundText')}
          </EmptyState>
        }
      />
      {rows.length > PAGE_SIZE && (
        <Pagination page={page} pageSize={PAGE_SIZE} total={rows.length} onChange={setPage} />
      )}
      <p className="ts-quiet-text">{t('seats.pointsNote')}</p>
      {removed.length > 0 && (
        <details className="lesson-why">
          <summary>{t('seats.removedTitle', { count: removed.length })}</summary>
          <p className="ts-quiet-text">{t('seats.removedText')}</p>
          <ul className="lesson-removed">
            {sortedSeats(removed, 'name', 'asc').map(({ seat, name }) => (
              <li key={seat}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  )
}

function columnsOf(
  { lesson, settings }: Report,
  places: readonly number[],
  hasRank: boolean,
  t: ReturnType<typeof useReportText>,
): Column<ReportSeat>[] {
  const columns: (Column<ReportSeat> | false)[] = [
    hasRank && {
      id: 'rank',
      header: t('seats.rank'),
      numeric: true,
      sortable: true,
      cell: ({ rank }) => (rank === null ? t('seats.noRank') : formatNumber(rank)),
    },
    {
      id: 'name',
      header: t('seats.name'),
      rowHeader: true,
      sortable: true,
      cell: ({ name, team, isLate }) => (
        <span className="lesson-name">
          {name}
          {team && <span className="ts-quiet-text">{team}</span>}
          {isLate && <Badge>{t('seats.late')}</Badge>}
        </span>
      ),
    },
    lesson.mode === 'bell' && {
      id: 'floor',
      header: t('seats.floor'),
      cell: ({ floor, outAt }) =>
        floor === 'out' ? t('seats.out', { place: outAt ?? 0 }) : t(floor === 'reserve' ? 'seats.reserve' : 'seats.on'),
    },
    {
      id: 'right',
      header: t('seats.right'),
      numeric: true,
      sortable: true,
      cell: ({ rightCount }) =>
        t('seats.rightOf', { right: formatNumber(rightCount), asked: formatNumber(places.length) }),
    },
    {
      id: 'points',
      header: t('seats.points'),
      numeric: true,
      sortable: true,
      cell: ({ points }) => formatNumber(points, { maximumFractionDigits: settings.scoring === 'classic' ? 0 : 2 }),
    },
    {
      id: 'time',
      header: t('seats.time'),
      numeric: true,
      sortable: true,
      cell: ({ meanTimeS }) =>
        meanTimeS === null
          ? t('seats.noRank')
          : t('seats.seconds', { count: formatNumber(meanTimeS, { maximumFractionDigits: 1 }) }),
    },
    places.length > 0 && {
      id: 'places',
      header: t('seats.places'),
      cell: ({ shares }) => <PlaceStrip places={places} shares={shares} />,
    },
  ]
  return columns.filter((column) => column !== false)
}
