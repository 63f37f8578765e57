import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, formatNumber, LinkButton, Page, Pagination, SearchInput, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Plus from 'lucide-react/icons/plus'
import { mayCall } from '../../../lib/access'
import { useSession } from '../../../lib/session'
import { DocumentsTable } from '../components/documents-table'
import { useDocumentsAddress } from '../hooks/use-documents-address'
import { useDocumentsText } from '../hooks/use-documents-text'
import '../documents.css'

const PAGE_SIZE = 50

export default function DocumentsPage() {
  const t = useDocumentsText()
  const { account } = useSession()
  const address = useDocumentsAddress()
  const { q, page } = address
  const query = { page, size: PAGE_SIZE, ...(q ? { q } : {}) }
  const documents = useQuery({
    queryKey: ['documents', 'list', query],
    queryFn: ({ signal }) => call('documents', { query, signal }),
    placeholderData: keepPreviousData,
  })
  const total = documents.data?.total ?? 0
  const add = account && mayCall(account.role, 'createDocument') && (
    <LinkButton variant="primary" icon={Plus} to="/van-ban/moi">
      {t('new')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" actions={add}>
      <Stack>
        <SearchInput
          label={t('search')}
          hideLabel={false}
          hint={t('searchHint')}
          value={address.typed}
          onChange={address.setTyped}
          maxLength={200}
        />
        <p className="ts-quiet-text" role="status">
          {documents.data && t('found', { count: total, formatted: formatNumber(total) })}
        </p>
        <DocumentsTable
          rows={documents.data?.rows}
          isPending={documents.isPending}
          error={documents.error}
          isSearched={q !== ''}
          onRetry={() => void documents.refetch()}
          emptyAction={q ? <Button onClick={() => address.setTyped('')}>{t('clear')}</Button> : add}
        />
        {total > PAGE_SIZE && <Pagination page={page} pageSize={PAGE_SIZE} total={total} onChange={address.setPage} />}
      </Stack>
    </Page>
  )
}
