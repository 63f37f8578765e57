import { Badge, type Column, EmptyState, formatNumber, Table } from '@thiso/kit'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import type { ItemRow } from '../../../lib/item-bank/queries'
import { StateBadge } from '../../../lib/item-bank/state-badge'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import { Validity } from './validity'

interface ItemsTableProps {
  rows: ItemRow[] | undefined
  isPending: boolean
  error: Error | null
  isFiltered: boolean
  chosen: ReadonlySet<string>
  onChoose: (id: string, isRange: boolean) => void
  onRetry: () => void
  emptyAction: ReactNode
}

export function ItemsTable(props: ItemsTableProps) {
  const { rows, isPending, error, isFiltered, chosen, onChoose, onRetry, emptyAction } = props
  const t = useItemsText()
  const common = useCommon()
  const words = useBankWords()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const { search } = useLocation()
  const [active, setActive] = useState<string>()
  const banks = useBanks().data?.banks ?? []
  // The item's page leads back to the list as it was left.
  const state = { list: search }

  const about = (item: ItemRow) =>
    [
      words(`type.${item.type}`),
      banks.length > 1 ? banks.find((bank) => bank.id === item.bankId)?.name : undefined,
      ...item.tags.map((tag) => `#${tag}`),
      item.hasEnglish ? words('english') : undefined,
      item.useCount > 0 ? t('table.used', { count: item.useCount, formatted: formatNumber(item.useCount) }) : undefined,
    ]
      .filter(Boolean)
      .join(' · ')

  const columns: Column<ItemRow>[] = [
    {
      id: 'choose',
      header: <span className="ts-hidden">{t('table.choose')}</span>,
      name: t('table.choose'),
      cell: (item) => (
        <label className="ts-choice items-choose">
          <input
            type="checkbox"
            checked={chosen.has(item.id)}
            // The space bar on the row does the same.
            tabIndex={-1}
            aria-label={t('table.chooseOne', { code: item.code })}
            onClick={(event) => onChoose(item.id, event.shiftKey)}
            onChange={() => {}}
          />
        </label>
      ),
    },
    { id: 'code', header: t('table.code'), cell: (item) => <span className="ad-nowrap">{item.code}</span> },
    {
      id: 'stem',
      header: t('table.stem'),
      rowHeader: true,
      cell: (item) => (
        <div className="items-stem">
          {/* Enter on the row does the same, so the link itself need not be another stop of the Tab key. */}
          <Link to={`/cau-hoi/${item.id}`} state={state} tabIndex={-1} lang="vi">
            {item.stemText}
          </Link>
          <div className="ts-quiet-text ts-small">{about(item)}</div>
        </div>
      ),
    },
    {
      id: 'topic',
      header: t('table.topic'),
      cell: (item) => (
        <div>
          <div className="ad-nowrap">{common(`topic.${item.topic}`)}</div>
          <div className="ts-quiet-text ts-small">{common(`level.${item.level}`)}</div>
        </div>
      ),
    },
    {
      id: 'state',
      header: t('table.state'),
      cell: (item) => (
        <div className="items-state">
          <StateBadge state={item.state} />
          {item.flag && (
            <Badge tone="bad" icon={TriangleAlert}>
              {words(`reason.${item.flag}`)}
            </Badge>
          )}
          {!item.flag && <Validity validFrom={item.validFrom} validTo={item.validTo} />}
        </div>
      ),
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
      rowTone={(item) => (chosen.has(item.id) ? 'mine' : item.state === 'retired' ? 'muted' : undefined)}
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
