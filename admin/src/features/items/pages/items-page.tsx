import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ActionBar, Button, Checkbox, formatNumber, LinkButton, notify, Page, Pagination, Row, Stack } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import FileUp from 'lucide-react/icons/file-up'
import History from 'lucide-react/icons/history'
import Keyboard from 'lucide-react/icons/keyboard'
import Plus from 'lucide-react/icons/plus'
import SquarePen from 'lucide-react/icons/square-pen'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { ExportDialog } from '../../../lib/exchange/export-dialog'
import { useExchangeWords } from '../../../lib/exchange/use-exchange-words'
import { allItemIds, itemsQuery } from '../../../lib/item-bank/queries'
import { useProblemText } from '../../../lib/problem'
import { useItemsAddress } from '../hooks/use-items-address'
import { useItemsText } from '../hooks/use-items-text'
import { BulkDialog } from '../list/bulk-dialog'
import { BulkHistory } from '../list/bulk-history'
import { FilterChips } from '../list/filter-chips'
import { ItemsFilters } from '../list/items-filters'
import { ItemsTable } from '../list/items-table'
import { KeysDialog } from '../list/keys-dialog'
import { SavedViews } from '../list/saved-views'
import { extended, NOTHING_CHOSEN, pageToggled, toggled } from '../list/selection'
import { listKeys, useLettersSwitch } from '../list/use-list-keys'
import '../items.css'

const PAGE_SIZE = 50
const MOST_AT_ONCE = 2_000

export default function ItemsPage() {
  const t = useItemsText()
  const words = useExchangeWords()
  const problemText = useProblemText()
  const address = useItemsAddress()
  const { search } = useLocation()
  const navigate = useNavigate()
  const letters = useLettersSwitch()
  const [selection, setSelection] = useState(NOTHING_CHOSEN)
  const [open, setOpen] = useState<'bulk' | 'history' | 'keys' | 'export' | null>(null)
  const [isGathering, setGathering] = useState(false)

  const query = { page: address.page, size: PAGE_SIZE, ...address.filter }
  const items = useQuery({ ...itemsQuery(query), placeholderData: keepPreviousData })
  const rows = items.data?.rows
  const total = items.data?.total ?? 0
  const shown = rows?.map((row) => row.id) ?? []
  const onPage = shown.filter((id) => selection.ids.has(id)).length
  const toNew = { pathname: '/cau-hoi/moi', search }

  // Another list: what was chosen in the one before is out of sight, and must not be changed unseen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filters in force name the list
  useEffect(() => setSelection(NOTHING_CHOSEN), [address.view])

  const chooseAll = async () => {
    setGathering(true)
    try {
      const ids = await allItemIds({ ...query, page: 1 }, MOST_AT_ONCE)
      setSelection({ ids: new Set(ids), anchor: null })
    } catch (error) {
      notify(problemText(error), { tone: 'bad' })
    } finally {
      setGathering(false)
    }
  }
  const choose = (id: string, isRange: boolean) =>
    setSelection((now) => (isRange ? extended(now, shown, id) : toggled(now, id)))
  const keyDown = listKeys({
    isLetters: letters.isOn,
    onChoose: (index, isRange) => {
      const id = shown[index]
      if (id) choose(id, isRange)
    },
    onNew: () => navigate(toNew, { state: { list: search } }),
    onSearch: () => document.getElementById('items-search')?.focus(),
    onHelp: () => setOpen('keys'),
  })
  const write = (
    // The filters in force fill the new item's first fields.
    <LinkButton variant="primary" icon={Plus} to={toNew} state={{ list: search }}>
      {t('new')}
    </LinkButton>
  )
  const size = selection.ids.size

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <>
          <Button icon={History} onClick={() => setOpen('history')}>
            {t('bulk.history')}
          </Button>
          <Button icon={Download} onClick={() => setOpen('export')}>
            {words('export.open')}
          </Button>
          <LinkButton icon={FileUp} to={{ pathname: '/nhap-cau-hoi', search }}>
            {words('import.open')}
          </LinkButton>
          {write}
        </>
      }
    >
      <Stack>
        <SavedViews address={address} />
        <ItemsFilters address={address} />
        <FilterChips address={address} />
        <Row justify="space-between" className="items-count">
          <Row gap={4}>
            {shown.length > 0 && (
              <Checkbox
                label={t('list.choosePage')}
                checked={onPage > 0 && onPage === shown.length}
                mixed={onPage > 0 && onPage < shown.length}
                onChange={() => setSelection((now) => pageToggled(now, shown))}
              />
            )}
            <span role="status" className="ts-quiet-text">
              {items.data && t('found', { count: total, formatted: formatNumber(total) })}
            </span>
          </Row>
          <Button
            variant="quiet"
            size="small"
            icon={Keyboard}
            className="items-keys-open"
            onClick={() => setOpen('keys')}
          >
            {t('keys.title')}
          </Button>
        </Row>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the rows inside, which take the focus */}
        <div onKeyDown={keyDown}>
          <ItemsTable
            rows={rows}
            isPending={items.isPending}
            error={items.error}
            isFiltered={address.isFiltered}
            chosen={selection.ids}
            onChoose={choose}
            onRetry={() => void items.refetch()}
            emptyAction={address.isFiltered ? <Button onClick={address.clear}>{t('filters.clear')}</Button> : write}
          />
        </div>
        {total > PAGE_SIZE && (
          <Pagination page={address.page} pageSize={PAGE_SIZE} total={total} onChange={address.setPage} />
        )}
        {size > 0 && (
          <ActionBar className="items-bar">
            <span className="items-bar-state" role="status">
              {t('list.chosen', { count: size, formatted: formatNumber(size) })}
            </span>
            {size < total && onPage === shown.length && (
              <Button variant="quiet" busy={isGathering} onClick={() => void chooseAll()}>
                {t('list.chooseAll', { formatted: formatNumber(Math.min(total, MOST_AT_ONCE)) })}
              </Button>
            )}
            <Button variant="quiet" onClick={() => setSelection(NOTHING_CHOSEN)}>
              {t('list.chooseNone')}
            </Button>
            <Button variant="primary" icon={SquarePen} onClick={() => setOpen('bulk')}>
              {t('bulk.open')}
            </Button>
          </ActionBar>
        )}
      </Stack>
      {open === 'bulk' && (
        <BulkDialog
          itemIds={[...selection.ids]}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            setSelection(NOTHING_CHOSEN)
          }}
        />
      )}
      {open === 'export' && <ExportDialog filter={address.filter} onClose={() => setOpen(null)} />}
      {open === 'history' && <BulkHistory onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeysDialog isLetters={letters.isOn} onLetters={letters.set} onClose={() => setOpen(null)} />}
    </Page>
  )
}
