import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiBody, ApiOutput } from '@thiso/contracts'
import { formatNumber, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'

export type CaseFile = ApiOutput<'caseFile'>
export type CaseRow = ApiOutput<'cases'>['rows'][number]
export type ActBody = ApiBody<'actOnCase'>

/** Every look is noted with its moment, so looking away and back does not look again. */
export const useCase = (caseId: string) =>
  useQuery({
    queryKey: ['cases', 'file', caseId],
    queryFn: ({ signal }) => call('caseFile', { params: { caseId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })

export function useCaseAct(caseId: string, done: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ActBody) =>
      // Of a body of several shapes the client's type takes one at a time.
      call('actOnCase', { params: { caseId }, body: body as Extract<ActBody, { act: 'recuse' }> }),
    onSuccess: async (file) => {
      client.setQueryData(['cases', 'file', caseId], file)
      notify(done)
      onDone()
      await client.invalidateQueries({ queryKey: ['cases', 'list'] })
      await client.invalidateQueries({ queryKey: ['rounds', file.roundId] })
    },
  })
}

/** How often chance gives it, as "once in so many"; more than a million million is no longer a number that anybody reads. */
export const oneIn = (p: number) => formatNumber(Math.min(1e12, Math.round(1 / Math.max(p, 1e-12))))
