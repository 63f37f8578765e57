import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'

export type Amendment = ApiOutput<'amendments'>['amendments'][number]

export const useAmendments = (contestId: string) =>
  useQuery({
    queryKey: ['contests', contestId, 'amendments'],
    queryFn: ({ signal }) => call('amendments', { params: { contestId }, signal }),
    enabled: contestId !== '',
  })

/** The one amendment of a round, or (null) of the contest's own rules, that waits for a second person. */
export const pendingFor = (amendments: readonly Amendment[] | undefined, roundId: string | null) =>
  amendments?.find((amendment) => amendment.state === 'proposed' && amendment.roundId === roundId)

/** Whatever is decided changes contests and rounds everywhere. */
export function useAmendmentAct<Input = void>(
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
      await Promise.all([
        client.invalidateQueries({ queryKey: ['contests'] }),
        client.invalidateQueries({ queryKey: ['rounds'] }),
      ])
    },
  })
}
