import type { ApiBody, ApiOutput } from '@thiso/contracts'
import type { CognitiveLevel, Topic } from '@thiso/contracts/vocab'

export type Item = ApiOutput<'item'>
export type ItemIn = ApiBody<'createItem'>

export const MIN_OPTIONS = 2
export const MAX_OPTIONS = 6
export const MAX_SOURCES = 10

export interface DraftOption {
  /** Names the line on this page only, so that the key stays with its text when lines move. */
  id: string
  text: string
}

export interface DraftSource {
  id: string
  title: string
  url: string
}

export interface ItemDraft {
  bankId: string
  topic: Topic | ''
  level: CognitiveLevel | ''
  stem: string
  options: DraftOption[]
  keyId: string | null
  explanation: string
  sources: DraftSource[]
  validFrom: string | null
  validTo: string | null
}

let lineCount = 0
// Lines of a draft kept over a reload must not meet a new line of the same name.
const lineId = () => `line-${Date.now().toString(36)}-${++lineCount}`

export const emptyOption = (): DraftOption => ({ id: lineId(), text: '' })
export const emptySource = (): DraftSource => ({ id: lineId(), title: '', url: '' })

export function newDraft(start: Partial<Pick<ItemDraft, 'bankId' | 'topic' | 'level'>>): ItemDraft {
  return {
    bankId: start.bankId ?? '',
    topic: start.topic ?? '',
    level: start.level ?? '',
    stem: '',
    options: [emptyOption(), emptyOption(), emptyOption(), emptyOption()],
    keyId: null,
    explanation: '',
    sources: [],
    validFrom: null,
    validTo: null,
  }
}

export function draftOf(item: Item): ItemDraft {
  const options = item.options.map((text) => ({ id: lineId(), text }))
  return {
    bankId: item.bankId,
    topic: item.topic,
    level: item.level,
    stem: item.stem,
    options,
    keyId: options[item.key]?.id ?? null,
    explanation: item.explanation,
    sources: item.sources.map((source) => ({ id: lineId(), title: source.title, url: source.url ?? '' })),
    validFrom: item.validFrom,
    validTo: item.validTo,
  }
}

/** Sources left wholly blank are dropped; an address without a title stays, so that the API can ask for the title. */
const keptSources = (draft: ItemDraft) =>
  draft.sources.filter((source) => source.title.trim() !== '' || source.url.trim() !== '')

/** Only for a draft without `gapsOf`: topic, level and key are set. */
export function bodyOf(draft: ItemDraft): ItemIn {
  return {
    bankId: draft.bankId,
    topic: draft.topic as Topic,
    level: draft.level as CognitiveLevel,
    stem: draft.stem,
    options: draft.options.map((option) => option.text),
    key: draft.options.findIndex((option) => option.id === draft.keyId),
    explanation: draft.explanation,
    sources: keptSources(draft).map((source) => ({ title: source.title, url: source.url.trim() || null })),
    validFrom: draft.validFrom,
    validTo: draft.validTo,
  }
}

/** Two drafts say the same when they would be sent the same. */
export const isSameDraft = (one: ItemDraft, other: ItemDraft) =>
  JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other))

export type FieldKey =
  | 'bankId'
  | 'topic'
  | 'level'
  | 'stem'
  | 'key'
  | 'explanation'
  | 'validTo'
  | `option:${string}`
  | `source:${string}`
  | `source-url:${string}`

/** What must be there before anything can be sent, in the order of the page. */
export function gapsOf(draft: ItemDraft): FieldKey[] {
  const gaps: FieldKey[] = []
  if (!draft.bankId) gaps.push('bankId')
  if (!draft.topic) gaps.push('topic')
  if (!draft.level) gaps.push('level')
  if (draft.stem.trim() === '') gaps.push('stem')
  for (const option of draft.options) if (option.text.trim() === '') gaps.push(`option:${option.id}`)
  if (!draft.options.some((option) => option.id === draft.keyId)) gaps.push('key')
  for (const source of keptSources(draft)) if (source.title.trim() === '') gaps.push(`source:${source.id}`)
  if (draft.validFrom && draft.validTo && draft.validTo < draft.validFrom) gaps.push('validTo')
  return gaps
}

/** Where on the page a field that the API refused stands: "options.2" is the third line of the options. */
export function fieldAt(path: string, draft: ItemDraft): FieldKey | null {
  const [head, index, part] = path.split('.')
  const at = Number(index)
  switch (head) {
    case 'options': {
      const option = Number.isInteger(at) ? draft.options[at] : undefined
      return option ? `option:${option.id}` : 'key'
    }
    case 'sources': {
      const source = Number.isInteger(at) ? keptSources(draft)[at] : undefined
      return source ? `${part === 'url' ? 'source-url' : 'source'}:${source.id}` : null
    }
    case 'validFrom':
    case 'validTo':
      return 'validTo'
    case 'bankId':
    case 'topic':
    case 'level':
    case 'stem':
    case 'key':
    case 'explanation':
      return head
    default:
      return null
  }
}
