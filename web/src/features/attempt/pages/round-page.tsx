import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Badge, type BadgeTone, ErrorState, Skeleton } from '@thiso/kit'
import { useEffect, useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { roundQuery } from '../../../lib/queries'
import { useRoundStates } from '../../../lib/round-state'
import { useSession } from '../../../lib/session'
import type { RoundData } from '../../../lib/shapes'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import '../round.css'
import { actionOf } from '../components/round/action-of'
import { DeviceCheck } from '../components/round/device-check'
import { PapersLine } from '../components/round/papers-line'
import { RoundAction } from '../components/round/round-action'
import { RoundClock } from '../components/round/round-clock'
import { RoundHistory } from '../components/round/round-history'
import { RoundLinks } from '../components/round/round-links'
import { RuleLines } from '../components/round/rule-lines'
import { useRoundChanges } from '../hooks/use-round-changes'

export default function RoundPage() {
  const roundId = useParams()['roundId']!
  const sentence = useProblemText()
  const { data, error, isFetching, refetch } = useQuery(roundQuery(roundId))
  useRoundChanges(roundId)
  if (data) return <Round data={data} />
  if (error) {
    return (
      <div className="ts-page ts-page-narrow">
        <ErrorState onRetry={() => void refetch()} busy={isFetching}>
          {sentence(error)}
        </ErrorState>
      </div>
    )
  }
  return (
    <div className="ts-page" aria-busy="true">
      <Skeleton height={36} width="70%" />
      <br />
      <Skeleton height={120} />
      <br />
      <Skeleton lines={10} />
    </div>
  )
}

const tones: Record<RoundData['round']['state'], BadgeTone> = {
  draft: 'neutral',
  scheduled: 'blue',
  open: 'good',
  closed: 'neutral',
}

function Round({ data }: { data: RoundData }) {
  const { round, contest, mine } = data
  const words = useLocalized()
  const lib = useLibTexts()
  const { account } = useSession()
  const queryClient = useQueryClient()
  const windows = useMemo(() => [round], [round])
  const state = useRoundStates(windows)[0] ?? round.state
  const action = actionOf(state, account?.role ?? null, mine, round.pausedAt)
  const name = words(round.name)
  const isAsked = round.rules.protection.safeBrowser && (action.kind === 'start' || action.kind === 'continue')
  useEffect(() => {
    if (isAsked)
      void import('../process/safe-browser').then(
        (own) => own.proveSafeBrowser(round.id),
        () => undefined,
      )
  }, [isAsked, round.id])
  return (
    <div className="ts-page at-round">
      <title>{`${name} · Thi Số`}</title>
      <div className="at-round-head">
        <p className="at-round-contest">
          <Link to="/">{words(contest.title)}</Link>
        </p>
        <h1>{name}</h1>
        <Badge tone={tones[state]} dot>
          {lib(`roundState.${state}`)}
        </Badge>
      </div>
      <RoundClock round={round} state={state} />
      <RuleLines round={round} mine={mine} />
      <RoundLinks contest={contest} round={round} />
      {data.papers && <PapersLine papers={data.papers} />}
      {round.state !== 'draft' && round.state !== 'scheduled' && <RoundHistory contest={contest} round={round} />}
      {(action.kind === 'start' || action.kind === 'continue') && <DeviceCheck />}
      <div className="at-round-action">
        <RoundAction
          action={action}
          round={round}
          onRefused={() => void queryClient.invalidateQueries({ queryKey: ['round', round.id] })}
        />
      </div>
    </div>
  )
}
