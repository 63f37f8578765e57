import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { notify } from '@thiso/kit'

export type LedDraw = ApiOutput<'adminUnitsDraw'>['draw']

/** Whose draw: the key under which everything of a round or of a contest is kept. */
export type DrawOf = readonly ['rounds' | 'contests', string]

/** Confirming makes results anew, which takes its time in a large round. */
export const DRAW_MS = 120_000

/** A step of a draw: what it shows changes everywhere. */
export function useDrawAct(drawOf: DrawOf, act: () => Promise<unknown>, done: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      notify(done)
      onDone()
      await client.invalidateQueries({ queryKey: drawOf })
    },
  })
}
