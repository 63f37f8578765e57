import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Banner, ErrorState, Skeleton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { DrawCard } from '../../../lib/draw/draw-card'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import { PlanCard } from './plan-card'
import { prizesBeyond } from './prizes-beyond'
import { UnitsTable } from './units-table'

/** The plan of the units' prizes, and every number that it is judged by. */
export function CollectiveBody({ contestId }: { contestId: string }) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const queryKey = ['contests', contestId, 'collective']
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => call('collectivePrizes', { params: { contestId }, signal }),
  })
  const draw = useQuery({
    queryKey: [...queryKey, 'draw'],
    queryFn: ({ signal }) => call('adminUnitsDraw', { params: { contestId }, signal }),
  }).data
  const refresh = () => {
    void client.invalidateQueries({ queryKey })
    void client.invalidateQueries({ queryKey: ['contests', contestId, 'winner-lists'] })
  }
  if (!query.data)
    return query.error ? (
      <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
        {problemText(query.error)}
      </ErrorState>
    ) : (
      <Skeleton height={320} />
    )
  const beyond = query.data.isSaved ? prizesBeyond(query.data.plan, query.data.units.length) : []
  return (
    <>
      <PlanCard key={JSON.stringify(query.data.plan)} contestId={contestId} found={query.data} onSaved={refresh} />
      {beyond.length > 0 && (
        <Banner tone="warn">{t('plan.beyond', { prizes: beyond.join(', '), count: query.data.units.length })}</Banner>
      )}
      <UnitsTable contestId={contestId} found={query.data} onChanged={refresh} />
      {draw && (draw.tiedCount > 0 || draw.draw.namedAt) && (
        <DrawCard
          drawOf={['contests', contestId]}
          draw={draw.draw}
          isReady={draw.isFinal}
          tiedCount={draw.tiedCount}
          publicPage={`/cuoc-thi/${contestId}/boc-tham-don-vi`}
        />
      )}
    </>
  )
}
