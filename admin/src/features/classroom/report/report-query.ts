import { call } from '@thiso/kit/api/client'
import type { Report } from './figures'

/** Figures of a running lesson change with each reveal; nobody needs them by the second. */
const AGAIN_MS = 15_000

export const reportQuery = (lessonId: string) => ({
  queryKey: ['lesson-report', lessonId] as const,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Report> =>
    call('lessonReport', { params: { lessonId }, signal, timeoutMs: 60_000 }),
  refetchInterval: ({ state }: { state: { data: Report | undefined } }) =>
    state.data && state.data.lesson.phase !== 'ended' ? AGAIN_MS : (false as const),
})
