import { useQuery } from '@tanstack/react-query'
import { ErrorState, Page, Skeleton, Stack, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useParams } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { ExportButtons } from '../components/export-buttons'
import { RoundNav } from '../components/round-nav'
import { WinnersBody } from '../components/winners-body'
import { useWinnersText } from '../hooks/use-winners-text'
import '../winners.css'

/** While papers are still coming in the list is asked for again this often. */
const REFRESH_MS = 30_000

export default function WinnersPage() {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const { roundId = '' } = useParams()
  const query = useQuery({
    queryKey: ['winners', roundId],
    queryFn: ({ signal }) => call('winners', { params: { roundId }, signal }),
    refetchInterval: ({ state }) => (state.data && !state.data.isFinal ? REFRESH_MS : false),
  })
  const found = query.data
  const roundName = found && (found.round.name[locale] || found.round.name.vi)
  return (
    <Page
      title={roundName ? t('winners.titleOf', { round: roundName }) : t('winners.title')}
      lead={t('winners.lead')}
      width="wide"
      actions={found && found.winners.length > 0 && <ExportButtons route="exportWinners" roundId={roundId} />}
    >
      <Stack>
        <RoundNav roundId={roundId} />
        {found ? (
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
