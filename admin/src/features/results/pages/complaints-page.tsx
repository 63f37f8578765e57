import { useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'
import { EmptyState, formatDateTime, LinkButton, Page, Stack } from '@thiso/kit'
import { useParams } from 'react-router'
import { useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { ComplaintGroup } from '../components/complaint-group'
import { useResultsText } from '../use-results-text'
import '../results.css'

/** The queue of complaints of a round, by item. */
export default function ComplaintsPage() {
  const t = useResultsText()
  const localized = useLocalized()
  const { roundId = '' } = useParams()
  const round = useRound(roundId)
  const query = useQuery({
    queryKey: ['rounds', roundId, 'complaints'],
    queryFn: ({ signal }) => call('complaints', { params: { roundId }, signal }),
  })
  const name = round.data ? localized(round.data.round.name) : t('round')
  if (!query.data)
    return (
      <PageWait
        title={t('complaints.title')}
        up={{ to: `/dot/${roundId}`, name }}
        height={420}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  const { groups, deadline } = query.data
  return (
    <Page tabTitle={t('complaints.titleOf', { round: name })}>
      <PageHead
        title={t('complaints.title')}
        up={{ to: `/dot/${roundId}`, name }}
        lead={t('complaints.lead')}
        actions={<LinkButton to={`/dot/${roundId}/ket-qua`}>{t('complaints.toResults')}</LinkButton>}
      />
      <Stack gap={5}>
        {deadline && <p>{t('complaints.deadline', { at: formatDateTime(deadline) })}</p>}
        {groups.length === 0 && <EmptyState title={t('complaints.none')}>{t('complaints.noneText')}</EmptyState>}
        {groups.map((group) => (
          <ComplaintGroup key={group.itemVersionId} roundId={roundId} group={group} />
        ))}
      </Stack>
    </Page>
  )
}
