import type { ApiQuery } from '@thiso/contracts'
import { COGNITIVE_LEVELS, COMPETENCES, ITEM_STATES, ITEM_TYPES, TOPICS } from '@thiso/contracts/vocab'

/** Which items a list shows. Every filter stands in the address under a Vietnamese name, so that a link says what it shows. */
export type ItemFilter = Omit<NonNullable<ApiQuery<'items'>>, 'page' | 'size'>
export type FilterName = keyof ItemFilter

const KEYS: Record<FilterName, string> = {
  q: 'q',
  bankId: 'ngan-hang',
  type: 'loai',
  topic: 'chu-de',
  subtopicId: 'chu-de-con',
  level: 'muc-do',
  state: 'trang-thai',
  tag: 'the',
  competence: 'nang-luc',
  documentId: 'van-ban',
  fact: 'du-kien',
  language: 'ngon-ngu',
  flag: 'can-xem-lai',
  author: 'tac-gia',
  batchId: 'lan-nhap',
}

const CLOSED: Partial<Record<FilterName, readonly string[]>> = {
  type: ITEM_TYPES,
  topic: TOPICS,
  level: COGNITIVE_LEVELS,
  state: ITEM_STATES,
  competence: COMPETENCES,
  language: ['en'],
  flag: ['any', 'own'],
  author: ['me'],
}
const IDS: readonly FilterName[] = ['bankId', 'subtopicId', 'documentId', 'batchId']
const LONGEST: Partial<Record<FilterName, number>> = { q: 200, tag: 40, fact: 40 }
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const FILTER_NAMES = Object.keys(KEYS) as FilterName[]

/** The filter that an address asks for; what the API would refuse (an old word, half an id) is left out. */
export function filterOf(params: URLSearchParams): ItemFilter {
  const filter: Record<string, string> = {}
  for (const name of FILTER_NAMES) {
    const value = params.get(KEYS[name])?.trim().slice(0, LONGEST[name])
    if (!value) continue
    const words = CLOSED[name]
    if (words && !words.includes(value)) continue
    if (IDS.includes(name) && !UUID.test(value)) continue
    filter[name] = value
  }
  return filter as ItemFilter
}

/** An address with some filters changed; null takes one out. Another filter is another list: it starts at its first page. */
export function withFilter(
  params: URLSearchParams,
  changes: Partial<Record<FilterName, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  next.delete('trang')
  for (const [name, value] of Object.entries(changes)) {
    const key = KEYS[name as FilterName]
    if (value) next.set(key, value)
    else next.delete(key)
  }
  return next
}

/** The address of the list with this filter: '/cau-hoi?chu-de=concepts'. */
export function itemsPath(filter: ItemFilter): string {
  const search = withFilter(new URLSearchParams(), filter as Partial<Record<FilterName, string>>).toString()
  return search ? `/cau-hoi?${search}` : '/cau-hoi'
}

/** The part of an address that a saved view keeps: the filters, in one order, so that equal views have equal texts. */
export function viewOf(params: URLSearchParams): string {
  return withFilter(new URLSearchParams(), filterOf(params) as Partial<Record<FilterName, string>>).toString()
}
