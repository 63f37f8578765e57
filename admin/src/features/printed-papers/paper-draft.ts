import type { ApiBody, ApiOutput } from '@thiso/contracts'
import { blueprintOf, type Counts, totalOf } from '../../lib/blueprint/counts'
import type { ItemRow } from '../../lib/item-bank/queries'

export type PrintedPaper = ApiOutput<'printedPaper'>
/** What the form keeps of an item that was picked. */
export type PickedItem = Pick<ItemRow, 'id' | 'code' | 'bankId' | 'type' | 'topic' | 'level' | 'stemText'>

export interface PaperDraft {
  title: string
  organizer: string
  subject: string
  minutes: number | null
  /** Drawn by a blueprint, or picked one by one. */
  source: 'blueprint' | 'items'
  bankIds: string[]
  counts: Counts
  items: PickedItem[]
  codeCount: number | null
  isShuffled: boolean
}

export const MOST_ITEMS = 200
export const MOST_CODES = 24
const MOST_MINUTES = 360
const MOST_BANKS = 20

/** A new paper, with the heading of the author's last one: a school's papers look alike. */
export function newPaper(bankIds: string[], last: PrintedPaper | undefined, items: PickedItem[] = []): PaperDraft {
  return {
    title: '',
    organizer: last?.organizer ?? '',
    subject: last?.subject ?? '',
    minutes: last?.durationMinutes ?? 45,
    source: items.length > 0 ? 'items' : 'blueprint',
    bankIds,
    counts: {},
    items,
    codeCount: last?.codes.length ?? 4,
    isShuffled: true,
  }
}

const banksOf = (draft: PaperDraft): string[] =>
  draft.source === 'items' ? [...new Set(draft.items.map((item) => item.bankId))] : draft.bankIds

export function bodyOf(draft: PaperDraft): ApiBody<'createPrintedPaper'> {
  return {
    title: draft.title,
    organizer: draft.organizer,
    subject: draft.subject,
    durationMinutes: draft.minutes ?? 0,
    bankIds: banksOf(draft),
    blueprint: draft.source === 'blueprint' ? blueprintOf(draft.counts) : [],
    itemIds: draft.source === 'items' ? draft.items.map((item) => item.id) : [],
    codeCount: draft.codeCount ?? 0,
    isShuffled: draft.isShuffled,
  }
}

export type Lack = 'title' | 'minutes' | 'banks' | 'manyBanks' | 'blueprint' | 'long' | 'items' | 'codes'

/** What the form can tell before the API does, by path of the body. */
export function lacksOf(draft: PaperDraft): Record<string, Lack> {
  const found: Record<string, Lack> = {}
  const { minutes, codeCount } = draft
  if (!draft.title.trim()) found['title'] = 'title'
  if (minutes === null || !Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES)
    found['durationMinutes'] = 'minutes'
  if (codeCount === null || !Number.isInteger(codeCount) || codeCount < 1 || codeCount > MOST_CODES)
    found['codeCount'] = 'codes'
  if (draft.source === 'items') {
    if (draft.items.length === 0) found['itemIds'] = 'items'
    else if (draft.items.length > MOST_ITEMS) found['itemIds'] = 'long'
    else if (banksOf(draft).length > MOST_BANKS) found['itemIds'] = 'manyBanks'
    return found
  }
  if (draft.bankIds.length === 0) found['bankIds'] = 'banks'
  if (draft.bankIds.length > MOST_BANKS) found['bankIds'] = 'manyBanks'
  const total = totalOf(draft.counts)
  if (total === 0) found['blueprint'] = 'blueprint'
  if (total > MOST_ITEMS) found['blueprint'] = 'long'
  return found
}

/** How many items the paper will have. */
export function itemCountOf(draft: PaperDraft): number {
  return draft.source === 'items' ? draft.items.length : totalOf(draft.counts)
}
