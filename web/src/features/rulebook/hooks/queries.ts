import { call } from '@thiso/kit/api/client'

interface Context {
  signal: AbortSignal
}

export const rulebookQuery = (contestId: string, version: number | undefined) => ({
  queryKey: ['rulebook', contestId, version ?? 'current'],
  queryFn: ({ signal }: Context) => call('publicRulebook', { params: { contestId }, query: { version }, signal }),
})

export const amendmentsQuery = (slug: string) => ({
  queryKey: ['amendments', slug],
  queryFn: ({ signal }: Context) => call('publicAmendments', { params: { slug }, signal }),
})
