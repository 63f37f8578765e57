import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'

export type Overview = ApiOutput<'results'>
export type Version = Overview['versions'][number]
export type Rulings = ApiOutput<'rulings'>
export type Ruling = Rulings['rulings'][number]
export type RuledItem = Rulings['items'][number]

/** Working everything out again takes its time in a large round. */
export const LONG_MS = 120_000

/** Under the round's own key, so that whatever changes the round asks for it again. */
export const useResults = (roundId: string) =>
  useQuery({
    queryKey: ['rounds', roundId, 'results'],
    queryFn: ({ signal }) => call('results', { params: { roundId }, signal }),
  })

/** Every reading of keys is traced, so looking away and back does not read again. */
export const useRulings = (roundId: string) =>
  useQuery({
    queryKey: ['rounds', roundId, 'rulings'],
    queryFn: ({ signal }) => call('rulings', { params: { roundId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The running total, under the contest's own key. */
export const useTotal = (contestId: string) =>
  useQuery({
    queryKey: ['contests', contestId, 'total'],
    queryFn: ({ signal }) => call('total', { params: { contestId }, signal }),
  })

/** Whose results: the key under which everything of a round or of a contest is kept. */
export type ResultsOf = readonly ['rounds' | 'contests', string]

/** An act on the results of a round: what it shows changes everywhere. */
export function useResultAct<Input = void>(
  roundId: string,
  act: (input: Input) => Promise<unknown>,
  done: string,
  onDone?: () => void,
) {
  return useResultActOf(['rounds', roundId], act, done, onDone)
}

/** The same on the results of a round or on a total. */
export function useResultActOf<Input = void>(
  resultsOf: ResultsOf,
  act: (input: Input) => Promise<unknown>,
  done: string,
  onDone?: () => void,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      notify(done)
      onDone?.()
      await client.invalidateQueries({ queryKey: resultsOf })
    },
  })
}
