import { ErrorState, LinkButton, Page, Skeleton, Stack } from '@thiso/kit'
import ListOrdered from 'lucide-react/icons/list-ordered'
import { useParams } from 'react-router'
import { useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { useProblemText } from '../../../lib/problem'
import { RoundBadge } from '../../../lib/round-badge'
import { useWinnersText } from '../hooks/use-winners-text'
import { ListBody } from '../list/list-body'
import '../winners.css'

export default function WinnersPage() {
  const t = useWinnersText()
  const problemText = useProblemText()
  const localized = useLocalized()
  const { roundId = '' } = useParams()
  const query = useRound(roundId)
  const round = query.data?.round
  const contestId = query.data?.contest.id
  const roundName = round && localized(round.name)
  return (
    <Page tabTitle={roundName ? t('winners.titleOf', { round: roundName }) : t('winners.title')} width="wide">
      <PageHead
        title={t('winners.title')}
        up={{ to: `/dot/${roundId}`, name: roundName ?? t('round') }}
        badge={round && <RoundBadge state={round.state} />}
        lead={t('winners.lead')}
        actions={
          <>
            <LinkButton to={`/dot/${roundId}/bang`} icon={ListOrdered}>
              {t('standings.title')}
            </LinkButton>
            {contestId && (
              <>
                <LinkButton to={`/cuoc-thi/${contestId}/giai/tong`}>{t('list.title.total')}</LinkButton>
                <LinkButton to={`/cuoc-thi/${contestId}/giai/tap-the`}>{t('list.title.collective')}</LinkButton>
              </>
            )}
          </>
        }
      />
      <Stack>
        {contestId ? (
          <ListBody contestId={contestId} list={roundId} />
        ) : query.error ? (
          <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
            {problemText(query.error)}
          </ErrorState>
        ) : (
          <Skeleton height={260} />
        )}
      </Stack>
    </Page>
  )
}
