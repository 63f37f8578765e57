import {
  Badge,
  type Column,
  EmptyState,
  formatNumber,
  Pagination,
  RadioGroup,
  type Sort,
  Stack,
  Table,
} from '@thiso/kit'
import { useState } from 'react'
import { type AnalysedItem, percent, sorted, weightOf } from '../figures'
import { useAnalysisText } from '../use-analysis-text'
import { ItemName } from './item-name'

/** The worst first. */
const FIRST_SORT: Sort = { id: 'warnings', direction: 'desc' }
const PAGE_SIZE = 25

interface ItemTableProps {
  items: readonly AnalysedItem[]
  onOpen: (itemVersionId: string) => void
}

export function ItemTable({ items, onOpen }: ItemTableProps) {
  const t = useAnalysisText()
  const [sort, setSort] = useState(FIRST_SORT)
  const [page, setPage] = useState(1)
  const flagged = items.filter((item) => weightOf(item) > 0)
  const [shown, setShown] = useState<'flagged' | 'all'>(flagged.length > 0 ? 'flagged' : 'all')
  const columns: Column<AnalysedItem>[] = [
    {
      id: 'item',
      header: t('table.item'),
      rowHeader: true,
      sortable: true,
      cell: (item) => <ItemName item={item} onOpen={onOpen} />,
    },
    {
      id: 'warnings',
      header: t('table.warnings'),
      sortable: true,
      cell: (item) => <Flags item={item} />,
    },
    {
      id: 'facility',
      header: t('table.facility'),
      numeric: true,
      sortable: true,
      cell: (item) => percent(item.facility),
    },
    {
      id: 'index',
      header: t('table.index'),
      numeric: true,
      sortable: true,
      cell: (item) => percent(item.discriminationIndex),
    },
    {
      id: 'efficiency',
      header: t('table.efficiency'),
      numeric: true,
      sortable: true,
      wideOnly: true,
      cell: (item) => percent(item.discriminativeEfficiency),
    },
    ...(items.some((item) => item.effectiveWeight !== null)
      ? [
          {
            id: 'weight',
            header: t('table.weight'),
            numeric: true,
            sortable: true,
            wideOnly: true,
            cell: (item: AnalysedItem) => percent(item.effectiveWeight, 1),
          },
        ]
      : []),
    {
      id: 'served',
      header: t('table.served'),
      numeric: true,
      sortable: true,
      wideOnly: true,
      cell: (item) => formatNumber(item.servedCount),
    },
  ]
  const rows = sorted(shown === 'all' ? items : flagged, sort)
  return (
    <Stack>
      <div className="analysis-table-head">
        <h2>{t('table.title')}</h2>
        <RadioGroup
          label={t('table.show')}
          hideLabel
          look="segments"
          options={[
            { value: 'flagged', label: t('table.flagged', { count: formatNumber(flagged.length) }) },
            { value: 'all', label: t('table.all', { count: formatNumber(items.length) }) },
          ]}
          value={shown}
          onChange={(value) => {
            setShown(value)
            setPage(1)
          }}
        />
      </div>
      <Table
        caption={t('table.caption')}
        hideCaption
        columns={columns}
        rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        rowKey={(item) => item.itemVersionId}
        rowTone={(item) => (item.keyDoubt === 'clear' ? 'bad' : undefined)}
        sort={sort}
        onSort={(next) => {
          setSort(next)
          setPage(1)
        }}
        dense
        empty={
          <EmptyState compact title={t('table.none')}>
            {t('table.noneText')}
          </EmptyState>
        }
      />
      {rows.length > PAGE_SIZE && (
        <Pagination page={page} pageSize={PAGE_SIZE} total={rows.length} onChange={setPage} />
      )}
    </Stack>
  )
}

/** The same words once, however many reasons stand behind them. */
function Flags({ item }: { item: AnalysedItem }) {
  const t = useAnalysisText()
  const words = new Map(
    item.warnings.map(({ code }) => [
      t(`flag.${code}`),
      (code === 'negative_item_rest' || code === 'wrong_answer_preferred') && item.keyDoubt === 'clear'
        ? ('bad' as const)
        : ('sun' as const),
    ]),
  )
  if (words.size === 0 && !item.ruling) return <span className="ts-quiet-text">{t('table.fine')}</span>
  return (
    <span className="analysis-flags">
      {item.ruling && <Badge tone="blue">{t(`ruling.${item.ruling}`)}</Badge>}
      {[...words].map(([word, tone]) => (
        <Badge key={word} tone={tone}>
          {word}
        </Badge>
      ))}
    </span>
  )
}
