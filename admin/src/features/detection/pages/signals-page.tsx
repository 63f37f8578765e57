import { Banner, EmptyState, ErrorState, Page, Skeleton, Stack } from '@thiso/kit'
import { useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { useProblemText } from '../../../lib/problem'
import type { CasesSlot } from '../cases-slot'
import { AboutCard } from '../components/about-card'
import { DriftCard } from '../components/drift-card'
import { GroupsCard } from '../components/groups-card'
import { RunCard } from '../components/run-card'
import { SignalDialog } from '../components/signal-dialog'
import { useSignalsText } from '../use-signals-text'
import '../detection.css'

const LOOK_AGAIN_MS = 2_000

/** @param Cases what stands under a group in which two families meet */
export function SignalsPage({ Cases }: { Cases?: CasesSlot }) {
  const t = useSignalsText()
  const problemText = useProblemText()
  const localized = useLocalized()
  const { roundId = '' } = useParams()
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery({
    queryKey: ['rounds', roundId, 'signals'],
    queryFn: ({ signal }) => call('signals', { params: { roundId }, signal }),
    // Each look is written down, so looking away and back does not look again.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const found = query.data
  const isRunning = found?.runs[0]?.state === 'running'
  // Whoever waits asks how the search stands, not what it found: that would be a look each time.
  const waiting = useQuery({
    queryKey: ['rounds', roundId, 'signal-runs'],
    queryFn: ({ signal }) => call('signalRuns', { params: { roundId }, signal }),
    enabled: isRunning,
    refetchInterval: LOOK_AGAIN_MS,
    gcTime: 0,
  })
  const newest = isRunning ? waiting.data?.runs[0] : undefined
  const hasEnded = newest !== undefined && newest.id === found?.runs[0]?.id && newest.state !== 'running'
  const { refetch } = query
  useEffect(() => {
    if (hasEnded) void refetch()
  }, [hasEnded, refetch])
  const name = found && localized(found.roundName)
  const isDone = found?.runs.some(({ state }) => state === 'done')
  return (
    <Page tabTitle={name ? t('titleOf', { round: name }) : t('title')} width="wide">
      <PageHead title={t('title')} up={{ to: `/dot/${roundId}`, name: name ?? t('round') }} lead={t('lead')} />
      {found ? (
        <Stack gap={5}>
          <Banner tone="info" title={t('notVerdict')}>
            {t('notVerdictText')}
          </Banner>
          {found.blocked === 'not-yet' ? (
            <EmptyState title={t('notYet')}>{t('notYetText')}</EmptyState>
          ) : (
            <>
              <RunCard
                roundId={roundId}
                found={newest ? { ...found, runs: [newest, ...found.runs.slice(1)] } : found}
              />
              {isDone && <GroupsCard roundId={roundId} found={found} onOpen={setOpenId} Cases={Cases} />}
              {isDone && <DriftCard roundId={roundId} items={found.items} />}
            </>
          )}
          <AboutCard roundId={roundId} found={found} />
        </Stack>
      ) : query.error ? (
        <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
          {problemText(query.error)}
        </ErrorState>
      ) : (
        <Stack>
          <Skeleton height={120} />
          <Skeleton height={320} />
        </Stack>
      )}
      <SignalDialog signalId={openId} onClose={() => setOpenId(null)} />
    </Page>
  )
}
