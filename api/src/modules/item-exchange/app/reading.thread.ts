import type { ItemFormat } from '@thiso/contracts/vocab'
import { serveThread } from '../../../platform/threads/serve-thread.js'
import type { NamedDocument } from '../domain/document-names.js'
import type { Candidate } from './near-rows.js'
import { readItems } from './read-items.js'

export interface ReadingOrder {
  bytes: Uint8Array
  fileName: string
  format: ItemFormat | null
  documents: NamedDocument[]
  /** Of the bank. */
  itemCount: number
}

/** A thread of its own for every file: `readItems` with the bank behind questions to the host. */
serveThread<ReadingOrder>(async ({ bytes, fileName, format, documents, itemCount }, ask) => {
  await readItems(bytes, fileName, format, {
    documents,
    itemCount,
    keepMedia: (media) => {
      // Sent as it lies, the whole file around it would go along.
      const own = media.slice()
      return ask<string | null>('keepMedia', own, [own.buffer])
    },
    takenCodes: (codes) => ask<string[]>('takenCodes', codes),
    nearCandidates: (bands) => ask<Candidate[]>('nearCandidates', bands),
    nextItems: (afterId) => ask<Candidate[]>('nextItems', afterId),
    tellFile: (file) => ask('tellFile', file),
    writeRows: (json) => ask('writeRows', json),
    tellProgress: (percent) => ask('tellProgress', percent),
  })
  return { result: null }
})
