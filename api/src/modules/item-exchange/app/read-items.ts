import { createHash } from 'node:crypto'
import type { ItemFormat, ReadRow } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { documentFinder, type NamedDocument } from '../domain/document-names.js'
import { soundText } from '../domain/fit-draft.js'
import { formatOf, readerOf } from '../infra/format-registry.js'
import type { NewRow } from '../infra/import-row.repository.js'
import { checkedDraft, cleanDraft, isFaulty, mapDraftTexts, mediaOf } from './check-draft.js'
import { type Candidate, nearRows, type Stem, stemOf } from './near-rows.js'

/** IX-1: the most items that one file may hold. */
export const ROWS_MAX = 20_000

const PLACE_MAX = 120
const DETAIL_MAX = 300
/** Rows whose bands are asked for at once. */
const NEAR_CHUNK = 100
/** A bank of fewer items than so many for each row is read faster from end to end than asked about each row. */
const WHOLE_BANK_FACTOR = 20
const ROW_CHUNK = 500

/** What the bank is asked for while a file is read; the thread that reads has no database. */
export interface BankView {
  documents: readonly NamedDocument[]
  /** Keeps a picture or a sound. @returns its id; null for what the bank refuses */
  keepMedia(bytes: Uint8Array): Promise<string | null>
  takenCodes(codes: readonly string[]): Promise<readonly string[]>
  /** How many items the bank has. */
  itemCount: number
  /** Items that share a band with some row. */
  nearCandidates(bands: readonly number[]): Promise<readonly Candidate[]>
  /** The next items of the bank, whatever they say; none at the end. */
  nextItems(afterId: string | null): Promise<readonly Candidate[]>
  /** What is known of the file before its rows are. */
  tellFile(file: { format: ItemFormat; sha256: string; encoding: string | null }): Promise<void>
  /** Rows in the order of the file, as one JSON array of `NewRow`. */
  writeRows(json: string): Promise<void>
  /** How far the reading has come, 0 to 100. */
  tellProgress(percent: number): Promise<void>
}

/**
 * IX-1 to IX-6: reads a file of items, looks at every one and hands the rows to the bank. Rows that are sound and new are chosen.
 * @param given the format, where the person has said it
 * @throws ProblemError UPLOAD.… when the file as a whole cannot be read
 */
