import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, formatNumber, LinkButton, Page, Pagination, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import FolderPlus from 'lucide-react/icons/folder-plus'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { ItemsFilters } from '../components/items-filters'
import { ItemsTable } from '../components/items-table'
import { NewBankDialog } from '../components/new-bank-dialog'
import { useItemsAddress } from '../hooks/use-items-address'
import { useItemsText } from '../hooks/use-items-text'
import '../items.css'

const PAGE_SIZE = 50

export default function ItemsPage() {
  const t = useItemsText()
  const address = useItemsAddress()
  const { search } = useLocation()
  const [isNamingBank, setIsNamingBank] = useState(false)

  const { bankId, topic, level, state } = address
  const query = {
    page: address.page,
    size: PAGE_SIZE,
    ...(address.q ? { q: address.q } : {}),
    ...(bankId ? { bankId } : {}),
    ...(topic ? { topic } : {}),
    ...(level ? { level } : {}),
    ...(state ? { state } : {}),
  }
  const items = useQuery({
    queryKey: ['items', query],
    queryFn: ({ signal }) => call('items', { query, signal }),
    placeholderData: keepPreviousData,
  })
  const total = items.data?.total ?? 0
  const write = (
    // The filters in force fill the new item's first fields.
    <LinkButton variant="primary" icon={Plus} to={{ pathname: '/cau-hoi/moi', search }} state={{ list: search }}>
      {t('new')}
    </LinkButton>
  )

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <>
          <Button icon={FolderPlus} onClick={() => setIsNamingBank(true)}>
            {t('newBank')}
          </Button>
          {write}
        </>
      }
    >
      <Stack>
        <ItemsFilters address={address} />
        <Row justify="space-between" className="items-count">
          <p className="ts-quiet-text">
            <span role="status">
              {items.data && t('found', { count: total, formatted: formatNumber(total) })}
              {total > PAGE_SIZE && `. ${t('foundMany')}`}
            </span>
            {total > 0 && <span className="items-keys"> {t('keys')}</span>}
          </p>
          {address.isFiltered && (
            <Button variant="quiet" size="small" icon={X} onClick={address.clear}>
              {t('filters.clear')}
            </Button>
          )}
        </Row>
        <ItemsTable
          rows={items.data?.rows}
          isPending={items.isPending}
          error={items.error}
          isFiltered={address.isFiltered}
          onRetry={() => void items.refetch()}
          emptyAction={address.isFiltered ? <Button onClick={address.clear}>{t('filters.clear')}</Button> : write}
        />
        {total > PAGE_SIZE && (
          <Pagination page={address.page} pageSize={PAGE_SIZE} total={total} onChange={address.setPage} />
        )}
      </Stack>
      <NewBankDialog
        open={isNamingBank}
        onClose={() => setIsNamingBank(false)}
        onCreated={(made) => {
          setIsNamingBank(false)
          address.setFilter('bankId', made)
        }}
      />
    </Page>
  )
}
