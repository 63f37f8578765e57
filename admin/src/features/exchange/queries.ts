import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'

export type Batch = ApiOutput<'import'>
export type ImportRow = ApiOutput<'importRows'>['rows'][number]
export type Show = 'all' | 'good' | 'faulty' | 'warned' | 'duplicate'

export const SHOWS: readonly Show[] = ['all', 'good', 'faulty', 'warned', 'duplicate']
export const ROWS_AT_ONCE = 20
const BATCHES_AT_ONCE = 20
/** How often the page asks while somebody works on a batch. */
const ASK_EVERY_MS = 700

export const isUnderWay = (batch: Batch | undefined) => batch?.state === 'reading' || batch?.state === 'importing'

/** May its rows still be corrected, chosen and imported? */
export const isOpen = ({ state, rowCount }: Batch) =>
  state === 'ready' || state === 'undone' || (state === 'failed' && rowCount > 0)

export const batchQuery = (batchId: string) => ({
  queryKey: ['imports', 'one', batchId] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call('import', { params: { batchId }, signal }),
  refetchInterval: (query: { state: { data: Batch | undefined } }) =>
    isUnderWay(query.state.data) ? ASK_EVERY_MS : (false as const),
})

export const batchesQuery = (page: number) => ({
  queryKey: ['imports', 'list', page] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call('imports', { query: { page, size: BATCHES_AT_ONCE }, signal }),
  refetchInterval: (query: { state: { data: { rows: Batch[] } | undefined } }) =>
    query.state.data?.rows.some(isUnderWay) ? 2_000 : (false as const),
})

/** `chosenCount` and the like are part of the key: what changes them elsewhere shows here. */
export const rowsQuery = (batchId: string, show: Show, page: number) => ({
  queryKey: ['imports', 'rows', batchId, show, page] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call('importRows', { params: { batchId }, query: { show, page, size: ROWS_AT_ONCE }, signal }),
})

export { BATCHES_AT_ONCE }
