import { AUDIT_ACTS } from '@thiso/contracts/vocab'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, DateInput, formatNumber, Page, Pagination, SearchInput, Select, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import X from 'lucide-react/icons/x'
import { useSession } from '../../../lib/session'
import { AuditProof } from '../components/audit-proof'
import { AuditTable } from '../components/audit-table'
import { useActText } from '../hooks/use-act-text'
import { useAuditAddress } from '../hooks/use-audit-address'
import { useAuditText } from '../hooks/use-audit-text'
import '../audit.css'

const PAGE_SIZE = 50

export default function AuditPage() {
  const t = useAuditText()
  const actText = useActText()
  const address = useAuditAddress()
  const { account } = useSession()
  const query = { page: address.page, size: PAGE_SIZE, ...address.filter }
  const entries = useQuery({
    queryKey: ['auditEntries', query],
    queryFn: ({ signal }) => call('auditEntries', { query, signal }),
    enabled: !address.areDaysWrong,
    placeholderData: keepPreviousData,
  })
  const total = entries.data?.total ?? 0
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <Stack>
        {account?.role === 'administrator' && !address.areDaysWrong && (
          <AuditProof filter={address.filter} isFiltered={address.isFiltered} />
        )}
        <search className="audit-filters">
          <SearchInput
            label={t('search')}
            hideLabel={false}
            placeholder={t('searchHint')}
            value={address.typed}
            onChange={address.setTyped}
            maxLength={100}
          />
          <Select
            label={t('actFilter')}
            placeholder={t('allActs')}
            options={AUDIT_ACTS.map((act) => ({ value: act, label: actText(act) }))}
            value={address.act ?? ''}
            onChange={address.setAct}
          />
          <div className="audit-days">
            <DateInput label={t('from')} value={address.from} onChange={address.setFrom} />
            <DateInput
              label={t('to')}
              value={address.to}
              onChange={address.setTo}
              {...(address.areDaysWrong ? { error: t('wrongDays') } : {})}
            />
            {address.isFiltered && (
              <Button variant="quiet" icon={X} onClick={address.clear}>
                {t('clear')}
              </Button>
            )}
          </div>
        </search>
        <p className="ts-quiet-text" role="status">
          {entries.data && t('found', { count: total, formatted: formatNumber(total) })}
          {total > PAGE_SIZE && `. ${t('foundMany')}`}
        </p>
        <AuditTable
          rows={entries.data?.rows}
          isPending={entries.isPending}
          error={entries.error}
          isSearched={address.isFiltered}
          onRetry={() => void entries.refetch()}
          onClear={address.clear}
        />
        {total > PAGE_SIZE && (
          <Pagination page={address.page} pageSize={PAGE_SIZE} total={total} onChange={address.setPage} />
        )}
      </Stack>
    </Page>
  )
}
