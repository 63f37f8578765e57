import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'

export type ClockAct = ApiOutput<'clockActs'>['acts'][number]
export type CreditOutcome = ApiOutput<'previewCredit'>

/** Under the round's own key, so that whatever changes the round asks for them again. */
export const useClockActs = (roundId: string) =>
  useQuery({
    queryKey: ['rounds', roundId, 'clock-acts'],
    queryFn: ({ signal }) => call('clockActs', { params: { roundId }, signal }),
  })

/** An act on the clock: what it shows changes everywhere. */
export function useClockAct(roundId: string, act: () => Promise<unknown>, done: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      notify(done)
      onDone()
      await Promise.all([
        client.invalidateQueries({ queryKey: ['rounds', roundId] }),
        client.invalidateQueries({ queryKey: ['contests'] }),
      ])
    },
  })
}
