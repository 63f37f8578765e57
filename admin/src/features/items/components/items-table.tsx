import type { ApiOutput } from '@thiso/contracts'
import { type Column, EmptyState, formatDateTime, formatNumber, Table } from '@thiso/kit'
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
    {
      id: 'stem',
      header: t('table.stem'),
      rowHeader: true,
      cell: (item) => (
        // Enter on the row does the same, so the link itself need not be another stop of the Tab key.
        <Link to={`/cau-hoi/${item.id}`} state={state} className="items-stem" tabIndex={-1}>
          {item.stem}
        </Link>
      ),
    },
    { id: 'code', header: t('table.code'), cell: (item) => <span className="items-code">{item.code}</span> },
    { id: 'topic', header: t('table.topic'), cell: (item) => common(`topic.${item.topic}`) },
    { id: 'level', header: t('table.level'), cell: (item) => common(`level.${item.level}`) },
    { id: 'state', header: t('table.state'), cell: (item) => <StateBadge state={item.state} /> },
    { id: 'uses', header: t('table.uses'), numeric: true, cell: (item) => formatNumber(item.useCount) },
    {
      id: 'validity',
      header: t('table.validity'),
      wideOnly: true,
      cell: (item) => <Validity validFrom={item.validFrom} validTo={item.validTo} />,
    },
    {
      id: 'updatedAt',
      header: t('table.updatedAt'),
      wideOnly: true,
      cell: (item) => <span className="ts-number">{formatDateTime(item.updatedAt)}</span>,
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