export async function readItems(
  bytes: Uint8Array,
  fileName: string,
  given: ItemFormat | null,
  bank: BankView,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const format = given ?? (await formatOf(bytes, fileName))
  const read = await readerOf(format)
  const file = await read(bytes)
  if (file.rows.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  if (file.rows.length > ROWS_MAX) throw new ProblemError('UPLOAD.TOO_MANY_ROWS', { limit: ROWS_MAX })
  await bank.tellFile({ format, sha256, encoding: file.encoding })
  await bank.tellProgress(30)

  const clean = file.rows.map(cleanRow)
  const mediaIds = await keptMedia(clean, file.media, bank)
  const findDocument = documentFinder(bank.documents)
  const rows: NewRow[] = []
  for (const [index, row] of clean.entries()) {
    rows.push(newRow(row, index + 1, mediaIds, findDocument))
    if (index % 1_000 === 999) await bank.tellProgress(50 + (20 * index) / clean.length)
  }
  await markTakenCodes(rows, bank)
  await markDuplicates(rows, bank)
  for (let from = 0; from < rows.length; from += ROW_CHUNK) {
    await bank.writeRows(JSON.stringify(rows.slice(from, from + ROW_CHUNK)))
    await bank.tellProgress(85 + (15 * from) / rows.length)
  }
}

function cleanRow({ place, draft, problems }: ReadRow): ReadRow {
  const clean = cleanDraft(draft)
  const said = problems.map(({ code, detail }) => ({ code, detail: soundText(detail).slice(0, DETAIL_MAX) }))
  return { place: soundText(place).slice(0, PLACE_MAX), draft: clean.draft, problems: [...said, ...clean.problems] }
}

function newRow(
  { place, draft, problems }: ReadRow,
  ordinal: number,
  mediaIds: ReadonlyMap<string, string | null>,
  findDocument: (name: string) => string | null,
): NewRow {
  const said = [...problems]
  for (const name of mediaOf(draft)) {
    const id = mediaIds.get(name)
    if (id === undefined) said.push({ code: 'media_missing', detail: name })
    else if (id === null) said.push({ code: 'media_refused', detail: name })
  }
  const withIds = mapDraftTexts(draft, (html) => withMediaIds(html, mediaIds))
  const checked = checkedDraft(withIds, said, findDocument)
  return {
    ordinal,
    place,
    ...checked,
    duplicates: [],
    stemBands: [],
    isFaulty: isFaulty(checked.problems),
    isChosen: false,
  }
}

/** The pictures and sounds that items show, each kept once. Whatever else lies in the file is left there. */
async function keptMedia(
  rows: readonly ReadRow[],
  media: ReadonlyMap<string, Uint8Array>,
  bank: BankView,
): Promise<Map<string, string | null>> {
  const names = [...new Set(rows.flatMap(({ draft }) => mediaOf(draft)))].filter((name) => media.has(name))
  const ids = new Map<string, string | null>()
  for (const [index, name] of names.entries()) {
    ids.set(name, await bank.keepMedia(media.get(name) as Uint8Array))
    await bank.tellProgress(30 + (20 * index) / names.length)
  }
  return ids
}

/** Rich text with the bank's ids for the file's names; what the bank does not hold is taken out. */
function withMediaIds(html: string, ids: ReadonlyMap<string, string | null>): string {
  if (!html.includes('media:')) return html
  return html.replace(/<(?:img|audio)\b[^>]*?\bsrc="media:([^"]+)"[^>]*>(?:<\/audio>)?/g, (tag, name: string) => {
    const id = ids.get(name)
    return id ? tag.replace(`media:${name}"`, `media:${id}"`) : ''
  })
}

/** IX-7: a code that the bank or an earlier row has already is told; the item gets a new one. */
async function markTakenCodes(rows: readonly NewRow[], bank: BankView): Promise<void> {
  const codes = [...new Set(rows.map(({ draft }) => draft.code).filter(Boolean))]
  const taken = new Set(codes.length > 0 ? await bank.takenCodes(codes) : [])
  for (const { draft, problems } of rows) {
    if (draft.code === '') continue
    if (taken.has(draft.code)) problems.push({ code: 'code_taken', detail: draft.code })
    taken.add(draft.code)
  }
}

async function markDuplicates(rows: readonly NewRow[], bank: BankView): Promise<void> {
  const stems: Stem[] = rows.map(stemOf)
  const isWhole = bank.itemCount <= stems.length * WHOLE_BANK_FACTOR
  const near = nearRows(stems, isWhole ? await wholeBank(bank) : await candidatesFor(stems, bank))
  await bank.tellProgress(85)
  rows.forEach((row, index) => {
    row.duplicates = near.get(row.ordinal) ?? []
    row.stemBands = (stems[index] as Stem).bands
    row.isChosen = !row.isFaulty && row.duplicates.length === 0
  })
}

async function wholeBank(bank: BankView): Promise<Candidate[]> {
  const items: Candidate[] = []
  for (;;) {
    const part = await bank.nextItems(items.at(-1)?.id ?? null)
    if (part.length === 0) return items
    items.push(...part)
    await bank.tellProgress(70 + (10 * items.length) / Math.max(items.length, bank.itemCount))
  }
}

async function candidatesFor(stems: readonly Stem[], bank: BankView): Promise<Candidate[]> {
  const candidates = new Map<string, Candidate>()
  for (let from = 0; from < stems.length; from += NEAR_CHUNK) {
    const bands = [...new Set(stems.slice(from, from + NEAR_CHUNK).flatMap((stem) => stem.bands))]
    for (const candidate of await bank.nearCandidates(bands)) candidates.set(candidate.id, candidate)
    await bank.tellProgress(70 + (10 * from) / stems.length)
  }
  return [...candidates.values()]
}
