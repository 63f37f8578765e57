import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'

export type RoundProof = ApiOutput<'roundProof'>

export const roundProofQuery = (roundId: string) => ({
  queryKey: ['round-proof', roundId],
  queryFn: ({ signal }: { signal: AbortSignal }) => call('roundProof', { params: { roundId }, signal }),
})

/** A signed note as one line that can be posted anywhere. */
export const noteLine = (note: string) =>
  note
    .split('\n')
    .filter((line) => line !== '')
    .join(' | ')
