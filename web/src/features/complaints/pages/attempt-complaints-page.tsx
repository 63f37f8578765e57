import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, formatDateTime, LinkButton, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useParams, useSearchParams } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { ComplaintCard } from '../components/complaint-card'
import { ComplaintForm } from '../components/complaint-form'
import { useComplaintTexts } from '../texts/use-complaint-texts'
import './complaints.css'

/** Complaining about one attempt, and what was complained about before. */
export default function AttemptComplaintsPage() {
  const { attemptId = '' } = useParams()
  const [search] = useSearchParams()
  const t = useComplaintTexts()
  const sentence = useProblemText()
  const params = { attemptId }
  const query = useQuery({
    queryKey: ['complaints', attemptId],
    queryFn: ({ signal }) => call('attemptComplaints', { params, signal }),
  })
  const found = query.data
  return (
    <Page title={t('title')} lead={t('lead')} width="narrow">
      <Stack gap={5}>
        {query.isPending && <Skeleton height={320} />}
        {query.isError && !found && (
          <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
            {sentence(query.error)}
          </ErrorState>
        )}
        {found && found.deadline === null && <EmptyState title={t('notYet')}>{t('notYetText')}</EmptyState>}
        {found?.deadline && <p>{t(found.canFile ? 'until' : 'over', { at: formatDateTime(found.deadline) })}</p>}
        {found?.canFile && (
          <ComplaintForm
            attemptId={attemptId}
            places={found.places}
            first={found.places.find(({ position }) => String(position) === search.get('cau'))?.position ?? 0}
          />
        )}
        {found && found.complaints.length > 0 && (
          <section className="complaint-mine" aria-labelledby="don-cua-ban">
            <h2 id="don-cua-ban">{t('mine.title')}</h2>
            <ul className="complaint-list">
              {found.complaints.map((complaint) => (
                <ComplaintCard key={complaint.id} complaint={complaint} />
              ))}
            </ul>
          </section>
        )}
        <div className="complaint-back">
          <LinkButton variant="quiet" to={`/ket-qua/${attemptId}`}>
            {t('toResult')}
          </LinkButton>
        </div>
      </Stack>
    </Page>
  )
}
