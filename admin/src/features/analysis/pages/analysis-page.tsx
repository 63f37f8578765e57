import { EmptyState, ErrorState, Page, Skeleton, Stack } from '@thiso/kit'
import { useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useProblemText } from '../../../lib/problem'
import { RoundBadge } from '../../../lib/round-badge'
import { AnalysisBody } from '../components/analysis-body'
import { ExportButtons } from '../components/export-buttons'
import type { Analysis } from '../figures'
import { useAnalysisText } from '../use-analysis-text'
import '../analysis.css'

export default function AnalysisPage() {
  const t = useAnalysisText()
  const problemText = useProblemText()
  const localized = useLocalized()
  const { roundId = '' } = useParams()
  const [attempts, setAttempts] = useState<Analysis['attempts']>('counted')
  const round = useRound(roundId)
  const isClosed = round.data?.round.state === 'closed'
  const query = useQuery({
    queryKey: ['rounds', roundId, 'analysis', attempts],
    queryFn: ({ signal }) =>
      call('itemAnalysis', { params: { roundId }, query: { attempts }, signal, timeoutMs: 60_000 }),
    // Before that it would be refused: the figures tell the keys.
    enabled: isClosed,
    // Every reading of keys is traced, so looking away and back does not read again.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  })

  if (!round.data) {
    return (
      <PageWait
        title={t('title')}
        up={{ to: '/cuoc-thi', name: t('round') }}
        height={420}
        error={round.error}
        onRetry={() => void round.refetch()}
      />
    )
  }

  const found = query.data
  const name = localized(round.data.round.name)
  return (
    <Page tabTitle={t('titleOf', { round: name })} width="wide">
      <PageHead
        title={t('title')}
        up={{ to: `/dot/${roundId}`, name }}
        badge={<RoundBadge state={round.data.round.state} />}
        lead={t('lead')}
        actions={found && found.items.length > 0 && <ExportButtons roundId={roundId} attempts={attempts} />}
      />
      {!isClosed ? (
        <EmptyState title={t('notYet')}>{t('notYetText')}</EmptyState>
      ) : found ? (
        <AnalysisBody
          roundId={roundId}
          found={found}
          attempts={attempts}
          onAttempts={setAttempts}
          isBusy={query.isFetching}
        />
      ) : query.error ? (
        <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
          {problemText(query.error)}
        </ErrorState>
      ) : (
        <Stack>
          <Skeleton height={120} />
          <Skeleton height={260} />
          <Skeleton height={420} />
        </Stack>
      )}
    </Page>
  )
}
