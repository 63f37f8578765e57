import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'

export type ExtraTime = ApiOutput<'extraTimes'>['extraTimes'][number]

export const extraTimeKey = (contestId: string) => ['extra-times', contestId]

export const useExtraTimes = (contestId: string) =>
  useQuery({
    queryKey: extraTimeKey(contestId),
    queryFn: ({ signal }) => call('extraTimes', { params: { contestId }, signal }),
  })
