import { useQuery } from '@tanstack/react-query'
import { ErrorState, LinkButton, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import ListOrdered from 'lucide-react/icons/list-ordered'
import { useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { useProblemText } from '../../../lib/problem'
import { RoundBadge } from '../../../lib/round-badge'
import { ExportButtons } from '../components/export-buttons'
import { WinnersBody } from '../components/winners-body'
import { useWinnersText } from '../hooks/use-winners-text'
import { ListBody } from '../list/list-body'
import { useWinnerList } from '../list/use-winner-list'
import '../winners.css'

/** While papers are still coming in the list is asked for again this often; once the round has closed, the last are seconds away. */
const REFRESH_MS = 30_000
const CLOSING_REFRESH_MS = 4_000

export default function WinnersPage() {
  const t = useWinnersText()
  const problemText = useProblemText()
  const localized = useLocalized()
  const { roundId = '' } = useParams()
  const query = useQuery({
    queryKey: ['rounds', roundId, 'winners'],
    queryFn: ({ signal }) => call('winners', { params: { roundId }, signal }),
    refetchInterval: ({ state: { data } }) => {
      if (!data || data.isFinal) return false
      return data.round.state === 'closed' ? CLOSING_REFRESH_MS : REFRESH_MS
    },
  })
  const found = query.data
  const stored = useWinnerList(found?.round.contestId ?? '', roundId).query.data
  // Once there are results, winners come from them and no longer from the running order.
  const hasResults = stored !== undefined && (stored.newest !== null || stored.state !== null)
  const roundName = found && localized(found.round.name)
  return (
    <Page tabTitle={roundName ? t('winners.titleOf', { round: roundName }) : t('winners.title')} width="wide">
      <PageHead
        title={t('winners.title')}
        up={{ to: `/dot/${roundId}`, name: roundName ?? t('round') }}
        badge={found && <RoundBadge state={found.round.state} />}
        lead={t('winners.lead')}
        actions={
          <>
            <LinkButton to={`/dot/${roundId}/bang`} icon={ListOrdered}>
              {t('standings.title')}
            </LinkButton>
            {found && (
              <>
                <LinkButton to={`/cuoc-thi/${found.round.contestId}/giai/tong`}>{t('list.title.total')}</LinkButton>
                <LinkButton to={`/cuoc-thi/${found.round.contestId}/giai/tap-the`}>
                  {t('list.title.collective')}
                </LinkButton>
              </>
            )}
            {found && !hasResults && found.winners.length > 0 && (
              <ExportButtons route="exportWinners" roundId={roundId} />
            )}
          </>
        }
      />
      <Stack>
        {found && hasResults ? (
          <ListBody contestId={found.round.contestId} list={roundId} />
        ) : found ? (
          <WinnersBody found={found} roundId={roundId} />
        ) : query.error ? (
          <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
            {problemText(query.error)}
          </ErrorState>
        ) : (
          <>
            <Skeleton height={76} />
            <Skeleton height={180} />
            <Skeleton height={260} />
          </>
        )}
      </Stack>
    </Page>
  )
}
