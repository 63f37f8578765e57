import { useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'

export function useBanks() {
  return useQuery({ queryKey: ['banks'], queryFn: ({ signal }) => call('banks', { signal }) })
}
