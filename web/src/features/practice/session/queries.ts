import { call } from '@thiso/kit/api/client'

export const practiceQuery = {
  queryKey: ['practice'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call('practice', { signal }),
}
