import type { ApiOutput } from '@thiso/contracts'
import { type Column, EmptyState, formatNumber, Table } from '@thiso/kit'
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import { StateBadge } from './state-badge'
import { Validity } from './validity'

type ItemRow = ApiOutput<'items'>['rows'][number]

interface ItemsTableProps {
  rows: ItemRow[] | undefined
  isPending: boolean
  error: Error | null
  isFiltered: boolean
  onRetry: () => void
  emptyAction: ReactNode
}

export function ItemsTable({ rows, isPending, error, isFiltered, onRetry, emptyAction }: ItemsTableProps) {
  const t = useItemsText()
  const common = useCommon()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const { search } = useLocation()
  const [active, setActive] = useState<string>()
  // The item's page leads back to the list as it was left.
  const state = { list: search }

  const columns: Column<ItemRow>[] = [
    { id: 'code', header: t('table.code'), cell: (item) => <span className="items-line">{item.code}</span> },
    {
      id: 'stem',
      header: t('table.stem'),
      rowHeader: true,
      width: '46%',
      cell: (item) => (
        // Enter on the row does the same, so the link itself need not be another stop of the Tab key.
        <Link to={`/cau-hoi/${item.id}`} state={state} className="items-stem" tabIndex={-1}>
          {item.stem}
        </Link>
      ),
    },
    {
      id: 'topic',
      header: t('table.topic'),
      cell: (item) => (
        <div className="items-line">
          <div>{common(`topic.${item.topic}`)}</div>
          <div className="ts-quiet-text ts-small">{common(`level.${item.level}`)}</div>
        </div>
      ),
    },
    { id: 'state', header: t('table.state'), cell: (item) => <StateBadge state={item.state} /> },
    { id: 'uses', header: t('table.uses'), numeric: true, cell: (item) => formatNumber(item.useCount) },
    {
      id: 'validity',
      header: t('table.validity'),
      cell: (item) => <Validity validFrom={item.validFrom} validTo={item.validTo} />,
    },
  ]
  return (
    <Table
      caption={t('table.caption')}
      hideCaption
      dense
      columns={columns}
      rows={rows}
      rowKey={(item) => item.id}
      rowTone={(item) => (item.state === 'retired' ? 'muted' : undefined)}
      loading={isPending}
      expect={12}
      error={error ? problemText(error) : undefined}
      onRetry={onRetry}
      active={rows?.some((item) => item.id === active) ? active : undefined}
      onActive={(item) => setActive(item.id)}
      onOpen={(item) => navigate(`/cau-hoi/${item.id}`, { state })}
      empty={
        <EmptyState compact title={t(isFiltered ? 'empty.title' : 'empty.titleAll')} action={emptyAction}>
          {t(isFiltered ? 'empty.text' : 'empty.textAll')}
        </EmptyState>
      }
    />
  )
}
