import { call } from '@thiso/kit/api/client'

export const rulebookQuery = (contestId: string) => ({
  // Below the contest's own key: whatever changes a contest may change its rules.
  queryKey: ['contests', contestId, 'rulebook'] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call('rulebook', { params: { contestId }, signal }),
  // Rounds are settings of it too.
  staleTime: 0,
})
