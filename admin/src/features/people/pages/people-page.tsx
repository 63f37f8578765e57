import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, formatNumber, Page, Pagination, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import UserPlus from 'lucide-react/icons/user-plus'
import { useState } from 'react'
import { CreateStaffDialog } from '../components/create-staff-dialog'
import { type FreshPassword, OneTimePasswordDialog } from '../components/one-time-password-dialog'
import { PeopleFilters } from '../components/people-filters'
import { PeopleTable } from '../components/people-table'
import { useActor } from '../hooks/use-actor'
import { usePeopleAddress } from '../hooks/use-people-address'
import { usePeopleText } from '../hooks/use-people-text'
import '../people.css'

const PAGE_SIZE = 50

export default function PeoplePage() {
  const t = usePeopleText()
  const { isAdministrator } = useActor()
  const address = usePeopleAddress()
  const [isCreating, setIsCreating] = useState(false)
  const [password, setPassword] = useState<FreshPassword | null>(null)

  const query = {
    page: address.page,
    size: PAGE_SIZE,
    ...(address.q ? { q: address.q } : {}),
    ...(address.role ? { role: address.role } : {}),
    ...(address.unitId ? { unitId: address.unitId } : {}),
  }
  const people = useQuery({
    queryKey: ['people', query],
    queryFn: ({ signal }) => call('people', { query, signal }),
    placeholderData: keepPreviousData,
  })
  const total = people.data?.total ?? 0

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        isAdministrator && (
          <Button variant="primary" icon={UserPlus} onClick={() => setIsCreating(true)}>
            {t('staff.create')}
          </Button>
        )
      }
    >
      <Stack>
        {!isAdministrator && <p className="ts-quiet-text ts-small">{t('onlyAdministrators.list')}</p>}
        <PeopleFilters address={address} />
        <p className="ts-quiet-text" role="status">
          {people.data && t('found', { count: total, formatted: formatNumber(total) })}
          {total > PAGE_SIZE && `. ${t('foundMany')}`}
        </p>
        <PeopleTable
          rows={people.data?.rows}
          isPending={people.isPending}
          error={people.error}
          isFiltered={address.isFiltered}
          onRetry={() => void people.refetch()}
        />
        {total > PAGE_SIZE && (
          <Pagination page={address.page} pageSize={PAGE_SIZE} total={total} onChange={address.setPage} />
        )}
      </Stack>
      <CreateStaffDialog
        open={isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={(made) => {
          setIsCreating(false)
          setPassword(made)
        }}
      />
      <OneTimePasswordDialog password={password} onClose={() => setPassword(null)} />
    </Page>
  )
}
