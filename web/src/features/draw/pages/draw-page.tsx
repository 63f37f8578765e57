import { useQuery } from '@tanstack/react-query'
import { ErrorState, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { Link, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { DrawCheck } from '../components/draw-check'
import { DrawNow } from '../components/draw-now'
import { DrawSteps } from '../components/draw-steps'
import { DrawTies } from '../components/draw-ties'
import type { Draw } from '../draw'
import { useDrawTexts } from '../texts/use-draw-texts'
import '../draw.css'

/** While a draw waits, the page looks again by itself: in a while, and not everybody at the same moment. */
const LOOK_AGAIN_MS = 45_000

/** A draw among equals: what is drawn, what it waits for, and how to repeat it. */
export function DrawPage({ kind }: { kind: Draw['kind'] }) {
  const { roundId = '', contestId = '' } = useParams()
  const t = useDrawTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const query = useQuery({
    queryKey: ['draw', kind, roundId || contestId],
    queryFn: ({ signal }): Promise<Draw> => {
      if (kind === 'round') return call('draw', { params: { roundId }, signal })
      return call(kind === 'total' ? 'totalDraw' : 'unitsDraw', { params: { contestId }, signal })
    },
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'drawn' ? false : LOOK_AGAIN_MS + Math.random() * LOOK_AGAIN_MS,
  })
  const draw = query.data
  const name = draw && (kind === 'round' ? localized(draw.name) : t(`subject.${kind}`, { name: localized(draw.name) }))
  return (
    <Page title={t('title')} tabTitle={name ? t('tabTitle', { name }) : t('title')} lead={t(`lead.${kind}`)}>
      {query.isPending && <Skeleton height={420} />}
      {query.isError && !draw && (
        <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
          {sentence(query.error)}
        </ErrorState>
      )}
      {draw && (
        <Stack gap={5}>
          <p>
            {name} ·{' '}
            {kind === 'round' ? (
              <Link to={`/dot/${roundId}`}>{t('toRound')}</Link>
            ) : (
              <Link to={`/the-le/${contestId}`}>{t('toRulebook')}</Link>
            )}
          </p>
          <DrawNow draw={draw} />
          {draw.ties && <DrawTies draw={draw} ties={draw.ties} />}
          <DrawSteps draw={draw} />
          <DrawCheck draw={draw} />
        </Stack>
      )}
    </Page>
  )
}
