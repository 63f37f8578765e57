import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { EmptyState, ErrorState, LinkButton, Loading, Page, Pagination, Skeleton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useEffect, useRef, useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { unreadNoticesQuery } from '../../../lib/queries'
import { NoticeCard } from '../components/notice-card'
import { useNoticeTexts } from '../texts/use-notice-texts'
import './notices.css'

const SIZE = 20

export default function NoticesPage() {
  const t = useNoticeTexts()
  const problem = useProblemText()
  const client = useQueryClient()
  const [page, setPage] = useState(1)
  /** What was new when this page was opened stays marked while it is read, though the server knows already that it was seen. */
  const fresh = useRef(new Set<string>())
  const list = useQuery({
    queryKey: ['notices', page],
    queryFn: ({ signal }) => call('myNotices', { query: { page, size: SIZE }, signal }),
    placeholderData: keepPreviousData,
  })
  const { mutate: markRead } = useMutation({
    mutationFn: (until: string) => call('readNotices', { body: { until } }),
    onSuccess: ({ unreadCount }) => client.setQueryData(unreadNoticesQuery.queryKey, { unreadCount }),
  })

  for (const { id, readAt } of list.data?.rows ?? []) if (readAt === null) fresh.current.add(id)
  const newest = page === 1 && list.data && list.data.unreadCount > 0 ? list.data.rows[0]?.createdAt : undefined
  useEffect(() => {
    if (newest) markRead(newest)
  }, [newest, markRead])

  return (
    <Page title={t('title')} lead={t('lead')}>
      {list.isPending && (
        <div className="notices">
          <Loading />
          <Skeleton height={112} />
          <Skeleton height={112} />
        </div>
      )}
      {list.isError && !list.data && (
        <ErrorState busy={list.isFetching} onRetry={() => void list.refetch()}>
          {problem(list.error)}
        </ErrorState>
      )}
      {list.data?.total === 0 && (
        <EmptyState title={t('empty')} action={<LinkButton to="/">{t('toHome')}</LinkButton>}>
          {t('emptyText')}
        </EmptyState>
      )}
      {list.data && list.data.rows.length > 0 && (
        <ul className="notices" aria-label={t('list')}>
          {list.data.rows.map((notice) => (
            <NoticeCard key={notice.id} notice={notice} isNew={fresh.current.has(notice.id)} />
          ))}
        </ul>
      )}
      {list.data && list.data.total > SIZE && (
        <Pagination page={page} pageSize={SIZE} total={list.data.total} onChange={setPage} label={t('pages')} />
      )}
    </Page>
  )
}
