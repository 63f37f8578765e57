import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiBody } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'

/** Name, practice and members of a bank. */
export function useBankChange(bankId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ApiBody<'updateBank'>) => call('updateBank', { params: { bankId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['banks'] }),
  })
}
