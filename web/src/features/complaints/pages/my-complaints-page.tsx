import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, LinkButton, Page, Skeleton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { ComplaintCard } from '../components/complaint-card'
import { useComplaintTexts } from '../texts/use-complaint-texts'
import './complaints.css'

/** Every complaint of a person, the newest first. */
export default function MyComplaintsPage() {
  const t = useComplaintTexts()
  const sentence = useProblemText()
  const localized = useLocalized()
  const query = useQuery({
    queryKey: ['complaints', 'mine'],
    queryFn: ({ signal }) => call('myComplaints', { signal }),
  })
  const found = query.data?.complaints
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} width="narrow">
      {query.isPending && <Skeleton height={240} />}
      {query.isError && !found && (
        <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
          {sentence(query.error)}
        </ErrorState>
      )}
      {found?.length === 0 && (
        <EmptyState title={t('mine.none')} action={<LinkButton to="/toi/lich-su">{t('toHistory')}</LinkButton>}>
          {t('noneText')}
        </EmptyState>
      )}
      {found && found.length > 0 && (
        <ul className="complaint-list">
          {found.map((complaint) => (
            <ComplaintCard
              key={complaint.id}
              complaint={complaint}
              where={`${localized(complaint.contestTitle)}, ${localized(complaint.roundName)}`}
            />
          ))}
        </ul>
      )}
    </Page>
  )
}
