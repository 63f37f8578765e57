import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'

export type ContestRow = ApiOutput<'contests'>['contests'][number]
export type AdminContest = ApiOutput<'contest'>['contest']
export type AdminRound = ApiOutput<'adminRound'>['round']
export type AdminRoundData = ApiOutput<'adminRound'>
export type BlueprintCheck = ApiOutput<'adminRound'>['check']
export type MonitorReading = ApiOutput<'monitor'>

/** The queries that more than one feature reads, under one key each, so that a change is seen everywhere. */
export const contestsQuery = () => ({
  queryKey: ['contests'] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call('contests', { signal }),
})

export const contestQuery = (contestId: string) => ({
  queryKey: ['contests', contestId] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call('contest', { params: { contestId }, signal }),
})

export const roundQuery = (roundId: string) => ({
  queryKey: ['rounds', roundId] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call('adminRound', { params: { roundId }, signal }),
})

export const monitorQuery = (roundId: string) => ({
  queryKey: ['rounds', roundId, 'monitor'] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call('monitor', { params: { roundId }, signal, timeoutMs: 8_000 }),
})

export const banksQuery = () => ({
  queryKey: ['banks'] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call('banks', { signal }),
})

export const useContests = () => useQuery(contestsQuery())
/** '': not known yet, as while its round is being asked for. */
export const useContest = (contestId: string) => useQuery({ ...contestQuery(contestId), enabled: contestId !== '' })
/** @param roundId '' where a page is about no single round: then nothing is asked */
export const useRound = (roundId: string) => useQuery({ ...roundQuery(roundId), enabled: roundId !== '' })
export const useBanks = () => useQuery(banksQuery())
