import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useProblemText } from '../../../lib/problem'

export type WinnerList = ApiOutput<'winnerList'>
export type WinnerLine = WinnerList['lines'][number]
export type ListedWinner = WinnerLine['winners'][number]

const keyOf = (contestId: string, list: string) => ['contests', contestId, 'winner-lists', list] as const

/** A list of winners and everything that is done with it; each act shows the list as it is afterwards. */
export function useWinnerList(contestId: string, list: string) {
  const client = useQueryClient()
  const problemText = useProblemText()
  const params = { contestId, list }
  const query = useQuery({
    queryKey: keyOf(contestId, list),
    queryFn: ({ signal }) => call('winnerList', { params, signal }),
    enabled: contestId !== '',
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['contests', contestId, 'winner-lists'] })
  const act = useMutation({
    mutationFn: ({ name, reason }: { name: 'proposeWinners' | 'signWinners' | 'publishWinners'; reason?: string }) => {
      const revision = query.data?.revision ?? 0
      return name === 'proposeWinners'
        ? call(name, { params, body: { revision, ...(reason ? { reason } : {}) } })
        : call(name, { params, body: { revision } })
    },
    onSuccess: (shown) => {
      client.setQueryData(keyOf(contestId, list), shown)
      void refresh()
    },
    onError: (error) => {
      notify(problemText(error), { tone: 'bad' })
      void query.refetch()
    },
  })
  return { query, act, refresh }
}
