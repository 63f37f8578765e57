import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, LinkButton, Loading, Page, Skeleton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useProblemText } from '../../../lib/problem'
import { AttemptCard } from '../components/attempt-card'
import { useMeTexts } from '../texts/use-me-texts'
import './me.css'

export default function HistoryPage() {
  const t = useMeTexts()
  const sentence = useProblemText()
  const list = useQuery({ queryKey: ['my-attempts'], queryFn: ({ signal }) => call('myAttempts', { signal }) })
  const attempts = [...(list.data?.attempts ?? [])].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))
  return (
    <Page title={t('attempts.title')} lead={t('attempts.lead')}>
      {list.isPending && (
        <div className="me">
          <Loading />
          <Skeleton height={168} />
          <Skeleton height={168} />
        </div>
      )}
      {list.isError && !list.data && (
        <ErrorState busy={list.isFetching} onRetry={() => void list.refetch()}>
          {sentence(list.error)}
        </ErrorState>
      )}
      {list.data && attempts.length === 0 && (
        <EmptyState title={t('attempts.empty')} action={<LinkButton to="/">{t('attempts.toHome')}</LinkButton>}>
          {t('attempts.emptyText')}
        </EmptyState>
      )}
      {attempts.length > 0 && (
        <ul className="me me-attempts">
          {attempts.map((attempt) => (
            <AttemptCard key={attempt.attemptId} attempt={attempt} />
          ))}
        </ul>
      )}
    </Page>
  )
}
