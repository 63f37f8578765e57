import type { ExportLoss, ItemDraft, ReadRow } from '@thiso/contracts/vocab'

/** What a file holds, before anything is checked against the bank. */
export interface ReadFile {
  rows: ReadRow[]
  /** Pictures and sounds of the file by the name that the drafts' `media:NAME` addresses use. */
  media: Map<string, Uint8Array>
  /** How its text was written, where that had to be found out. */
  encoding: string | null
}

/**
 * Reads a file of one format. Never throws for a faulty item: the row tells; throws ProblemError UPLOAD.… when the file as a whole
 * cannot be read. Rich text comes as HTML, not yet sanitised.
 */
export type Reader = (bytes: Uint8Array) => Promise<ReadFile>

export interface MediaFile {
  mime: string
  bytes: Uint8Array
}

export interface WriteInput {
  items: readonly ItemDraft[]
  /** The pictures and sounds that the items' `media:ID` addresses name. */
  media: ReadonlyMap<string, MediaFile>
  locale: 'vi' | 'en'
}

export interface WrittenFile {
  bytes: Uint8Array
  extension: string
  mime: string
}

export type Writer = (input: WriteInput) => Promise<WrittenFile>

/** What of an item the format cannot carry; `type_not_carried` alone means that the item is left out. */
export type Losses = (item: ItemDraft) => ExportLoss[]
