import type { ApiOutput } from '@thiso/contracts'
import { type RouteName, urlOf } from '@thiso/contracts/routes'
import type { Client } from './client'
import { eventually } from './stage'

export type Batch = ApiOutput<'import'>

/** Sends a file as a browser's form would. */
export async function sendFile(
  client: Client,
  route: Extract<
    RouteName,
    'uploadImport' | 'uploadMedia' | 'importLessonSet' | 'importLessonResults' | 'readRosterSheet'
  >,
  file: { name: string; content: string | Uint8Array },
  fields: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const content = typeof file.content === 'string' ? file.content : Uint8Array.from(file.content)
  form.set('file', new Blob([content]), file.name)
  const encoded = new Response(form)
  return client.send('POST', urlOf(route), {
    headers: { 'x-thi-so': '1', 'content-type': encoded.headers.get('content-type') ?? '' },
    body: new Uint8Array(await encoded.arrayBuffer()),
  })
}

/** Sends a file to be imported and waits until it was read or refused. */
export async function sendImport(
  client: Client,
  bankId: string,
  file: { name: string; content: string | Uint8Array },
  format = '',
): Promise<Batch> {
  const response = await sendFile(client, 'uploadImport', file, { bankId, ...(format ? { format } : {}) })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`upload: ${response.status} ${text.slice(0, 400)}`)
  return settled(client, (JSON.parse(text) as Batch).id)
}

/** Waits until nobody works on the batch any more. */
export function settled(client: Client, batchId: string, withinMs = 90_000): Promise<Batch> {
  return eventually(
    'the batch comes to rest',
    async () => {
      const batch = await client.get('import', { params: { batchId } })
      return batch.state !== 'reading' && batch.state !== 'importing' && batch
    },
    withinMs,
  )
}

/** Imports what is chosen and waits. */
export async function runImport(client: Client, batchId: string, submitForReview = false): Promise<Batch> {
  await client.get('runImport', {
    params: { batchId },
    body: { topic: 'concepts', level: 'recall', submitForReview },
  })
  return settled(client, batchId)
}

/** All rows of a batch. */
export async function rowsOf(client: Client, batchId: string) {
  const rows: ApiOutput<'importRows'>['rows'] = []
  for (let page = 1; ; page++) {
    const part = await client.get('importRows', { params: { batchId }, query: { page, size: 200 } })
    rows.push(...part.rows)
    if (rows.length >= part.total || part.rows.length === 0) return rows
  }
}
