import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { ApiOutput, ApiQuery } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'

export type Item = ApiOutput<'item'>
export type ItemRow = ApiOutput<'items'>['rows'][number]
export type ItemVersion = ApiOutput<'itemVersions'>['versions'][number]
export type Finding = Item['findings'][number]
export type Citation = Item['citations'][number]
export type SourceDocument = ApiOutput<'document'>
export type TopicTree = ApiOutput<'subtopics'>
export type Subtopic = TopicTree['subtopics'][number]
export type Bank = ApiOutput<'banks'>['banks'][number]
export type BulkEdit = ApiOutput<'bulkEditItems'>
export type ItemsQuery = NonNullable<ApiQuery<'items'>>

type Signal = { signal: AbortSignal }

/** The largest page that the API gives. */
const WHOLE_PAGE = 200

export const itemsQuery = (query: ItemsQuery) => ({
  queryKey: ['items', query] as const,
  queryFn: ({ signal }: Signal) => call('items', { query, signal }),
})

export const itemQuery = (itemId: string) => ({
  queryKey: ['item', itemId] as const,
  // Without the signal: a reading given up half-way is logged all the same, and asking again would log it twice.
  queryFn: () => call('item', { params: { itemId } }),
  // Reading an item shows its key and is logged, so no page asks again on its own; going from the item to its editor
  // and back within a minute is one reading.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 60_000,
})

export const documentQuery = (documentId: string) => ({
  queryKey: ['documents', 'one', documentId] as const,
  queryFn: ({ signal }: Signal) => call('document', { params: { documentId }, signal }),
})

/** The whole register, page by page: it is hundreds of documents at most, and every picker searches it without waiting. */
export const registerQuery = () => ({
  queryKey: ['documents', 'all'] as const,
  staleTime: 60_000,
  queryFn: async ({ signal }: Signal): Promise<SourceDocument[]> => {
    const found: SourceDocument[] = []
    for (let page = 1; ; page++) {
      const { rows, total } = await call('documents', { query: { page, size: WHOLE_PAGE }, signal })
      found.push(...rows)
      if (found.length >= total || rows.length === 0) return found
    }
  },
})

export const useRegister = () => useQuery(registerQuery())

export const useSubtopics = () =>
  useQuery({
    queryKey: ['subtopics'] as const,
    queryFn: ({ signal }: Signal) => call('subtopics', { signal }),
    staleTime: 60_000,
  })

/** Ids of every item that matches, at most as many as one bulk edit takes. */
export async function allItemIds(query: ItemsQuery, most = 2_000): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; ids.length < most; page++) {
    const { rows, total } = await call('items', { query: { ...query, page, size: WHOLE_PAGE } })
    ids.push(...rows.map((row) => row.id))
    if (page * WHOLE_PAGE >= total || rows.length === 0) break
  }
  return ids.slice(0, most)
}

/** After items have changed: lists, banks, documents and subtopics count them anew. */
export function itemsChanged(client: QueryClient): void {
  for (const key of ['items', 'banks', 'documents', 'subtopics', 'bank-report', 'bank-matrix'])
    void client.invalidateQueries({ queryKey: [key] })
}
