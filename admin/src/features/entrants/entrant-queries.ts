import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'

/** The list of a contest or of one of its rounds. */
export type ListOf = { contestId: string } | { roundId: string }
export type Entrant = ApiOutput<'roundEntrants'>['rows'][number]
export type EntrantsFound = ApiOutput<'addRoundEntrants'>

export const PAGE_SIZE = 50

export const listKey = (list: ListOf) => ['entrants', 'roundId' in list ? list.roundId : list.contestId]

export const useEntrants = (list: ListOf, page: number) =>
  useQuery({
    queryKey: [...listKey(list), page],
    queryFn: ({ signal }) => {
      const query = { page, size: PAGE_SIZE }
      return 'roundId' in list
        ? call('roundEntrants', { params: list, query, signal })
        : call('contestEntrants', { params: list, query, signal })
    },
  })

export const addEntrants = (list: ListOf, text: string, isPreview: boolean): Promise<EntrantsFound> => {
  const body = { text, isPreview }
  return 'roundId' in list
    ? call('addRoundEntrants', { params: list, body })
    : call('addContestEntrants', { params: list, body })
}

export const removeEntrant = (list: ListOf, accountId: string) =>
  'roundId' in list
    ? call('removeRoundEntrant', { params: { ...list, accountId } })
    : call('removeContestEntrant', { params: { ...list, accountId } })
