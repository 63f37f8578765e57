import { useQueries } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import {
  type AdminRound,
  type BlueprintCheck,
  type ContestRow,
  type MonitorReading,
  contestQuery,
  monitorQuery,
  roundQuery,
  useContests,
} from '../../../lib/contest-queries'

export interface RoundView {
  contest: ContestRow
  round: AdminRound
  check?: BlueprintCheck
  reading?: MonitorReading
  results?: ApiOutput<'results'>
}

const SOON_MS = 30 * 86_400_000
const EVERY_MS = 15_000

/** Everything the overview speaks of: contests, their rounds, and what each round's state makes worth asking. */
export function useSeason() {
  const list = useContests()
  const contests = list.data?.contests ?? []
  const details = useQueries({ queries: contests.map((contest) => contestQuery(contest.id)) })
  const rounds = contests.flatMap((contest, index) =>
    (details[index]?.data?.rounds ?? []).map((round) => ({ contest, round })),
  )

  const ahead = rounds.filter(({ round }) => round.state === 'draft' || round.state === 'scheduled')
  const checks = useQueries({ queries: ahead.map(({ round }) => roundQuery(round.id)) })

  const open = rounds.filter(({ round }) => round.state === 'open')
  const closed = rounds
    .filter(({ round }) => round.state === 'closed')
    .sort((a, b) => Date.parse(b.round.closesAt) - Date.parse(a.round.closesAt))
  const watched = [...open, ...closed.slice(0, open.length > 0 ? 0 : 1)]
  const readings = useQueries({
    queries: watched.map(({ round }) => ({
      ...monitorQuery(round.id),
      // Attempts still running when a round closes are submitted within some seconds.
      refetchInterval: (query: { state: { data?: MonitorReading } }) =>
        round.state === 'open' || query.state.data?.inProgressCount ? EVERY_MS : false,
    })),
  })

  const recent = closed.filter(({ round }) => serverNow() - Date.parse(round.closesAt) < SOON_MS)
  const results = useQueries({
    queries: recent.map(({ round }) => ({
      queryKey: ['rounds', round.id, 'results'],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('results', { params: { roundId: round.id }, signal }),
    })),
  })

  const pick = <T>(among: typeof rounds, found: readonly { data: T | undefined }[], roundId: string) =>
    found[among.findIndex(({ round }) => round.id === roundId)]?.data
  const views: RoundView[] = rounds.map(({ contest, round }) => ({
    contest,
    round,
    check: pick(ahead, checks, round.id)?.check,
    reading: pick(watched, readings, round.id),
    results: pick(recent, results, round.id),
  }))
  const all = [...details, ...checks, ...readings, ...results]
  return {
    contests,
    views,
    isPending: list.isPending || details.some((query) => query.isPending),
    /** Some of the rounds could not be read: what is said about them is not complete. */
    isPartial: all.some((query) => query.isError),
    error: list.data ? null : list.error,
    refetch: () => {
      void list.refetch()
      for (const query of all) if (query.isError) void query.refetch()
    },
  }
}
